/** Differences, ratios, shares and changes: the working is shown, with its inputs cited. */
import { addDays, daysBetween } from '../knowledge/calendar.js';
import type { Figure, Metric } from '../knowledge/schema.js';
import { formatNumber } from '../language/format.js';
import type { AskedMetric, Part } from '../questions/query.js';
import type { Time } from '../questions/time.js';
import { askFor } from './asking.js';
import { answered, type Context, type PartAnswer, unknown } from './context.js';
import { computeDerived, figuresOfPair, leadAt } from './derived-metrics.js';
import { marksOf } from './marks.js';
import { perNumberLine, withoutPerNumber } from './per-number.js';
import { ofStretch, yearToDate } from './select.js';
import { amountOf, endOf, isRounded, leadOf, standingOf } from './standing.js';
import { statedFigure, statedNumbers } from './stated-numbers.js';
import { ageLines, answerValue, differingLine, mergeParts, saidBeside, saidWhere } from './values.js';
import { labelOf, labelWithin, placeOf, valueText, whenText } from './wording.js';
import { countWithin, sumOfStretch } from './working.js';

const YEAR_END = '-12-31';

/** Two metrics side by side: both values, then their difference, ratio or share. */
export function answerPair(asked: readonly AskedMetric[], given: Context): PartAnswer {
  const context = withoutPerNumber(given);
  const { part, knowledge, words } = context;
  const metrics = asked.slice(0, 2).flatMap((one) => knowledge.metric(one.id) ?? []);
  const [first, second] = metrics;
  if (!first || !second) return mergeParts(asked.map((one) => answerValue(one, context)));
  if (areOfOtherKinds(first, second)) return unknown(words.nothingAtAll);
  const times = timesOfPair(metrics, part);
  const inside = metrics.flatMap((metric) => countWithin(metric, times[0], context) ?? []);
  const within =
    times.length === 1 && inside.length === 2
      ? answerPair(
          inside.map(({ id }) => ({ id, restrictions: [], asides: [], strength: 1 })),
          context,
        ).lines
      : [];
  const answers = times.slice(0, 3).map((time) => {
    const pair = statedPair(first, second, time, context) ?? figuresOfPair(first, second, time, context);
    if (!pair) return mergeParts(asked.slice(0, 2).map((one) => answerValue(one, context)));
    const same = part.operation === 'share' ? ofOnePeriod(metrics, pair, context) : undefined;
    // A total that began before the other count is no share of it.
    if (same?.leads) return answered(linesOfShare(same.pair, metrics, context));
    const beside = same ? [shareLine(same.pair, context)] : [];
    const lines = pair.flatMap((figure, index) => [
      line(metrics[index], figure, context),
      ...saidWhere(sameValue(figure, context), context),
      ...differingLine(figure, context),
    ]);
    const wrong =
      /^(?:why|how)$/.test(part.focus) && asksExcess(part.text) && amountOf(pair[0]) < amountOf(pair[1]);
    const compare = words.lower(valueText(pair[0], context), valueText(pair[1], context));
    return answered(
      [
        ...calculate(first, second, pair, context),
        ...lines,
        ...caveats(first, second, pair, context),
        ...beside,
      ],
      wrong ? [`${words.premiseWrong} ${compare}`] : [],
    );
  });
  const merged = mergeParts(answers);
  const newest = part.times.length === 0 ? figuresOfPair(first, second, undefined, context)?.[0] : undefined;
  const isStated = statedPair(first, second, undefined, context) !== undefined;
  const aged =
    newest && !isStated
      ? [...saidBeside(first, newest, undefined, context), ...ageLines(newest, context)]
      : [];
  const totals = [...merged.lines, ...printedToo(first, second, part.times[0], context, words), ...aged];
  // "In March, did more go out or come in" asks for the counts of that month; the totals by its end stand below.
  const lines = part.operation === 'compare-metrics' ? [...within, ...totals] : [...totals, ...within];
  return { ...merged, lines };
}

/** Money and percentages are no parts of each other. */
function areOfOtherKinds(first: Metric, second: Metric): boolean {
  const [one, other] = [first, second].map(({ unit }) => /\b(?:pounds|euros|percent)\b/.exec(unit.en)?.[0]);
  return one !== undefined && other !== undefined && one !== other;
}

