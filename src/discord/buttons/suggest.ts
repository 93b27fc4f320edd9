/** "Suggest a figure": a modal, and what becomes of it: kept for review, or what has to be mended. */
import type { ModalSubmitInteraction } from 'discord.js';
import { readKeptQuery } from '../../answers/kept-query.js';
import { labelOf, valueText, whenText } from '../../answers/wording.js';
import { todayInLondon } from '../../knowledge/calendar.js';
import type { SuggestedFigure } from '../../knowledge/suggested.js';
import { catalogueOf } from '../../language/catalogue.js';
import { contributionWordsOf } from '../../language/contribution-words.js';
import { DRAFTS_KEPT_HOURS, type SuggestionTyped } from '../../state/index.js';
import type { ButtonHandler, CommandContext, ModalHandler } from '../command.js';
import { SUGGESTION_FIELDS, suggestionModal } from '../contributions/modals.js';
import { readSuggestion } from '../contributions/read-suggestion.js';
import { customId, readArgument } from '../custom-ids.js';
import { UserMistake } from '../errors.js';
import { escapeTyped } from '../markdown.js';
import { quietly, respond, sentence } from '../reply.js';
import { NOTHING_KEPT, PREFIXES } from './prefixes.js';
import { rowOf } from './rows.js';

/** The argument is the id of a kept answer, whose metric is filled in, or NOTHING_KEPT. */
export const suggestButton: ButtonHandler = {
  prefix: PREFIXES.suggest,
  async run(interaction, argument, context) {
    const metric = await metricAsked(readArgument(argument).id, context);
    const modal = suggestionModal(NOTHING_KEPT, metric === undefined ? {} : { metric }, context.language);
    await quietly(interaction, context.log, () => interaction.showModal(modal));
  },
};

/** The argument is the id of a draft. */
export const suggestAgainButton: ButtonHandler = {
  prefix: PREFIXES.suggestAgain,
  async run(interaction, argument, { state, language, log }) {
    const draft = await state.suggestions.byId(Number(argument));
    if (draft?.status !== 'draft')
      throw new UserMistake(contributionWordsOf(language).suggest.draftGone(DRAFTS_KEPT_HOURS));
    const modal = suggestionModal(String(draft.id), draft.typed, language);
    await quietly(interaction, log, () => interaction.showModal(modal));
  },
};

export const suggestModal: ModalHandler = {
  prefix: PREFIXES.suggest,
  async run(interaction, argument, context) {
    const { state, engine, language, now } = context;
    const words = contributionWordsOf(language).suggest;
    const typed = typedIn(interaction);
    const before = /^\d+$/.test(argument) ? Number(argument) : undefined;
    const read = readSuggestion(typed, engine, language, todayInLondon(now()));
    if ('faults' in read) {
      const draft = await state.suggestions.saveDraft(typed, language, before);
      const lines = [words.mend, ...read.faults.map((fault) => `- ${escapeTyped(fault)}`)];
      const components = rowOf([{ id: customId(PREFIXES.suggestAgain, String(draft)), label: words.again }]);
      await respond(interaction, { content: lines.join('\n'), components }, context, { private: true });
      return;
    }
    const id = await state.suggestions.submit(typed, read.figure, language, before);
    if (id === undefined) throw new UserMistake(words.full);
    context.log.info({ suggestion: id }, 'a figure was suggested');
    await respond(interaction, sentence(words.thanks(said(read.figure, context))), context, {
      private: true,
    });
  },
};

/** Discord keeps custom ids for as long as the message stands; an answer that has expired fills in nothing. */
async function metricAsked(answerId: string, { state, engine, language }: CommandContext) {
  const saved = answerId === NOTHING_KEPT ? undefined : await state.answers.byId(answerId);
  const query = saved && readKeptQuery(saved.query);
  const metric = query?.parts.flatMap(({ metrics }) => metrics)[0];
  return metric && engine.knowledge().metric(metric.id)?.names[language][0];
}

function typedIn({ fields }: ModalSubmitInteraction): SuggestionTyped {
  const [metric = '', value = '', date = '', address = '', words = ''] = SUGGESTION_FIELDS.map((field) =>
    fields.getTextInputValue(field),
  );
  return { metric, value, date, address, words };
}

/** "People returned to France: 605, as of 10 November 2025." */
function said(suggested: SuggestedFigure, { engine, language }: CommandContext): string {
  const knowledge = engine.knowledge();
  const wording = { words: catalogueOf(language), knowledge, query: { language } };
  const figure = { ...suggested, id: '', source: '', dateKnown: 'stated', provisional: false } as const;
  const label = labelOf(knowledge.metric(suggested.metric), wording);
  return `${wording.words.figure(label, valueText(figure, wording), whenText(figure, wording))}.`;
}
