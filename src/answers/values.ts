/** Says what figures are: the value, its date, what differs, what came before, how old it is. */
import { daysBetween, isWholeYear } from '../knowledge/calendar.js';
import type { Metric } from '../knowledge/schema.js';
import type { AskedMetric } from '../questions/query.js';
import { onDay, type Time } from '../questions/time.js';
import { askFor } from './asking.js';
import { riseSinceStart } from './bounded-stretch.js';
import { answered, type Context, type PartAnswer, unknown } from './context.js';
import { derivedLines } from './derived-lines.js';
import { computeDerived } from './derived-metrics.js';
import { figureLines, groupByDate } from './figure-lines.js';
import { askedTime, gapText } from './gap-text.js';
import { marksOf } from './marks.js';
import { mergeParts } from './merged-parts.js';
import { ageLines, neighbours, saidBeside } from './neighbours.js';
import { checkNumber, withCheck } from './number-check.js';
import { quotientAt } from './quotient.js';
import { riseWithin } from './rise-within.js';
import { type Asked, figuresInside, isCountedByMonth, selectFigures, yearToDate } from './select.js';
import { byStanding, endOf, leadOf } from './standing.js';
import { statedMoment } from './stated-numbers.js';
import { labelOf, valueText, whenText } from './wording.js';
import { countWithin, isAlone, isNewestOnly, sumOfStretch, sumWithin, wantsTotal } from './working.js';

/** The value of one metric at each time asked for (or the newest one). */
export function answerValue(asked: AskedMetric, context: Context): PartAnswer {
  const metric = context.knowledge.metric(asked.id);
  const { part } = context;
  if (!metric) return unknown(context.words.nothingAtAll);
  if (part.times.length === 0 && !part.wantsNewest && isCountedByMonth({ metric }, context.reads))
    return answerSeries(asked, context);
  const times = part.times.length > 0 ? part.times : [undefined];
  const answers = times.slice(0, 4).map((time) => valueAt(metric, time, context));
  return mergeParts(answers);
}

/** All values of a metric in a stretch of time, one line a date. */
export function answerSeries(asked: AskedMetric, context: Context): PartAnswer {
  const metric = context.knowledge.metric(asked.id);
  if (!metric) return unknown(context.words.nothingAtAll);
  const counted = metric.accumulates?.metric;
  // "Rank the months by returns": what each month added, and not how far the total had come.
  const isUpTo = context.part.times.some(({ cue }) => cue === 'by' || cue === 'before');
  if (counted !== undefined && !isUpTo && MONTHS.test(context.part.text))
    return answerSeries({ ...asked, id: counted }, context);
  const time = context.part.times[0];
  // "The monthly table, May 2026": one month of it.
  if (time?.granularity === 'month' && countWithin(metric, time, context)) return answerValue(asked, context);
  const wanted = askFor(metric, context.part, undefined, context);
  const from = time?.from ?? '0000-00-00';
  const last = context.part.between ? context.part.times.at(-1) : undefined;
  const to = (last ?? (time?.cue === 'since' ? undefined : time))?.to ?? context.horizon;
  const all = figuresInside(wanted, from, to < context.horizon ? to : context.horizon, context.reads);
  const best = byStanding(all, context.knowledge)[0]?.source;
  const monthly = isCountedByMonth({ metric }, context.reads);
  const years = BY_YEAR.test(context.part.text)
    ? all.filter(({ period }) => period && isWholeYear(period))
    : [];
  const figures = years.length > 1 ? years : monthly ? all.filter(({ source }) => source === best) : all;
  const groups = groupByDate(figures);
  if (groups.length === 0) return valueAt(metric, time, context);
  return answered(groups.slice(-12).map((group) => figureLines(metric, group, context)[0] ?? ''));
}

const MONTHS = /(?<!\w)(?:months|monthly|(?:each|every|by|per) month|mois|mensuel\p{L}*)(?!\w)/iu;
const BY_YEAR = /\b(?:by|each|every|per) year\b|\byearly\b|\bpar an\b|\bchaque année\b/i;

