/** How a number that the question states compares with what the sources give. */
import type { Figure } from '../knowledge/schema.js';
import { formatNumber } from '../language/format.js';
import type { Context } from './context.js';
import { amountOf, isRounded } from './standing.js';
import { statedNumbers } from './stated-numbers.js';
import { valueText } from './wording.js';

/** "Since she said 350, has she changed her mind?": that the number was given is no yes to that. */
const TAKEN_BACK =
  /\b(?:back(?:ed)?[- ]?(?:track\w*|pedal\w*)|(?:chang\w+|alter\w*|revis\w*) (?:her|his|their|its|the) (?:mind|tune|story|line|figures?|numbers?)|retract\w*|row\w* back|climb\w* down|u-?turn\w*|(?:take|taken|took|walk\w*) (?:it|that|this|them) back|withdr[ae]w\w*|st[iu]ck (?:to|by|with) (?:it|that)|apologi[sz]\w*|revenue? sur|rétract\w*)\b/i;

/** Where the question states a number, says how it stands to the figure. */
export function checkNumber(figures: readonly Figure[], context: Context): string[] {
  const lead = figures.find((figure) => !isRounded(figure)) ?? figures[0];
  if (!lead) return [];
  const { part, words, query } = context;
  const number = statedNumber(context);
  if (!/^(?:yes-no|how|why|what)$/.test(part.focus) || number === undefined) return [];
  // "What did the £16.2m go on" takes its number for granted.
  if (figures.some((figure) => amountOf(figure) === number))
    return part.focus === 'what' || TAKEN_BACK.test(part.text) ? [] : [words.exactlyThat];
  const value = valueText(lead, context);
  const stated = formatNumber(number, query.language);
  return [amountOf(lead) < number ? words.fewerThan(value, stated) : words.moreThan(value, stated)];
}

/** How a number that the question states compares with a computed value; nothing where none is stated. */
export function checkValue(value: number, context: Context): string[] {
  const number = statedNumber(context);
  if (context.part.focus !== 'yes-no' || number === undefined) return [];
  const rounded = Math.round(value * 10) / 10;
  if (rounded === number) return [context.words.exactlyThat];
  const stated = formatNumber(number, context.query.language);
  const shown = formatNumber(rounded, context.query.language);
  return [rounded < number ? context.words.fewerThan(shown, stated) : context.words.moreThan(shown, stated)];
}

/** A plain yes comes first; how a stated number compares comes after the figure itself. */
export function withCheck(checked: readonly string[], lines: readonly string[], context: Context): string[] {
  if (checked[0] === context.words.exactlyThat) return [...checked, ...lines];
  return [...lines.slice(0, 1), ...checked, ...lines.slice(1)];
}

/** A number that the question holds against the figures. */
function statedNumber({ part }: Context): number | undefined {
  return statedNumbers(part)[0];
}
