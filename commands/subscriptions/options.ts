/** What several subcommands of `/subscriptions` take. */
import type { ChatInputCommandInteraction } from 'discord.js';
import type { CommandContext, Language } from '../../src/discord/command.js';
import { UserMistake } from '../../src/discord/errors.js';
import { cutText } from '../../src/discord/fitting.js';
import { subjectsOf } from '../../src/discord/subscriptions/subjects.js';
import { discordCatalogueOf } from '../../src/language/discord-catalogue.js';
import { subscriptionWordsOf } from '../../src/language/subscription-words.js';
import type { Target, Timing } from '../../src/state/index.js';

/** Of what was typed, so much is enough to be recognised. */
const TYPED_SHOWN = 80;

/** What is to be subscribed to: picked from the list or typed. Throws a UserMistake for what names nothing. */
export function targetIn(
  { options }: ChatInputCommandInteraction,
  { engine, language }: CommandContext,
): Target {
  const subjects = subjectsOf(engine.knowledge());
  const typed = options.getString('to', true);
  const target = subjects.read(typed);
  if (target) return target;
  const told = subscriptionWordsOf(language).mistakes.unknownSubject(cutText(typed, TYPED_SHOWN));
  const near = subjects.near(typed, language);
  const guess = near.length > 0 ? ` ${discordCatalogueOf(language).mistakes.didYouMean(near)}` : '';
  throw new UserMistake(`${told}${guess}`);
}

/** At once, unless chosen otherwise. */
export function timingIn({ options }: ChatInputCommandInteraction): Timing {
  const chosen = options.getString('when');
  return chosen === 'daily' || chosen === 'weekly' ? chosen : 'at-once';
}

/** The language that was chosen, else that of the person. */
export function languageIn({ options }: ChatInputCommandInteraction, { language }: CommandContext): Language {
  const chosen = options.getString('language');
  return chosen === 'en' || chosen === 'fr' ? chosen : language;
}
