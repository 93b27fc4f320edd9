/** The words of a message that a claim is shown with. */

import type { Unit } from '../../knowledge/meanings.js';
import { namesOfMetric } from '../../knowledge/metric-names.js';
import type { Circumstances } from '../circumstances.js';
import { findTimes } from '../dates.js';
import type { Part } from '../query.js';
import type { Span } from './pieces.js';
import type { Stated } from './stated.js';

/** The words from the first to the last that say what is claimed (number, metric, restrictions, time), and where. */
export function spanText(
  message: string,
  core: Span,
  stated: Stated,
  part: Part,
  { lexicon, today, newestKnown }: Circumstances,
): { text: string; start: number; end: number } {
  const inside = message.slice(core.start, core.end);
  const words = lexicon.words(inside);
  const timed = new Set(findTimes(words, { today, reference: newestKnown }).flatMap(({ at }) => at));
  const restricting = new Set(part.metrics.flatMap(({ restrictions }) => restrictions));
  // "Hedon wrote 18 pages": whose they are is part of what is claimed.
  const owners = new Set(
    part.metrics.slice(0, 1).flatMap(({ id }) => namesOfMetric(id, lexicon).flatMap(({ tokens }) => tokens)),
  );
  const isRestricting = ({ token, at }: Unit) =>
    restricting.has(token) || at.some((one) => restricting.has(words[one]?.folded ?? ''));
  const placeOf = (unit: Unit) => unit.at.flatMap((at) => words[at] ?? []);
  const telling = lexicon
    .units(words)
    .filter((unit) =>
      unit.kind === 'person'
        ? owners.has(unit.token)
        : (unit.kind === 'term' && !unit.light) || isRestricting(unit),
    );
  const places = [...telling.flatMap(placeOf), ...[...timed].flatMap((at) => words[at] ?? [])];
  const specific = telling.filter((unit) => !unit.generic).flatMap(placeOf);
  const standing = STANDING.exec(inside.slice(0, Math.max(0, stated.start - core.start)));
  const starts = [
    ...specific.map((word) => core.start + word.start),
    ...(standing ? [core.start + standing.index] : []),
  ];
  const ends = places.map((word) => core.start + word.end);
  const start = Math.min(stated.start, ...starts);
  const end = Math.min(core.end, Math.max(stated.end, ...ends));
  const unit = stated.isTime ? (UNIT.exec(message.slice(stated.end))?.[0].length ?? 0) : 0;
  const named = Math.max(end, stated.end + unit);
  const after = FOLLOWING.exec(message.slice(named, core.end))?.[0].length ?? 0;
  const last = named + after;
  return { text: message.slice(start, last).trim(), start, end: last };
}

/** "350 admis jusqu'ici". */
const FOLLOWING =
  /^\s(?:so far|to date|up to now|jusqu['’]ici|à ce jour|pour l['’]instant|pour le moment)(?!\p{L})/iu;
/** "47 days", "34 yrs old". */
const UNIT = /^[\s-]?\p{L}+(?:\sold(?!\w))?/iu;
/** "So far they've let in 380". */
const STANDING =
  /(?<!\p{L})(?:so far|to date|currently|up to now|as of (?:now|today)|à ce jour|jusqu'ici)(?!\p{L})/iu;
