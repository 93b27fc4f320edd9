/** Places that are called like an ordinary word ("the flight to Nice") or like who sits there ("returns to Brussels"). */
import type { Reading, Unit } from '../knowledge/meanings.js';

const WHITHER = /^(?:to|from|near|via|towards|in|at|vers|pour|a)$/;
const NAME = /^\p{Lu}\p{Ll}{2,}$/u;
const MOVES = /^(?:flight|return-to-france|accept|arrival|crossing|hotel|small-boat)$/;
/** So many words may stand between who goes and where to. */
const REACH = 3;

const TOWARDS = /^(?:to|into|towards?|vers)$/;

/** A word of no weight that is written like a name, where somebody goes or is sent, is a place that narrows; so is the seat of an office. */
export function withCapitalPlaces(reading: Reading): Reading {
  const { words, units } = reading;
  const isPlace = (unit: Unit): boolean => {
    const [at = 0, ...more] = unit.at;
    if (more.length > 0 || at < 2 || !(unit.kind === 'neutral' || unit.kind === 'person' || unit.light))
      return false;
    const [before, word] = [words[at - 1], words[at]];
    if (unit.kind === 'person')
      return (
        TOWARDS.test(before?.folded ?? '') &&
        units.some(({ token, at: places }) => MOVES.test(token) && places.at(-1) === at - 2)
      );
    if (!NAME.test(word?.text ?? '') || !WHITHER.test(before?.text ?? '')) return false;
    return units.some(
      ({ token, at: places }) =>
        MOVES.test(token) && at - (places.at(-1) ?? 0) > 0 && at - (places.at(-1) ?? 0) <= REACH,
    );
  };
  if (!units.some(isPlace)) return reading;
  return {
    words,
    units: units.map(
      (unit): Unit =>
        isPlace(unit)
          ? { ...unit, kind: 'word', known: false, generic: false, light: false, narrows: true }
          : unit,
    ),
  };
}
