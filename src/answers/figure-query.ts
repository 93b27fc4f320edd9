/** A Query for one metric at one date, from what a person picked or typed in a command. */

import { isCalendarDate } from '../knowledge/calendar.js';
import type { Lexicon } from '../knowledge/lexicon.js';
import { splitWords } from '../knowledge/words.js';
import type { LanguageCode } from '../language/format.js';
import type { Circumstances } from '../questions/circumstances.js';
import { cleanQuestion } from '../questions/clean.js';
import { findTimes } from '../questions/dates.js';
import { impossibleDate } from '../questions/impossible-dates.js';
import { languageOf } from '../questions/language.js';
import { wholeCount } from '../questions/metrics.js';
import { eventTimes } from '../questions/moments.js';
import type { Part, Query } from '../questions/query.js';
import type { Clock, Time } from '../questions/time.js';
import { understand } from '../questions/understand.js';
import type { Directory } from './directory.js';
import { timeOfId } from './figure-dates.js';
import { type Unclear, unclear } from './lookup.js';
import type { Choice } from './named.js';
import { plainPart } from './plain-part.js';

export type AskedFigure = {
  /** A metric's id, a name of it, or any words that name one ("women sent back"). */
  metric: string;
  /** An id from the list of dates, or words ("31 october 2025", "last month", "halloween"); default: newest. */
  asOf?: string | undefined;
  /** Language where the words do not tell. */
  language: LanguageCode;
};

/** More characters than this name no date. */
const DATE_LIMIT = 80;
const NEWEST =
  /^(?:the )?(?:newest|latest|most recent|current|now|today|so far|to date|le plus récent|la plus récente|dernier|actuel|maintenant|aujourd['’]hui)$/i;

/** The query, or what in it names nothing that is known. */
export function figureQuery(
  asked: AskedFigure,
  directory: Directory,
  circumstances: Circumstances,
): Query | Unclear {
  const typed = cleanQuestion(asked.metric);
  const [id] = directory.metrics.exactly(typed);
  const language = languageOf(`${id === typed ? '' : typed} ${asked.asOf ?? ''}`, asked.language);
  const part = id === undefined ? partOf(typed, { ...circumstances, language }) : metricPart(id);
  if (!part) return unclear('metric', typed, directory.metrics, language);
  const metric = part.metrics[0]?.id;
  const times = asked.asOf === undefined ? part.times : timesOf(asked.asOf, circumstances);
  if (!times) {
    const near = directory.choices('as_of', '', language, { metric: metric ?? '' });
    return unclearDate(asked.asOf ?? '', near, language);
  }
  const { today, notAfter } = circumstances;
  return { language, parts: [{ ...part, times }], today, notAfter };
}

/** Words that are no date, or a day that does not exist, with dates that can be picked. */
export function unclearDate(
  asked: string,
  near: readonly Choice[],
  language: LanguageCode,
  what: 'date' | 'event_date' = 'date',
): Unclear {
  const labels = near.slice(0, 4).map(({ label }) => label);
  const typed = cleanQuestion(asked);
  const isNoDay = impossibleDate(splitWords(typed.slice(0, DATE_LIMIT))) !== undefined;
  return { unclear: isNoDay ? 'no_day' : what, typed, near: labels, isGuess: false, language };
}

function metricPart(id: string): Part {
  return plainPart({ metrics: [wholeCount(id)] });
}

/** Free words are understood as in a question: words that restrict the count still do. */
function partOf(typed: string, circumstances: Circumstances): Part | undefined {
  const part = understand(typed, { ...circumstances, previous: undefined }).parts.find(
    ({ metrics }) => (metrics[0]?.strength ?? 0) > 0,
  );
  const first = part?.metrics[0];
  if (!part || !first) return undefined;
  // In a question these words would be chatter; beside the name of a figure they narrow it.
  const restrictions = [...new Set([...first.restrictions, ...first.asides])];
  return { ...part, focus: 'quantity', metrics: [{ ...first, restrictions, asides: [] }] };
}

/** The times that were picked or written; undefined where the words are no date or hold more than one. */
export function timesOf(asOf: string, circumstances: Circumstances): Time[] | undefined {
  const picked = timeOfId(asOf.trim());
  if (picked) return isCalendarDate(picked.from) && isCalendarDate(picked.to) ? [picked] : undefined;
  const typed = cleanQuestion(asOf).slice(0, DATE_LIMIT);
  if (typed === '' || NEWEST.test(typed)) return [];
  const { lexicon, today, newestKnown } = circumstances;
  const times = writtenTimes(typed, lexicon, { today, reference: newestKnown });
  // "As of" a month is up to its end: the newest figure that is true by then.
  return times?.map((time) => (time.cue === 'before' ? time : { ...time, cue: 'by' }));
}

function writtenTimes(typed: string, lexicon: Lexicon, clock: Clock): Time[] | undefined {
  const words = lexicon.words(typed);
  if (impossibleDate(words) !== undefined) return undefined;
  const times = findTimes(words, clock);
  if (times.length === 0) {
    // An event is read as a moment where something leads up to it, as "on the first flight" does.
    const moments = [typed, `on ${typed}`].map((text) => eventTimes(lexicon.read(text), new Set(), lexicon));
    return moments.map((found) => found.times).find((found) => found.length > 0);
  }
  const taken = new Set(times.flatMap(({ at }) => at));
  const rest = lexicon
    .units(words, taken)
    .filter((unit) => unit.kind !== 'neutral' && !unit.generic && !unit.at.some((at) => taken.has(at)));
  return rest.length > 0 ? undefined : times;
}
