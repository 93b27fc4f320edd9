/** The numbers that a message states, and how exactly it states them. */
import { numbersIn, type PrintedNumber } from '../../knowledge/numbers.js';
import { type Fraction, fractionsIn } from './fractions.js';
import { type Manner, placed } from './manner.js';
import { noneIn } from './none-came.js';

/** What a number is a number of: things, a share in percent, a multiple, money, or a date (as 20250918). */
export type Kind = 'count' | 'percent' | 'times' | 'money' | 'date';

export type Stated = {
  kind: Kind;
  manner: Manner;
  /** The number; of a range the lower end. */
  value: number;
  /** The upper end of a range; equal to `value` where there is none. */
  high: number;
  /** Of money, where it is named. */
  currency: 'pound' | 'euro' | undefined;
  /** Written with a factor ("41k") or in full. */
  short: boolean;
  /** A length of time or an age ("47 days in detention"), which hardly any source here counts. */
  isTime: boolean;
  /** Where number and manner stand in the text; `from` and `to` bound the digits or words alone. */
  start: number;
  end: number;
  from: number;
  to: number;
};

const RANGE =
  /(?:(?:between|from|entre|de)\s+)?(?<low>\d[\d,.]*\d|\d)(?<lowk>k?)\s*(?<joint>-|–|to|and|et|à|or|ou)\s*(?<high>\d[\d,.]*\d|\d)(?<highk>k?)(?![\d,.]*\d|:)/gi;
const CHOICE = /\s(?:or|ou)\s/i;
const ASKED = /^[^.!?\n]{0,200}\?/;
const IS_RANGE = /^(?:between|from|entre)\b|[-–]/i;

const TIMES = /^\s*(?:times (?:as many|as much|more|the)|fois plus)\b/i;
const PERCENT = /^\s?(?:%|per ?cent\b|percent\b|pct\b|pour ?cent\b)/i;
/** So many characters after a number tell its kind. */
const BESIDE = 40;
/** "56 grand", "£660 mil". */
const THOUSANDS = /^\s?grand\b/i;
const MILLIONS = /^\s?mill?s?\b/i;
const CURRENCY_BEFORE = /[£€$]\s?$/;
const CURRENCY_AFTER =
  /^\s?(?:[£€$]|(?:k|m|bn|mill?)?\s?(?:quid|pounds?|euros?|dollars?|grand|pence|livres?|sterling|eur|gbp)\b)/i;

/** Every number of the text that could count something, in order; those that overlap a wider one are left out. */
export function statedIn(text: string): Stated[] {
  const wide = [...fractionsIn(text).map((fraction) => shareFrom(fraction, text)), ...rangesIn(text)];
  const plain = numbersIn(text).filter(
    ({ start, end }) => !wide.some((other) => start < other.to && end > other.from),
  );
  return (
    [...wide, ...noneIn(text).map(nought), ...plain.flatMap((number) => statedFrom(number, text))]
      // "Was it 18 or 23?" claims neither.
      .filter(({ from, to }) => !(CHOICE.test(text.slice(from, to)) && ASKED.test(text.slice(to))))
      .sort((a, b) => a.from - b.from)
  );
}

function nought({ from, to }: { from: number; to: number }): Stated {
  const place = { start: from, end: to, from, to };
  return {
    ...place,
    kind: 'count',
    manner: 'exact',
    value: 0,
    high: 0,
    currency: undefined,
    short: false,
    isTime: false,
  };
}

function statedFrom(number: PrintedNumber, text: string): Stated[] {
  const { value, start, end, form } = number;
  if (Number.isNaN(value) || form === 'ordinal' || number.day || number.year) return [];
  const written = text.slice(start, end);
  const rest = text.slice(end, end + BESIDE);
  const percent = PERCENT.exec(rest);
  const isOne = form === 'words' && /^(?:one|un|une)$/i.test(written);
  if (isOne && !percent && !isLone(text.slice(0, start), rest)) return [];
  const times = TIMES.exec(rest);
  const money = CURRENCY_BEFORE.test(text.slice(Math.max(0, start - 2), start)) || CURRENCY_AFTER.test(rest);
  const kind: Kind = percent ? 'percent' : times ? 'times' : money ? 'money' : 'count';
  const to = end + ((percent ?? times ?? MILLIONS.exec(rest))?.[0].length ?? 0);
  const short = /[a-z]$/i.test(written) && form === 'digits';
  const named = `${text.slice(Math.max(0, start - 2), start)} ${rest.slice(0, 12)}`;
  const currency =
    kind !== 'money'
      ? undefined
      : /€|euro|eur\b/i.test(named)
        ? 'euro'
        : /£|quid|pound|grand|livre|sterling|gbp/i.test(named)
          ? 'pound'
          : undefined;
  const factor = MILLIONS.test(rest) ? 1_000_000 : kind === 'money' && THOUSANDS.test(rest) ? 1_000 : 1;
  const amount = value * factor;
  return [
    {
      ...placed(text, start, to),
      kind,
      value: amount,
      high: amount,
      currency,
      short: short || factor > 1,
      isTime: false,
    },
  ];
}

/** "Just one person": elsewhere the word is hardly ever a number. */
function isLone(before: string, after: string): boolean {
  return (
    /(?:only|just|exactly|precisely|seulement|juste|qu')\s?$/i.test(before) &&
    /^\s(?:person|man|migrant|of (?:them|those|the)|individual|guy|bloke|personne|homme)(?!\p{L})/iu.test(
      after,
    )
  );
}

/** A share in words is a rounded one. */
function shareFrom({ kind, value, from, to }: Fraction, text: string): Stated {
  const place = placed(text, from, to);
  const manner = place.manner === 'exact' ? 'about' : place.manner;
  return { ...place, manner, kind, value, high: value, short: false, isTime: false, currency: undefined };
}

function rangesIn(text: string): Stated[] {
  return [...text.matchAll(RANGE)].flatMap((match): Stated[] => {
    const { low = '', high = '', lowk, highk, joint } = match.groups ?? {};
    const isChoice = /^(?:or|ou)$/i.test(joint ?? '');
    const ends = [low, high].map((digits, index) => {
      const factor = (index === 0 ? lowk || highk : highk) ? 1_000 : 1;
      return Number(digits.replace(/,(?=\d{3})/g, '')) * factor;
    });
    const [value = Number.NaN, top = Number.NaN] = ends;
    const isDate =
      /^\s*(?:(?:of )?(?:jan|feb|f[ée]v|mar|apr|avr|ma[iy]|ju[nil]|aug|ao[uû]|sep|oct|nov|dec|d[ée]c)|[/.:]\d)/i;
    if (!(IS_RANGE.test(match[0]) || isChoice) || !(value < top)) return [];
    if ((top <= 31 && !isChoice) || (value >= 1_900 && top <= 2_100)) return [];
    if (isDate.test(text.slice(match.index + match[0].length))) return [];
    const to = match.index + match[0].length;
    const percent = PERCENT.exec(text.slice(to));
    return [
      {
        kind: percent ? 'percent' : 'count',
        manner: 'between',
        value,
        high: top,
        short: false,
        isTime: false,
        currency: undefined,
        start: match.index,
        end: to,
        from: match.index,
        to: to + (percent?.[0].length ?? 0),
      },
    ];
  });
}
