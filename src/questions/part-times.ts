/** The times of one clause: settled among each other, and taken from around where it has none. */
import { addMonths, daysBetween, type IsoDate, isCalendarDate } from '../knowledge/calendar.js';
import type { Lexicon } from '../knowledge/lexicon.js';
import { fold, type Word } from '../knowledge/words.js';
import type { Circumstances } from './circumstances.js';
import type { Clause } from './clauses.js';
import { findTimes } from './dates.js';
import { eventTimes } from './moments.js';
import { COUNT_PATTERN, countOf, shift, type Time } from './time.js';

/** "Last year", said by somebody at a stated date, is the year before that date. */
export function relativeToAnchor(times: Time[], text: string): Time[] {
  if (
    !/\b(?:saying|said|says|say|seen from|from the point of view|writing|meant?|referring|someone in|back in|speaking)\b/i.test(
      text,
    )
  ) {
    return times;
  }
  const line = fold(text);
  if (!/last year|l'an dernier|l'annee derniere/.test(line)) return times;
  const relative = times.find((time) => time.granularity === 'year');
  const anchor = times.find((time) => time !== relative);
  if (!relative || !anchor) return times;
  const year = Number(anchor.to.slice(0, 4)) - 1;
  return [{ ...relative, from: `${year}-01-01`, to: `${year}-12-31` }];
}

/** Two years or dates are held against each other, so that the year of one is not that of the other. */
const COMPARED =
  /\b(?:than|vs|versus|against|compared|behind|ahead|(?:up|down) on|beat|beaten|exceed\w*|pass|passed|overtak\w*|overtook|more|fewer|que|contre|depasse\w*)\b/;

/** A year given once in a question goes for its other dates as well ("between 7 September and 9 November 2025"). */
export function settleYears(times: Time[], line = ''): Time[] {
  const dated = times.find((time) => !time.yearGuessed && time.granularity !== 'year');
  const years = times.filter((time) => time.granularity === 'year');
  const given = dated ?? (years.length === 1 && !COMPARED.test(fold(line)) ? years[0] : undefined);
  if (!given) return inOneYear(times);
  // "April, May and June this year": the year says which months, and is no time of its own.
  const [year] = years;
  const isOfMonths = year === given && times.some((time) => time.yearGuessed && isDirectlyBefore(time, year));
  const named = isOfMonths ? times.filter((time) => time !== year) : times;
  return named.map((time) => {
    if (!time.yearGuessed) return time;
    const shift = (date: IsoDate) => `${given.to.slice(0, 4)}${date.slice(4)}`;
    const moved = { ...time, from: shift(time.from), to: shift(time.to), yearGuessed: false };
    // "Between 6 August and late January 2026": what comes first in a stretch is the earlier.
    const isPast = moved.from > given.to && Math.min(...time.at) < Math.min(...given.at) && bindsTwo(line);
    const settled = isPast
      ? { ...moved, from: addMonths(moved.from, -12), to: addMonths(moved.to, -12) }
      : moved;
    return settled.from <= settled.to ? settled : time;
  });
}

/** "From 19 September to 18 October": two dates without a year that follow each other are of one year. */
function inOneYear(times: Time[]): Time[] {
  const [one, other] = times;
  if (times.length !== 2 || !one?.yearGuessed || !other?.yearGuessed) return times;
  if (one.from <= other.from || one.from.slice(5) > other.from.slice(5)) return times;
  return [{ ...one, from: addMonths(one.from, -12), to: addMonths(one.to, -12) }, other];
}

/** "On 5 January that year": of the year that was told. */
const THAT_YEAR = /\b(?:(?:that|the same) (?:same )?year|cette année[- ]là|la même année)\b/i;

/**
 * "And in June?", after a question about May 2025: a time without its year is the one nearest to what was told, and
 * none that is still to come.
 */
export function nearTo(told: Time, time: Time, text: string, today: IsoDate): Time {
  if (!time.yearGuessed) return time;
  const year = Number(told.to.slice(0, 4));
  const inYear = (date: IsoDate, shifted: number) => `${year + shifted}${date.slice(4)}`;
  const moved = (THAT_YEAR.test(text) ? [0] : [0, 1, -1]).map((shifted) => ({
    ...time,
    from: inYear(time.from, shifted),
    to: inYear(time.to, shifted),
    yearGuessed: false,
  }));
  const apart = ({ to }: Time) => Math.abs(daysBetween(told.to, to));
  const [nearest] = moved
    .filter(({ from, to }) => isCalendarDate(from) && isCalendarDate(to) && from <= to && from <= today)
    .sort((a, b) => apart(a) - apart(b));
  return nearest ?? time;
}

