/** Words for months, seasons and feast days, English and French, folded as questions are. */
import { addDays, type IsoDate, isoDate, weekdayOf } from '../knowledge/calendar.js';

const MONTH_WORDS: readonly (readonly string[])[] = [
  ['january', 'jan', 'janvier', 'janv'],
  ['february', 'feb', 'fevrier', 'fevr'],
  ['march', 'mar', 'mars'],
  ['april', 'apr', 'avril'],
  ['may', 'mai'],
  ['june', 'jun', 'juin'],
  ['july', 'jul', 'juillet', 'juil'],
  ['august', 'aug', 'aout'],
  ['september', 'sept', 'sep', 'septembre'],
  ['october', 'oct', 'octobre'],
  ['november', 'nov', 'novembre', 'novemeber', 'novemebr', 'novmber'],
  ['december', 'dec', 'decembre'],
];

const MONTHS = new Map(
  MONTH_WORDS.flatMap((words, index) => words.map((word) => [word, index + 1] as const)),
);

/** Alternation for a regular expression that matches any month word. */
export const MONTH_PATTERN = [...MONTHS.keys()].sort((a, b) => b.length - a.length).join('|');

/** 1 to 12 for a month word, undefined for any other. */
export function monthNumber(word: string): number | undefined {
  return MONTHS.get(word);
}

/** Months (first and last) of a season word; winter runs from December into the next year. */
const SEASONS = new Map<string, readonly [number, number]>([
  ['spring', [3, 5]],
  ['printemps', [3, 5]],
  ['summer', [6, 8]],
  ['ete', [6, 8]],
  ['autumn', [9, 11]],
  ['automne', [9, 11]],
  ['winter', [12, 14]],
  ['hiver', [12, 14]],
]);

export const SEASON_PATTERN = [...SEASONS.keys()].join('|');

/** First and last month of a season; the last may exceed 12 and then lies in the next year. */
export function seasonMonths(word: string): readonly [number, number] | undefined {
  return SEASONS.get(word);
}

type NamedDay = { pattern: string; day: (year: number) => IsoDate };

const fixed = (pattern: string, month: number, day: number): NamedDay => ({
  pattern,
  day: (year) => isoDate(year, month, day),
});

const NAMED_DAYS: readonly NamedDay[] = [
  fixed('halloween|hallowe en|all hallows eve|trick or treat(?: night)?', 10, 31),
  fixed('bonfire night|guy fawkes(?: night| day)?|fireworks night', 11, 5),
  fixed('christmas eve|reveillon de noel', 12, 24),
  fixed('christmas(?: day)?|xmas|noel', 12, 25),
  fixed('boxing day', 12, 26),
  fixed('new years? eve|nye|saint sylvestre|reveillon', 12, 31),
  fixed('new years?(?: day)?|nouvel an|jour de l an', 1, 1),
  fixed('valentines?(?: day)?|saint valentin', 2, 14),
  fixed('bastille day|14 juillet|fete nationale', 7, 14),
  fixed('all saints(?: day)?|toussaint', 11, 1),
  fixed('armistice(?: day)?|remembrance day|poppy day', 11, 11),
  { pattern: 'easter sunday|easter(?: day)?|paques', day: easter },
  { pattern: 'good friday|vendredi saint', day: (year) => addDays(easter(year), -2) },
  { pattern: 'easter monday|lundi de paques', day: (year) => addDays(easter(year), 1) },
  { pattern: 'remembrance sunday', day: (year) => secondSundayOfNovember(year) },
];

export const NAMED_DAY_PATTERN = NAMED_DAYS.map((named) => named.pattern).join('|');

/** The date of a feast day in `year`, or undefined if the words name none. */
export function namedDay(words: string, year: number): IsoDate | undefined {
  const named = NAMED_DAYS.find(({ pattern }) => new RegExp(`^(?:${pattern})$`).test(words));
  return named?.day(year);
}

/** Easter Sunday of the Gregorian calendar, by the anonymous computus (Meeus, Astronomical Algorithms, chapter 8). */
function easter(year: number): IsoDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const moon =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * toSunday) / 451);
  const days = moon + toSunday - 7 * late + 114;
  return isoDate(year, Math.floor(days / 31), (days % 31) + 1);
}

function secondSundayOfNovember(year: number): IsoDate {
  const first = isoDate(year, 11, 1);
  return addDays(first, ((7 - weekdayOf(first)) % 7) + 7);
}
