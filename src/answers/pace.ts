/** Counts spread over days, weeks or months: so many a week on average. */

import { addDays, daysBetween, type IsoDate, isWholeYear } from '../knowledge/calendar.js';
import { metricSaid } from '../knowledge/metric-names.js';
import type { Figure, Metric } from '../knowledge/schema.js';
import { formatNumber, formatPeriod } from '../language/format.js';
import type { AskedMetric, Part } from '../questions/query.js';
import type { Time } from '../questions/time.js';
import { line, marks, note, plain, roughly } from './calculated-lines.js';
import { answered, type Context, type PartAnswer, unknown } from './context.js';
import { leadAt } from './derived-metrics.js';
import { withScopeAsTime } from './scope-as-time.js';
import { answerSince } from './since.js';
import { amountOf, endOf, isRounded, leadOf, leadsByDate, sumOf } from './standing.js';
import { countOf } from './target-premise.js';
import { answerValue } from './values.js';
import { labelOf } from './wording.js';
import { countsWithin } from './working.js';

export type Step = 'day' | 'week' | 'month' | 'year';

const STEPS: readonly (readonly [Step, RegExp])[] = [
  [
    'year',
    /\b(?:a|per|each|every|par) (?:year|yr|annum|an)\b|\b(?:yearly|annual) (?:average|mean|rate)\b|\bmoyenne annuelle\b/i,
  ],
  ['month', /\b(?:a|per|each|every|par|chaque) (?:month|mois)\b|\b(?:monthly|mensuel\w*)\b/i],
  ['week', /\b(?:a|per|each|every|par|chaque) (?:week|wk|semaine)\b|\b(?:weekly|hebdomadaire)\b/i],
];
/** "The average time between arrival and return": of how long something takes nothing is spread over days. */
const AVERAGE_OF_OTHER =
  /\b(?:average|mean|median|typical) (?:waiting |processing |total )?(?:time|wait|delay|length|duration|age|stay|journey|distance|price|salary)\b|\b(?:durée|temps|âge|délai|prix) (?:moyen(?:ne)?|médian(?:e)?)\b/i;
const DAYS_IN_WEEK = 7;
const DAYS_IN_YEAR = 365.25;
const DAYS_IN_MONTH = DAYS_IN_YEAR / 12;

/** A count by the days, weeks or months over which it was counted, as the question asks; by days where it names none. */
export function answerAverage(asked: AskedMetric, given: Context): PartAnswer {
  if (AVERAGE_OF_OTHER.test(given.part.text)) return unknown(given.words.nothingAtAll);
  const metric = given.knowledge.metric(asked.id);
  const total = metric && totalOf(metric, given);
  const context = total ? withScopeAsTime(total, given) : given;
  const { part } = context;
  const said = STEPS.find(([, pattern]) => pattern.test(part.text))?.[0] ?? 'day';
  const years = metric && said === 'year' ? averageOfYears(metric, context) : undefined;
  // What has not been counted for years is not spread over them.
  const step = said === 'year' ? 'month' : said;
  if (years) return answered(years);
  const pace = total && paceOfTotal(total, step, context);
  if (metric && pace) {
    const printed =
      metric.kind === 'rate'
        ? answerValue(asked, { ...context, part: { ...part, times: part.times.slice(-1) } })
        : undefined;
    const isPrintedThen = printed?.answered && isOfThatTime(metric, context);
    if (isPrintedThen) return { ...printed, lines: [...printed.lines, ...pace] };
    return answered([...pace, ...(printed?.lines.slice(0, 1) ?? [])]);
  }
  const counted = metric?.kind === 'rate' && part.times.length > 0 ? periodNamed(context) : undefined;
  const whole = counted && stretchOf(counted, part.times[0], context);
  if (counted && whole?.period && !isRounded(whole))
    return answered([
      ...spread(counted, [whole], step, whole.period, context),
      line(counted, whole, context),
      ...answerValue(asked, context).lines.slice(0, 1),
    ]);
  const figure = metric && stretchOf(metric, part.times[0], context);
  const [begun] = part.times;
  const isEarlier =
    figure !== undefined && begun !== undefined && begun.cue === 'since' && endOf(figure) < begun.from;
  // Of a time after the newest count nothing is known, and nothing is spread over it.
  const since = isEarlier
    ? answerSince(asked, { ...context, part: { ...part, operation: 'value', span: undefined } })
    : undefined;
  if (since) return since;
  // What is already an amount for each one is not spread over days.
  if (!metric || metric.kind === 'measure' || metric.kind === 'rate' || !figure?.period)
    return answerValue(asked, context);
  return answered([
    ...spread(metric, [figure], step, figure.period, context),
    line(metric, figure, context),
    ...(roughly([figure]) ? [context.words.approximateInputs] : []),
  ]);
}

