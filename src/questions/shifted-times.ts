/** Times that are said from the time of the question before: "the year after", "and on the Sunday?". */
import { endOfMonth, type IsoDate, weekdayOf } from '../knowledge/calendar.js';
import { fold } from '../knowledge/words.js';
import type { Part } from './query.js';
import { countOf, shift, type Time } from './time.js';

/** "The year after", "ten days later": moved from the time of the question before. */
export function withShiftedTime(before: Part, part: Part): Part {
  const time = before.times.at(-1);
  const line = fold(part.text);
  const match =
    /\b(?:(?<count>\d+|a|an|one|two|three|four|five|six|ten|seven|un|une|deux|trois|dix) )?(?:the |that |l')?(?:following |next )?(?<step>year|month|week|fortnight|day|an|annee|mois|semaine|jour)s? (?:d['’ ]?)?(?<side>after|later|before|earlier|apres|plus tard|avant|suivante?|precedente?)\b/.exec(
      line,
    ) ?? /\b(?<side>following|next|previous) (?<step>year|month|week|day)\b/.exec(line);
  const sameStretch = time && sameInYear(time, part, line);
  if (sameStretch) return { ...part, times: [sameStretch] };
  const weekday = time && part.times.length === 0 ? weekdayBeside(time, line) : undefined;
  if (weekday) return { ...part, times: [weekday] };
  if (!time || part.times.some(({ at }) => at.length > 0) || !match?.groups) return part;
  const words: Record<string, number> = { seven: 7, ten: 10, dix: 10 };
  const count = words[match.groups.count ?? ''] ?? countOf(match.groups.count ?? 'a');
  const sign = /before|earlier|avant|precedent|previous/.test(match.groups.side ?? '') ? -1 : 1;
  const step = match.groups.step === 'annee' ? 'year' : (match.groups.step ?? 'day');
  // The month before one that ends on the 30th ends on the 31st.
  const isEnd = /^(?:month|mois|year|an)/.test(step) && time.to === endOf(time.to, 'month');
  const shifted = (date: IsoDate) => {
    const same = shift(date, sign * count, step);
    return isEnd && date === time.to ? endOf(same, 'month') : same;
  };
  // "At the end of the month before that": its last day, whatever day was asked about before.
  const atEnd = /\b(?:end|close|fin) (?:of |du |de )?(?:the |that |l')?$/.test(line.slice(0, match.index));
  const moved = (date: IsoDate) => (atEnd ? endOf(shifted(date), step) : shifted(date));
  const metrics = part.metrics.length > 0 ? part.metrics : before.metrics;
  return {
    ...part,
    metrics,
    times: [
      {
        ...time,
        from: moved(time.from),
        to: moved(time.to),
        at: [],
        ...(atEnd ? { cue: 'by' as const, granularity: 'day' as const } : {}),
      },
    ],
    tokens: [],
  };
}

/** "And the same month last year?": the month of the question before, in the year that is named. */
function sameInYear(time: Time, { times }: Part, line: string): Time | undefined {
  const [year, ...others] = times;
  if (year?.granularity !== 'year' || others.length > 0 || !/^(?:month|day|span)$/.test(time.granularity))
    return undefined;
  if (!/\b(?:same|meme) (?:month|day|date|week|time|period|stretch|mois|jour|periode)\b/.test(line))
    return undefined;
  const inYear = (date: IsoDate) => `${year.to.slice(0, 4)}${date.slice(4)}`;
  const to = inYear(time.to);
  const isWhole = time.granularity === 'month' && time.to === endOf(time.to, 'month');
  return {
    ...time,
    from: inYear(time.from),
    to: isWhole ? endOf(`${to.slice(0, 8)}01`, 'month') : to,
    at: year.at,
  };
}

const WEEKDAYS = [
  /\b(?:sunday|dimanche)\b/,
  /\b(?:monday|lundi)\b/,
  /\b(?:tuesday|mardi)\b/,
  /\b(?:wednesday|mercredi)\b/,
  /\b(?:thursday|jeudi)\b/,
  /\b(?:friday|vendredi)\b/,
  /\b(?:saturday|samedi)\b/,
];

/** "And on the Sunday?", after a question about a day: the nearest one. */
function weekdayBeside(time: Time, line: string): Time | undefined {
  const wanted = WEEKDAYS.findIndex((pattern) => pattern.test(line));
  if (wanted < 0 || time.granularity !== 'day') return undefined;
  const ahead = (wanted - weekdayOf(time.to) + 7) % 7;
  const date = shift(time.to, ahead > 3 ? ahead - 7 : ahead, 'day');
  return { ...time, from: date, to: date, cue: 'on', at: [] };
}

/** The last day of the month or the year that a day lies in. */
function endOf(date: IsoDate, step: string): IsoDate {
  if (/^(?:year|an)/.test(step)) return `${date.slice(0, 4)}-12-31`;
  return /^(?:month|mois)/.test(step) ? endOfMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7))) : date;
}
