/** The dates and periods for which a metric has figures, to pick one. */
import { type IsoDate, isWholeYear } from '../knowledge/calendar.js';
import type { Knowledge } from '../knowledge/reads.js';
import type { Figure, Metric } from '../knowledge/schema.js';
import { fold } from '../knowledge/words.js';
import { formatDate, formatMonth, formatPeriod, type LanguageCode } from '../language/format.js';
import type { Time } from '../questions/time.js';
import type { Choice } from './named.js';
import { endOf } from './standing.js';

/** So many of the newest dates of a metric are offered; any other date may be typed. */
const OFFERED_DATES = 200;
/** Between the two days of a period in an id: "2025-11-06..2025-11-08". */
const TO = '..';

type Moment = { id: string; to: IsoDate; label: Record<LanguageCode, string>; typed: string };

/** Lists of dates are read once a metric and kept: the data do not change under an open database. */
export class FigureDates {
  readonly #knowledge: Knowledge;
  readonly #kept = new Map<string, readonly Moment[]>();

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  /** Dates of the metric (of all metrics, if none is chosen) that hold what was typed, the newest first. */
  matching(metric: string | undefined, typed: string, language: LanguageCode, limit: number): Choice[] {
    const words = fold(typed)
      .split(/[\s,]+/)
      .filter(Boolean);
    return this.#moments(metric)
      .filter((moment) => words.every((word) => moment.typed.includes(word)))
      .slice(0, limit)
      .map(({ id, label }) => ({ id, label: label[language] }));
  }

  #moments(id: string | undefined): readonly Moment[] {
    const kept = this.#kept.get(id ?? '');
    if (kept) return kept;
    const metrics = this.#knowledge.metrics().filter((metric) => id === undefined || metric.id === id);
    const found = new Map(metrics.flatMap((metric) => this.#momentsOf(metric)).map((one) => [one.id, one]));
    const moments = [...found.values()].sort((a, b) => b.to.localeCompare(a.to) || a.id.localeCompare(b.id));
    this.#kept.set(id ?? '', moments);
    return moments;
  }

  /** A computed metric has a value where both its parts have one. */
  #momentsOf(metric: Metric): Moment[] {
    const own = this.#read(metric.id);
    const { derived } = metric;
    if (!derived) return own;
    const other = new Set(this.#read(derived.and).map(({ id }) => id));
    return [...own, ...this.#read(derived.of).filter(({ id }) => other.has(id))];
  }

  #read(metric: string): Moment[] {
    const moments: Moment[] = [];
    let date = this.#knowledge.previousAsOf(metric, null, '9999-12-31');
    while (date !== undefined && moments.length < OFFERED_DATES) {
      moments.push(...this.#knowledge.figuresAt(metric, null, date).map(momentOf));
      date = this.#knowledge.previousAsOf(metric, null, date);
    }
    return moments;
  }
}

/** The time of a figure, to ask for that figure again. */
export function timeOf(figure: Figure): Time {
  const from = figure.period?.from ?? endOf(figure);
  return timeBetween(from, endOf(figure), figure.period !== undefined);
}

/** The time that an id of this list stands for; undefined for anything else. */
export function timeOfId(id: string): Time | undefined {
  const [from = '', to = from] = id.split(TO);
  if (![from, to].every((date) => /^\d{4}-\d{2}-\d{2}$/.test(date))) return undefined;
  return timeBetween(from, to, id.includes(TO));
}

function timeBetween(from: IsoDate, to: IsoDate, isPeriod: boolean): Time {
  const isYear = isWholeYear({ from, to });
  return {
    from,
    to,
    cue: isPeriod ? 'in' : 'by',
    granularity: isYear ? 'year' : from === to ? 'day' : 'span',
    yearGuessed: false,
    at: [],
  };
}

function momentOf(figure: Figure): Moment {
  const { period } = figure;
  const to = endOf(figure);
  const from = period?.from ?? to;
  const label = (language: LanguageCode) =>
    period ? formatPeriod(from, to, language) : formatDate(to, language);
  const names = [label('en'), label('fr'), formatMonth(to, 'en'), formatMonth(to, 'fr'), from, to];
  return {
    id: period ? `${from}${TO}${to}` : to,
    to,
    label: { en: label('en'), fr: label('fr') },
    typed: fold(names.join(' ')),
  };
}
