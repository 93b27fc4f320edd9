import { daysBetween } from './calendar.js';
import { printedQualifier, printsValue } from './printed.js';
import type { RuleContext } from './rule-context.js';
import type { Figure, Metric, Scope, Source } from './schema.js';
import { withTotals } from './totals.js';

/** Two running totals whose dates are only about right may cross within so many days. */
const ABOUT_DAYS = 7;

type Report = (message: string) => void;

/** Rules for figures: printed characters, qualifier, dates, revisions, repetitions, running totals that fall. */
export function checkFigures({ data, report }: RuleContext): void {
  const sources = new Map(data.sources.map((source) => [source.id, source]));
  const metrics = new Map(data.metrics.map((metric) => [metric.id, metric]));
  const scopes = new Map(data.scopes.map((scope) => [scope.id, scope]));
  const figures = new Map(data.figures.map((figure) => [figure.id, figure]));
  for (const figure of data.figures) {
    const fault: Report = (message) => report(figure, message);
    checkPrinted(figure, fault);
    checkQualifier(figure, fault);
    checkDates(figure, sources.get(figure.source), fault);
    checkKind(figure, metrics.get(figure.metric), fault);
    checkScope(figure, figure.scope === undefined ? undefined : scopes.get(figure.scope), fault);
    checkRevision(figure, figures, fault);
  }
  const storedTexts = data.sources.filter((source) => source.document !== null).map(({ id }) => id);
  checkRepetitions({ data, report }, new Set(storedTexts));
  checkRunningTotals(withTotals(data).figures, metrics, (total, message) => {
    const { computed } = total;
    const last = computed && 'sumOf' in computed ? figures.get(computed.sumOf.at(-1) ?? '') : undefined;
    report(last ?? total, message);
  });
}

/** The same number for the same thing and time, from the same place of the same source. */
function checkRepetitions(
  { data, report }: Pick<RuleContext, 'data' | 'report'>,
  storedTexts: ReadonlySet<string>,
): void {
  const first = new Map<string, Figure>();
  for (const figure of data.figures) {
    const { metric, scope, asOf, period, value, low, high, qualifier, source, claimedBy, paragraph } = figure;
    const place = storedTexts.has(source) ? paragraph : undefined;
    const key = JSON.stringify([
      metric,
      scope,
      asOf,
      period,
      value,
      low,
      high,
      qualifier,
      source,
      claimedBy,
      place,
    ]);
    const other = first.get(key);
    if (other && other.id !== figure.id)
      report(figure, `repeats ${other.id}: the same number, time and source; take one of the two out`);
    else first.set(key, figure);
  }
}

function checkPrinted({ printed, value, low, high }: Figure, fault: Report): void {
  if (low !== undefined && high !== undefined && low >= high) {
    fault(`\`low\` (${low}) must be less than \`high\` (${high}); swap them`);
  }
  if (printed === undefined) return;
  const missing = [value, low, high].filter((one) => one !== undefined && !printsValue(printed, one));
  for (const one of missing) {
    const field = one === value ? 'value' : one === low ? 'low' : 'high';
    fault(
      `\`${field}\` is ${one}, but \`printed\` is ${JSON.stringify(printed)}; mend the number or copy the characters`,
    );
  }
}

function checkQualifier({ printed, qualifier, value, low }: Figure, fault: Report): void {
  const stated = printed === undefined ? undefined : printedQualifier(printed);
  if (stated !== undefined && stated !== qualifier) {
    fault(
      `\`qualifier\` is ${qualifier}, but \`printed\` ${JSON.stringify(printed)} says ${stated}; make the two agree`,
    );
  }
  if (qualifier === 'between' && value !== undefined) {
    fault('`qualifier` is between; give `low` and `high` instead of `value`');
  }
  if (qualifier === 'exact' && low !== undefined) {
    fault('`qualifier` is exact, but the figure is a range; make it between');
  }
}

