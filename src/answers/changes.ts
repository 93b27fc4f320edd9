/** One metric at two times: how it changed, and which is higher. */
import { addDays } from '../knowledge/calendar.js';
import type { Figure, Metric } from '../knowledge/schema.js';
import { asksGrowth } from '../questions/operations.js';
import type { AskedMetric } from '../questions/query.js';
import type { Time } from '../questions/time.js';
import { askFor } from './asking.js';
import { answerBoundedStretch } from './bounded-stretch.js';
import { changeLine, line, roughly, subtract, subtractGreater, timesLine } from './calculated-lines.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { leadAt } from './derived-metrics.js';
import { differingLine } from './figure-lines.js';
import { riseWithin } from './rise-within.js';
import { ofStretch, yearToDate } from './select.js';
import { amountOf, endOf, isRounded, leadOf, standingOf } from './standing.js';
import { stretchesCompared } from './stretches-compared.js';
import { answerValue } from './values.js';
import { valueText } from './wording.js';
import { countWithin, sumOfStretch } from './working.js';

const YEAR_END = '-12-31';

/** How a metric changed between two times: newest figure for each, and what lies between. */
export function answerChange(asked: AskedMetric, context: Context): PartAnswer {
  const { part, knowledge } = context;
  const metric = knowledge.metric(asked.id);
  const [from, to] = [...part.times.slice(0, 2)].sort((a, b) => a.to.localeCompare(b.to));
  if (!metric || !from || !to) return answerValue(asked, context);
  if (metric.kind === 'period' && from !== part.times[0]) return answerTimes(asked, context);
  // From its first day on, a total rose by all of itself.
  if (metric.accumulates && from.to <= metric.accumulates.from && part.between)
    return answerValue(asked, { ...context, part: { ...part, times: [{ ...to, cue: 'by' }] } });
  if (metric.kind !== 'running-total' && asksGrowth(part.text) && areWhole([from, to])) {
    const times = answerTimes(asked, context);
    if (times.answered) return times;
  }
  // "How many more in June than in May" sets two counts against each other, not two totals.
  if (!part.between && [from, to].every((time) => countWithin(metric, time, context)))
    return answerTimes(asked, context);
  const stretch: Time = { ...from, to: to.to, cue: 'in', granularity: 'span' };
  const whole =
    metric.kind === 'measure' ||
    (metric.kind === 'period' && ofStretch(metric.id, stretch.from, stretch.to, context.reads).length > 0);
  if (whole) return answerValue(asked, { ...context, part: { ...part, times: [stretch] } });
  if (metric.kind === 'period' && part.between && !part.scope && isLoose(from, to))
    return answerBoundedStretch(metric, from, to, context);
  const leads = [endFigure(metric, from, context), endFigure(metric, to, context)] as const;
  const [before, after] = ofOneSource(leads, context) ?? leads;
  if (!before || !after || before.id === after.id) {
    const added = sumOfStretch(metric, stretch, context) ?? wholeRise(metric, stretch, context);
    if (added) return answered(added);
    // What is counted by periods: the first day's count and the last one's are not that of the stretch.
    const isStretch = metric.kind === 'period' && part.between && [from, to].every(isDay);
    return answerValue(asked, isStretch ? { ...context, part: { ...part, times: [stretch] } } : context);
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
  const ratio = part.operation === 'ratio' ? changeLine(before, after, context) : [];
  return answered([
    ...ratio,
    shown,
    ...lines,
    ...(roughly([before, after]) ? [context.words.approximateInputs] : []),
  ]);
}

function isDay({ granularity }: Time): boolean {
  return granularity === 'day';
}

/** One metric at several times, and which is higher; a premise that says the opposite is put right. */
export function answerTimes(asked: AskedMetric, context: Context): PartAnswer {
  const { part, knowledge, words } = context;
  const metric = knowledge.metric(asked.id);
  const days = metric && asDays(metric, part.times, context);
  if (days) return answerTimes(asked, { ...context, part: { ...part, times: days } });
  const values = answerValue(asked, context);
  const [first, second] = part.times;
  if (!metric || !first || !second) return values;
  const sums = metric.accumulates && stretchesCompared(metric, [first, second], context);
  if (sums) return { ...values, lines: [...sums, ...values.lines] };
  const counts = [first, second].map((time) => countOf(metric, time, context));
  const counted = counts.every((count) => count !== undefined) ? counts : undefined;
  // What came within a year is no total by its end: without a count of each year none is held against the other.
  const within = [first, second].every(({ cue, granularity }) => cue === 'in' && granularity === 'year');
  if (metric.accumulates && within && !counted && part.operation === 'compare-times') return values;
  const [one, other] = [first, second].map((time, index) =>
    leadAt(counted?.[index] ?? metric, time, context),
  );
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
    ...(part.operation === 'ratio' && endOf(one) !== endOf(other) && isFall(one, other)
      ? timesLine(one, other, context)
      : []),
    ...(metric.kind === 'measure' ? [] : changeLine(one, other, context)),
    ...working,
  ];
  if (a === b && valueText(one, context) !== valueText(other, context)) return values;
  // "Rose from 2025 to 2026" is said of the later one, "2026 is above 2025" of the first.
  const [said, base] = part.between && endOf(one) < endOf(other) ? [b, a] : [a, b];
  const wrong = part.premise === 'below' ? said > base : part.premise === 'above' ? said < base : false;
  // "Did more come on this day or on that" takes nothing for granted.
  const chooses = /^(?:yes-no|what)$/.test(part.focus) && /\b(?:or|ou)\b/i.test(part.text);
  const corrections =
    wrong && !chooses && part.focus !== 'quantity' ? [`${words.premiseWrong} ${comparison}`] : [];
  return {
    ...values,
    lines: [...(corrections.length > 0 ? [] : [comparison]), ...shown, ...values.lines],
    corrections,
  };
}