function isDirectlyBefore(time: Time, year: Time): boolean {
  const last = Math.max(...time.at);
  const first = Math.min(...year.at);
  return first > last && first - last <= 2;
}

const LATER = new RegExp(
  `\\b(?<count>${COUNT_PATTERN}) (?<step>days?|weeks?|fortnights?|months?|years?) (?:later|after that|afterwards)\\b`,
  'i',
);

/** "At the end of October and again ten days later": the second time follows from the first. */
export function withLater(times: readonly Time[], text: string): Time[] {
  const last = times.at(-1);
  const match = LATER.exec(text);
  if (!last || !match?.groups) return [...times];
  const count = countOf(match.groups.count?.toLowerCase());
  const moved = (date: IsoDate) => shift(date, count, match.groups?.step ?? 'day');
  return [
    ...times,
    { ...last, from: moved(last.to), to: moved(last.to), cue: 'by', granularity: 'day', at: [10_000] },
  ];
}

const YEAR_BEFORE =
  /\b(?:year before|previous year|preceding year|prior year|year just (?:gone|ended|over|past)|(?:whole|all|total|entirety) of the (?:previous one|one before)|annee precedente|annee d'avant)(?=\W*(?:$|[,.?!;:)]|\b(?:by|in|at|as|already|combined)\b))/;
/** What was counted over that year, said beside a time at which it was said. */
const OF_YEAR_BEFORE =
  /\b(?:for|of|in|over|across|during) (?:the |that )?(?:whole |full )?(?:of )?(?:the )?(?:year before|previous year|preceding year|prior year|year just (?:gone|ended|over|past))/;

/** "By 9 November 2025, beaten the whole of the year before?": the year before the one that is stated. */
export function withYearBefore(times: readonly Time[], text: string): Time[] {
  const [only] = times;
  if (!only || times.length > 1 || only.granularity === 'year' || !YEAR_BEFORE.test(fold(text)))
    return [...times];
  const year = Number(only.to.slice(0, 4)) - 1;
  const whole: Time = {
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    cue: 'in',
    granularity: 'year',
    yearGuessed: false,
    at: [10_001],
  };
  const line = fold(text);
  return OF_YEAR_BEFORE.test(line) && !COMPARED.test(line) ? [whole] : [only, whole];
}

const SAME_DAY =
  /\b(?:same (?:day|date|point|time|stage|period|moment)|(?:meme|memes) (?:jour|date|epoque|periode|moment|stade))\b.*?(?:last year|year (?:before|earlier)|previous year|an(?:nee)? (?:dernier|derniere|precedente|d'avant)|(?:in |of |de |en )?(?<year>20\d{2}))/;

/** "The first half of 2026 and of 2025": the same months of the other year. */
const OF_ANOTHER_YEAR =
  /\b(?:half|quarter|months|semestre|trimestre|moitie|mois) (?:of |de )?20\d{2} (?:and|or|than|vs|versus|against|et|ou|que) (?:that |those |celui |celle |ceux )?(?:of|de) (?<year>20\d{2})\b/;

/** "2026 up to 28 September against the same day last year": the year before, up to that day as well. */
export function withSameDay(times: readonly Time[], text: string): Time[] {
  const match = SAME_DAY.exec(fold(text));
  const day = times.find((time) => time.granularity === 'day');
  if (!day) {
    const other = match ?? OF_ANOTHER_YEAR.exec(fold(text));
    return other ? withSameStretch(times, other.groups?.year) : [...times];
  }
  if (!match) return withLastYear(times, day, fold(text));
  const year = match.groups?.year ? Number(match.groups.year) : Number(day.to.slice(0, 4)) - 1;
  const date = `${year}${day.to.slice(4)}`;
  if (!isCalendarDate(date) || date === day.to) return [...times];
  const same: Time = { ...day, from: date, to: date, cue: 'by', yearGuessed: false, at: [10_002] };
  return [{ ...day, cue: 'by' }, same];
}

/** "By the end of September 2026 than by the same point in 2025": those days of the year that is named, or the one before. */
function withSameStretch(times: readonly Time[], named: string | undefined): Time[] {
  const [stretch, ...years] = times;
  if (!stretch || !/^(?:part|month|span)$/.test(stretch.granularity)) return [...times];
  if (years.some(({ granularity, to }) => granularity !== 'year' || to.slice(0, 4) !== named))
    return [...times];
  const year = named ?? String(Number(stretch.to.slice(0, 4)) - 1);
  if (year === stretch.to.slice(0, 4)) return [...times];
  const [from, to] = [stretch.from, stretch.to].map((date) => `${year}${date.slice(4)}`);
  if (!from || !to || !isCalendarDate(to)) return [...times];
  return [stretch, { ...stretch, from, to, yearGuessed: false, at: [10_002] }];
}

/** An unfinished year is behind or ahead of the one before by what that had reached on the same day. */
const HELD_AGAINST_LAST_YEAR =
  /\b(?:behind|ahead of|(?:up|down) on|than|versus|vs|against|compared (?:to|with)|from|que|par rapport a|(?:percent(?:age)?|%|share|fraction|proportion) of)\b(?: \w+){0,2} (?:last year|l an dernier|l annee derniere|l annee passee)/;
const WHOLE_YEAR = /\b(?:whole|all of|entire|total|full|beat\w*|pass\w*|overt\w+|exceed\w*|record|toute)\b/;

/** "Are crossings up on last year": this year is held against it. */
export function withThisYear(times: readonly Time[], text: string): Time[] {
  const line = fold(text);
  const [year, ...more] = times;
  if (year?.granularity !== 'year' || more.length > 0) return [...times];
  if (!HELD_AGAINST_LAST_YEAR.test(line) || WHOLE_YEAR.test(line)) return [...times];
  const next = String(Number(year.to.slice(0, 4)) + 1);
  const current: Time = { ...year, from: `${next}-01-01`, to: `${next}-12-31`, cue: 'in', at: [] };
  return [current, { ...year, cue: 'in' }];
}

function withLastYear(times: readonly Time[], day: Time, line: string): Time[] {
  const year = times.find(
    ({ granularity, to }) => granularity === 'year' && to.slice(0, 4) < day.to.slice(0, 4),
  );
  const isBefore = year !== undefined && Number(year.to.slice(0, 4)) === Number(day.to.slice(0, 4)) - 1;
  const others = times.filter(
    (time) => time !== day && time !== year && (time.from > day.from || time.to < day.to),
  );
  if (!isBefore || others.length > 0 || !HELD_AGAINST_LAST_YEAR.test(line) || WHOLE_YEAR.test(line))
    return [...times];
  const date = `${year.to.slice(0, 4)}${day.to.slice(4)}`;
  if (!isCalendarDate(date)) return [...times];
  return [
    { ...day, cue: 'by' },
    { ...day, from: date, to: date, cue: 'by', at: year.at },
  ];
}

const OF_BOTH = /\b(?:both|each|either|the two|les deux|chaque) (?:years?|ann[ée]es?)\b|\bin both\b/i;

/** "On 28 September, was 2026 behind 2025": the day is meant of each of the two years, with what they had come to. */
export function onDayOfEach(times: readonly Time[], text: string): Time[] {
  const [day, ...more] = times.filter(({ granularity }) => granularity === 'day');
  const years = times.filter(({ granularity }) => granularity === 'year');
  if (!day?.yearGuessed || more.length > 0 || years.length !== 2 || times.length !== 3) return [...times];
  // "By how many did 2025 up to 9 November beat 2024": there the day is of the year that it follows.
  const isOfYear = years.some(({ at }) => Math.min(...at) < Math.min(...day.at));
  if (isOfYear && !OF_BOTH.test(text)) return [...times];
  return years.map((year): Time => {
    const date = `${year.to.slice(0, 4)}${day.to.slice(4)}`;
    return { ...day, from: date, to: date, cue: 'by', yearGuessed: false, at: [...day.at, ...year.at] };
  });
}

/** "2025 on 9 November", "2025 at 30 June": what the year had come to by that day, and no day of it. */
export function ofRunningYear(times: readonly Time[]): Time[] {
  return times.map((time) => {
    const first = Math.min(...time.at);
    const isOfYear = times.some(
      ({ granularity, at, to }) =>
        granularity === 'year' &&
        at.length === 1 &&
        at[0] === first - 1 &&
        to.slice(0, 4) === time.to.slice(0, 4),
    );
    return time.cue === 'on' && time.granularity === 'day' && isOfYear ? { ...time, cue: 'by' } : time;
  });
}

/** "Boxing Day minus six, that is 20 December": what follows says more exactly what stands before. */
const THAT_IS =
  /^[^.?!;]{0,25}?,?\s*\b(?:that is(?: to say)?|that['’]s|i\.?e\.?|namely|in other words|or rather|meaning|c['’]est[- ]à[- ]dire|soit)\b[\s,:]*(?:the |on |le )?$/i;

/** "Guy Fawkes weekend (8-9 Nov)": what stands in brackets says more exactly what stands before them. */
export function restated(times: readonly Time[], text: string, words: readonly Word[]): Time[] {
  return times.filter((time) => {
    const last = words[Math.max(...time.at)];
    const next = times
      .map(({ at }) => words[Math.min(...at)])
      .filter((word) => word !== undefined && last !== undefined && word.start > last.start)
      .sort((a, b) => (a?.start ?? 0) - (b?.start ?? 0))[0];
    if (last && next && THAT_IS.test(text.slice(last.end, next.start))) return false;
    const bracket = last ? text.indexOf('(', last.end) : -1;
    // "Since 6 August (up to 30 June)" is bounded by what follows, not said again.
    if (!last || bracket < 0 || time.cue === 'since' || /\S/.test(text.slice(last.end, bracket))) return true;
    const close = text.indexOf(')', bracket);
    return !times.some((other) =>
      other.at.some((index) => {
        const word = words[index];
        return word !== undefined && word.start > bracket && (close < 0 || word.end <= close);
      }),
    );
  });
}

/** In order of the text, each stretch of time once ("armistice day (11 nov)" is one day). */
export function distinct(times: readonly Time[]): Time[] {
  const sorted = [...times].sort((a, b) => (a.at[0] ?? 0) - (b.at[0] ?? 0));
  const finer = (year: Time) =>
    sorted.some(
      (time) =>
        /^(?:on|by|before)$/.test(time.cue) &&
        time.granularity !== 'year' &&
        time.from >= year.from &&
        time.to <= year.to,
    );
  return sorted.filter(
    (time, index) =>
      !(time.granularity === 'year' && finer(time)) &&
      sorted.findIndex((other) => other.from === time.from && other.to === time.to) === index,
  );
}

/** "The interview in January 2026": the month only says again when the named moment was. */
export function withoutWider(dated: readonly Time[], moments: readonly Time[]): Time[] {
  return dated.filter(
    (time) =>
      time.granularity === 'day' ||
      !moments.some((moment) => moment.from >= time.from && moment.to <= time.to && moment.cue !== 'since'),
  );
}

/** "The 1951 convention" is a name, not a date. */
export function insidePhrase(time: Time, words: readonly Word[], lexicon: Lexicon): boolean {
  if (time.granularity !== 'year') return false;
  if (/^(?:general|elections?|legislatives)$/.test(words[Math.max(...time.at) + 1]?.folded ?? ''))
    return true;
  return lexicon
    .units(words)
    .some((unit) => unit.kind === 'term' && unit.at.length > 1 && unit.at.some((index) => holdsYear(index)));

  function holdsYear(index: number): boolean {
    return time.at.includes(index) && /^\d/.test(words[index]?.folded ?? '');
  }
}

export function bindsTwo(text: string): boolean {
  return /\b(?:19|20)\d{2} ?(?:to|until|till|through|thru|-|–) ?(?:19|20)\d{2}\b|\b(?:between|from|entre|depuis|de|du|since|after)\b[\s\S]*\b(?:and|to|until|till|up to|et|a|au|jusqu|by|before)\b/.test(
    fold(text),
  );
}

/** So many words beside a question may be no more than a moment's name. */
const FEW_WORDS = 5;

const STATED = /\d{4}|\b\d{1,2}[/.]\d{1,2}[/.]\d{2}\b|\bago\b|\blast\b|yesterday/i;

/** Times that stand around a clause without one, and whether they bound a stretch. */
export function timesAround(
  clause: Clause,
  around: readonly Clause[],
  circumstances: Circumstances,
): { times: Time[]; between: boolean } {
  const clock = { today: circumstances.today, reference: circumstances.newestKnown };
  const near = around.filter((other) => Math.abs(other.sentence - clause.sentence) <= 1);
  for (const other of near) {
    const reading = circumstances.lexicon.read(other.text);
    const told = settleYears(relativeToAnchor(findTimes(reading.words, clock), other.text));
    const stated = restated(told, other.text, reading.words).filter(
      (time) => !time.yearGuessed && STATED.test(other.text),
    );
    if (stated.length > 0)
      return {
        times: stated.map((time) => ({ ...time, at: [] })),
        between: stated.length >= 2 && bindsTwo(other.text),
      };
    // "… LBC figures": a few words beside the question that name a moment.
    if (!other.asks && reading.words.length <= FEW_WORDS) {
      const { times } = eventTimes(reading, new Set(), circumstances.lexicon);
      if (times.length > 0) return { times: times.map((time) => ({ ...time, at: [] })), between: false };
    }
  }
  return { times: [], between: false };
}