/** A figure can't be true of a later day than the one on which its source came out. */
function checkDates(figure: Figure, source: Source | undefined, fault: Report): void {
  const published = source?.published;
  const date = figure.asOf ?? figure.period?.to;
  if (!published || date === undefined) return;
  const length = figure.datePrecision === 'year' ? 4 : figure.datePrecision === 'month' ? 7 : 10;
  if (date.slice(0, length) <= published.slice(0, length)) return;
  const field = figure.asOf === undefined ? '`period` ends' : '`asOf` is';
  fault(`${field} ${date}, after ${source?.id} was published (${published}); mend one of the dates`);
}

function checkKind(figure: Figure, metric: Metric | undefined, fault: Report): void {
  if (metric?.kind === 'running-total' && figure.period && figure.value !== undefined) {
    fault(`${metric.id} is a running total, so one value needs \`asOf\`, not \`period\`; change it`);
  }
  if (metric?.kind === 'period' && figure.asOf !== undefined) {
    fault(
      `${metric.id} is counted per period, so \`asOf\` says too little; give \`period\` with from and to`,
    );
  }
}

function checkScope(figure: Figure, scope: Scope | undefined, fault: Report): void {
  if (scope?.since && figure.period && figure.period.from !== scope.since) {
    fault(
      `\`period\` starts on ${figure.period.from}, but ${scope.id} counts from ${scope.since}; make them agree`,
    );
  }
}

function checkRevision(figure: Figure, figures: ReadonlyMap<string, Figure>, fault: Report): void {
  const revised = figure.revises === undefined ? undefined : figures.get(figure.revises);
  if (!revised) return;
  if (revised === figure) {
    fault('`revises` names the figure itself; name the figure that it replaces');
    return;
  }
  if (revised.metric !== figure.metric || revised.scope !== figure.scope) {
    fault(`\`revises\` names ${revised.id}, which counts something else (${revised.metric}); mend it`);
  }
  const seen = new Set([figure.id]);
  for (let next: Figure | undefined = revised; next; next = figures.get(next.revises ?? '')) {
    if (next === figure) fault(`\`revises\` leads back to ${figure.id} in a circle; take one link out`);
    if (seen.has(next.id)) return;
    seen.add(next.id);
  }
}

/** Exact running totals never fall, unless one is revised or another source is noted to differ. */
function checkRunningTotals(
  figures: readonly Figure[],
  metrics: ReadonlyMap<string, Metric>,
  report: (total: Figure, message: string) => void,
): void {
  const revised = new Set(figures.map((figure) => figure.revises));
  const series = new Map<string, DatedTotal[]>();
  for (const figure of figures) {
    const { asOf, value, qualifier, datePrecision } = figure;
    if (metrics.get(figure.metric)?.kind !== 'running-total' || asOf === undefined || value === undefined)
      continue;
    if (qualifier !== 'exact' || datePrecision === 'month' || datePrecision === 'year') continue;
    if (figure.revises !== undefined || revised.has(figure.id)) continue;
    const key = `${figure.metric} ${figure.scope ?? ''}`;
    const list = series.get(key) ?? [];
    series.set(key, list);
    list.push({ figure, asOf, value });
  }
  for (const list of series.values()) {
    let highest: DatedTotal | undefined;
    for (const total of list.sort((a, b) =>
      a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : a.value - b.value,
    )) {
      if (highest && total.value < highest.value && isLater(highest, total) && !isNoted(highest, total)) {
        report(
          total.figure,
          `is ${total.value} at ${total.asOf}, but ${highest.figure.id} has ${highest.value} at ${highest.asOf} ` +
            "already, and a running total can't fall; mend a value or a date, say `revises`, " +
            'or, if two sources differ, explain it in a `note`',
        );
      }
      if (!highest || total.value >= highest.value) highest = total;
    }
  }
}

type DatedTotal = { figure: Figure; asOf: string; value: number };

function isLater(earlier: DatedTotal, later: DatedTotal): boolean {
  const exactDays = earlier.figure.datePrecision === 'day' && later.figure.datePrecision === 'day';
  return daysBetween(earlier.asOf, later.asOf) > (exactDays ? 0 : ABOUT_DAYS);
}

function isNoted(a: DatedTotal, b: DatedTotal): boolean {
  return a.figure.source !== b.figure.source && (a.figure.note ?? b.figure.note) !== undefined;
}
