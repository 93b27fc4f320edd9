/** Whether a number, stated as it is ("over 500", "nearly 5%", "41k"), is true of a value or of a figure. */
import type { Figure } from '../../knowledge/schema.js';
import type { Stated } from '../../questions/claims/stated.js';
import { isRounded } from '../standing.js';

/** "About 300" is said of 281, not of 350. */
const ABOUT = 0.08;
/** A number stated in full thousands is held to them, if it is no further off than this. */
const ROUNDED = 0.025;
/** "Up to 500" is said where it comes near to it: of 50 it would be true and mislead. */
const UP_TO = 0.5;
/** "Nearly 39,000" is said of 39,075 as well. */
const JUST_ABOVE = 1.005;

/** True if what is stated is true of the exact value. */
export function holds(stated: Stated, value: number): boolean {
  const { value: said, high, manner, kind } = stated;
  const rounds = Math.abs(value - said) <= (kind === 'count' ? 0 : halfUnit(said));
  switch (manner) {
    case 'exact':
      return value === said || rounds || isRoundFor(stated, value);
    case 'about':
      return rounds || Math.abs(value - said) <= ABOUT * said;
    case 'nearly':
      return value <= said * JUST_ABOVE && value >= said * (1 - ABOUT);
    case 'over':
      return value > said;
    case 'at-least':
      return value >= said;
    case 'under':
      return value < said;
    case 'up-to':
      return value <= said && value >= UP_TO * said;
    case 'between':
      return value >= said - slack(value) && value <= high + slack(value);
  }
}

/** "64 or 65" is said of 65.3: nobody counts parts of people. */
function slack(value: number): number {
  return Number.isInteger(value) ? 0 : 0.5;
}

/** True if the figure, exact or not, says what is stated. */
export function agrees(stated: Stated, figure: Figure): boolean {
  const { value } = figure;
  if (value === undefined) return stated.value === figure.low && stated.high === figure.high;
  if (!isRounded(figure)) return holds(stated, value);
  switch (stated.manner) {
    case 'exact':
    case 'about':
    case 'nearly':
      return value === stated.value || (!Number.isInteger(value) && Math.abs(value - stated.value) <= 0.5);
    case 'over':
    case 'at-least':
      return /^(?:over|at-least)$/.test(figure.qualifier)
        ? value >= stated.value
        : figure.qualifier === 'about' && value > stated.value * (1 + ABOUT);
    case 'up-to':
      return value <= stated.value && value >= UP_TO * stated.value;
    case 'under':
      return /^(?:under|up-to|nearly)$/.test(figure.qualifier)
        ? value <= stated.value
        : figure.qualifier === 'about' && value < stated.value * (1 - ABOUT);
    case 'between':
      return figure.qualifier === 'about' && holds(stated, value);
  }
}

/** "41k" and "41,000" say no more than thousands; "300" and "281" are meant as they stand. */
function isRoundFor({ value: said, short }: Stated, value: number): boolean {
  const digits = String(Math.round(said));
  const zeros = /0*$/.exec(digits)?.[0].length ?? 0;
  if (!(short || zeros >= 3) || Math.abs(value - said) > ROUNDED * said) return false;
  const unit =
    10 ** Math.max(short && zeros >= 2 ? 2 : 3, zeros >= 3 ? Math.min(zeros, digits.length - 1) : 2);
  return Math.abs(value - said) <= unit / 2 || Math.floor(value / 1_000) * 1_000 === said;
}

/** Half of the last digit that is stated: 0.24 stands for 0.235 to 0.245. */
function halfUnit(said: number): number {
  const decimals = /\.(\d+)$/.exec(String(Math.round(said * 100) / 100))?.[1]?.length ?? 0;
  return 0.5 * 10 ** -decimals + 1e-9;
}
