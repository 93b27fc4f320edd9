/** Subscriptions in words: where they write, what to, and how they fare. */

import { TimestampStyles, time } from 'discord.js';
import { subscriptionWordsOf } from '../../language/subscription-words.js';
import type { Subscription } from '../../state/index.js';
import type { Language } from '../command.js';
import { escapeMarkdown } from '../markdown.js';
import type { Subjects } from './subjects.js';

/** The channel as a mention, or "you here", as the sentences on subscriptions take it. */
export function placeOf(
  { guildId, channelId }: Pick<Subscription, 'guildId' | 'channelId'>,
  language: Language,
): string {
  const words = subscriptionWordsOf(language);
  return guildId === null ? words.yourself : words.channel(`<#${channelId}>`);
}

/** What it is to, safe to stand in a message. */
export function whatOf({ to }: Pick<Subscription, 'to'>, subjects: Subjects, language: Language): string {
  return escapeMarkdown(subjects.label(to, language));
}

/** A block for the list: what and where, then how it fares. */
export function blockOf(subscription: Subscription, subjects: Subjects, language: Language): string {
  const words = subscriptionWordsOf(language);
  const { roleId, when } = subscription;
  const details = [words.whenShort[when], ...(roleId === null ? [] : [`<@&${roleId}>`])].join(', ');
  const what = `**${whatOf(subscription, subjects, language)}**`;
  const head = subscription.guildId === null ? what : `<#${subscription.channelId}>: ${what}`;
  return [`${head} (${details})`, ...stateLines(subscription, language).map((line) => `-# ${line}`)].join(
    '\n',
  );
}

function stateLines(subscription: Subscription, language: Language): string[] {
  const { list, problems } = subscriptionWordsOf(language);
  const { status, lastDelivered, lastProblem, nextTry } = subscription;
  const delivered = lastDelivered ? list.delivered(moment(lastDelivered)) : list.nothingYet;
  const next = nextTry ? [list.nextTry(moment(nextTry))] : [];
  switch (status.kind) {
    case 'ended':
      return [delivered, list.ended(problems[status.reason], moment(status.at))];
    case 'paused':
      return [delivered, list.paused(problems[status.reason], moment(status.since)), ...next];
    case 'active': {
      const problem = lastProblem
        ? [list.problem(problems[lastProblem.problem], moment(lastProblem.at))]
        : [];
      return [delivered, ...problem, ...next];
    }
  }
}

/** Discord shows it in the reader's own time zone. */
function moment(at: Date): string {
  return time(at, TimestampStyles.LongDateShortTime);
}
