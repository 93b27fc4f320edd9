/** Two metrics side by side, and what can be computed from them: difference, ratio or share. */

import { namesOfMetric } from '../knowledge/metric-names.js';
import type { Figure, Metric } from '../knowledge/schema.js';
import { wholeCount } from '../questions/metrics.js';
import type { AskedMetric, Part } from '../questions/query.js';
import { onDay, type Time } from '../questions/time.js';
import {
  addLine,
  caveats,
  line,
  ratioLine,
  sameValue,
  shareLine,
  subtract,
  subtractGreater,
} from './calculated-lines.js';
import { answered, type Context, type PartAnswer, unknown } from './context.js';
import { computeDerived, figuresOfPair, leadAt } from './derived-metrics.js';
import { differingFrom, differingLine, saidWhere } from './figure-lines.js';
import { mergeParts } from './merged-parts.js';
import { ageLines, saidBeside } from './neighbours.js';
import { perNumberLine, withoutPerNumber } from './per-number.js';
import { ofStretch } from './select.js';
import { shareWithinYear } from './share-within.js';
import { amountOf, endOf, leadOf } from './standing.js';
import { statedFigure } from './stated-numbers.js';
import { answerValue } from './values.js';
import { labelOf, labelWithin, placeOf, valueText, whenText } from './wording.js';
import { countWithin, sumWithin } from './working.js';

