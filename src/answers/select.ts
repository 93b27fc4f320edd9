/** Chooses the figures that meet a question: the right metric at the right time, or none. */
import { addDays, daysBetween, type IsoDate } from '../knowledge/calendar.js';
import type { FigureReads } from '../knowledge/figure-reads.js';
import { isOfOneFlight } from '../knowledge/metric-names.js';
import type { Knowledge } from '../knowledge/reads.js';
import type { Figure, Metric } from '../knowledge/schema.js';
import type { Part } from '../questions/query.js';
import type { Time } from '../questions/time.js';
import { endOf, newestOf } from './standing.js';

/** "The running total on 9 November" is not what that day added. */
const TOTAL =
  /\b(?:total|running|cumulative|overall|altogether|count|stood|stand|standing|in all|year|yearly)\b/i;

/** "The running total on 9 November" is that of the year so far, even where the day has a count of its own. */
const RUNNING = /\b(?:running|cumulative|cumulé|year[- ]to[- ]date)\b/i;

export type Asked = {
  metric: Metric;
  scope: string | null;
  time: Time | undefined;
  part: Part;
  /** Nothing later than this exists for the question: today, or the date set by `--as-of`. */
  horizon: IsoDate;
  /** Only figures of these sources or this claimant, where the question names them. */
  sources: readonly string[];
  claimedBy: string | undefined;
  /** What those sources rewrite. */
  outlets: readonly string[];
};

/** Why nothing fits. */
export type Gap = 'future' | 'before-first' | 'no-such-period' | 'not-from-them' | 'no-figures';

export type Selection =
  | { found: true; figures: Figure[]; inside: boolean }
  | { found: false; gap: Gap; nearest: Figure[] };

export type Reads = { knowledge: Knowledge; figures: FigureReads };

/** Days by which a date that is only about right may be off: a week. */
const ABOUT = 7;

/** The figures that answer "how many", all of one date, or why there are none and what is nearest. */
export function selectFigures(asked: Asked, reads: Reads): Selection {
  const { time, horizon } = asked;
  if (time && time.from > horizon && time.cue !== 'before') {
    const known = newest(asked, reads, horizon);
    // A target may be meant for a time to come, which its source then names.
    const meant = asked.metric.kind === 'target' ? known.filter((figure) => namesYear(figure, time.to)) : [];
    return meant.length > 0 ? found(meant) : none('future', known);
  }
  const byNumber = withStatedNumber(asked, reads);
  if (byNumber.length > 0) return { found: true, figures: byNumber, inside: true };
  return asked.metric.kind === 'period' ? selectPeriod(asked, reads) : selectRunning(asked, reads);
}

function namesYear({ printed, note }: Figure, date: IsoDate): boolean {
  return `${printed} ${note?.en ?? ''}`.includes(date.slice(0, 4));
}

/** All figures inside a time, oldest first, one group a date. */
export function figuresInside(asked: Asked, from: IsoDate, to: IsoDate, reads: Reads): Figure[] {
  return reads.knowledge
    .figuresBetween(asked.metric.id, asked.scope, from, to)
    .filter((figure) => isFrom(figure, asked));
}

/** The last day that a time reaches for an "as of" question. */
export function endOfTime(time: Time): IsoDate {
  return time.cue === 'before' ? addDays(time.from, -1) : time.to;
}

function selectRunning(asked: Asked, reads: Reads): Selection {
  const { time, horizon } = asked;
  const end = time ? min(endOfTime(time), horizon) : horizon;
  const figures = newest(asked, reads, end);
  const [lead] = figures;
  if (!lead) {
    // What is dated only about a day may be of the days before it as well.
    const about =
      asked.metric.kind === 'measure' ? newest(asked, reads, min(addDays(end, ABOUT), horizon)) : [];
    if (about.some(({ datePrecision }) => datePrecision === 'about')) return found(about);
    return none(
      time ? 'before-first' : missingOf(asked),
      reads.knowledge.firstFigures(asked.metric.id, asked.scope),
    );
  }
  const reaches = !time || endOf(lead) >= time.from;
  // How many were on one flight says nothing of another day's.
  if (!reaches && time?.granularity === 'day' && isOfOneFlight(asked.metric))
    return none('no-such-period', figures);
  return { found: true, figures, inside: reaches || time?.granularity === 'day' };
}

