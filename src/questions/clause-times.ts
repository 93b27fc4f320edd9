/** The times that a clause asks about: its own, those of the moments that it names, or those around it. */
import type { Lexicon } from '../knowledge/lexicon.js';
import { metricNamed } from '../knowledge/metric-names.js';
import type { Counted, Moments } from './clause-counts.js';
import type { Heard } from './clause-heard.js';
import {
  bindsTwo,
  distinct,
  onDayOfEach,
  timesAround,
  withLater,
  withoutWider,
  withSameDay,
  withThisYear,
  withYearBefore,
} from './part-times.js';
import { leadingSceneEnd } from './scene.js';
import type { Time } from './time.js';

/** "Five days before Christmas there was a surge, how many that day": what that day added. */
export const OF_THAT_DAY =
  /(?<!\b(?:by|until|till|up to|since|before|after|as of|as at) )\b(?:that (?:very |same |one )?(?:day|date)|on the day itself|ce jour[- ]là)\b/i;

/** As it is now, whatever time is named beside it. */
const LATELY = /\b(?:lately|nowadays|these days|right now|at present|currently|récemment|actuellement)\b/i;

/** A total runs since the start, so that "since the start" says nothing beside the day that it is asked for. */
function withoutStart(times: readonly Time[], metrics: Counted['metrics'], lexicon: Lexicon): Time[] {
  const areTotals = metrics.every(({ id }) => metricNamed(id, lexicon)?.metric.kind === 'running-total');
  if (times.length < 2 || metrics.length === 0 || !areTotals) return [...times];
  const starts = new Set(lexicon.scopes.map(({ scope }) => scope.since));
  const others = times.filter(({ cue, from }) => cue !== 'since' || !starts.has(from));
  return others.length > 0 ? others : [...times];
}

/** The times in order, and whether two of them are the ends of a stretch. */
export function askedTimes(
  heard: Heard,
  moments: Moments,
  { metrics }: Counted,
): { times: Time[]; between: boolean } {
  const { clause, around, circumstances, words, mended, focus, dated, scope } = heard;
  const { lexicon } = circumstances;
  // "When he came back, was he removed again": the moment begins the time that is asked about, and is not it.
  const onlyBegins =
    /^(?:yes-no|when)$/.test(focus) &&
    [...moments.at].every((at) => (words[at]?.end ?? 0) <= leadingSceneEnd(clause.text));
  const own = moments.used
    ? [...withoutWider([...dated], [...moments.times]), ...(onlyBegins ? [] : moments.times)]
    : dated;
  const outside =
    own.length === 0 && focus !== 'when' && !LATELY.test(mended)
      ? timesAround(clause, around, circumstances)
      : undefined;
  const since = lexicon.scopes.find((one) => one.scope.id === scope)?.scope.since;
  // The day from which is counted is no day that the count is asked for.
  const afterStart = (outside?.times ?? [...own]).filter(
    (time) =>
      since === undefined ||
      time.granularity === 'year' ||
      // "Since it took effect on 6 August": the day again, with the year left out.
      (!(time.yearGuessed && isSameAsStart(time, since)) && (time.from > since || time.to < since)),
  );
  const asTotal = withoutStart(afterStart, metrics, lexicon);
  const counted = distinct(
    withYearBefore(withSameDay(withLater(onDayOfEach(asTotal, mended), mended), mended), mended),
  ).map(
    // What is counted since a day is counted up to a time, not within it.
    (time): Time =>
      scope && time.cue === 'in' && time.granularity !== 'year' ? { ...time, cue: 'by' } : time,
  );
  const isPeriod = metricNamed(metrics[0]?.id, lexicon)?.metric.kind === 'period';
  const times = (isPeriod ? withThisYear(counted, mended) : counted).map(
    (time): Time =>
      OF_THAT_DAY.test(mended) && time.cue === 'by' && time.granularity === 'day'
        ? { ...time, cue: 'on' }
        : time,
  );
  const between = times.length >= 2 && (bindsTwo(clause.text) || outside?.between === true);
  return { times: between ? fromItsEnd(times) : times, between };
}

/** "Between the end of June and 20 August": from the last day of June on. */
function fromItsEnd([first, ...others]: readonly Time[]): Time[] {
  if (!first) return [];
  const { from, to, granularity } = first;
  const isEnd = granularity === 'part' && from.slice(0, 7) === to.slice(0, 7) && /-(?:28|29|30|31)$/.test(to);
  const isLate = Number(from.slice(8)) > LATE;
  return [isEnd && isLate ? { ...first, from: to, granularity: 'day', cue: 'by' } : first, ...others];
}

/** The end of a month begins after this day. */
const LATE = 20;

/** The day or the month of a start, said without its year. */
function isSameAsStart({ from, to, granularity }: Time, since: string): boolean {
  if (granularity === 'month') return from.slice(4, 7) === since.slice(4, 7);
  return from === to && to.slice(4) === since.slice(4);
}