/** Two metrics side by side: both values, then their difference, ratio or share. */
export function answerPair(asked: readonly AskedMetric[], given: Context): PartAnswer {
  const context = withoutPerNumber(given);
  const { part, knowledge, words } = context;
  const metrics = asked.slice(0, 2).flatMap((one) => knowledge.metric(one.id) ?? []);
  const [first, second] = metrics;
  if (!first || !second) return mergeParts(asked.map((one) => answerValue(one, context)));
  const calculates = !/^(?:difference|compare-metrics)$/.test(part.operation);
  // Amounts of different things stand side by side: nothing is to be worked out from them.
  if (!calculates && first.unit.en !== second.unit.en && !first.derived && !second.derived)
    return mergeParts(asked.slice(0, 2).map((one) => answerValue(one, context)));
  if (areOfOtherKinds(first, second, part)) return unknown(words.nothingAtAll);
  const shared =
    part.times.length === 1 ? shareWithinYear([first, second], part.times[0], context) : undefined;
  if (shared) return shared;
  const own = ownTimes([first, second], context);
  if (own) return answerApart(asked, [first, second], own, context);
  const times = timesOfPair(metrics, part);
  // "In and out in January and in February": each month has its own two counts.
  if (!calculates && times.length > 1 && times.every(isWholeMonth))
    return mergeParts(
      times.flatMap((time) =>
        time ? [answerPair(asked, { ...context, part: { ...part, times: [time] } })] : [],
      ),
    );
  const inside = metrics.flatMap((metric) => countWithin(metric, times[0], context) ?? []);
  const ofTime =
    times.length === 1 && inside.length === 2
      ? answerPair(
          inside.map(({ id }) => wholeCount(id)),
          context,
        )
      : undefined;
  const within = ofTime?.lines ?? [];
  const stretch = times[0]?.granularity === 'month' ? undefined : times[0];
  const sums = times.length === 1 ? metrics.map((metric) => sumWithin(metric, stretch, context) ?? []) : [];
  const answers = times.slice(0, 3).map((time) => {
    const pair = statedPair(first, second, time, context) ?? figuresOfPair(first, second, time, context);
    if (!pair) return mergeParts(asked.slice(0, 2).map((one) => answerValue(one, context)));
    const divides = part.operation === 'share' || part.operation === 'ratio';
    const same = divides ? ofOnePeriod(metrics, pair, context) : undefined;
    if (same?.leads && part.operation === 'ratio')
      return answered([
        ...calculate(first, second, same.pair, context),
        ...same.pair.map((figure) =>
          line(
            metrics.find(({ id }) => id === figure.metric),
            figure,
            context,
          ),
        ),
      ]);
    // A total that began before the other count is no share of it.
    if (same?.leads) return answered(linesOfShare(same.pair, metrics, context));
    const beside = same && part.operation === 'share' ? [shareLine(same.pair, context)] : [];
    const lines = pair.flatMap((figure, index) => [
      line(metrics[index], figure, context),
      ...saidWhere(sameValue(figure, context), context),
      ...differingLine(figure, context),
    ]);
    const [a, b] = [amountOf(pair[0]), amountOf(pair[1])];
    const isBelow = part.premise === 'below';
    const contradicts = isBelow ? a > b : asksExcess(part.text) && a < b;
    const wrong = /^(?:why|how)$/.test(part.focus) && contradicts;
    const shown = [valueText(pair[0], context), valueText(pair[1], context)] as const;
    const compare = isBelow ? words.higher(...shown) : words.lower(...shown);
    return answered(
      [
        ...calculate(first, second, pair, context),
        ...otherPairs(pair, context).flatMap((other) => calculate(first, second, other, context)),
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
  const inStretch = sums.every((lines) => lines.length > 0) ? [...sums.flat(), ...within] : within;
  const ofMonth = part.operation === 'difference' && times[0]?.cue === 'in';
  const leads = part.operation === 'compare-metrics' || ofMonth;
  const lines = leads ? [...inStretch, ...totals] : [...totals, ...inStretch];
  // What is said of a month is held against its own counts, and not against the totals by its end.
  const corrections = ofMonth && ofTime?.answered ? ofTime.corrections : merged.corrections;
  return { ...merged, corrections, lines };
}

function isWholeMonth(time: Time | undefined): boolean {
  return time?.granularity === 'month' && time.cue === 'in';
}

/** "Stopped in 2025 or arrived in 2024": where each of the two is named beside a time of its own, those times. */
function ownTimes(metrics: readonly [Metric, Metric], { part, lexicon }: Context): [Time, Time] | undefined {
  const [one, other, ...more] = [...part.times].sort((a, b) => (a.at[0] ?? 0) - (b.at[0] ?? 0));
  if (!one || !other || more.length > 0 || part.between) return undefined;
  if (/^(?:share|ratio|sum)$/.test(part.operation) || one.at.length === 0 || other.at.length === 0)
    return undefined;
  const { units } = lexicon.read(part.text);
  const places = metrics.map(({ id }) => {
    const names = namesOfMetric(id, lexicon);
    const tokens = new Set(names.flatMap((name) => name.tokens));
    return units.flatMap((unit) => (tokens.has(unit.token) ? [unit.at[0] ?? 0] : []));
  });
  const [first, second] = places.map((at) => Math.min(...at));
  const [when, later] = [one.at[0] ?? 0, other.at[0] ?? 0];
  if (first === undefined || second === undefined || !Number.isFinite(first + second)) return undefined;
  const inOrder =
    (first < when && when < second && second < later) || (when < first && first < later && later < second);
  return inOrder ? [one, other] : undefined;
}

/** Each count at its own time, and how far apart they are. */
function answerApart(
  asked: readonly AskedMetric[],
  metrics: readonly [Metric, Metric],
  times: readonly [Time, Time],
  context: Context,
): PartAnswer {
  const answers = asked
    .slice(0, 2)
    .map((one, index) =>
      answerValue(one, { ...context, part: { ...context.part, times: times.slice(index, index + 1) } }),
    );
  const merged = mergeParts(answers);
  const [one, other] = metrics.map((metric, index) => {
    const time = times[index];
    return leadAt(countWithin(metric, time, context) ?? metric, time, context);
  });
  if (!one || !other || !answers.every((answer) => answer.answered)) return merged;
  return { ...merged, lines: [subtractGreater(one, other, context), ...merged.lines] };
}

/** Where sources differ on one of the two at that time: the pairs that their other values make, which are computed too. */
function otherPairs([one, other]: readonly [Figure, Figure], context: Context): [Figure, Figure][] {
  if (context.part.operation === 'compare-metrics') return [];
  return [
    ...differingFrom(one, context).map((figure): [Figure, Figure] => [figure, other]),
    ...differingFrom(other, context).map((figure): [Figure, Figure] => [one, figure]),
  ].slice(0, OTHER_PAIRS);
}

const OTHER_PAIRS = 2;

/** Money and percentages are no parts of each other. */
function areOfOtherKinds(first: Metric, second: Metric, { operation }: Part): boolean {
  const [one, other] = [first, second].map(({ unit }) => /\b(?:pounds|euros|percent)\b/.exec(unit.en)?.[0]);
  // Pounds may be held against people, as a price; neither is a share of the other.
  const isPrice = [one, other].some((kind) => kind === 'pounds' || kind === 'euros');
  return one !== other && ((operation === 'share' && isPrice) || (one !== undefined && other !== undefined));
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
  const start = metrics.find(({ accumulates }) => accumulates)?.accumulates?.from;
  // "Since August 2025": from the first day of the total's counting, all of it is meant.
  if (from?.cue === 'since' && !to && start && from.from <= start && start <= from.to) return [undefined];
  if (!from || !to) return [from];
  const whole = part.between && part.times.length === 2 && (start === undefined || from.from <= start);
  return whole ? [{ ...from, to: to.to, cue: 'in', granularity: 'span' }] : part.times;
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
  // Without a time of its own the other count is that of the stated number's day.
  const divides = context.part.operation === 'share' || context.part.operation === 'ratio';
  const stated = one ?? other;
  const day = divides && !time && stated ? onDay(endOf(stated)) : time;
  const leadOn = (metric: Metric) => leadAt(metric, day, context) ?? leadAt(metric, time, context);
  const pair = [one ?? leadOn(first), other ?? leadOn(second)] as const;
  return pair[0] && pair[1] ? [pair[0], pair[1]] : undefined;
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

/** "25 % more in than out" asks for an excess, "what percentage of admissions" for a share. */
function asksExcess(text: string): boolean {
  return /\b(?:more|higher|greater|bigger|exceed\w*|de plus|supérieur\w*)\b/i.test(text);
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