function selectPeriod(asked: Asked, reads: Reads): Selection {
  const { time, part, horizon } = asked;
  if (asked.scope) return selectRunning(asked, reads);
  const end = time ? min(endOfTime(time), horizon) : horizon;
  if (part.span && part.span !== 'year') return ofLength(asked, part.span.days, reads, end);
  if (!time && isCountedByMonth(asked, reads)) {
    const latest = newest(asked, reads, end);
    return latest.length > 0 ? found(latest) : none(missingOf(asked), []);
  }
  if (!time || part.span === 'year') {
    const whole = part.span === 'year' ? newestWholeYear(asked, reads, end) : newestOfYear(asked, reads, end);
    return whole.length > 0 ? found(whole) : none(missingOf(asked), newest(asked, reads, horizon));
  }
  const exact = ofStretch(asked.metric.id, time.from, time.to, reads).filter((figure) =>
    isFrom(figure, asked),
  );
  const upTo = yearToDate(asked, reads, end);
  const running = isLongBefore(upTo[0], end, asked, reads) ? [] : upTo;
  const counted = running.length > 0 || time.cue !== 'by' ? running : endingWithin(asked, time, end, reads);
  // "Crossings so far in November": what was counted until September says nothing of it.
  const cumulative = /^(?:on|in)$/.test(time.cue)
    ? counted.filter((figure) => endOf(figure) >= time.from)
    : counted;
  const wantsTotal = (/^(?:by|before)$/.test(time.cue) && !isOfItself(time, part)) || part.wantsNewest;
  switch (time.granularity) {
    case 'year':
      if (exact.length > 0 && !part.wantsNewest) return found(exact);
      return cumulative.length > 0 ? found(cumulative) : gapInPeriod(asked, reads);
    case 'day': {
      if (exact.length > 0 && !wantsTotal && !RUNNING.test(part.text)) return found(exact);
      if (/^(?:on|in)$/.test(time.cue) && !wantsTotal && !TOTAL.test(part.text))
        return gapInPeriod(asked, reads);
      if (cumulative.length > 0) return found(cumulative);
      return exact.length > 0 ? found(exact) : gapInPeriod(asked, reads);
    }
    case 'part':
      if (exact.length > 0) return found(exact);
      if (isPartOfYear(time) || wantsTotal) {
        return cumulative.length > 0 ? found(cumulative) : gapInPeriod(asked, reads);
      }
      return gapInPeriod(asked, reads);
    default:
      if (exact.length > 0 && !(time.cue === 'by' && cumulative.length > 0)) return found(exact);
      if (wantsTotal && !isWithinYear(time) && !SO_FAR_IN.test(part.text) && cumulative.length > 0)
        return found(cumulative);
      return gapInPeriod(asked, reads);
  }
}

/** So many days after its end a running count of the year no longer tells how far it had come. */
const STALE_DAYS = 28;

/** True where a running count ends long before the day that is asked about, and later ones are known. */
function isLongBefore(figure: Figure | undefined, day: IsoDate, asked: Asked, reads: Reads): boolean {
  if (!figure || asked.time?.granularity !== 'day' || daysBetween(endOf(figure), day) <= STALE_DAYS)
    return false;
  return reads.knowledge
    .newestFigures(asked.metric.id, asked.scope, asked.horizon)
    .some((one) => endOf(one) > day);
}

