/** Shares and multiples that are told in words: "1 in 4", "half of the", "twice as many". */
import { numbersIn } from '../../knowledge/numbers.js';

/** A share in percent, or how many times; `from` and `to` in characters. */
export type Fraction = { kind: 'percent' | 'times'; value: number; from: number; to: number };

const SMALL =
  'one|two|three|four|five|six|seven|eight|nine|ten|un|une|deux|trois|quatre|cinq|sept|huit|neuf|dix|twenty|vingt|hundred';
const ONE_IN = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?<part>\d{1,2}|${SMALL})\s+(?:in|out of|sur)\s+(?:every\s+)?(?<whole>\d{1,3}|${SMALL})(?![\p{L}\p{N}])(?!\s*(?:days?|weeks?|months?|years?|hours?|jours?|mois|ans|november|december|october))`,
  'giu',
);
const FRACTIONS: readonly (readonly [RegExp, number])[] = [
  [/(?<![\p{L}\p{N}])(?:(?:a )?half|la moitié|la moitie)(?= (?:of|the|de|des|all|were|have)(?!\w))/giu, 50],
  [/(?<![\p{L}\p{N}])(?:two[ -]thirds|les? deux tiers)(?![\p{L}])/giu, 200 / 3],
  [/(?<![\p{L}\p{N}])(?:three[ -]quarters|les trois quarts)(?![\p{L}])/giu, 75],
  [/(?<![\p{L}\p{N}])(?:a|one|un) (?:third|tiers)(?= (?:of|de|des|du)(?!\w))/giu, 100 / 3],
  [/(?<![\p{L}\p{N}])(?:a|one|un) (?:quarter|quart)(?= (?:of|de|des|du)(?!\w))/giu, 25],
  [/(?<![\p{L}\p{N}])(?:a|one) fifth(?= of(?!\w))|un cinquième(?= (?:de|des)(?!\w))/giu, 20],
  [/(?<![\p{L}\p{N}])(?:a|one) tenth(?= of(?!\w))|un dixième(?= (?:de|des)(?!\w))/giu, 10],
];
const MULTIPLES: readonly (readonly [RegExp, number])[] = [
  [/(?<![\p{L}\p{N}])(?:twice|double)(?= (?:as (?:many|much)|the)(?!\w))|deux fois plus(?= de(?!\w))/giu, 2],
  [
    /(?<![\p{L}\p{N}])(?:three times|triple|treble)(?= (?:as (?:many|much)|the)(?!\w))|trois fois plus(?= de(?!\w))/giu,
    3,
  ],
];

/** Every share and multiple of the text, shares of so many first. */
export function fractionsIn(text: string): Fraction[] {
  const shares = [...text.matchAll(ONE_IN)].flatMap((match): Fraction[] => {
    const part = numberOf(match.groups?.part);
    const whole = numberOf(match.groups?.whole);
    if (part === undefined || whole === undefined || part >= whole) return [];
    return [{ kind: 'percent', value: (100 * part) / whole, ...placeOf(match) }];
  });
  const told = (kind: Fraction['kind'], list: typeof FRACTIONS) =>
    list.flatMap(([pattern, value]) =>
      [...text.matchAll(pattern)].map((match): Fraction => ({ kind, value, ...placeOf(match) })),
    );
  return [...shares, ...told('percent', FRACTIONS), ...told('times', MULTIPLES)];
}

function placeOf({ index, 0: { length } }: RegExpExecArray) {
  return { from: index, to: index + length };
}

function numberOf(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  if (/^\d+$/.test(written)) return Number(written);
  if (/^(?:one|un|une)$/i.test(written)) return 1;
  return numbersIn(written.toLowerCase())[0]?.value;
}
