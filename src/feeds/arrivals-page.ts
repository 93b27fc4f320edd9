/**
 * GOV.UK's page "Small boat arrivals: last 7 days", as its Content API gives it: strictly read, since a number
 * that is read wrongly is worse than none. https://content-api.publishing.service.gov.uk/
 */
import { z } from 'zod';
import { addDays, daysBetween, type IsoDate, isoDate, todayInLondon } from '../knowledge/calendar.js';
import { PageChanged } from './page-changed.js';
import { onlyTable } from './table.js';

/** Where the page is on GOV.UK. */
export const ARRIVALS_PATH =
  '/government/publications/migrants-detected-crossing-the-english-channel-in-small-boats/migrants-detected-crossing-the-english-channel-in-small-boats-last-7-days';

export const ARRIVALS_TITLE = 'Small boat arrivals: last 7 days';

const HEADERS = [
  'Date',
  'Migrants arrived',
  'Boats arrived',
  'Boats involved in uncontrolled landings',
  'Notes',
];
const DAYS = 7;

/** Far above any day on record (1,305 people on 3 September 2022): more is a slip or another unit. */
const MOST_A_DAY = 5_000;

export type ArrivalsDay = {
  date: IsoDate;
  people: number;
  boats: number;
  /** The characters as the page prints them. */
  printed: { people: string; boats: string };
};

export type ArrivalsPage = {
  /** When the page says that it was updated; the newest day may be later than that. */
  updatedAt: string;
  /** Seven consecutive days, oldest first. */
  days: readonly ArrivalsDay[];
  /** What was wrong on the page and is mended here, in words. */
  repairs: readonly string[];
};

/** What is relied on; the item has more, and may have yet more. */
const itemSchema = z.object({
  title: z.literal(ARRIVALS_TITLE),
  document_type: z.literal('html_publication'),
  public_updated_at: z.iso.datetime({ offset: true }),
  withdrawn_notice: z.union([z.null(), z.strictObject({})]).optional(),
  details: z.object({ body: z.string() }),
});

const count = z
  .string()
  .regex(/^(?:\d{1,3}(?:,\d{3})+|\d+)$/)
  .transform((printed) => Number(printed.replaceAll(',', '')))
  .pipe(z.int().max(MOST_A_DAY));

const rowSchema = z
  .tuple([
    z.string().regex(/^\d{1,2} [A-Z][a-z]+ \d{4}$/),
    count,
    count,
    count,
    // Nothing else was seen in 249 captures.
    z.enum(['', 'Revised']),
  ])
  .refine(([, people, boats]) => boats <= people, { error: 'more boats than people' });

/** Reads the item that the API gave (`today`: London's); throws PageChanged where anything is other than expected. */
export function readArrivalsPage(item: unknown, today: IsoDate = todayInLondon()): ArrivalsPage {
  const read = itemSchema.safeParse(item);
  if (!read.success) throw new PageChanged(`it is described otherwise: ${z.prettifyError(read.error)}`);
  const { public_updated_at: updatedAt, details } = read.data;
  const rows = onlyTable(details.body, HEADERS);
  if (rows.length !== DAYS) throw new PageChanged(`its table has ${rows.length} rows instead of ${DAYS}`);
  const dates = consecutive(rows.map(([date = '']) => date));
  const last = dates.days.at(-1) ?? '';
  if (last >= today) throw new PageChanged(`its last day, ${last}, is not over yet`);
  const days = rows.map((cells, index): ArrivalsDay => {
    const row = rowSchema.safeParse(cells);
    if (!row.success)
      throw new PageChanged(
        `a row of its table can’t be read: ${cells.join(' | ')} (${z.prettifyError(row.error)})`,
      );
    const [, people, boats] = row.data;
    return {
      date: dates.days[index] ?? '',
      people,
      boats,
      printed: { people: cells[1] ?? '', boats: cells[2] ?? '' },
    };
  });
  return { updatedAt, days, repairs: dates.repairs };
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/**
 * The days that the dates name, each the day after the one before. One date may have a wrong year, as
 * "20 April 2025" among dates of April 2026 once had.
 */
function consecutive(printed: readonly string[]): { days: IsoDate[]; repairs: string[] } {
  const read = printed.map(dateOf);
  const starts = read.map((date, index) => addDays(date, -index));
  const start = starts.find((one) => starts.filter((other) => other === one).length >= printed.length - 1);
  if (start === undefined) throw new PageChanged(`its dates are not consecutive: ${printed.join(', ')}`);
  const days = read.map((_, index) => addDays(start, index));
  const repairs = read.flatMap((date, index) => {
    const day = days[index] ?? '';
    if (date === day) return [];
    if (date.slice(5) !== day.slice(5))
      throw new PageChanged(`its dates are not consecutive: ${printed.join(', ')}`);
    return [`${printed[index]} stands for ${day}, judging by the days around it`];
  });
  return { days, repairs };
}

function dateOf(printed: string): IsoDate {
  const [, day = '', name = '', year = ''] = /^(\d{1,2}) ([A-Z][a-z]+) (\d{4})$/.exec(printed) ?? [];
  const month = MONTHS.indexOf(name) + 1;
  const date = isoDate(Number(year), month, Number(day));
  const exists = month > 0 && Number(date.slice(8)) === Number(day) && year === date.slice(0, 4);
  if (!exists) throw new PageChanged(`it prints ${JSON.stringify(printed)} where a date should be`);
  return date;
}

/** Days since the newest one; the page is renewed daily and may be a day late. */
export function ageOf(page: ArrivalsPage, today: IsoDate = todayInLondon()): number {
  return daysBetween(page.days.at(-1)?.date ?? today, today);
}