/** The figures of exactly this stretch of days, also those that are kept as counted "since" its first day. */
export function ofStretch(metric: string, from: IsoDate, to: IsoDate, { knowledge }: Reads): Figure[] {
  const plain = knowledge.figuresWithPeriod(metric, null, from, to);
  if (plain.length > 0) return plain;
  return knowledge
    .scopes()
    .filter(({ since }) => since === from)
    .flatMap(({ id }) => knowledge.figuresWithPeriod(metric, id, from, to));
}

/** True for the counts that a running total adds up: each stands for itself, and none is the year so far. */
export function isCountedByMonth({ metric }: Pick<Asked, 'metric'>, { knowledge }: Reads): boolean {
  return knowledge.metrics().some(({ accumulates }) => accumulates?.metric === metric.id);
}

/** The figure for the year up to a date: its period starts on 1 January. */
export function yearToDate(asked: Asked, reads: Reads, end: IsoDate): Figure[] {
  const periodFrom = `${end.slice(0, 4)}-01-01`;
  const figures = reads.figures.newest(
    asked.metric.id,
    asked.scope,
    { periodFrom },
    end,
    `${end.slice(0, 4)}-01-02`,
  );
  return figures.filter((figure) => isFrom(figure, asked));
}

/** A day that nothing introduces, where no word speaks of a total. */
function isOfItself({ bare }: Time, { text }: Part): boolean {
  return bare === true && !TOTAL.test(text);
}

/** "To mid 2025", of what is not counted from January on: the newest of longer stretches that end then. */
function endingWithin(asked: Asked, { from, to }: Time, end: IsoDate, reads: Reads): Figure[] {
  return newestOf(
    figuresInside(asked, from, min(to, end), reads).filter(
      ({ period }) => period !== undefined && period.from < from,
    ),
  );
}

/** "So far in September" is that month's own. */
const SO_FAR_IN = /\bso far (?:in|during|this) (?!the year|year|20\d{2}|the season)/i;

/** "The second half of 2026 so far" is not the year so far. */
function isWithinYear({ cue, granularity, from }: Time): boolean {
  return cue === 'in' && granularity === 'span' && !from.endsWith('-01-01');
}

function isPartOfYear(time: Time): boolean {
  return daysBetween(time.from, time.to) > 60 || /-12-31$/.test(time.to) || /-01-01$/.test(time.from);
}

function newestOfYear(asked: Asked, reads: Reads, end: IsoDate): Figure[] {
  const newestDate = newest(asked, reads, end)[0];
  if (!newestDate) return [];
  for (let year = Number(endOf(newestDate).slice(0, 4)), tries = 0; tries < 10; year--, tries++) {
    const figures = yearToDate(asked, reads, min(`${year}-12-31`, end));
    if (figures.length > 0) return figures;
  }
  return newest(asked, reads, end);
}

function newestWholeYear(asked: Asked, reads: Reads, end: IsoDate): Figure[] {
  const { time } = asked;
  if (time?.granularity === 'year' || time?.granularity === 'day') {
    const year = time.to.slice(0, 4);
    const whole = () =>
      reads.knowledge.figuresWithPeriod(asked.metric.id, null, `${year}-01-01`, `${year}-12-31`);
    if (time.granularity === 'year') return whole();
    const running = yearToDate(asked, reads, end);
    return running.length > 0 ? running : whole();
  }
  for (let year = Number(end.slice(0, 4)), tries = 0; tries < 15; year--, tries++) {
    const figures = reads.knowledge.figuresWithPeriod(
      asked.metric.id,
      null,
      `${year}-01-01`,
      `${year}-12-31`,
    );
    if (figures.length > 0 && `${year}-12-31` <= asked.horizon) return figures;
  }
  return [];
}

