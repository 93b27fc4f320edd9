/** When a count reached a number: between which of the counts that are known here it did. */
import { addDays } from '../knowledge/calendar.js';
import { dateTokens } from '../knowledge/index-words.js';
import { usualCount } from '../knowledge/metric-names.js';
import type { Figure, Metric } from '../knowledge/schema.js';
import { formatDate, formatNumber } from '../language/format.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { leadAt } from './derived-metrics.js';
import { figureLines } from './figure-lines.js';
import { findEntries } from './find.js';
import { marksOf } from './marks.js';
import { amountOf, endOf, isRounded, leadsByDate } from './standing.js';
import { TELLING } from './stated-numbers.js';

const REACHES =
  /(?<!\w)(?:pass(?:ed|es)?|reach(?:ed|es)?|hit|hits|top|topped|tops|overt(?:ake|ook|akes|aken)|exceed(?:ed|s)?|surpass(?:ed|es)?|beat|beaten|break|broke|breach(?:ed)?|outran|outstripped|(?:go|goes|went|gone|get|got|gets|come|came|climb|climbed) (?:past|over|above|beyond|to|up to|through)|cross(?:ed)? the|more than|\d[\d,.]*(?:th|st|nd|rd)|attein\p{L}+|dépass\p{L}+|franchi\p{L}*)(?!\w)/iu;
/** "How come it didn't get there until December": the date that is taken for granted is put right. */
const NOT_UNTIL = /\b(?:until|till|before|so late|as late as|avant)\b/i;
/** The last count below the number and the first that has it; undefined where no such date is asked for or known. */
export function answerMilestone(context: Context): PartAnswer | undefined {
  const { part } = context;
  const supposes = /^(?:why|how)$/.test(part.focus) && NOT_UNTIL.test(part.text);
  if (!(part.focus === 'when' || supposes) || !REACHES.test(part.text) || part.people.length > 0)
    return undefined;
  if (part.times.some(({ cue }) => cue === 'since') || part.scope) return undefined;
  const metric = metricOf(context);
  const year = metric && yearOf(metric, context);
  const mark = metric && markOf(metric, year, context);
  if (!metric || !mark || (!supposes && !mark.total && isTold(mark.number, context))) return undefined;
  const threshold = mark.number;
  // A total of another year is passed by one more than it.
  const least = mark.total ? threshold + 1 : threshold;
  const counts = countsOf(metric, year, context, least);
  const after = counts.find((figure) => amountOf(figure) >= least);
  const before = counts.findLast(
    (figure) => amountOf(figure) < least && !isRounded(figure) && (!after || endOf(figure) < endOf(after)),
  );
  if (!after) return before ? answered([notReached(metric, before, threshold, context)].flat()) : undefined;
  if (!before) return answered(alreadyBy(metric, after, threshold, context));
  const said = reached(before, after, threshold, context);
  const shown = [after, before, ...(mark.total ? [mark.total] : [])];
  const lines = shown.flatMap((figure) => figureLines(metric, [figure], context).slice(0, 1));
  return supposes ? answered(lines, [`${context.words.premiseWrong} ${said}`]) : answered([said, ...lines]);
}

/** The count that the question names, or the usual one where it names none and speaks of a year. */
function metricOf({ part, lexicon, knowledge }: Context): Metric | undefined {
  const [asked] = part.metrics;
  if (asked && (asked.strength === 0 || asked.restrictions.length > 0)) return undefined;
  const others = part.tokens.some(
    (token) => !/^\d/.test(token) && !/^(?:milestone|record|arrival)$/.test(token),
  );
  const usual = part.times.length > 0 && !others ? usualCount(lexicon)?.metric : undefined;
  const metric = asked ? knowledge.metric(asked.id) : usual;
  return metric?.kind === 'period' || metric?.kind === 'running-total' ? metric : undefined;
}

/** The year whose count is meant: of two that are held against each other, the later one. */
function yearOf(metric: Metric, { part }: Context): string | undefined {
  if (metric.kind !== 'period') return undefined;
  return part.times
    .map(({ to }) => to.slice(0, 4))
    .sort()
    .at(-1);
}

type Mark = { number: number; total?: Figure };

/** The number that is reached: a stated one, or the total of the earlier of two years. */
function markOf(metric: Metric, year: string | undefined, context: Context): Mark | undefined {
  const { part } = context;
  const stated = part.numbers.find((number) => number >= TELLING && !/^20[12]\d$/.test(String(number)));
  if (stated !== undefined) return { number: stated };
  const earlier = part.times.find(({ granularity, to }) => granularity === 'year' && to.slice(0, 4) !== year);
  const total = earlier && leadAt(metric, earlier, context);
  return total && { number: amountOf(total), total };
}

/** True where something that happened, or a statement, has the very number and all that is asked of it. */
function isTold(threshold: number, context: Context): boolean {
  const telling = context.part.tokens.filter((token) => !/^(?:milestone|record|person)$/.test(token));
  return findEntries(context.part, context).some(
    ({ tokens, entry }) =>
      entry.kind !== 'quote' &&
      tokens.has(String(threshold)) &&
      tokens.has('milestone') &&
      telling.every((token) => tokens.has(token)) &&
      context.part.times.every(({ to }) => tokens.has(dateTokens(to).year)),
  );
}

/** The exact running counts of the year, or of the newest one that came so far; one a day, oldest first. */
function countsOf(metric: Metric, year: string | undefined, context: Context, least: number): Figure[] {
  const { knowledge, horizon } = context;
  const all = knowledge
    .figuresBetween(metric.id, null, '0000-00-00', horizon)
    .filter(
      ({ qualifier, value }) => qualifier === 'exact' || (IS_LEAST.test(qualifier) && (value ?? 0) >= least),
    );
  if (metric.kind !== 'period') return leadsByDate(all, knowledge);
  const years = [...new Set(all.map((figure) => endOf(figure).slice(0, 4)))].sort().reverse();
  const of = (which: string) =>
    leadsByDate(
      all.filter(({ period }) => period?.from === `${which}-01-01` && period.to.startsWith(which)),
      knowledge,
    );
  const meant = year ?? years.find((one) => of(one).some((figure) => amountOf(figure) >= least));
  return meant === undefined ? [] : of(meant);
}

/** "More than 21,000" tells that 20,000 was reached. */
const IS_LEAST = /^(?:over|at-least)$/;

function reached(before: Figure, after: Figure, threshold: number, context: Context): string {
  const { words, query } = context;
  const date = (day: string) => formatDate(day, query.language);
  const number = formatNumber(threshold, query.language);
  const [from, to] = [addDays(endOf(before), 1), endOf(after)];
  const said =
    from === to ? words.reachedOn(number, date(to)) : words.reachedBetween(number, date(from), date(to));
  return `${said} ${marksOf([before, after], context)}`;
}

/** No count below the number is known: it was reached by the first one at the latest. */
function alreadyBy(metric: Metric, first: Figure, threshold: number, context: Context): string[] {
  const { words, query } = context;
  const said = words.reachedBy(
    formatNumber(threshold, query.language),
    formatDate(endOf(first), query.language),
  );
  return [`${said} ${marksOf([first], context)}`, ...figureLines(metric, [first], context).slice(0, 1)];
}

function notReached(metric: Metric, last: Figure, threshold: number, context: Context): string[] {
  const number = (value: number) => formatNumber(value, context.query.language);
  return [
    context.words.fewerThan(number(amountOf(last)), number(threshold)),
    ...figureLines(metric, [last], context).slice(0, 1),
  ];
}
