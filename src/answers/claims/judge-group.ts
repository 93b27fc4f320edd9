/** Holds a stated number against the figures of one time. */
import type { Figure } from '../../knowledge/schema.js';
import type { Stated } from '../../questions/claims/stated.js';
import type { Context } from '../context.js';
import { amountOf, byStanding, endOf, isRounded, leadOf, newestOf, withoutRevised } from '../standing.js';
import { agrees } from './holds.js';
import { type Judged, NOTHING } from './judged.js';

/** Held against figures of one time, of which several may be meant (the day's count, the year's so far). */
export function judgeGroup(stated: Stated, then: readonly Figure[], context: Context): Judged {
  const matching = then.filter((figure) => agrees(stated, figure));
  if (matching.length > 0) return supported(stated, matching, then, context);
  const exact = then.filter((figure) => !isRounded(figure));
  const couldBe =
    exact.length === 0 && stated.manner === 'exact' && then.some((figure) => mayBe(figure, stated.value));
  if (couldBe) return NOTHING;
  return { ...NOTHING, verdict: 'contradicted', figures: leading(then, context) };
}

/** Supported, unless other sources give another number for the very same. */
export function supported(
  stated: Stated,
  matching: readonly Figure[],
  then: readonly Figure[],
  context: Context,
): Judged {
  const standing = withoutRevised(then);
  const current = matching.filter((figure) => standing.includes(figure));
  const rivals = matching.flatMap((figure) => rivalsOf(figure, standing, stated));
  const ordered = byStanding(current.length > 0 ? current : matching, context.knowledge);
  if (current.length === 0 && rivals.length > 0)
    return { ...NOTHING, verdict: 'outdated', figures: leading(rivals, context), older: ordered };
  const said = saidByNamed(ordered, context);
  if (said.length > 0) return { ...NOTHING, verdict: 'supported', figures: said };
  if (rivals.length === 0) return { ...NOTHING, verdict: 'supported', figures: ordered };
  return {
    ...NOTHING,
    verdict: 'disputed',
    figures: unique([...ordered, ...byStanding(rivals, context.knowledge)]),
  };
}

/** Those of the figures that somebody gave whom the claim names: it is held to what that person or source said. */
export function saidByNamed(figures: readonly Figure[], { part }: Context): Figure[] {
  return figures.filter(
    ({ claimedBy, source }) =>
      (claimedBy !== undefined && part.people.includes(claimedBy)) || part.sources.includes(source),
  );
}

/** Exact numbers that sources print for the same thing and time and of which the claim is not true. */
function rivalsOf(figure: Figure, then: readonly Figure[], stated: Stated): Figure[] {
  if (isRounded(figure) && stated.manner === 'exact' && stated.value >= 1_000) return [];
  return then.filter(
    (other) =>
      other !== figure &&
      !isRounded(other) &&
      (other.computed === undefined || other.period !== undefined) &&
      other.metric === figure.metric &&
      endOf(other) === endOf(figure) &&
      other.period?.from === figure.period?.from &&
      !agrees(stated, other) &&
      Math.abs(amountOf(other) - amountOf(figure)) > SAME * amountOf(figure),
  );
}

/** The figures of the newest date among these, the leading one first. */
function leading(figures: readonly Figure[], { knowledge }: Context): Figure[] {
  const ofNewest = newestOf(withoutRevised(figures));
  const lead = leadOf(ofNewest, knowledge);
  return lead ? unique([lead, ...byStanding(ofNewest, knowledge)]) : [];
}

/** A rounded figure of which the exact number may be true. */
function mayBe(figure: Figure, value: number): boolean {
  const { qualifier } = figure;
  const printed = amountOf(figure);
  if (qualifier === 'over' || qualifier === 'at-least') return value >= printed && value < 1.2 * printed;
  if (qualifier === 'under' || qualifier === 'nearly') return value < printed && value > 0.8 * printed;
  return qualifier === 'about' && Math.abs(value - printed) < 0.05 * printed;
}

export function unique(figures: readonly Figure[]): Figure[] {
  return [...new Map(figures.map((figure) => [figure.id, figure])).values()];
}

/** Values that lie nearer to each other differ by late corrections, not in what they say. */
const SAME = 0.001;
