/** The marks of many places that say the same: the best few, and how many sources more say it. */
import type { Figure } from '../knowledge/schema.js';
import type { Context } from './context.js';
import { byStanding } from './standing.js';
import { placeOf } from './wording.js';

/** So many marks are read; one more than this is still shown, since "and 1 more" is no shorter. */
const SHOWN = 3;

/** "[1][2][3] (and 5 more sources)"; all of them where the sources are what the question asks for. */
export function marksOf(figures: readonly Figure[], context: Context): string {
  const { citations, knowledge, part, words } = context;
  const ordered = byStanding(figures, knowledge);
  if (ordered.length <= SHOWN + 1 || part.focus === 'source' || part.focus === 'who')
    return citations.mark(...ordered.map(placeOf));
  const first = ordered.slice(0, SHOWN);
  const shown = new Set(first.map(({ source }) => source));
  // Where one source says it in several places, the first will do.
  const others = new Map<string, Figure>();
  for (const figure of ordered)
    if (!shown.has(figure.source) && !others.has(figure.source)) others.set(figure.source, figure);
  const marks = citations.markFirst(first.map(placeOf), [...others.values()].map(placeOf));
  return others.size > 0 ? `${marks} ${words.moreSources(others.size)}` : marks;
}
