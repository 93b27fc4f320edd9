/** The numbers that a message states, and how exactly it states them. */
import { numbersIn, type PrintedNumber } from '../../knowledge/numbers.js';

/** How a number is stated: "over 500", "nearly 5%", "fewer than 100", "up to 50". */
export type Manner = 'exact' | 'about' | 'nearly' | 'over' | 'at-least' | 'under' | 'up-to' | 'between';

/** What a number is a number of: things, a share in percent, a multiple, or money. */
export type Kind = 'count' | 'percent' | 'times' | 'money';

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
  /** Where number and manner stand in the text; `from` and `to` bound the digits or words alone. */
  start: number;
  end: number;
  from: number;
  to: number;
};

const BEFORE: readonly (readonly [Manner, string])[] = [
  [
    'at-least',
    'at least|at the very least|a minimum of|not less than|no fewer than|no less than|au moins|un minimum de|pas moins de',
  ],
  [
    'up-to',
    "up to|at most|no more than|not more than|a maximum of|max|jusqu'à|jusqu'a|au plus|au maximum|pas plus de",
  ],
  [
    'nearly',
    'nearly|almost|just under|close to|close on|approaching|getting on for|nigh on|nearing|presque|près de|pres de|quasiment|à peine moins de|un peu moins de',
  ],
  [
    'under',
    'fewer than|less than|under|below|not even|short of|well under|moins de|même pas|meme pas|en dessous de|sous les',
  ],
  [
    'over',
    'more than|over|above|upwards of|in excess of|north of|well over|way over|just over|exceeded|exceeds|exceeding|exceed|surpassed|topped|passed|beyond|plus de|plus que|au-delà de|au-dessus de|dépassé|dépasse|dépassent|un peu plus de',
  ],
  [
    'about',
    'about|around|roughly|approximately|approx\\.?|circa|some|something like|somewhere around|or so|like|environ|à peu près|quelque|quelques|autour de|dans les|~|c\\.|approximativement',
  ],
  [
    'exact',
    'only|just|exactly|precisely|merely|a mere|mere|a measly|barely|seulement|exactement|juste|à peine',
  ],
];

const MANNERS = BEFORE.map(
  ([manner, words]) =>
    [
      manner,
      new RegExp(
        String.raw`(?<![\p{L}\p{N}])(?:${words})\s*(?:(?:a|the|les|une?|that|another)\s+)?[£€$]?$`,
        'iu',
      ),
    ] as const,
);

const RANGE =
  /(?:(?:between|from|entre|de)\s+)?(?<low>\d[\d,.]*\d|\d)(?<lowk>k?)\s*(?:-|–|to|and|et|à)\s*(?<high>\d[\d,.]*\d|\d)(?<highk>k?)(?![\d,.]*\d|:)/giu;
const IS_RANGE = /^(?:between|from|entre)\b|[-–]/i;

const SMALL =
  'one|two|three|four|five|six|seven|eight|nine|ten|un|une|deux|trois|quatre|cinq|sept|huit|neuf|dix|twenty|vingt|hundred';
