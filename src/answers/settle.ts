/** Leaves in an answer only what is shown: citations are numbered anew in the order of the text. */
import { matchesOf } from '../knowledge/matches.js';
import { type Citation, type Citations, isSamePlace, type Place } from './citations.js';

const MARK = /\[(\d+)\]/g;

/** `further`: what says the same as a citation that is shown; numbered on from those. */
export type Settled = { lines: string[]; citations: Citation[]; further: Citation[] };

/** Renumbers the marks of `lines` by first appearance and drops citations that none of them shows. */
export function settle(lines: readonly string[], citations: Citations): Settled {
  const known = new Map(citations.all().map((citation) => [citation.n, citation]));
  const renumbered = new Map<number, number>();
  for (const line of lines) {
    for (const match of matchesOf(MARK, line)) {
      const n = Number(match[1]);
      if (known.has(n) && !renumbered.has(n)) renumbered.set(n, renumbered.size + 1);
    }
  }
  const shown = [...renumbered].flatMap(([old, n]) => {
    const citation = known.get(old);
    return citation ? [{ ...citation, n }] : [];
  });
  const besides = new Set(
    citations
      .besides()
      .flatMap(([lead, other]) => (renumbered.has(lead) && !renumbered.has(other) ? [other] : [])),
  );
  const further = [...besides].flatMap((old, at) => {
    const citation = known.get(old);
    return citation ? [{ ...citation, n: renumbered.size + at + 1 }] : [];
  });
  const renumber = (whole: string, digits: string) => {
    const n = renumbered.get(Number(digits));
    return n === undefined ? whole : `[${n}]`;
  };
  return { lines: lines.map((line) => line.replace(MARK, renumber)), citations: shown, further };
}

/** True if the place is among the citations. */
export function isCited(place: Place, citations: readonly Citation[]): boolean {
  return citations.some((citation) => isSamePlace(citation, place));
}
