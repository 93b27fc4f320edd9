/** How a figure came about that no source prints: what was added up, with its parts cited. */
import { addDays } from '../knowledge/calendar.js';
import type { Figure, Metric } from '../knowledge/schema.js';
import { formatMonth, formatNumber, formatPeriod } from '../language/format.js';
import { asksGrowth } from '../questions/operations.js';
import type { Time } from '../questions/time.js';
import type { Context } from './context.js';
import { amountOf, byStanding, isRounded, sumOf } from './standing.js';
import { labelOf, placeOf } from './wording.js';

/** The line that shows the working of a computed figure; none for one that its source prints. */
export function workingLines(figure: Figure, context: Context): string[] {
  const { computed } = figure;
  if (!computed) return [];
  const { words, query, citations, used } = context;
  if ('how' in computed) {
    return [`${words.computed(computed.how[query.language])} ${citations.mark(placeOf(figure))}`];
  }
  const parts = computed.sumOf.flatMap((id) => context.knowledge.figure(id) ?? []);
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last || first === last) return [];
  const number = (value: number) => formatNumber(value, query.language);
  const expression = words.addedUp(
    parts.map((part) => number(amountOf(part))),
    number(amountOf(figure)),
    { from: startText(first, context), to: endText(last, context), monthly: parts.every(isMonth) },
  );
  used.derived.push({ expression, value: amountOf(figure), inputs: computed.sumOf });
  return [`${words.computed(expression)} ${citations.mark(...parts.map(placeOf))}`];
}

/** "How many had been returned in January": all of them by then. */
const UP_TO_THEN = /\b(?:had(?! (?:the|more|fewer|less|most)\b)|total|totals|avait|avaient)\b/i;

/** "In May alone, not the running total": the count of that time and no other. */
const ONLY_THEN =
  /\b(?:alone|only|just (?:that|the|in)|by itself|on its own|not (?:the |a )?(?:running|cumulative|overall)|seul|seule|seulement|uniquement|pas (?:le |un )?(?:total|cumul))\b/i;

/** True where the question wants the count of that time and no other. */
export function isAlone(text: string): boolean {
  return ONLY_THEN.test(text);
}

/** True where all until then are asked for, and not those of that time. */
export function wantsTotal(text: string): boolean {
  return UP_TO_THEN.test(text) && !ONLY_THEN.test(text);
}

/**
 * The count of exactly the time asked for, where the metric is a total of such counts: "how many in October"
 * is not "how many by the end of October".
 */
export function countWithin(metric: Metric, time: Time | undefined, context: Context): Metric | undefined {
  const counted = metric.accumulates && context.knowledge.metric(metric.accumulates.metric);
  if (!counted || time?.cue !== 'in' || /^(?:day|part)$/.test(time.granularity)) return undefined;
  // By how much a total grew in a month is what that month added.
  if (wantsTotal(context.part.text) && !asksGrowth(context.part.text)) return undefined;
  const figures = context.knowledge.figuresWithPeriod(
    counted.id,
    context.part.scope ?? null,
    time.from,
    time.to,
  );
  return figures.length > 0 ? counted : undefined;
}

/** The counts of one source inside the time asked for, added up ("returned in 2026"); none if there is a gap. */
export function sumWithin(metric: Metric, time: Time | undefined, context: Context): string[] | undefined {
  const { part } = context;
  if (time?.cue !== 'in' || isNewestOnly(part) || part.sources.length > 0) return undefined;
  // A stretch that somebody bounds has a total of its own ("April to June in total").
  const isBounded = /^(?:season|span)$/.test(time.granularity);
  if (!isBounded && (time.granularity !== 'year' || (wantsTotal(part.text) && !SO_FAR.test(part.text))))
    return undefined;
  const counts = countsWithin(metric, time, context);
  return counts && counts.length > 1 ? sumLines(metric, counts, context) : undefined;
}