/** The counts of whole years, added up and divided by how many they are; undefined where fewer than two are known. */
function averageOfYears(metric: Metric, context: Context): string[] | undefined {
  const { part, knowledge, horizon } = context;
  if (metric.kind !== 'period' || part.scope) return undefined;
  const [first, last] = [part.times[0], part.times.at(-1)];
  const isOpen = first === last && (first?.cue === 'since' || first?.cue === 'after');
  const from = first?.from ?? '0000-00-00';
  const to = last && !isOpen && last.to < horizon ? last.to : horizon;
  const counts = knowledge
    .figuresBetween(metric.id, null, from, to)
    .filter(({ period }) => period && isWholeYear(period));
  const leads = leadsByDate(counts, knowledge);
  const [start, end] = [leads[0]?.period?.from, leads.at(-1)?.period?.to];
  if (leads.length < 2 || start === undefined || end === undefined || start < from) return undefined;
  return spread(metric, leads, 'year', { from: start, to: end }, context);
}

/** The running total that is meant: the metric itself, the one that adds it up, or the one that a pace is of. */
export function totalOf(metric: Metric, context: Context): Metric | undefined {
  if (metric.accumulates) return metric;
  const adding = context.knowledge.metrics().find(({ accumulates }) => accumulates?.metric === metric.id);
  return adding ?? (metric.kind === 'rate' || metric.kind === 'target' ? countOf(context) : undefined);
}

/** The count of people by periods that the question's words name beside a pace. */
function periodNamed({ part, lexicon, knowledge }: Context): Metric | undefined {
  const named = metricSaid(part.tokens, lexicon, ({ kind, usual }) => kind === 'period' && usual === true);
  return named && knowledge.metric(named.metric.id);
}

/** True where a source prints the pace of the very time that is asked for. */
function isOfThatTime(metric: Metric, context: Context): boolean {
  const last = context.part.times.at(-1);
  const lead = last && leadAt(metric, last, context);
  return last !== undefined && lead !== undefined && endOf(lead) >= last.from;
}

/** The pace of a running total: over the counts inside the time asked for, else from the first day of its counting. */
export function paceOfTotal(total: Metric, step: Step, context: Context): string[] | undefined {
  const { part } = context;
  const from = total.accumulates?.from;
  if (!from) return undefined;
  const [first, last] = [part.times[0], part.times.at(-1)];
  const stretch: Time | undefined =
    first && last && first !== last ? { ...first, to: last.to, cue: 'in', granularity: 'span' } : first;
  const wide = stretch && stretch.cue === 'in' && !/^(?:day|part)$/.test(stretch.granularity);
  const counts = wide ? countsWithin(total, stretch, context) : undefined;
  const [start, end] = [counts?.[0]?.period?.from, counts?.at(-1)?.period?.to];
  if (counts && start && end)
    return [
      ...spread(total, counts, step, { from: start, to: end }, context),
      ...(counts.length === 1 ? linesOf(total, counts, context) : []),
    ];
  if (wide && stretch.from > from) return undefined;
  const open = first === last && first !== undefined && /^(?:since|after)$/.test(first.cue);
  if (open && first.from > from) return paceSince(total, first, step, context);
  const figure = leadAt(total, last, context);
  if (!figure || isRounded(figure) || endOf(figure) <= from) return undefined;
  return [
    ...spread(total, [figure], step, { from, to: endOf(figure) }, context),
    line(total, figure, context),
  ];
}