/** A running total and the other count over the same days, where a source gives that. */
function ofOnePeriod(
  metrics: readonly Metric[],
  pair: readonly [Figure, Figure],
  context: Context,
): { pair: [Figure, Figure]; leads: boolean } | undefined {
  const total = metrics.findIndex(({ accumulates }) => accumulates !== undefined);
  const from = metrics[total]?.accumulates?.from;
  const [one, other] = total === 0 ? pair : [pair[1], pair[0]];
  const metric = metrics[total === 0 ? 1 : 0];
  if (!from || !one || !other?.period || metric?.kind !== 'period') return undefined;
  const same = leadOf(ofStretch(metric.id, from, endOf(one), context.reads), context.knowledge);
  if (!same || same.id === other.id) return undefined;
  return { pair: [one, same], leads: other.period.from > from };
}

function linesOfShare(
  pair: readonly [Figure, Figure],
  metrics: readonly Metric[],
  context: Context,
): string[] {
  const metricOf = (figure: Figure) => metrics.find(({ id }) => id === figure.metric);
  return [shareLine(pair, context), ...pair.map((figure) => line(metricOf(figure), figure, context))];
}

/** The times asked for; two that bound the whole of a total's counting, or more, are one stretch. */
function timesOfPair(metrics: readonly Metric[], part: Part): readonly (Time | undefined)[] {
  const [from, to] = part.times;
  if (!from || !to) return [from];
  const start = metrics.find(({ accumulates }) => accumulates)?.accumulates?.from;
  const whole = part.between && part.times.length === 2 && (start === undefined || from.from <= start);
  return whole ? [{ ...from, to: to.to, cue: 'in', granularity: 'span' }] : part.times;
}

