/** What the printed characters of a figure say: the number and how exact it is. */
import { numbersIn } from './numbers.js';
import type { Figure } from './schema.js';

type Qualifier = Figure['qualifier'];

/** True if `printed` holds `value` as digits or as a word, whatever its sign. */
export function printsValue(printed: string, value: number): boolean {
  return numbersIn(printed).some((number) => number.value === Math.abs(value));
}

/** The qualifier that the printed words state before or around the number, if they state one. */
export function printedQualifier(printed: string): Qualifier | undefined {
  const words = printed.toLowerCase();
  return qualifierWords.find(([, pattern]) => pattern.test(words))?.[0];
}

const phrase = (list: string) => new RegExp(String.raw`(?<!\p{L})(?:${list})(?!\p{L})`, 'u');

/** In this order: "no more than" is not "more than". */
const qualifierWords: readonly (readonly [Qualifier, RegExp])[] = [
  ['up-to', phrase('up to|no more than|not more than|at most|as many as|jusqu.à|au plus|au maximum')],
  ['at-least', phrase('at least|no fewer than|no less than|au moins')],
  ['between', phrase(String.raw`between|entre|from \S+ to|de \S+ à`)],
  ['nearly', phrase('nearly|almost|just under|close to|approaching|presque|près de|pas loin de')],
  ['under', phrase('fewer than|less than|under|below|moins de')],
  ['over', phrase('more than|over|above|upwards of|plus de')],
  ['about', phrase('about|around|approximately|roughly|some|circa|or so|environ|quelque|autour de')],
];