const ONE_IN = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?<part>\d{1,2}|${SMALL})\s+(?:in|out of|sur)\s+(?:every\s+)?(?<whole>\d{1,3}|${SMALL})(?![\p{L}\p{N}])(?!\s*(?:days?|weeks?|months?|years?|hours?|jours?|mois|ans|november|december|october))`,
  'giu',
);
const FRACTIONS: readonly (readonly [RegExp, number])[] = [
  [/(?<![\p{L}\p{N}])(?:(?:a )?half|la moitié|la moitie)(?= (?:of|the|de|des|all|were|have)\b)/giu, 50],
  [/(?<![\p{L}\p{N}])(?:two[ -]thirds|les? deux tiers)(?![\p{L}])/giu, 200 / 3],
  [/(?<![\p{L}\p{N}])(?:three[ -]quarters|les trois quarts)(?![\p{L}])/giu, 75],
  [/(?<![\p{L}\p{N}])(?:a|one|un) (?:third|tiers)(?= (?:of|de|des|du)\b)/giu, 100 / 3],
  [/(?<![\p{L}\p{N}])(?:a|one|un) (?:quarter|quart)(?= (?:of|de|des|du)\b)/giu, 25],
  [/(?<![\p{L}\p{N}])(?:a|one) fifth(?= of\b)|un cinquième(?= (?:de|des)\b)/giu, 20],
  [/(?<![\p{L}\p{N}])(?:a|one) tenth(?= of\b)|un dixième(?= (?:de|des)\b)/giu, 10],
];
const MULTIPLES: readonly (readonly [RegExp, number])[] = [
  [/(?<![\p{L}\p{N}])(?:twice|double)(?= (?:as (?:many|much)|the)\b)|deux fois plus(?= de\b)/giu, 2],
  [
    /(?<![\p{L}\p{N}])(?:three times|triple|treble)(?= (?:as (?:many|much)|the)\b)|trois fois plus(?= de\b)/giu,
    3,
  ],
];
const TIMES = /^\s*(?:times (?:as many|as much|more|the)|fois plus)\b/i;
const PERCENT = /^\s?(?:%|per ?cent\b|percent\b|pct\b|pour ?cent\b)/i;
/** So many characters after a number tell its kind. */
const BESIDE = 40;
const CURRENCY_BEFORE = /[£€$]\s?$/;
const CURRENCY_AFTER =
  /^\s?(?:[£€$]|(?:k|m|bn)?\s?(?:quid|pounds?|euros?|dollars?|grand|pence|livres?|sterling|eur|gbp)\b)/i;

/** Every number of the text that could count something, in order; those that overlap a wider one are left out. */
export function statedIn(text: string): Stated[] {
  const wide = [...fractionsIn(text), ...rangesIn(text)];
  const plain = numbersIn(text).filter(
    ({ start, end }) => !wide.some((other) => start < other.to && end > other.from),
  );
  return [...wide, ...plain.flatMap((number) => statedFrom(number, text))].sort((a, b) => a.from - b.from);
}

function statedFrom(number: PrintedNumber, text: string): Stated[] {
  const { value, start, end, form } = number;
  if (Number.isNaN(value) || form === 'ordinal' || number.day || number.year) return [];
  const written = text.slice(start, end);
  if (form === 'words' && /^(?:one|un|une)$/i.test(written)) return [];
  const rest = text.slice(end, end + BESIDE);
  const percent = PERCENT.exec(rest);
  const times = TIMES.exec(rest);
  const money = CURRENCY_BEFORE.test(text.slice(Math.max(0, start - 2), start)) || CURRENCY_AFTER.test(rest);
  const kind: Kind = percent ? 'percent' : times ? 'times' : money ? 'money' : 'count';
  const to = end + (percent?.[0].length ?? times?.[0].length ?? 0);
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
  return [{ ...placed(text, start, to), kind, value, high: value, currency, short }];
}

function fractionsIn(text: string): Stated[] {
  const found: Stated[] = [];
  for (const match of text.matchAll(ONE_IN)) {
    const part = numberOf(match.groups?.part);
    const whole = numberOf(match.groups?.whole);
    if (part === undefined || whole === undefined || part >= whole) continue;
    const share = (100 * part) / whole;
    found.push({
      ...placed(text, match.index, match.index + match[0].length),
      kind: 'percent',
      value: share,
      high: share,
      short: false,
      currency: undefined,
    });
  }
  for (const [list, kind] of [
    [FRACTIONS, 'percent'],
    [MULTIPLES, 'times'],
  ] as const)
    for (const [pattern, value] of list)
      for (const match of text.matchAll(pattern))
        found.push({
          ...placed(text, match.index, match.index + match[0].length),
          kind,
          value,
          high: value,
          short: false,
          currency: undefined,
        });
  // A share in words is a rounded one.
  return found.map((one) => (one.manner === 'exact' ? { ...one, manner: 'about' } : one));
}

function rangesIn(text: string): Stated[] {
  return [...text.matchAll(RANGE)].flatMap((match): Stated[] => {
    const { low = '', high = '', lowk, highk } = match.groups ?? {};
    const ends = [low, high].map((digits, index) => {
      const factor = (index === 0 ? lowk || highk : highk) ? 1_000 : 1;
      return Number(digits.replace(/,(?=\d{3})/g, '')) * factor;
    });
    const [value = Number.NaN, top = Number.NaN] = ends;
    const isDate =
      /^\s*(?:(?:of )?(?:jan|feb|f[ée]v|mar|apr|avr|ma[iy]|ju[nil]|aug|ao[uû]|sep|oct|nov|dec|d[ée]c)|[/.:]\d)/i;
    if (!IS_RANGE.test(match[0]) || !(value < top) || top <= 31 || (value >= 1_900 && top <= 2_100))
      return [];
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
        currency: undefined,
        start: match.index,
        end: to,
        from: match.index,
        to: to + (percent?.[0].length ?? 0),
      },
    ];
  });
}

/** The manner that stands around a number, and where both stand. */
function placed(text: string, from: number, to: number) {
  const lead = text.slice(Math.max(0, from - 40), from);
  for (const [manner, pattern] of /[\p{L}~.£€$]\s*[£€$]?$/u.test(lead.slice(-8)) ? MANNERS : []) {
    const match = pattern.exec(lead);
    if (match) return { manner, start: from - (lead.length - match.index), end: to, from, to };
  }
  const after =
    /^\s?(?:\+|plus\b(?! (?:de|que)\b)|or more\b|ou plus\b)|^(?:-?ish\b| or so\b| odd\b| environ\b)|^ (?:max|at most)\b/i.exec(
      text.slice(to),
    );
  const money = /[£€$]\s?$/.exec(lead);
  const start = money ? from - money[0].length : from;
  if (!after) return { manner: 'exact' as const, start, end: to, from, to };
  const manner: Manner = /ish|so|odd|environ/i.test(after[0])
    ? 'about'
    : /max|most/i.test(after[0])
      ? 'up-to'
      : 'over';
  return { manner, start, end: to + after[0].length, from, to };
}

function numberOf(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  if (/^\d+$/.test(written)) return Number(written);
  if (/^(?:one|un|une)$/i.test(written)) return 1;
  return numbersIn(written.toLowerCase())[0]?.value;
}