/** What counts a whole time for itself: the months that a total adds up, or the total, where its counting began then. */
function countOf(metric: Metric, time: Time, context: Context): Metric | undefined {
  const within = countWithin(metric, time, context);
  const isWhole = time.cue === 'in' && /^(?:year|span|season)$/.test(time.granularity);
  const began = metric.accumulates?.from;
  return (
    within ?? (isWhole && began !== undefined && time.from <= began && began <= time.to ? metric : undefined)
  );
}

/** True where the earlier of two figures is the greater one. */
function isFall(one: Figure, other: Figure): boolean {
  const [earlier, later] = endOf(one) <= endOf(other) ? [one, other] : [other, one];
  return amountOf(earlier) > amountOf(later);
}

/** Two days of which each has a count of its own are held against each other, unless all up to them is asked for. */
function asDays(metric: Metric, times: readonly Time[], context: Context): Time[] | undefined {
  const { part, knowledge } = context;
  const areDays = times.length === 2 && times.every(({ granularity }) => granularity === 'day');
  if (metric.kind !== 'period' || part.scope || !areDays || UP_TO.test(part.text)) return undefined;
  const own = times.every(({ from }) => knowledge.figuresWithPeriod(metric.id, null, from, from).length > 0);
  return own && times.some(({ cue }) => cue !== 'on')
    ? times.map((time): Time => ({ ...time, cue: 'on' }))
    : undefined;
}

const UP_TO =
  /\b(?:by(?! how| what| boat| small| dingh| sea| ferry)|as of|as at|until|till|up to|to date|so far|total|totals|running|cumulative|year|ytd|had(?! (?:more|the|fewer|less))|stood|jusqu|cumul)\b/i;

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

/** True where no running count of one year tells both ends. */
function isLoose(from: Time, to: Time): boolean {
  if (areWhole([from, to])) return false;
  return from.from.slice(0, 4) !== to.to.slice(0, 4) || from.granularity === 'part';
}

/** Years or months, each of which may have a count of its own. */
function areWhole(times: readonly Time[]): boolean {
  return times.every(({ granularity }) => granularity === 'year' || granularity === 'month');
}

/** "From the start of July to 28 September": what the running count rose by over exactly those days. */
function wholeRise(metric: Metric, stretch: Time, context: Context): string[] | undefined {
  const rise = riseWithin(metric, stretch, context);
  return rise?.whole ? rise.lines : undefined;
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
