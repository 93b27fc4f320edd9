/** A title before a name: whose title it is decides nothing beside the name. */
import type { Reading, Unit } from '../knowledge/meanings.js';

const TITLE =
  /(?:leader|secretary|minister|ministre|spokes\w+|president|premier|chef\w*|porte|host|presenter|pm)$/;

/** "Lib Dem leader Philp": where a title stands right before a name, the name tells who is meant. */
export function withoutTitles(reading: Reading): Reading {
  const { words, units } = reading;
  const isTitle = (unit: Unit, index: number) => {
    const next = units[index + 1];
    const last = unit.at.at(-1) ?? 0;
    return (
      unit.kind === 'person' &&
      next?.kind === 'person' &&
      next.token !== unit.token &&
      next.at[0] === last + 1 &&
      (words[last + 1]?.start ?? 0) - (words[last]?.end ?? 0) === 1 &&
      TITLE.test(words[last]?.folded ?? '')
    );
  };
  return {
    words,
    units: units.map(
      (unit, index): Unit => (isTitle(unit, index) ? { ...unit, kind: 'neutral', generic: true } : unit),
    ),
  };
}