/** The counts of one source that a total adds up inside a time, where they fill it without a gap. */
export function countsWithin(metric: Metric, time: Time, context: Context): Figure[] | undefined {
  const { knowledge, horizon, part } = context;
  const counted = metric.accumulates && knowledge.metric(metric.accumulates.metric);
  if (!counted || !metric.accumulates) return undefined;
  const end = time.to < horizon ? time.to : horizon;
  const inside = knowledge
    .figuresBetween(counted.id, part.scope ?? null, time.from, end)
    .filter(({ period }) => period && period.from >= time.from);
  const best = byStanding(inside, knowledge)[0]?.source;
  const counts = inside.filter(({ source }) => source === best);
  const [first, last] = [counts[0], counts.at(-1)];
  if (!first?.period || !last?.period) return undefined;
  const starts = first.period.from <= time.from || first.period.from === metric.accumulates.from;
  const touching = counts.every((count, index) => {
    const next = counts[index + 1]?.period?.from;
    return next === undefined || next === addDays(count.period?.to ?? '', 1);
  });
  return starts && touching ? counts : undefined;
}

const SO_FAR = /\b(?:so far|to date|up to now|until now|till now|yet|by now|jusqu.ici|à ce jour)\b/i;

/** "The latest for 2026" is one count; "so far in 2026" is all of that year. */
export function isNewestOnly({ wantsNewest, text }: Context['part']): boolean {
  return wantsNewest && !SO_FAR.test(text);
}

/** What counts that follow each other come to, with its working. */
export function sumLines(metric: Metric, counts: readonly Figure[], context: Context): string[] {
  const { query, words, citations, used } = context;
  const [first, last] = [counts[0], counts.at(-1)];
  if (!first?.period || !last?.period) return [];
  const value = sumOf(counts);
  const number = (amount: number) => formatNumber(amount, query.language);
  const range = {
    from: startText(first, context),
    to: endText(last, context),
    monthly: counts.every(isMonth),
  };
  const expression = words.addedUp(
    counts.map((count) => number(amountOf(count))),
    number(value),
    range,
  );
  for (const count of counts) used.figures.add(count);
  used.derived.push({ expression, value, inputs: counts.map(({ id }) => id) });
  const marks = citations.mark(...counts.map(placeOf));
  const when = words.during(formatPeriod(first.period.from, last.period.to, query.language));
  return [
    `${words.figure(labelOf(metric, context), number(value), when)} ${marks}`,
    `${words.computed(expression)} ${marks}`,
  ];
}

/** So many counts that follow each other are added up. */
const TILES = 40;

/**
 * What a stretch of days comes to that no source gives, added up from the longest counts of one source that fill
 * it without a gap ("from 2018 to 2021"); undefined where none does.
 */
export function sumOfStretch(metric: Metric, time: Time, context: Context): string[] | undefined {
  const { knowledge, horizon, part } = context;
  if (metric.kind !== 'period' || part.scope || part.sources.length > 0 || time.to > horizon)
    return undefined;
  const inside = knowledge
    .figuresBetween(metric.id, null, time.from, time.to)
    .filter((figure) => figure.period && figure.period.from >= time.from && !isRounded(figure));
  const sources = [...new Set(byStanding(inside, knowledge).map(({ source }) => source))];
  for (const source of sources) {
    const counts = filling(
      inside.filter((figure) => figure.source === source),
      time,
    );
    if (counts && counts.length > 1) return sumLines(metric, counts, context);
  }
  return undefined;
}

function filling(figures: readonly Figure[], time: Time): Figure[] | undefined {
  const counts: Figure[] = [];
  let from = time.from;
  while (from <= time.to && counts.length < TILES) {
    const starting = figures.filter(({ period }) => period?.from === from);
    const longest = starting.sort((a, b) => (b.period?.to ?? '').localeCompare(a.period?.to ?? ''))[0];
    if (!longest?.period) return undefined;
    counts.push(longest);
    from = addDays(longest.period.to, 1);
  }
  return from > time.to ? counts : undefined;
}

function startText(figure: Figure, { query }: Context): string {
  const from = figure.period?.from ?? '';
  return isMonth(figure) ? formatMonth(from, query.language) : formatPeriod(from, from, query.language);
}

function endText(figure: Figure, { query }: Context): string {
  const to = figure.period?.to ?? '';
  return isMonth(figure) ? formatMonth(to, query.language) : formatPeriod(to, to, query.language);
}

function isMonth({ period }: Figure): boolean {
  return period !== undefined && period.from.slice(0, 7) === period.to.slice(0, 7);
}
