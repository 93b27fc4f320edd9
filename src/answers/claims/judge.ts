/** Judges one claim against the figures: supported, contradicted, outdated, disputed, or nothing is known. */
import { addDays, daysBetween, endOfMonth, type IsoDate, isoDate } from '../../knowledge/calendar.js';
import type { Figure, Metric } from '../../knowledge/schema.js';
import type { Claim } from '../../questions/claims/claim.js';
import type { Time } from '../../questions/time.js';
import type { Context } from '../context.js';
import { endOfTime } from '../select.js';
import { amountOf, byStanding, endOf, isRounded, leadOf } from '../standing.js';
import { saysSoFar } from './about.js';
import { agrees } from './holds.js';
import { judgeDerived } from './judge-derived.js';
import { judgeGroup, supported, unique } from './judge-group.js';
import { judgeUndated } from './judge-undated.js';
import { type Judged, NOTHING } from './judged.js';
import { knownAt } from './known-then.js';

/** A running total of a day so far back says little of the day asked for. */
const STALE_DAYS = 4;

/** The verdict on a claim whose metric is known and that nothing unknown restricts. */
export function judge(claim: Claim, metric: Metric, { part: asked, ...rest }: Context): Judged {
  const { scope } = asked;
  // "140 places under the April deal": what is counted since a deal began says nothing of a size.
  const isOfScope =
    scope !== undefined &&
    (metric.kind !== 'measure' ||
      rest.knowledge.figuresBetween(metric.id, scope, '0000-00-00', rest.horizon).length > 0);
  const part = isOfScope ? asked : { ...asked, scope: undefined };
  const context = { ...rest, part };
  if (metric.derived) return judgeDerived(claim, metric, context);
  const times = timesOf(part.times, metric);
  const [start, end] = times;
  if (part.between && start && end && metric.kind === 'period')
    return judgeBetween(claim, metric, [start, end], context);
  if (times.length > 0) {
    const judged = times.map((time) => judgeAt(claim, metric, time, context));
    const best = judged.find(({ verdict }) => verdict === 'supported') ?? judged.at(-1) ?? NOTHING;
    if (best.verdict !== 'contradicted') return best;
    const otherwise = times
      .flatMap((time) => monthMeant(time) ?? [])
      .map((time) => judgeAt(claim, metric, time, context))
      .find(({ verdict }) => verdict === 'supported');
    if (otherwise) return otherwise;
    const isOfToday = times.some(({ to, from }) => from === to && to === context.query.today);
    return saysSoFar(claim) || isOfToday ? orOutdated(best, claim, metric, context) : best;
  }
  return judgeUndated(claim, metric, context);
}

/** "Seven by the end of September": right of a day before it, where a count of the very end is another one. */
function orDisputedAtEnd(
  judged: Judged,
  { stated, part }: Claim,
  then: readonly Figure[],
  end: IsoDate,
  { knowledge }: Context,
): Judged {
  const ofEnd = then.filter(
    (figure) => endOf(figure) === end && !isRounded(figure) && figure.metric === judged.figures[0]?.metric,
  );
  const isBefore = judged.figures.every((figure) => endOf(figure) < end);
  const isOther = ofEnd.length > 0 && ofEnd.every((figure) => !agrees(stated, figure));
  if (!BY_END.test(part.text) || !isBefore || !isOther) return judged;
  return {
    ...judged,
    verdict: 'disputed',
    figures: unique([...judged.figures, ...byStanding(ofEnd, knowledge)]),
  };
}

const BY_END = /\bby (?:the )?(?:very )?end of\b|\bd'ici (?:à )?(?:la )?fin\b/i;

/** A count between two days, of whatever scope begins on the first; others are not known. */
function judgeBetween(
  { stated }: Claim,
  metric: Metric,
  [start, end]: readonly [Time, Time],
  { figures, knowledge, ...context }: Context,
): Judged {
  const scopes = [null, ...knowledge.scopes().map(({ id }) => id)];
  const same = scopes
    .flatMap((scope) => knowledge.figuresBetween(metric.id, scope, end.to, end.to))
    .filter(({ period }) => period?.from === start.from && period.to === end.to);
  if (same.length === 0) return NOTHING;
  const judged = judgeGroup(stated, same, { ...context, figures, knowledge });
  if (judged.verdict !== 'contradicted') return judged;
  // Of a figure that ends "about" then, either day may be meant.
  const near = scopes
    .flatMap((scope) =>
      knowledge.figuresBetween(metric.id, scope, addDays(end.to, -ABOUT_DAYS), addDays(end.to, ABOUT_DAYS)),
    )
    .filter(
      (figure) =>
        figure.datePrecision === 'about' && figure.period?.from === start.from && agrees(stated, figure),
    );
  return near.length > 0
    ? { ...judged, verdict: 'disputed', figures: unique([...near, ...judged.figures]) }
    : judged;
}

const ABOUT_DAYS = 1;

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

/** "39,292 so far this year": right on an earlier day of the year, or said when it was true, a year ago. */
function orOutdated(judged: Judged, { stated, part }: Claim, metric: Metric, context: Context): Judged {
  const [time] = part.times;
  const isOpen = time !== undefined && time.to >= context.horizon.slice(0, 4);
  const to = isOpen ? context.horizon : addDays(time?.from ?? context.horizon, -1);
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
  if (judged.verdict === 'supported') return orDisputedAtEnd(judged, claim, then, end, context);
  if (judged.verdict !== 'contradicted') return judged;
  // Of a figure of which only the month is known any day of it may be meant.
  const ofMonth = earlier.filter(
    (figure) =>
      figure.datePrecision === 'month' &&
      endOf(figure).slice(0, 7) === end.slice(0, 7) &&
      agrees(stated, figure),
  );
  if (ofMonth.length > 0)
    return { ...judged, verdict: 'disputed', figures: unique([...ofMonth, ...judged.figures]) };
  const newest = then.map(endOf).sort().at(-1) ?? end;
  const isStretch = /^(?:month|part|season|year)$/.test(time.granularity) && time.cue === 'in';
  if (metric.kind === 'running-total' && isStretch && newest < time.from) return NOTHING;
  const isStale = metric.kind === 'running-total' && daysBetween(newest, end) > STALE_DAYS;
  if (metric.kind === 'measure' && daysBetween(newest, time.from) > STALE_DAYS) return NOTHING;
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
