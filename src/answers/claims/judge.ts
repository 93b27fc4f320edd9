/** Judges one claim against the figures: supported, contradicted, outdated, disputed, or nothing is known. */
import { addDays, daysBetween, endOfMonth, isoDate } from '../../knowledge/calendar.js';
import type { Figure, Metric } from '../../knowledge/schema.js';
import type { Claim } from '../../questions/claims/read-claims.js';
import type { Stated } from '../../questions/claims/stated.js';
import type { Time } from '../../questions/time.js';
import { askFor } from '../asking.js';
import type { Context, Derived } from '../context.js';
import { computeDerived } from '../derived-metrics.js';
import { endOfTime } from '../select.js';
import { amountOf, byStanding, endOf, isRounded, leadOf, withoutRevised } from '../standing.js';
import { agrees, holds } from './holds.js';
import { knownAt } from './known-then.js';

export type Verdict = 'supported' | 'contradicted' | 'outdated' | 'disputed' | 'no-data';

export type Judged = {
  verdict: Verdict;
  /** What decides it, the leading figure first. */
  figures: Figure[];
  /** For outdated claims: the older figure that has the number. */
  older: Figure[];
  derived: Derived[];
};

const NOTHING: Judged = { verdict: 'no-data', figures: [], older: [], derived: [] };

/** Values that lie nearer to each other differ by late corrections, not in what they say. */
const SAME = 0.001;
/** A running total of a day so far back says little of the day asked for. */
const STALE_DAYS = 4;

/** The verdict on a claim whose metric is known and that nothing unknown restricts. */
export function judge(claim: Claim, metric: Metric, context: Context): Judged {
  const { part } = context;
  if (metric.derived) return judgeDerived(claim, metric, context);
  const times = timesOf(part.times, metric);
  if (times.length > 0) {
    const judged = times.map((time) => judgeAt(claim, metric, time, context));
    const best = judged.find(({ verdict }) => verdict === 'supported') ?? judged.at(-1) ?? NOTHING;
    if (best.verdict !== 'contradicted') return best;
    const otherwise = times
      .flatMap((time) => monthMeant(time) ?? [])
      .map((time) => judgeAt(claim, metric, time, context))
      .find(({ verdict }) => verdict === 'supported');
    if (otherwise) return otherwise;
    return SO_FAR.test(part.text) ? orOutdated(best, claim, metric, context) : best;
  }
  return judgeUndated(claim, metric, context);
}

/** "October 25" may be a day as well as a month of 2025: the claim is true if it is true of either. */
function monthMeant({ from, to, granularity, yearGuessed, cue, at }: Time): Time | undefined {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  const isOfScheme = 2_000 + day >= FIRST_YEAR && 2_000 + day <= year + 1;
  if (granularity !== 'day' || !yearGuessed || from !== to || !isOfScheme) return undefined;
  return {
    from: isoDate(2_000 + day, month, 1),
    to: endOfMonth(2_000 + day, month),
    cue: cue === 'on' ? 'in' : cue,
    granularity: 'month',
    yearGuessed: false,
    at,
  };
}

/** Small boats have been counted since then. */
const FIRST_YEAR = 2018;

/** What a running total counts since some day, it counts until now. */
function timesOf(times: Context['part']['times'], metric: Metric): Context['part']['times'] {
  return metric.kind === 'period' ? times : times.filter(({ cue }) => cue !== 'since' && cue !== 'after');
}

