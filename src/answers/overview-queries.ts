/** Queries for a comparison, a timeline and an explanation, from what a person picked or typed in a command. */
import type { IsoDate } from '../knowledge/calendar.js';
import type { LanguageCode } from '../language/format.js';
import type { Circumstances } from '../questions/circumstances.js';
import { cleanQuestion } from '../questions/clean.js';
import { languageOf } from '../questions/language.js';
import type { Directory } from './directory.js';
import { figureQuery, timesOf, unclearDate } from './figure-query.js';
import type { KeptQuery } from './kept-query.js';
import { type Unclear, unclear } from './lookup.js';
import { plainPart } from './plain-part.js';

export type ComparisonAsked = {
  /** Each a metric's id, a name of it, or any words that name one. */
  first: string;
  second: string;
  /** As for a figure; default: the newest date that both have. */
  asOf?: string | undefined;
  language: LanguageCode;
};

export type TimelineAsked = {
  /** Dates or periods in words, or ids of the list of dates; both days are included. Default: no end. */
  from?: string | undefined;
  to?: string | undefined;
  /** A topic's id or name; default: all. */
  topic?: string | undefined;
  language: LanguageCode;
};

/** Two metrics at one date, or what names nothing that is known. */
export function comparisonQuery(
  { first, second, asOf, language }: ComparisonAsked,
  directory: Directory,
  circumstances: Circumstances,
): KeptQuery | Unclear {
  const one = figureQuery({ metric: first, asOf, language }, directory, circumstances);
  if ('unclear' in one) return one;
  const other = figureQuery({ metric: second, asOf, language }, directory, circumstances);
  if ('unclear' in other) return other;
  const [part, added] = [one.parts[0], other.parts[0]];
  if (!part || !added) return one;
  const metrics = [...part.metrics.slice(0, 1), ...added.metrics.slice(0, 1)];
  const times = part.times.length > 0 ? part.times : added.times;
  const surfaces = { ...added.surfaces, ...part.surfaces };
  const told = one.language === language ? other.language : one.language;
  return {
    ...one,
    language: told,
    parts: [{ ...part, metrics, times, surfaces, operation: 'difference' }],
    shown: { kind: 'comparison' },
  };
}

/** Events of a stretch of time and a topic, or what names no date or topic. */
export function timelineQuery(
  asked: TimelineAsked,
  directory: Directory,
  circumstances: Circumstances,
): KeptQuery | Unclear {
  const typed = cleanQuestion(asked.topic ?? '');
  const [topic] = typed === '' ? [] : directory.datedSubjects.exactly(typed);
  const words = [topic === typed ? '' : typed, asked.from ?? '', asked.to ?? ''].join(' ');
  const language = languageOf(words, asked.language);
  if (typed !== '' && topic === undefined)
    return unclear('subject', typed, directory.datedSubjects, language);
  const from = dayOf(asked.from, 'from', circumstances);
  const to = dayOf(asked.to, 'to', circumstances);
  if (from === null || to === null) {
    const wrong = from === null ? asked.from : asked.to;
    const near = directory.choices('event_date', '', language);
    return unclearDate(wrong ?? '', near, language, 'event_date');
  }
  const { today, notAfter } = circumstances;
  const part = plainPart({ focus: 'when' });
  return { language, parts: [part], today, notAfter, shown: { kind: 'timeline', from, to, topic } };
}

/** What is known of a topic, or what names none. */
export function explanationQuery(
  { topic: asked, language: own }: { topic: string; language: LanguageCode },
  directory: Directory,
  { today, notAfter }: Circumstances,
): KeptQuery | Unclear {
  const typed = cleanQuestion(asked);
  const [topic] = directory.subjects.exactly(typed);
  const language = languageOf(topic === typed ? '' : typed, own);
  if (topic === undefined) return unclear('subject', typed, directory.subjects, language);
  const part = plainPart({ focus: 'what' });
  return { language, parts: [part], today, notAfter, shown: { kind: 'explanation', topic } };
}

/** The first or the last day of what was written; undefined for nothing, null for what is no date. */
function dayOf(
  written: string | undefined,
  end: 'from' | 'to',
  circumstances: Circumstances,
): IsoDate | undefined | null {
  if (written === undefined || written.trim() === '') return undefined;
  const times = timesOf(written, circumstances);
  if (times?.length === 0) return circumstances.today;
  return times?.[0]?.[end] ?? null;
}
