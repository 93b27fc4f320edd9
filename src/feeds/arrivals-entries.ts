/** What a reading of the arrivals page adds to what is known: new days, revised days, and the year so far. */
import { addDays, type IsoDate, todayInLondon } from '../knowledge/calendar.js';
import type { Figure, Source } from '../knowledge/schema.js';
import { feedWords } from '../language/feed-words.js';
import { ARRIVALS_PATH, ARRIVALS_TITLE, type ArrivalsDay, type ArrivalsPage } from './arrivals-page.js';

/** The counts that the page gives of each day, with the digit that tells their ids apart. */
const COUNTED = [
  { metric: 'small-boat-arrivals', digit: 1, of: 'people' },
  { metric: 'boats-arrived', digit: 2, of: 'boats' },
] as const;

/** The year so far has a digit of its own. */
const YEAR_TO_DATE = 3;

/** Official counts of a metric for exactly this period that are known already, those that were revised included. */
export type Known = (metric: string, from: IsoDate, to: IsoDate) => readonly Figure[];

export type Additions = { sources: Source[]; figures: Figure[] };

/** One reading of the page. */
export type Reading = { page: ArrivalsPage; readAt: Date; known: Known };

/**
 * The entries to be added, or undefined where everything is known. Ids are permanent and belong to the day that
 * is counted: `F-`, the day, a digit for what is counted, and the number of the vintage; hand-numbered entries
 * have three or four digits. A value that has changed becomes a figure of its own, which revises the one before.
 */
export function additionsOf({ page, readAt, known }: Reading): Additions | undefined {
  const source = sourceOf(page, readAt);
  const figures = page.days.flatMap((day) =>
    COUNTED.flatMap(({ metric, digit, of }) => {
      const counted = known(metric, day.date, day.date);
      const value = day[of];
      const before = latestOf(counted, value);
      if (before?.value === value) return [];
      const place = { source: source.id, locator: feedWords.row(day.date) };
      return [dayFigure(idOf(day.date, digit, counted), metric, day, of, before, place)];
    }),
  );
  if (figures.length === 0) return undefined;
  const yearSoFar = yearToDate(page, figures, known, source.id);
  return { sources: [source], figures: [...figures, ...(yearSoFar ? [yearSoFar] : [])] };
}

function sourceOf(page: ArrivalsPage, readAt: Date): Source {
  const read = todayInLondon(readAt);
  const updated = todayInLondon(new Date(page.updatedAt));
  const newest = page.days.at(-1)?.date ?? updated;
  // The date on the page may be older than its newest row; it can't have come out before that day.
  const isOlder = updated < newest;
  const name = feedWords.name(read);
  return {
    id: `S-${readAt.toISOString().replace(/\D/g, '').slice(0, 12)}`,
    document: null,
    label: feedWords.label,
    title: ARRIVALS_TITLE,
    publisher: 'GOV.UK',
    url: `https://www.gov.uk${ARRIVALS_PATH}`,
    published: isOlder ? read : updated,
    publishedKnown: isOlder ? 'inferred' : 'stated',
    kind: 'official',
    rewriteOf: null,
    originalOpened: true,
    capture: { readAt: readAt.toISOString(), updatedAt: page.updatedAt },
    note: feedWords.note(read, updated),
    names: { en: [name.en], fr: [name.fr] },
  };
}

function dayFigure(
  id: string,
  metric: string,
  day: ArrivalsDay,
  of: 'people' | 'boats',
  before: Figure | undefined,
  place: Pick<Figure, 'source' | 'locator'>,
): Figure {
  return {
    id,
    metric,
    value: day[of],
    qualifier: 'exact',
    printed: day.printed[of],
    period: { from: day.date, to: day.date },
    datePrecision: 'day',
    dateKnown: 'stated',
    ...place,
    provisional: true,
    ...(before ? { revises: before.id, note: feedWords.revised(before.value ?? 0) } : {}),
  };
}

/**
 * The year up to the newest day, where every one of its days is known and that is news; a sum with a day missing
 * would look like one without.
 */
function yearToDate(
  page: ArrivalsPage,
  added: readonly Figure[],
  known: Known,
  source: string,
): Figure | undefined {
  const metric = COUNTED[0].metric;
  const to = page.days.at(-1)?.date ?? '';
  const from = `${to.slice(0, 4)}-01-01`;
  // One day is no year so far, and would have the period of that day's count.
  if (from === to) return undefined;
  const fresh = new Map(
    added.filter((figure) => figure.metric === metric).map((one) => [one.period?.from, one]),
  );
  let value = 0;
  let days = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const figure = fresh.get(day) ?? latestOf(known(metric, day, day));
    if (figure?.value === undefined) return undefined;
    value += figure.value;
    days += 1;
  }
  const counted = known(metric, from, to);
  const before = latestOf(counted, value);
  if (before?.value === value) return undefined;
  return {
    id: idOf(to, YEAR_TO_DATE, counted),
    metric,
    value,
    qualifier: 'exact',
    computed: { how: feedWords.addedUp(days, from, to) },
    period: { from, to },
    datePrecision: 'day',
    dateKnown: 'stated',
    source,
    provisional: true,
    ...(before ? { revises: before.id, note: feedWords.revised(before.value ?? 0) } : {}),
  };
}

/** The one that nothing revises; of several (two official tables), the one that has `value`. */
function latestOf(figures: readonly Figure[], value?: number): Figure | undefined {
  const revised = new Set(figures.map(({ revises }) => revises));
  const latest = figures.filter(({ id }) => !revised.has(id));
  return latest.find((figure) => figure.value === value) ?? latest.at(-1);
}

function idOf(day: IsoDate, digit: number, known: readonly Figure[]): string {
  const start = `F-${day.replaceAll('-', '')}${digit}`;
  const vintages = known.filter(({ id }) => id.startsWith(start)).length;
  return `${start}${String(vintages + 1).padStart(2, '0')}`;
}