const SO_FAR = /\b(?:this year|cette année|year so far|so far|to date|already|jusqu'ici|à ce jour|déjà)\b/iu;

/** "39,292 so far this year": said when it was true, a year ago. */
function orOutdated(judged: Judged, { stated, part }: Claim, metric: Metric, context: Context): Judged {
  const [time] = part.times;
  const to = addDays(time?.from ?? context.horizon, -1);
  const before = context.knowledge
    .figuresBetween(metric.id, null, '0000-00-00', to)
    .filter((figure) => agrees(stated, figure) && (figure.period?.from.endsWith('-01-01') ?? true));
  if (before.length === 0 || stated.manner === 'over' || stated.manner === 'at-least') return judged;
  return { ...judged, verdict: 'outdated', older: byStanding(before.slice(-4), context.knowledge) };
}

function judgeAt(
  claim: Claim,
  metric: Metric,
  time: Context['part']['times'][number],
  context: Context,
): Judged {
  const { stated } = claim;
  const { current: then, also, after, earlier } = knownAt(metric, time, context);
  const end = endOfTime(time);
  if (then.length === 0) {
    const [next] = after;
    const isBelow = next !== undefined && metric.kind === 'running-total' && stated.value > amountOf(next);
    return isBelow && stated.manner !== 'under'
      ? { ...NOTHING, verdict: 'contradicted', figures: after }
      : NOTHING;
  }
  const first = judgeGroup(stated, then, context);
  const second =
    first.verdict === 'contradicted' && also.length > 0 ? judgeGroup(stated, also, context) : first;
  const judged = second.verdict === 'contradicted' || second.verdict === 'no-data' ? first : second;
  if (judged.verdict !== 'contradicted') return judged;
  const newest = then.map(endOf).sort().at(-1) ?? end;
  const isStale = metric.kind === 'running-total' && daysBetween(newest, end) > STALE_DAYS;
  const last = leadOf(then, context.knowledge);
  const [next] = after;
  if (isStale && last && stated.value >= amountOf(last) && (!next || stated.value <= amountOf(next)))
    return { ...NOTHING, figures: [] };
  // "193 in 2025": a total of some day within it, though not of its end.
  const within = earlier.filter(
    (figure) => endOf(figure) >= addDays(end, -31) && time.granularity === 'year',
  );
  const matching = within.filter((figure) => agrees(stated, figure));
  return matching.length > 0 ? supported(stated, matching, within, context) : judged;
}

/** Held against figures of one time, of which several may be meant (the day's count, the year's so far). */
function judgeGroup(stated: Stated, then: readonly Figure[], context: Context): Judged {
  const matching = then.filter((figure) => agrees(stated, figure));
  if (matching.length > 0) return supported(stated, matching, then, context);
  const exact = then.filter((figure) => !isRounded(figure));
  const couldBe =
    exact.length === 0 && stated.manner === 'exact' && then.some((figure) => mayBe(figure, stated.value));
  if (couldBe) return NOTHING;
  return { ...NOTHING, verdict: 'contradicted', figures: leading(then, context) };
}

/** Supported, unless other sources give another number for the very same. */
function supported(
  stated: Stated,
  matching: readonly Figure[],
  then: readonly Figure[],
  context: Context,
): Judged {
  const standing = withoutRevised(then);
  const current = matching.filter((figure) => standing.includes(figure));
  const rivals = matching.flatMap((figure) => rivalsOf(figure, standing, stated, context));
  const ordered = byStanding(current.length > 0 ? current : matching, context.knowledge);
  if (current.length === 0 && rivals.length > 0)
    return { ...NOTHING, verdict: 'outdated', figures: leading(rivals, context), older: ordered };
  if (rivals.length === 0) return { ...NOTHING, verdict: 'supported', figures: ordered };
  return {
    ...NOTHING,
    verdict: 'disputed',
    figures: unique([...ordered, ...byStanding(rivals, context.knowledge)]),
  };
}

/** Exact numbers that sources print for the same thing and time and of which the claim is not true. */
function rivalsOf(figure: Figure, then: readonly Figure[], stated: Stated, context: Context): Figure[] {
  if (isRounded(figure) && stated.manner === 'exact' && stated.value >= 1_000) return [];
  const isSupposed = figure.computed !== undefined;
  return then.filter(
    (other) =>
      other !== figure &&
      !isRounded(other) &&
      other.computed === undefined &&
      other.metric === figure.metric &&
      endOf(other) === endOf(figure) &&
      other.period?.from === figure.period?.from &&
      !agrees(stated, other) &&
      Math.abs(amountOf(other) - amountOf(figure)) > SAME * amountOf(figure) &&
      (isSupposed || stated.manner !== 'exact' || !isOfNextDay(figure, context)),
  );
}

/** The same number stands for the day before or after: sources differ on the day, not on the count. */
function isOfNextDay(figure: Figure, { knowledge }: Context): boolean {
  const { value, period, metric, scope } = figure;
  if (!period || value === undefined) return false;
  return knowledge
    .figuresBetween(metric, scope ?? null, addDays(period.to, -1), addDays(period.to, 1))
    .some(
      (other) => other.value === value && other.period?.from === period.from && other.period.to !== period.to,
    );
}

function judgeUndated(claim: Claim, metric: Metric, context: Context): Judged {
  const { stated } = claim;
  const { part, knowledge } = context;
  const { current: then, earlier } = knownAt(metric, undefined, context);
  const history = metric.kind === 'period' && !part.wantsNewest ? closedOf(metric, stated, context) : [];
  if (history.length > 0) return { ...NOTHING, verdict: 'supported', figures: history };
  const steady = metric.kind === 'target' || metric.kind === 'rate';
  const now = steady ? [...then, ...earlier] : then;
  if (now.length === 0) return NOTHING;
  const judged = judgeGroup(stated, now, context);
  if (judged.verdict !== 'contradicted') return judged;
  const before = [...earlier, ...scoped(metric, stated, context)].filter((figure) => agrees(stated, figure));
  if (before.length === 0) return judged;
  const said = before.filter(
    ({ claimedBy, source }) =>
      (claimedBy !== undefined && part.people.includes(claimedBy)) || part.sources.includes(source),
  );
  if (said.length > 0) return { ...NOTHING, verdict: 'supported', figures: byStanding(said, knowledge) };
  const lastDay = before.map(endOf).sort().at(-1);
  const older = byStanding(
    before.filter((figure) => endOf(figure) === lastDay),
    knowledge,
  );
  return { ...NOTHING, verdict: 'outdated', figures: judged.figures, older };
}

/** Figures of any scope with the very number. */
function scoped(metric: Metric, { value }: Stated, { figures, knowledge, horizon }: Context): Figure[] {
  return [null, ...knowledge.scopes().map(({ id }) => id)].flatMap((scope) =>
    figures.all(metric.id, scope, { value }, horizon),
  );
}

/** Counts of a whole day, month or year, which no later one replaces, with the very number. */
function closedOf(metric: Metric, stated: Stated, context: Context): Figure[] {
  if (!/^(?:exact|about|nearly|over)$/.test(stated.manner) || context.part.scope) return [];
  const all = context.figures.all(metric.id, null, { value: stated.value }, context.horizon);
  return byStanding(
    all.filter(
      ({ period }) =>
        period &&
        (period.from === period.to ||
          /-12-31$/.test(period.to) ||
          /-01$/.test(period.from) === !/-01-01$/.test(period.from)),
    ),
    context.knowledge,
  );
}

/** A metric computed from two others: held against its own figures and against what is computed. */
function judgeDerived(claim: Claim, metric: Metric, context: Context): Judged {
  const { stated } = claim;
  const { part, knowledge, horizon } = context;
  const [time] = part.times;
  const computed = computeDerived(metric, time, context);
  if (!computed) return NOTHING;
  const derived: Derived[] = [
    { expression: computed.expression, value: computed.value, inputs: computed.inputs },
  ];
  const fits = holds(stated, computed.value);
  const printed = computed.printed.filter((figure) => agrees(stated, figure));
  const rivals = computed.printed.filter(
    (figure) => !isRounded(figure) && !agrees(stated, figure) && figure.value !== undefined,
  );
  const figures = unique([
    ...byStanding(printed, knowledge),
    ...byStanding(rivals, knowledge),
    ...computed.figures,
  ]);
  if ((fits || printed.length > 0) && rivals.length > 0)
    return { ...NOTHING, verdict: 'disputed', figures, derived };
  if (fits || printed.length > 0)
    return { ...NOTHING, verdict: 'supported', figures: unique([...printed, ...computed.figures]), derived };
  const scope = askFor(metric, part, time, context).scope;
  const older = time
    ? []
    : knowledge
        .figuresBetween(metric.id, scope, '0000-00-00', horizon)
        .filter((figure) => agrees(stated, figure));
  return {
    verdict: older.length > 0 ? 'outdated' : 'contradicted',
    figures: computed.figures,
    older: byStanding(older, knowledge),
    derived,
  };
}

/** The figures of the newest date among these, the leading one first. */
function leading(figures: readonly Figure[], { knowledge }: Context): Figure[] {
  const standing = withoutRevised(figures);
  const newest = standing.map(endOf).sort().at(-1);
  const ofNewest = standing.filter((figure) => endOf(figure) === newest);
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

function unique(figures: readonly Figure[]): Figure[] {
  return [...new Map(figures.map((figure) => [figure.id, figure])).values()];
}