/** A number that the question states, as a share of a figure ("what % is 281 of the arrivals in 2025"). */
export function answerShareOfNumber(asked: AskedMetric, context: Context): PartAnswer {
  const { part, knowledge } = context;
  const metric = knowledge.metric(asked.id);
  const numbers = statedNumbers(part);
  const named = metric && numbers.length > 1 ? statedFigure(metric, context) : undefined;
  // The time may belong to the number ("of last year's 41,000"): the figure is then the newest.
  const whole =
    named ?? (metric && (leadAt(metric, part.times[0], context) ?? leadAt(metric, undefined, context)));
  const stated = numbers.find((number) => number !== named?.value);
  if (!metric || metric.derived || !whole || stated === undefined) return answerValue(asked, context);
  for (const other of knowledge.metrics()) {
    if (other.id === metric.id || other.kind === 'target') continue;
    const figures = context.figures.all(other.id, null, { value: stated }, context.horizon);
    const part = leadOf(figures, knowledge);
    if (!part) continue;
    return answered([
      shareLine([part, whole], context),
      line(other, part, context),
      line(metric, whole, context),
      ...caveats(other, metric, [part, whole], context),
    ]);
  }
  return answerValue(asked, context);
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

/** A count by its number of days. */
export function answerAverage(asked: AskedMetric, context: Context): PartAnswer {
  const { part, knowledge, query } = context;
  const metric = knowledge.metric(asked.id);
  const figure = metric && stretchOf(metric, part.times[0], context);
  // What is already an amount for each one is not spread over days.
  if (!metric || metric.kind === 'measure' || metric.kind === 'rate' || !figure?.period)
    return answerValue(asked, context);
  const days = daysBetween(figure.period.from, figure.period.to) + 1;
  const value = amountOf(figure) / days;
  const expression = `${plain(figure, context)} ÷ ${days} = ${formatNumber(value, query.language, 1)}`;
  note(expression, value, [figure], context);
  const computed = `${context.words.computed(expression)} ${marks([figure], context)}`;
  return answered([
    computed,
    line(metric, figure, context),
    ...(roughly([figure]) ? [context.words.approximateInputs] : []),
  ]);
}

/** One metric at several times added up: as one stretch where they follow each other. */
export function answerSum(asked: AskedMetric, context: Context): PartAnswer {
  const { part, knowledge } = context;
  const metric = knowledge.metric(asked.id);
  const values = answerValue(asked, context);
  if (!metric || part.times.length < 2) return values;
  const times = [...part.times].sort((a, b) => a.from.localeCompare(b.from));
  const [first, last] = [times[0], times.at(-1)];
  const touching = times.every((time, index) => {
    const next = times[index + 1];
    return next === undefined || daysBetween(time.to, next.from) === 1;
  });
  if (touching && first && last) {
    const stretch: Time = { ...first, to: last.to, cue: 'in', granularity: 'span' };
    return answerValue(asked, { ...context, part: { ...part, times: [stretch] } });
  }
  const counted = (metric.accumulates && knowledge.metric(metric.accumulates.metric)) ?? metric;
  const figures = times.flatMap((time) => leadAt(counted, time, context) ?? []);
  if (counted.kind !== 'period' || new Set(figures.map(({ id }) => id)).size < times.length) return values;
  return answered([
    addLine(figures, context),
    ...figures.map((figure) => line(counted, figure, context)),
    ...(roughly(figures) ? [context.words.approximateInputs] : []),
  ]);
}

function addLine(figures: readonly Figure[], context: Context): string {
  const value = figures.reduce((sum, figure) => sum + amountOf(figure), 0);
  const { language } = context.query;
  const expression = `${figures.map((figure) => plain(figure, context)).join(' + ')} = ${formatNumber(value, language)}`;
  note(expression, value, figures, context);
  return `${context.words.computed(expression)} ${marks(figures, context)}`;
}

/** How a metric changed between two times: newest figure for each, and what lies between. */
export function answerChange(asked: AskedMetric, context: Context): PartAnswer {
  const { part, knowledge } = context;
  const metric = knowledge.metric(asked.id);
  const [from, to] = [...part.times.slice(0, 2)].sort((a, b) => a.to.localeCompare(b.to));
  if (!metric || !from || !to) return answerValue(asked, context);
  if (metric.kind === 'period' && from !== part.times[0]) return answerTimes(asked, context);
  // "How many more in June than in May" sets two counts against each other, not two totals.
  if (!part.between && [from, to].every((time) => countWithin(metric, time, context)))
    return answerTimes(asked, context);
  const stretch: Time = { ...from, to: to.to, cue: 'in', granularity: 'span' };
  const whole =
    metric.kind === 'measure' ||
    (metric.kind === 'period' && ofStretch(metric.id, stretch.from, stretch.to, context.reads).length > 0);
  if (whole) return answerValue(asked, { ...context, part: { ...part, times: [stretch] } });
  const leads = [endFigure(metric, from, context), endFigure(metric, to, context)] as const;
  const [before, after] = ofOneSource(leads, context) ?? leads;
  if (!before || !after || before.id === after.id) {
    const added = sumOfStretch(metric, stretch, context);
    return added ? answered(added) : answerValue(asked, context);
  }
  // A count of the year so far begins again each January: between two years nothing is to be subtracted.
  if (metric.kind === 'period' && before.period?.from !== after.period?.from) {
    const added = sumOfStretch(metric, stretch, context);
    return added ? answered(added) : answerTimes(asked, context);
  }
  const lines = [before, after].flatMap((figure) => [
    line(metric, figure, context),
    ...differingLine(figure, context),
  ]);
  const shown = subtract(after, before, context);
  const ratio = part.operation === 'ratio' ? [ratioLine([after, before], context)] : [];
  return answered([
    ...ratio,
    shown,
    ...lines,
    ...(roughly([before, after]) ? [context.words.approximateInputs] : []),
  ]);
}

/** One metric at several times, and which is higher; a premise that says the opposite is put right. */
export function answerTimes(asked: AskedMetric, context: Context): PartAnswer {
  const { part, knowledge, words } = context;
  const metric = knowledge.metric(asked.id);
  const values = answerValue(asked, context);
  const [first, second] = part.times;
  if (!metric || !first || !second) return values;
  const counted = countWithin(metric, first, context) && countWithin(metric, second, context);
  const [one, other] = [first, second].map((time) => leadAt(counted ?? metric, time, context));
  if (!one || !other || one.id === other.id) return values;
  const alike = part.times.length === 2 ? yearsUpToOneDay([first, second], [one, other]) : undefined;
  const likeLeads = alike?.slice(0, 2).map((time) => leadAt(metric, time, context));
  if (alike && likeLeads?.every((lead, index) => lead && endOf(lead) === alike[index]?.to))
    return answerTimes(asked, { ...context, part: { ...part, times: alike } });
  const [a, b] = [amountOf(one), amountOf(other)];
  const [shownA, shownB] = [valueText(one, context), valueText(other, context)];
  const comparison =
    a > b ? words.higher(shownA, shownB) : a < b ? words.lower(shownA, shownB) : words.equal(shownA, shownB);
  const working = roughly([one, other]) ? [words.approximateInputs] : [];
  const shown = [
    subtractGreater(one, other, context),
    ...(part.operation === 'ratio' || part.operation === 'share' ? [ratioLine([one, other], context)] : []),
    ...working,
  ];
  if (a === b && valueText(one, context) !== valueText(other, context)) return values;
  const wrong = part.premise === 'below' ? a > b : part.premise === 'above' ? a < b : false;
  const corrections = wrong && part.focus !== 'quantity' ? [`${words.premiseWrong} ${comparison}`] : [];
  return {
    ...values,
    lines: [...(corrections.length > 0 ? [] : [comparison]), ...shown, ...values.lines],
    corrections,
  };
}

/**
 * An unfinished year is held against the other one up to the same day, with the whole of the other below; undefined
 * where both years are whole or neither is.
 */
function yearsUpToOneDay(times: readonly [Time, Time], leads: readonly [Figure, Figure]): Time[] | undefined {
  if (times.some(({ granularity }) => granularity !== 'year')) return undefined;
  const ends = leads.map((lead) => endOf(lead).slice(4));
  const unfinished = ends.findIndex((end) => end !== YEAR_END);
  const whole = 1 - unfinished;
  const day = ends[unfinished];
  const other = times[whole];
  if (day === undefined || other === undefined || ends[whole] !== YEAR_END) return undefined;
  const upTo = times.map((time): Time => {
    const date = `${time.to.slice(0, 4)}${day}`;
    return { ...time, from: date, to: date, cue: 'by', granularity: 'day' };
  });
  return [...upTo, other];
}

/** Where the question states one of the numbers or both, those figures are meant. */
function statedPair(
  first: Metric,
  second: Metric,
  time: Time | undefined,
  context: Context,
): [Figure, Figure] | undefined {
  const one = statedFigure(first, context);
  const other = statedFigure(second, context);
  if (!one && !other) return undefined;
  const pair = [one ?? leadAt(first, time, context), other ?? leadAt(second, time, context)] as const;
  return pair[0] && pair[1] ? [pair[0], pair[1]] : undefined;
}

/**
 * A change is best measured inside one source: where the two leading figures come from different ones, the best
 * source that gives both ends.
 */
function ofOneSource(
  [before, after]: readonly [Figure | undefined, Figure | undefined],
  { knowledge }: Context,
): [Figure, Figure] | undefined {
  if (!before || !after || before.source === after.source) return undefined;
  if (standingOf(before.source, knowledge) === standingOf(after.source, knowledge)) return undefined;
  const around = (lead: Figure) =>
    knowledge
      .figuresAt(lead.metric, lead.scope ?? null, endOf(lead))
      .filter((figure) => !isRounded(figure) && figure.period?.from === lead.period?.from);
  const ends = around(after);
  const pairs = around(before).flatMap((start) => {
    const end = ends.find(({ source }) => source === start.source);
    return end ? [[start, end] as [Figure, Figure]] : [];
  });
  return pairs.sort(([a], [b]) => standingOf(a.source, knowledge) - standingOf(b.source, knowledge))[0];
}

/** The figures of a figure's time that give the same value. */
function sameValue(figure: Figure, context: Context): Figure[] {
  return context.knowledge
    .figuresAt(figure.metric, figure.scope ?? null, endOf(figure))
    .filter(
      (other) =>
        other.period?.from === figure.period?.from &&
        valueText(other, context) === valueText(figure, context),
    );
}

function endFigure(metric: Metric, time: Time, context: Context): Figure | undefined {
  if (metric.kind !== 'period') return leadAt(metric, time, context);
  const end = time.cue === 'before' ? time.from : time.to;
  const figures = yearToDate(askFor(metric, context.part, time, context), context.reads, end);
  const lead = leadOf(figures, context.knowledge);
  // What a stretch adds from its first day on is added to the total of the day before.
  const first = time.granularity === 'day' ? addDays(time.from, -1) : time.from;
  return lead && endOf(lead) >= first ? lead : undefined;
}

function calculate(
  first: Metric,
  second: Metric,
  pair: readonly [Figure, Figure],
  context: Context,
): string[] {
  const { part, words } = context;
  const [one, other] = pair;
  const [a, b] = [amountOf(one), amountOf(other)];
  switch (part.operation) {
    case 'share':
      return asksExcess(part.text) && first.kind === second.kind
        ? [ratioLine(pair, context)]
        : [shareLine(pair, context)];
    case 'ratio': {
      const perNumber = perNumberLine(pair, context);
      return perNumber ? [perNumber] : [ratioLine(pair, context)];
    }
    case 'sum': {
      return [addLine(pair, context)];
    }
    default: {
      const [high, low] = a >= b ? [one, other] : [other, one];
      const compare = a === b ? words.equal(valueText(one, context), valueText(other, context)) : '';
      const names = a >= b ? [first, second] : [second, first];
      return [
        compare ||
          `${words.exceeds(labelOf(names[0], context), labelWithin(names[1], context))} ${subtract(high, low, context)}`,
      ];
    }
  }
}

function shareLine(pair: readonly [Figure, Figure], context: Context): string {
  const [part, whole] = amountOf(pair[0]) <= amountOf(pair[1]) ? pair : [pair[1], pair[0]];
  const value = (amountOf(part) / amountOf(whole)) * 100;
  const percent = formatNumber(value, context.query.language, 2);
  const expression = `${plain(part, context)} ÷ ${plain(whole, context)} = ${percent} %`;
  note(expression, value, [part, whole], context);
  const text = context.words.shareOf(percent, valueText(part, context), valueText(whole, context));
  return `${text} (${expression}) ${marks([part, whole], context)}`;
}

function ratioLine(pair: readonly [Figure, Figure], context: Context): string {
  const [high, low] = amountOf(pair[0]) >= amountOf(pair[1]) ? pair : [pair[1], pair[0]];
  const value = amountOf(high) / amountOf(low);
  const { language } = context.query;
  const expression = `${plain(high, context)} ÷ ${plain(low, context)} = ${formatNumber(value, language)}`;
  note(expression, value, [high, low], context);
  const more = context.words.morePercent(
    formatNumber((value - 1) * 100, language, 1),
    labelWithin(context.knowledge.metric(high.metric), context),
    labelWithin(context.knowledge.metric(low.metric), context),
  );
  return `${expression} (${formatNumber(value, language, 2)}): ${more} ${marks([high, low], context)}`;
}

/** The working of the greater less the smaller. */
export function subtractGreater(one: Figure, other: Figure, context: Context): string {
  return amountOf(one) >= amountOf(other) ? subtract(one, other, context) : subtract(other, one, context);
}

/** "25 % more in than out" asks for an excess, "what percentage of admissions" for a share. */
function asksExcess(text: string): boolean {
  return /\b(?:more|higher|greater|bigger|exceed\w*|de plus|supérieur\w*)\b/i.test(text);
}

function subtract(high: Figure, low: Figure, context: Context): string {
  const value = amountOf(high) - amountOf(low);
  const expression = `${plain(high, context)} − ${plain(low, context)} = ${formatNumber(value, context.query.language).replace(/^-/, '−')}`;
  note(expression, value, [high, low], context);
  return `${context.words.computed(expression)} ${marks([high, low], context)}`;
}

/** A printed value of a metric that is derived from these two, such as a published net inflow. */
function printedToo(
  first: Metric,
  second: Metric,
  time: Time | undefined,
  context: Context,
  words: Context['words'],
): string[] {
  const isDifference =
    context.part.operation === 'difference' || context.part.operation === 'compare-metrics';
  const operation = isDifference ? 'difference' : 'excess-percent';
  const metric = context.knowledge.metrics().find(({ derived }) => {
    const ids = [derived?.of, derived?.and];
    return derived?.operation === operation && ids.includes(first.id) && ids.includes(second.id);
  });
  const computed = metric && computeDerived(metric, time, context);
  if (!metric || !computed) return [];
  const shown = (figures: readonly Figure[]) => {
    for (const figure of figures) context.used.figures.add(figure);
    const values = figures.map(
      (figure) => `${valueText(figure, context)} ${context.citations.mark(placeOf(figure))}`,
    );
    return context.words.listed(values);
  };
  if (computed.printed.length > 0) return [words.alsoPrinted(shown(computed.printed))];
  const last = computed.earlier.at(-1);
  const before = computed.earlier.filter((figure) => last && endOf(figure) === endOf(last));
  return last ? [words.earlier(`${shown(before)}, ${whenText(last, context)}`)] : [];
}

function caveats(first: Metric, second: Metric, pair: readonly [Figure, Figure], context: Context): string[] {
  const { words } = context;
  const differs = first.kind !== second.kind;
  const dates = !differs && endOf(pair[0]) !== endOf(pair[1]);
  return [
    differs ? words.differentPeriods : '',
    dates ? words.unrelatedDates : '',
    roughly(pair) ? words.approximateInputs : '',
  ].filter(Boolean);
}

function roughly(figures: readonly Figure[]): boolean {
  return figures.some(isRounded);
}

function line(metric: Metric | undefined, figure: Figure, context: Context): string {
  const same = sameValue(figure, context);
  for (const one of same) context.used.figures.add(one);
  return `${context.words.figure(labelOf(metric, context), valueText(figure, context), whenText(figure, context))} ${marksOf(same, context)}`;
}

function marks(figures: readonly Figure[], context: Context): string {
  for (const figure of figures) context.used.figures.add(figure);
  return context.citations.mark(...figures.map(placeOf));
}

function plain(figure: Figure, context: Context): string {
  return formatNumber(amountOf(figure), context.query.language);
}

function note(expression: string, value: number, inputs: readonly Figure[], context: Context): void {
  context.used.derived.push({ expression, value, inputs: inputs.map((figure) => figure.id) });
}
