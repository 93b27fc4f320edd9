/** "What did Philp say in November 2025": what somebody said at another time is no answer. */
import { dateTokens } from '../knowledge/index-words.js';
import { formatMonth } from '../language/format.js';
import type { Time } from '../questions/time.js';
import type { Context } from './context.js';
import type { Found } from './fit.js';
import { saidBy } from './said-by.js';

/** The one day, month or year in which people are asked to have said something; undefined where none is. */
export function timeOfSaying({ part, knowledge }: Context): Time | undefined {
  const [time, ...others] = part.times;
  const isAsked =
    part.saidBy && part.people.length > 0 && part.quoted.length === 0 && part.focus !== 'quantity';
  if (!isAsked || !time || others.length > 0 || time.yearGuessed) return undefined;
  // "What words does the November explainer give to her": the time is that of a text.
  if (part.sources.length > 0 || part.people.some((id) => knowledge.person(id)?.kind !== 'person'))
    return undefined;
  const isWithin = /^(?:in|on)$/.test(time.cue) || time.bare === true;
  return isWithin && /^(?:day|month|year)$/.test(time.granularity) ? time : undefined;
}

/** True for what one of these people said, or what happened with them, in that time. */
export function isOfTime({ entry, tokens }: Found, time: Time, people: readonly string[]): boolean {
  const isTheirs =
    people.some((person) => saidBy(entry, person)) ||
    ('people' in entry.body && entry.body.people.some((person) => people.includes(person)));
  if (!isTheirs) return false;
  switch (entry.kind) {
    case 'quote': {
      const { saidOn } = entry.body;
      return saidOn !== null && time.from <= saidOn && saidOn <= time.to;
    }
    case 'event':
      return time.from <= entry.body.date && entry.body.date <= time.to;
    case 'statement': {
      // A position has no date of its own: its words may name one.
      if (time.granularity === 'month') return entry.body.text.en.includes(formatMonth(time.from, 'en'));
      const { day, year } = dateTokens(time.from);
      return tokens.has(time.granularity === 'year' ? year : day);
    }
    case 'source':
    case 'figure':
      return false;
  }
}

/** "What did Starmer warn … in August 2025": true for words of a day or a month that the question names. */
export function isOfTimeNamed({ tokens }: Found, { part }: Context): boolean {
  return part.times.some(({ granularity, from, yearGuessed }) => {
    if (yearGuessed) return false;
    const { day, month } = dateTokens(from);
    return granularity === 'day' ? tokens.has(day) : granularity === 'month' && tokens.has(month);
  });
}
