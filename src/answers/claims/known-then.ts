/** The figures that a claim is held against: those of the time that it names, or the newest, and those before. */
import { addDays, type IsoDate } from '../../knowledge/calendar.js';
import type { Figure, Metric } from '../../knowledge/schema.js';
import type { Time } from '../../questions/time.js';
import { askFor } from '../asking.js';
import type { Context } from '../context.js';
import { endOfTime, isCountedByMonth, selectFigures, yearToDate } from '../select.js';
import { endOf } from '../standing.js';

export type Known = {
  /** Figures of the time. */
  current: Figure[];
  /** Others that the same words may mean: the year so far, beside the count of a day. */
  also: Figure[];
  /** The first figures after it, where the metric is a running total. */
  after: Figure[];
  /** All before it (or before the newest), oldest first. */
  earlier: Figure[];
};

/** What is known of a metric at a time; without one, the newest figures and what came before. */
export function knownAt(metric: Metric, time: Time | undefined, context: Context): Known {
  const { part, reads, horizon } = context;
  const asked = askFor(metric, part, time, context);
  const wanted = { ...asked, part: { ...part, numbers: [] }, claimedBy: undefined };
  const found = selectFigures(wanted, reads);
  const selected = found.found ? found.figures : [];
  const end = time ? min(endOfTime(time), horizon) : horizon;
  const { knowledge, figures } = reads;
  const between = (from: IsoDate, to: IsoDate) =>
    from <= to ? knowledge.figuresBetween(metric.id, asked.scope, from, to) : [];
  if (!time) {
    const newest = isCountedByMonth({ metric }, reads) ? between('0000-00-00', horizon) : selected;
    const last = newest.map(endOf).sort().at(-1) ?? horizon;
    return { current: newest, also: [], after: [], earlier: between('0000-00-00', addDays(last, -1)) };
  }
  const counts = metric.accumulates
    ? knowledge.figuresWithPeriod(metric.accumulates.metric, null, time.from, end)
    : [];
  if (metric.kind === 'period' && !asked.scope) {
    const inside = between(time.from, end);
    const same = inside.filter(({ period }) => period?.from === time.from && period.to === end);
    const days = part.span && part.span !== 'year' ? part.span.days : undefined;
    const ofLength = days === undefined ? [] : figures.all(metric.id, null, { days }, end, time.from);
    const atEnd = yearToDate(wanted, reads, end).filter(
      (figure) => endOf(figure) >= addDays(end, -NEAR_DAYS),
    );
    const ofTime = unique([...same, ...ofLength]);
    const isUpTo = /^(?:by|before)$/.test(time.cue) && days === undefined;
    const [current, also] = isUpTo ? [unique([...selected, ...atEnd]), ofTime] : [ofTime, selected];
    return current.length > 0
      ? { current, also, after: [], earlier: [] }
      : {
          current: unique([...selected, ...ofTime, ...(days === undefined ? atEnd : [])]),
          also: [],
          after: [],
          earlier: [],
        };
  }
  // "By March" may mean its beginning as well as its end.
  const isStretch = /^(?:in|by)$/.test(time.cue) && time.granularity !== 'year' && time.granularity !== 'day';
  const inside = isStretch ? between(time.from, end) : [];
  const after = between(addDays(end, 1), addDays(end, 150));
  const first = after[0] ? after.filter((figure) => endOf(figure) === endOf(after[0] as Figure)) : [];
  return {
    current: unique([...selected, ...inside, ...counts]),
    also: [],
    after: first,
    earlier: between('0000-00-00', addDays(end, -1)),
  };
}

/** A count of the year so far that is older than this is not that of the day. */
const NEAR_DAYS = 3;

function unique(figures: readonly Figure[]): Figure[] {
  return [...new Map(figures.map((figure) => [figure.id, figure])).values()];
}

function min(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? a : b;
}