function valueAt(metric: Metric, asked: Time | undefined, context: Context): PartAnswer {
  const time = asked && soFarWithin(metric, asked, context);
  const { words, part, knowledge } = context;
  const wanted = askFor(metric, part, time, context);
  const theirs = ofThoseNamed(metric, wanted, context);
  if (theirs) return theirs;
  const agreed = time && agreedFor(metric, part.times, context);
  if (agreed) return answered(agreed);
  const old = time ? undefined : valueBefore(metric, context);
  if (old) return answered(old);
  const risen = time && riseSinceStart(metric, time, context);
  if (risen) return answered(risen);
  if (time && isDaysOwn(metric, time, context)) {
    const known = figureLines(metric, knowledge.newestFigures(metric.id, null, time.to), context);
    return unknown(gapText('no-such-period', metric, time, context), known.slice(0, 1).map(words.nearest));
  }
  const counted = countWithin(metric, time, context);
  if (counted) return withTotal(valueAt(counted, time, context), metric, time, context);
  const month = time ? undefined : newestMonth(metric, context);
  if (month) return answered(month);
  const summed = sumWithin(metric, time, context);
  if (summed) return answered(summed);
  const moment = time ?? statedMoment(metric, context);
  const computed = computeDerived(metric, moment, context);
  if (computed) {
    const [lead] = computed.figures;
    const lines = vaguely(metric, computed, time, context) ?? derivedLines(metric, computed, context);
    if (metric.derived && isAfterCounts(metric.derived.of, time, context))
      return unknown(gapText('no-such-period', metric, time, context), lines.slice(0, 1).map(words.nearest));
    const beside = lead
      ? [...saidBeside(metric, lead, moment, context), ...(moment ? [] : ageLines(lead, context))]
      : [];
    const inside = computeDerived(metric, time, context, true);

    const within = inside ? derivedLines(metric, { ...inside, printed: [], earlier: [] }, context) : [];
    // As with any count, the one of the month itself leads where the month is what is asked about.
    const ownLeads = isAlone(part.text) || (time?.cue === 'in' && !wantsTotal(part.text));
    return answered(ownLeads ? [...within, ...lines, ...beside] : [...lines, ...within, ...beside]);
  }
  const divided = quotientAt(metric, time, context);
  if (divided) return answered(divided);
  const selection = selectFigures(wanted, context.reads);
  if (!selection.found) {
    const added = time?.cue === 'in' && time.granularity !== 'day' && sumOfStretch(metric, time, context);
    if (added) return answered(added);
    const rise = riseWithin(metric, time, context);
    if (rise?.whole) return answered(rise.lines);
    const others = wanted.sources.length > 0 ? valueAt(metric, asked, ofAnySource(context)) : undefined;
    if (others?.answered)
      return unknown(
        gapText('not-from-them', metric, time, context),
        others.lines.slice(0, 1).map(words.nearest),
      );
    const said = gapText(selection.gap, metric, time, context);
    const nearest = groupByDate(selection.nearest.filter((figure) => endOf(figure) <= context.horizon)).slice(
      -2,
    );
    const [rose, working] = rise?.lines ?? [];
    return unknown(said, [
      ...(rose && working ? [words.nearest(rose), working] : []),
      ...nearest.map((group) => words.nearest(figureLines(metric, group, context)[0] ?? '')),
    ]);
  }
  const lines = figureLines(metric, selection.figures, context);
  const lead = selection.figures[0];
  if (!lead) return unknown(words.nothingAtAll);
  const checked = checkNumber(byStanding(selection.figures, knowledge), context);
  const wantsInside = time?.cue === 'in' && /^(?:month|season|span|part|year)$/.test(time.granularity);
  if (!selection.inside && time && wantsInside) {
    return unknown(gapText('no-such-period', metric, time, context), lines.slice(0, 1).map(words.nearest));
  }
  lines.push(...saidBeside(metric, lead, time, context));
  if (!selection.inside && time) lines.push(words.notInside(askedTime(time, context)));
  else lines.push(...neighbours(metric, lead, time, wanted, context));
  return answered(withCheck(checked, lines, context));
}

/** Where those who are named gave no figure, what others give stands beside that. */
function ofAnySource(context: Context): Context {
  return { ...context, part: { ...context.part, sources: [] } };
}

/** "Net inflow in July": true of a time after the newest count of a metric, of which that tells nothing. */
export function isAfterCounts(
  id: string,
  time: Time | undefined,
  { knowledge, horizon }: Context,
): time is Time {
  if (!time || !/^(?:in|on)$/.test(time.cue)) return false;
  const [newest] = knowledge.newestFigures(id, null, horizon);
  return newest !== undefined && endOf(newest) < time.from;
}

