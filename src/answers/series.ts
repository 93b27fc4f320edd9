/** The observations of a metric up to a day, as a chart shows them: of one kind of period, one group a date. */
import { addDays, daysBetween, type IsoDate } from '../knowledge/calendar.js';
import type { Figure, Metric } from '../knowledge/schema.js';
import type { Query } from '../questions/query.js';
import type { Answer } from './answer.js';
import type { Desk } from './context.js';
import { amountOf, byStanding, endOf, isRounded, leadOf, standingOf, withoutRevised } from './standing.js';

/** What of a figure a chart shows; a computed one has no id and is of several sources. */
export type Observed = Pick<Figure, 'asOf' | 'period' | 'value' | 'low' | 'high' | 'qualifier'> & {
  sources: readonly string[];
};

/** Lead: the number that an answer gives for that date. Other: an exact number of another source. */
export type Observation = {
  figure: Observed;
  standing: 'lead' | 'approximate' | 'other' | 'replaced';
};

/** Which periods are counted: from the beginning of a year on, whole years, single months, so many days, none. */
export type Span =
  | { kind: 'total' }
  | { kind: 'of-year'; year: string }
  | { kind: 'years' | 'months' | 'dates' }
  | { kind: 'days'; days: number };

export type MetricSeries = {
  metric: Metric;
  shape: 'steps' | 'bars' | 'dots';
  span: Span;
  /** By date, the oldest first. */
  observations: readonly Observation[];
  /** True where each value is computed here from two metrics. */
  computed: boolean;
};

/** More dates than this are no longer told apart; the newest are kept. */
const DATES = 400;
/** Bars stand for counts that lie close to each other; a few days out of years are dots. */
const COVERED = 0.3;
const ENOUGH_DATES = 3;

/**
 * The series behind the figures of an answer (one for each metric that the query asks of, two at most), none of
 * them later than the figure that was answered; none where it has fewer than three dates.
 */
export function seriesOfAnswer({ parts }: Query, answer: Answer, desk: Desk): MetricSeries[] {
  if (answer.status === 'unknown') return [];
  const asked = parts[0]?.metrics.slice(0, 2) ?? [];
  return asked.flatMap(({ id }) => {
    const metric = desk.knowledge.metric(id);
    if (!metric) return [];
    const series = metric.derived ? computedSeries(metric, answer, desk) : seriesBehind(metric, answer, desk);
    return series && datesOf(series) >= ENOUGH_DATES ? [series] : [];
  });
}

function datesOf({ observations }: MetricSeries): number {
  return new Set(observations.map(({ figure }) => figure.asOf ?? figure.period?.to)).size;
}

/** "Returned in October" is answered by the month's count: then the months are the series. */
function seriesBehind(asked: Metric, answer: Answer, desk: Desk): MetricSeries | undefined {
  const counted = asked.accumulates?.metric;
  const lead = answer.figures.find(({ metric }) => metric === asked.id || metric === counted);
  const metric = lead && desk.knowledge.metric(lead.metric);
  if (!lead || !metric) return undefined;
  const ends = answer.figures.filter((figure) => figure.metric === metric.id).map(endOf);
  const until = ends.sort().at(-1) ?? endOf(lead);
  const own = seriesOf(metric, spanOf(metric, lead), lead.scope ?? null, until, desk);
  if (datesOf(own) >= ENOUGH_DATES || metric.kind === 'running-total') return own;
  // One count of a year that has not ended yet says little; the years before it say more.
  return seriesOf(metric, { kind: 'years' }, lead.scope ?? null, until, desk);
}

/** Figures of one kind of period, up to a day. */
function seriesOf(
  metric: Metric,
  span: Span,
  scope: string | null,
  until: IsoDate,
  desk: Desk,
): MetricSeries {
  const figures = figuresUntil(metric.id, scope, until, desk).filter((figure) => isOf(span, figure));
  const groups = grouped(figures).map((group) => observationsAt(group, desk));
  const observations = groups.flat();
  const shape = shapeOf(metric, span, observations);
  return {
    metric,
    span,
    shape,
    observations: shape === 'steps' ? withoutFalls(observations, desk) : observations,
    computed: false,
  };
}

/** A value at each date at which both its metrics have an exact one. */
function computedSeries(metric: Metric, answer: Answer, desk: Desk): MetricSeries | undefined {
  const { derived } = metric;
  const parts = answer.figures.filter(({ metric: id }) => id === derived?.of || id === derived?.and);
  const until = parts.map(endOf).sort().at(-1);
  if (!derived || until === undefined) return undefined;
  const ofDate = (id: string) =>
    new Map(
      grouped(figuresUntil(id, null, until, desk)).flatMap((group) => {
        const lead = leadOf(group, desk.knowledge);
        return lead && !isRounded(lead) && lead.asOf ? [[lead.asOf, lead] as const] : [];
      }),
    );
  const others = ofDate(derived.and);
  const observations = [...ofDate(derived.of)].flatMap(([asOf, one]): Observation[] => {
    const other = others.get(asOf);
    const value = other && worked(derived.operation, amountOf(one), amountOf(other));
    if (value === undefined || !Number.isFinite(value)) return [];
    const sources = [...new Set([one.source, other?.source ?? one.source])];
    return [{ figure: { asOf, value, qualifier: 'exact', sources }, standing: 'lead' }];
  });
  const shape = derived.operation === 'excess-percent' ? 'dots' : 'steps';
  return { metric, span: { kind: 'total' }, shape, observations, computed: true };
}

