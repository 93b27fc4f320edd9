/** Finds the numbers that a text prints, as digits or as English or French words. */
import { factors, type NumberWord, numberWord } from './number-words.js';

/**
 * A number and where it stands. `value` is NaN for what isn't a quantity (a time, a date in digits).
 * `day` is set on the day of a date ("18 September", "Nov 6-8"), with its month; `year` on a year.
 */
export type PrintedNumber = {
  value: number;
  start: number;
  end: number;
  form: 'digits' | 'words' | 'ordinal';
  day?: { day: number; month: number };
  year?: boolean;
};

/** All numbers of a text, in the order in which they stand. */
export function numbersIn(text: string): PrintedNumber[] {
  const digits = markDates(text, numbersInDigits(text));
  const taken = (start: number, end: number) =>
    digits.some((found) => start < found.end && end > found.start);
  const words = numbersInWords(text).filter((found) => !taken(found.start, found.end));
  return [...digits, ...words].sort((a, b) => a.start - b.start);
}

const GROUPED = String.raw`\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?!\d)(?:\.\d+)?`;
const PLAIN = String.raw`\d+(?:\.\d+|,\d{1,2}(?!\d))?`;
const FACTOR = String.raw`(?:(?:k|m|bn)(?![\p{L}\d])|[ -](?:thousand|millions?|billion|mille|milliards?)(?!\p{L}))`;
const DIGITS = new RegExp(
  [
    String.raw`(?<other>\d{1,2}:\d{2}(?!\d)|\d{4}-\d{2}-\d{2}(?!\d)|\d{1,2}/\d{1,2}/\d{4}(?!\d))`,
    `(?<number>${GROUPED}|${PLAIN})(?<factor>${FACTOR})?`,
  ].join('|'),
  'giu',
);

function numbersInDigits(text: string): PrintedNumber[] {
  const found: PrintedNumber[] = [];
  for (const match of text.matchAll(DIGITS)) {
    const start = match.index;
    const end = start + match[0].length;
    const { number, factor } = match.groups ?? {};
    const ordinal = /^(?:st|nd|rd|th|er|re|e|ème)(?!\p{L})/iu.test(text.slice(end));
    const form = ordinal ? 'ordinal' : 'digits';
    if (number === undefined) {
      found.push({ value: Number.NaN, start, end, form });
      continue;
    }
    const times = factor === undefined ? 1 : (factors[factor.replace(/^[ -]/, '').toLowerCase()] ?? 1);
    found.push({ value: Math.round(digitValue(number) * times * 1e6) / 1e6, start, end, form });
  }
  return found;
}

/** "38,726", "38 726" and "38726" are one number; a comma before one or two last digits is a decimal one. */
function digitValue(digits: string): number {
  if (/^\d+,\d{1,2}$/.test(digits)) return Number(digits.replace(',', '.'));
  return Number(digits.replaceAll(/[,\u00a0\u202f ]/g, ''));
}

const monthNames = [
  ['january', 'jan', 'janvier'],
  ['february', 'feb', 'février', 'fevrier'],
  ['march', 'mar', 'mars'],
  ['april', 'apr', 'avril'],
  ['may', 'mai'],
  ['june', 'jun', 'juin'],
  ['july', 'jul', 'juillet'],
  ['august', 'aug', 'août', 'aout'],
  ['september', 'sept', 'sep', 'septembre'],
  ['october', 'oct', 'octobre'],
  ['november', 'nov', 'novembre'],
  ['december', 'dec', 'décembre', 'decembre'],
];
const MONTH = String.raw`(?<month>${monthNames
  .flat()
  .sort((a, b) => b.length - a.length)
  .join('|')})(?!\p{L})`;
const DAY = String.raw`\d{1,2}(?!\d)(?:st|nd|rd|th|er)?`;
const DAYS = String.raw`(?<days>${DAY}(?:\s*(?:-|–|to|and|et|au)\s*${DAY})?)`;
const DAYS_FIRST = new RegExp(String.raw`(?<![\d,.])${DAYS}\s+(?:of\s+)?${MONTH}`, 'giu');
const MONTH_FIRST = new RegExp(String.raw`(?<!\p{L})${MONTH}\.?\s+${DAYS}(?![,.]?\d)`, 'giu');

function markDates(text: string, numbers: PrintedNumber[]): PrintedNumber[] {
  const spans = [...text.matchAll(DAYS_FIRST), ...text.matchAll(MONTH_FIRST)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    month: monthNames.findIndex((list) => list.includes(match.groups?.month?.toLowerCase() ?? '')) + 1,
  }));
  return numbers.map((number) => {
    const span = spans.find(({ start, end }) => start <= number.start && number.end <= end);
    if (span && number.value >= 1 && number.value <= 31) {
      return { ...number, day: { day: number.value, month: span.month } };
    }
    const isYear = /^(?:19|20)\d\d$/.test(text.slice(number.start, number.end));
    return isYear ? { ...number, year: true } : number;
  });
}

/** Reads "twenty-five", "two hundred and eighty-one", "fifty", "second", "quatre-vingt-quatorze". */
function numbersInWords(text: string): PrintedNumber[] {
  const found: PrintedNumber[] = [];
  let open: OpenNumber | undefined;
  const close = () => {
    if (open)
      found.push({
        ...open.span,
        value: open.total + open.current,
        form: open.ordinal ? 'ordinal' : 'words',
      });
    open = undefined;
  };
  for (const match of text.matchAll(/\p{L}+/gu)) {
    const word = numberWord(match[0].toLowerCase());
    const start = match.index;
    const end = start + match[0].length;
    if (
      !word ||
      (word.continues && !open) ||
      (word.value === 100 && /\b(?:per|pour) $/i.test(text.slice(0, start)))
    )
      continue;
    const gap = open ? text.slice(open.span.end, start) : '';
    if (open && !open.ordinal && /^(?:[ -]| and | et |-et-)$/.test(gap) && append(open, word)) {
      open.span.end = end;
    } else {
      close();
      if (word.continues) continue;
      open = { total: 0, current: 0, ordinal: false, last: 0, span: { start, end } };
      append(open, word);
    }
    open.ordinal = word.ordinal;
  }
  close();
  return found;
}

type OpenNumber = {
  total: number;
  current: number;
  ordinal: boolean;
  last: number;
  span: { start: number; end: number };
};

/** Adds a word to a number, if the word can follow what is there; tells whether it did. */
function append(open: OpenNumber, word: NumberWord): boolean {
  const { last } = open;
  const { kind, value } = word;
  if (kind === 'scale') {
    if (value >= 1000) {
      open.total += Math.max(open.current, 1) * value;
      open.current = 0;
    } else open.current = Math.max(open.current, 1) * value;
    open.last = Math.max(100, value);
    return true;
  }
  if (kind === 'ten' && value === 20 && last === 4) {
    open.current += 76;
    open.last = 80;
    return true;
  }
  const afterTen = last >= 20 && last < 100 && last % 10 === 0;
  const dixSept = last === 10 && value >= 7;
  const follows = value < 10 ? afterTen || dixSept : value < 20 && (last === 60 || last === 80);
  if (last !== 0 && last < 100 && !follows) return false;
  open.current += value;
  open.last = value;
  return true;
}