/** "A month since the first flight": what was added from that day to the newest count. */
function paceSince(total: Metric, time: Time, step: Step, context: Context): string[] | undefined {
  const start = time.cue === 'after' ? addDays(time.to, 1) : time.from;
  const until = (to: IsoDate): Time => ({ ...time, from: to, to, cue: 'by', granularity: 'day' });
  const newest = leadAt(total, undefined, context);
  const known = leadAt(total, until(addDays(start, -1)), context);
  const before = known && amountOf(known) > 0 ? known : undefined;
  if (!newest || isRounded(newest) || endOf(newest) <= start) return undefined;
  const period = { from: start, to: endOf(newest) };
  if (!before) return [...spread(total, [newest], step, period, context), line(total, newest, context)];
  if (isRounded(before)) return undefined;
  return [
    ...spread(total, [newest], step, period, context, before),
    line(total, newest, context),
    line(total, before, context),
  ];
}

function linesOf(total: Metric, counts: readonly Figure[], context: Context): string[] {
  return counts.map((figure) => line(total, figure, context));
}

/** The sum of the figures, less what had been counted before, divided by the steps of the period, which is named. */
function spread(
  metric: Metric,
  figures: readonly Figure[],
  step: Step,
  period: { from: IsoDate; to: IsoDate },
  context: Context,
  before?: Figure,
): string[] {
  const { words, query } = context;
  const sum = sumOf(figures) - (before === undefined ? 0 : amountOf(before));
  const steps = stepsIn(period, step);
  const value = sum / steps;
  const number = (amount: number, digits?: number) => formatNumber(amount, query.language, digits);
  const whole = figures.length === 1 && figures[0] ? plain(figures[0], context) : number(sum);
  const top = before === undefined ? whole : `(${whole} − ${plain(before, context)})`;
  const inputs = before === undefined ? figures : [...figures, before];
  const expression = `${top} ÷ ${number(steps, 1)} = ${number(value, 1)}`;
  note(expression, value, inputs, context);
  const when = words.during(formatPeriod(period.from, period.to, query.language));
  const said = words.figure(labelOf(metric, context), words.perStep(number(value, 1), step), when);
  const cited = marks(inputs, context);
  return [`${said} ${cited}`, `${words.computed(expression)} ${cited}`];
}

function stepsIn({ from, to }: { from: IsoDate; to: IsoDate }, step: Step): number {
  const days = daysBetween(from, to) + 1;
  switch (step) {
    case 'day':
      return days;
    case 'week':
      return days / DAYS_IN_WEEK;
    case 'month':
      return Math.abs(Math.round(days / DAYS_IN_MONTH) - days / DAYS_IN_MONTH) < 0.1
        ? Math.round(days / DAYS_IN_MONTH)
        : days / DAYS_IN_MONTH;
    case 'year':
      return Math.abs(Math.round(days / DAYS_IN_YEAR) - days / DAYS_IN_YEAR) < 0.01
        ? Math.round(days / DAYS_IN_YEAR)
        : days / DAYS_IN_YEAR;
  }
}

/** The count over the longest stretch of days inside the time asked for, else the figure of that time. */
function stretchOf(metric: Metric, time: Time | undefined, context: Context): Figure | undefined {
  const { part, knowledge } = context;
  const widened = { ...context, part: { ...part, span: isOneDay(part.span) ? undefined : part.span } };
  if (!time) return leadAt(metric, time, widened);
  const inside = knowledge
    .figuresBetween(metric.id, null, time.from, time.to < context.horizon ? time.to : context.horizon)
    .filter((figure) => figure.period && figure.period.from >= time.from && daysOf(figure) > 1);
  const longest = Math.max(0, ...inside.map(daysOf));
  const stretch = inside.filter((figure) => daysOf(figure) === longest);
  return leadOf(stretch, knowledge) ?? leadAt(metric, time, widened);
}

function daysOf({ period }: Figure): number {
  return period ? daysBetween(period.from, period.to) + 1 : 1;
}

function isOneDay(span: Part['span']): boolean {
  return span !== undefined && span !== 'year' && span.days === 1;
}