function worked(operation: NonNullable<Metric['derived']>['operation'], a: number, b: number): number {
  switch (operation) {
    case 'difference':
      return a - b;
    case 'sum':
      return a + b;
    case 'excess-percent':
      return (a / b - 1) * 100;
  }
}

/** All figures of the newest dates up to a day, the oldest first. */
function figuresUntil(metric: string, scope: string | null, until: IsoDate, { knowledge }: Desk): Figure[] {
  const figures: Figure[][] = [knowledge.figuresAt(metric, scope, until)];
  let date = knowledge.previousAsOf(metric, scope, until);
  while (date !== undefined && figures.length < DATES) {
    figures.push(knowledge.figuresAt(metric, scope, date));
    date = knowledge.previousAsOf(metric, scope, date);
  }
  return figures.reverse().flat();
}

function spanOf(metric: Metric, like: Figure): Span {
  if (metric.kind === 'running-total') return { kind: 'total' };
  const { period } = like;
  if (!period) return { kind: 'dates' };
  const year = period.from.slice(0, 4);
  if (period.from === `${year}-01-01` && period.to === `${year}-12-31`) return { kind: 'years' };
  if (
    period.from === `${year}-01-01` &&
    period.to.startsWith(year) &&
    metric.kind === 'period' &&
    lengthOf(like) > 31
  )
    return { kind: 'of-year', year };
  if (period.from.slice(0, 7) === period.to.slice(0, 7) && isLastOfMonth(period.to) && lengthOf(like) > 1)
    return { kind: 'months' };
  return { kind: 'days', days: lengthOf(like) };
}

function isOf(span: Span, figure: Figure): boolean {
  const { period } = figure;
  switch (span.kind) {
    case 'total':
      return true;
    case 'dates':
      return period === undefined;
    case 'of-year':
      return period?.from === `${span.year}-01-01`;
    case 'years':
      return (
        period !== undefined &&
        /-01-01$/.test(period.from) &&
        period.to === `${period.from.slice(0, 4)}-12-31`
      );
    case 'months':
      return (
        period !== undefined && period.from.slice(0, 7) === period.to.slice(0, 7) && isLastOfMonth(period.to)
      );
    case 'days':
      return period !== undefined && lengthOf(figure) === span.days;
  }
}

function shapeOf(metric: Metric, span: Span, observations: readonly Observation[]): MetricSeries['shape'] {
  if (span.kind === 'total' || span.kind === 'of-year') return 'steps';
  const periods = observations.flatMap(({ figure }) => figure.period ?? []);
  if (metric.kind !== 'period' || periods.length === 0) return 'dots';
  const first = periods.map(({ from }) => from).sort()[0] ?? '';
  const last =
    periods
      .map(({ to }) => to)
      .sort()
      .at(-1) ?? '';
  const covered = new Map(periods.map(({ from, to }) => [from, daysBetween(from, to) + 1]));
  const days = [...covered.values()].reduce((sum, one) => sum + one, 0);
  return days / (daysBetween(first, last) + 1) >= COVERED ? 'bars' : 'dots';
}

/** Figures of one time together; of a running total, those of one day. */
function grouped(figures: readonly Figure[]): Figure[][] {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    const key = `${figure.period?.from ?? ''} ${endOf(figure)}`;
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups.values()];
}

/** Each value once: the one that leads, what was replaced, other exact values, rounded ones. */
function observationsAt(group: readonly Figure[], { knowledge }: Desk): Observation[] {
  const standing = withoutRevised(group);
  const lead = leadOf(standing, knowledge);
  if (!lead) return [];
  const seen = new Set<string>();
  return [lead, ...byStanding(standing, knowledge), ...group].flatMap((figure): Observation[] => {
    const key = `${figure.value}|${figure.low}|${figure.high}|${figure.qualifier}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ figure: observed(figure), standing: standingIn(figure, lead, standing) }];
  });
}

function standingIn(figure: Figure, lead: Figure, standing: readonly Figure[]): Observation['standing'] {
  if (!standing.includes(figure)) return 'replaced';
  if (isRounded(figure)) return 'approximate';
  return figure === lead ? 'lead' : 'other';
}

/** A running total does not fall: where it seems to, the source of lower standing is no part of the line. */
function withoutFalls(observations: readonly Observation[], { knowledge }: Desk): Observation[] {
  const rank = ({ figure }: Observation) =>
    Math.min(...figure.sources.map((id) => standingOf(id, knowledge)));
  const line: Observation[] = [];
  const off = new Set<Observation>();
  for (const one of observations.filter(({ standing }) => standing === 'lead')) {
    for (
      let top = line.at(-1);
      top && heightOf(top) > heightOf(one) && rank(top) > rank(one);
      top = line.at(-1)
    )
      off.add(line.pop() ?? one);
    const top = line.at(-1);
    if (top && heightOf(top) > heightOf(one)) off.add(one);
    else line.push(one);
  }
  return observations.map((one) => (off.has(one) ? { ...one, standing: 'other' } : one));
}

function heightOf({ figure }: Observation): number {
  return figure.value ?? 0;
}

function observed(figure: Figure): Observed {
  const { asOf, period, value, low, high, qualifier, source } = figure;
  return { asOf, period, value, low, high, qualifier, sources: [source] };
}

/** The count of a month may begin with the scheme, but ends with the month. */
function isLastOfMonth(day: IsoDate): boolean {
  return addDays(day, 1).endsWith('-01');
}

function lengthOf({ period }: Figure): number {
  return period ? daysBetween(period.from, period.to) + 1 : 0;
}