function ofLength(asked: Asked, days: number, reads: Reads, end: IsoDate): Selection {
  const { time } = asked;
  const from = time ? addDays(time.from, -days) : undefined;
  const ofAny = reads.figures.newest(asked.metric.id, asked.scope, { days }, end, from);
  const ofThem = () => {
    const all = reads.figures.all(asked.metric.id, asked.scope, { days }, end, from);
    const theirs = all.filter((figure) => isFrom(figure, asked));
    return theirs.filter((figure) => endOf(figure) === endOf(theirs[0] as Figure));
  };
  const figures = asked.sources.length > 0 || asked.claimedBy ? ofThem() : ofAny;
  return figures.length > 0 ? found(figures) : gapInPeriod(asked, reads);
}

function gapInPeriod(asked: Asked, reads: Reads): Selection {
  const { time, horizon } = asked;
  if (!time) return none('no-figures', []);
  const inside = figuresInside(asked, time.from, time.to, reads);
  // What counts from the first day of the time is nearer to it than any day in it.
  const begun = inside.filter(({ period }) => period?.from === time.from && period.to > period.from);
  if (time.from.endsWith('-01-01') && begun.length > 0) return none('no-such-period', newestOf(begun));
  const near = inside.length > 0 ? inside : yearToDate(asked, reads, min(time.to, horizon));
  return none('no-such-period', near.length > 0 ? near : newestOfYear(asked, reads, horizon));
}

/** Figures that carry a number which the question itself states ("which source has 75 out"). */
function withStatedNumber(asked: Asked, reads: Reads): Figure[] {
  if (!/^(?:source|when|who)$/.test(asked.part.focus) || asked.time) return [];
  for (const value of asked.part.numbers) {
    const figures = reads.figures
      .all(asked.metric.id, asked.scope, { value }, asked.horizon)
      .filter((figure) => isFrom(figure, asked));
    if (figures.length > 0) return figures;
  }
  return [];
}

function newest(asked: Asked, reads: Reads, end: IsoDate): Figure[] {
  const { metric, scope, sources, claimedBy } = asked;
  if (claimedBy) return reads.figures.newest(metric.id, scope, { claimedBy }, end);
  if (sources.length > 0) {
    const bySource = sources.flatMap((source) => reads.figures.newest(metric.id, scope, { source }, end));
    const theirs =
      bySource.length > 0
        ? bySource
        : reads.knowledge
            .figuresBetween(metric.id, scope, '0000-00-00', end)
            .filter((figure) => isPassedOn(figure, asked));
    return newestOf(theirs);
  }
  if (asked.part.asReported) return newestReported(asked, reads, end);
  return reads.knowledge.newestFigures(metric.id, scope, end);
}

/** By publication: the newest figure that a source published by then. */
function newestReported(asked: Asked, reads: Reads, end: IsoDate): Figure[] {
  const { metric, scope } = asked;
  let date: IsoDate | undefined = addDays(end, 1);
  for (let tries = 0; tries < 50; tries++) {
    date = reads.knowledge.previousAsOf(metric.id, scope, date);
    if (!date) return [];
    const figures = reads.knowledge.figuresAt(metric.id, scope, date);
    const published = figures.filter(
      (figure) => (reads.knowledge.source(figure.source)?.published ?? '9999') <= end,
    );
    if (published.length > 0) return published;
  }
  return [];
}

function isFrom(figure: Figure, asked: Asked): boolean {
  if (asked.claimedBy) return figure.claimedBy === asked.claimedBy;
  return asked.sources.length === 0 || asked.sources.includes(figure.source) || isPassedOn(figure, asked);
}

/** An outlet is named that another text rewrites: its own headline, passed on, is its word as well. */
function isPassedOn(figure: Figure, asked: Asked): boolean {
  const publisher = figure.origin?.publisher;
  return publisher != null && asked.outlets.some((outlet) => outlet.includes(publisher));
}

function missingOf(asked: Asked): Gap {
  return asked.claimedBy || asked.sources.length > 0 ? 'not-from-them' : 'no-figures';
}

function found(figures: Figure[]): Selection {
  return { found: true, figures, inside: true };
}

function none(gap: Gap, nearest: Figure[]): Selection {
  return { found: false, gap, nearest };
}

function min(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? a : b;
}