const NEWEST_MONTH =
  /(?<!\w)(?:in|during|over) (?:the |that )?(?:very )?(?:last|latest|newest|most recent|final) (?:\p{L}+ )?month(?!\w)|(?<!\w)(?:last|latest|newest|most recent) month['’]s(?!\w)|(?<!\w)dernier mois(?!\w)|(?<!\w)mois le plus récent(?!\w)/iu;

/** "The last month that we have": the newest of the counts that a total adds up. */
function newestMonth(metric: Metric, context: Context): string[] | undefined {
  const { part, knowledge, horizon } = context;
  const counted = metric.accumulates && knowledge.metric(metric.accumulates.metric);
  if (!counted || !NEWEST_MONTH.test(part.text)) return undefined;
  const figures = knowledge.newestFigures(counted.id, null, horizon);
  return figures.length > 0 ? figureLines(counted, figures, context) : undefined;
}

/** "How many were returned on 25 December": what a day added, which a running total does not tell. */
function isDaysOwn(metric: Metric, time: Time, { part, knowledge }: Context): boolean {
  if (metric.accumulates && isWeek(time, part.text)) return !ALL_BY_THEN.test(part.text);
  if (!metric.accumulates || time.granularity !== 'day') return false;
  if (time.cue !== 'on' && !(time.cue === 'in' && OVER_DAY.test(part.text))) return false;
  if (!ADDED_THEN.test(part.text) || ALL_BY_THEN.test(part.text)) return false;
  return part.moments.length === 0 && knowledge.figuresAt(metric.id, null, time.to).length === 0;
}

/** "In the last week of June": what those days added, which two totals alone would tell. */
function isWeek({ cue, granularity, from, to }: Time, text: string): boolean {
  const isSpan = cue === 'in' && (granularity === 'part' || granularity === 'span');
  return isSpan && daysBetween(from, to) < LONGEST_WEEK && WEEK.test(text);
}

/** A fortnight. */
const LONGEST_WEEK = 16;
const WEEK = /\b(?:weeks?|fortnights?|weekends?|seven days|7 days|semaines?|week-ends?|quinzaine)\b/i;

/** "Sent back over Christmas". */
const OVER_DAY = /(?<!\w)(?:over|during|pendant) (?:the )?\p{L}/iu;
const ADDED_THEN = /\b(?:were|was|did|got|ont|sont|furent)\b/i;
const ALL_BY_THEN =
  /\b(?:had|have|has|been|total|so far|stood|by|until|up to|figure|number|count|avaient|avait)\b/i;

/** "What was agreed for 2023 to 2026": of amounts that are meant for so many years, the one for these. */
function agreedFor(
  metric: Metric,
  times: readonly Time[],
  { knowledge, horizon, ...context }: Context,
): string[] | undefined {
  const [first, last] = [times[0], times.at(-1)];
  if (metric.kind !== 'measure' || !/^(?:pounds|euros)$/.test(metric.unit.en) || !first || !last)
    return undefined;
  const [from, to] = [first.from.slice(0, 4), last.to.slice(0, 4)];
  if (from === to) return undefined;
  const years = new RegExp(`\\b${from} to (?:\\p{L}+ )?${to}\\b`, 'u');
  const figures = knowledge
    .figuresBetween(metric.id, null, '0000-00-00', horizon)
    .filter(({ note }) => note && years.test(note.en));
  return figures.length > 0 ? figureLines(metric, figures, { knowledge, horizon, ...context }) : undefined;
}

const FORMER =
  /\b(?:old|older|previous|former|prior|expired|outgoing|earlier|ancien(?:ne)?|précédent(?:e)?)\b(?! (?:year|month|week|day|man|guy))|\bthe (?:deal|one|agreement) before\b/i;

const NEWER = /\b(?:new|newer|newest|current|latest|nouve(?:au|l|lle))\b/i;

/** "The old three-year deal": of an amount that was agreed anew, the one before. */
function valueBefore(metric: Metric, context: Context): string[] | undefined {
  const { knowledge, horizon, part } = context;
  if (metric.kind !== 'measure' || metric.derived || part.scope || !FORMER.test(part.text)) return undefined;
  const [newest] = knowledge.newestFigures(metric.id, null, horizon);
  const date = newest && knowledge.previousAsOf(metric.id, null, endOf(newest));
  if (!date) return undefined;
  const dates = NEWER.test(part.text) ? [date, endOf(newest)] : [date];
  return dates.flatMap((day) => figureLines(metric, knowledge.figuresAt(metric.id, null, day), context));
}

/** A stretch that is not over yet, or not counted to its end, reaches as far as the running count of its year does. */
function soFarWithin(metric: Metric, time: Time, context: Context): Time {
  const { horizon, part } = context;
  // "For July, the most recent figure by then": of a total, the newest up to that month.
  if (metric.accumulates && time.cue === 'in' && time.granularity === 'month' && isNewestOnly(part))
    return { ...time, cue: 'by' };
  const isOpen =
    time.cue === 'in' && time.granularity === 'span' && time.to > horizon && time.from <= horizon;
  if (!isOpen || metric.kind !== 'period' || part.scope || time.from.endsWith('-01-01')) return time;
  const [newest] = yearToDate(askFor(metric, part, time, context), context.reads, horizon);
  return newest && endOf(newest) > time.from ? { ...time, to: endOf(newest) } : time;
}

/**
 * Whoever is named gave a figure of their own in the time asked for: it leads, also where counts could be added up
 * or computed ("what did Norris put returns at in June").
 */
function ofThoseNamed(metric: Metric, asked: Asked, context: Context): PartAnswer | undefined {
  const { time, part } = asked;
  const named = asked.claimedBy !== undefined || asked.sources.length > 0;
  const outlets = named || !part.saidBy ? [] : outletsOf(part.people, context);
  if (!named && outlets.length === 0) return undefined;
  if (countedByThem(metric, asked, context)) return undefined;
  const selection = selectFigures(named ? asked : { ...asked, sources: outlets }, context.reads);
  const lead = selection.found && selection.inside ? selection.figures[0] : undefined;
  // "One figure for arrivals in 2025 and one for removals": the time may be that of the other count alone.
  if (!lead && asked.claimedBy && asked.time && part.metrics.length > 1)
    return ofThoseNamed(metric, { ...asked, time: undefined }, context);
  if (!selection.found || !lead) return undefined;
  const figures = asked.claimedBy
    ? selection.figures.filter(({ claimedBy }) => claimedBy === asked.claimedBy)
    : selection.figures;
  const lines = figureLines(metric, figures.length > 0 ? figures : selection.figures, context);
  const checked = checkNumber(byStanding(selection.figures, context.knowledge), context);
  const computed = computeDerived(metric, onDay(endOf(lead)), context);
  if (computed) lines.push(...derivedLines(metric, computed, context).slice(1));
  lines.push(...saidBeside(metric, lead, time, context), ...neighbours(metric, lead, time, asked, context));
  return answered(withCheck(checked, lines, context));
}

/** Sources of the outlets among these people ("LBC" is who asked, and who wrote). */
function outletsOf(people: readonly string[], { knowledge }: Context): string[] {
  const names = new Set(people.flatMap((id) => knowledge.person(id)?.names.en ?? []));
  return knowledge
    .sources()
    .filter(({ publisher }) => publisher !== null && names.has(publisher))
    .map(({ id }) => id);
}

/** True where they counted that very time themselves, as a table of months does. */
function countedByThem(metric: Metric, { time, part, claimedBy }: Asked, context: Context): boolean {
  const counted = countWithin(metric, time, context);
  if (!counted) return false;
  const asked = askFor(counted, part, time, context);
  return asked.claimedBy === claimedBy && selectFigures(asked, context.reads).found;
}

/**
 * "Early 2026" means no day: the value that sources print in that time leads, and what the official counts give at
 * its end stands beside it.
 */
function vaguely(
  metric: Metric,
  computed: NonNullable<ReturnType<typeof computeDerived>>,
  time: Time | undefined,
  context: Context,
): string[] | undefined {
  const last = time?.granularity === 'part' ? computed.earlier.at(-1) : undefined;
  if (!time || !last || computed.printed.length > 0) return undefined;
  const printed = computeDerived(metric, onDay(endOf(last)), context);
  if (!printed || printed.figures.some((figure) => endOf(figure) !== endOf(last))) return undefined;
  return [
    ...derivedLines(metric, { ...printed, earlier: [] }, context),
    ...derivedLines(metric, { ...computed, earlier: [] }, context),
  ];
}

/** The count of a month, and all of them by its end: "in November" may ask for either. */
function withTotal(
  counted: PartAnswer,
  metric: Metric,
  time: Time | undefined,
  context: Context,
): PartAnswer {
  const { knowledge, part, used } = context;
  const scope = askFor(metric, part, time, context).scope;
  const total = time && leadOf(knowledge.figuresAt(metric.id, scope, time.to), knowledge);
  if (!total || !counted.answered || part.sources.length > 0) return counted;
  used.figures.add(total);
  const line = `${context.words.figure(labelOf(metric, context), valueText(total, context), whenText(total, context))} ${marksOf([total], context)}`;
  return { ...counted, lines: [...counted.lines, line] };
}
