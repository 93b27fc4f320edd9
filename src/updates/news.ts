/** The difference between what was known and what is known now, and what of it is news. */
import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { endOf, leadOf } from '../answers/standing.js';
import { daysBetween, type IsoDate } from '../knowledge/calendar.js';
import type { Knowledge, ScopeId } from '../knowledge/reads.js';
import type { Figure } from '../knowledge/schema.js';
import { grouped } from './grouped.js';
import type { Update } from './update.js';

/** A figure as it was when it was last learned. */
export type Known = {
  hash: string;
  /** As JSON. */
  figure: string;
  /** Whether people were told of it. */
  told: boolean;
};

/** By the ids of figures. Those that have since been taken out of the data are still known. */
export type Ledger = ReadonlyMap<string, Known>;

export type Difference = {
  /** What the ledger lacks or has otherwise, with the hash of what it is now. */
  learned: { id: string; hash: string; body: string }[];
  /** Figures of new ids. */
  fresh: Figure[];
  /** Figures whose content is not what it was. */
  changed: { figure: Figure; before: Figure; told: boolean }[];
};

const PAGE = 500;
const HASH_LENGTH = 16;
const ID_LENGTH = 12;

/** So many dates back a figure of a period of the same length is looked for. */
const DATES_BACK = 400;

/** Compares all figures with the ledger; leaves others their turn in between. */
export async function differenceBetween(ledger: Ledger, knowledge: Knowledge): Promise<Difference> {
  const difference: Difference = { learned: [], fresh: [], changed: [] };
  for (let page = knowledge.figurePage('', PAGE); page.length > 0; ) {
    for (const { id, body } of page) compare(ledger.get(id), id, body, difference);
    await nextTurn();
    page = knowledge.figurePage(page.at(-1)?.id ?? '', PAGE);
  }
  return difference;
}

function compare(known: Known | undefined, id: string, body: string, difference: Difference): void {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, HASH_LENGTH);
  if (known?.hash === hash) return;
  difference.learned.push({ id, hash, body });
  const figure: Figure = JSON.parse(body);
  if (!known) difference.fresh.push(figure);
  else difference.changed.push({ figure, before: JSON.parse(known.figure), told: known.told });
}

/**
 * What of a difference is news, the oldest first: figures newer than the newest known of their metric and scope,
 * and other values of that newest one or of one that people were told of. Silent are history that is filled in,
 * the first load ever, and the first figures of a metric or scope: there is nothing that they would change.
 */
export function newsBetween(
  ledger: Ledger,
  { fresh, changed }: Difference,
  knowledge: Knowledge,
  learnedAt: Date,
): Update[] {
  if (ledger.size === 0) return [];
  const freshIds = new Set(fresh.map(({ id }) => id));
  const isKnown = (figure: Figure) => !freshIds.has(figure.id);
  const revises = ({ revises: older }: Figure) => (older === undefined ? undefined : ledger.get(older));
  const added = fresh.filter((figure) => !revises(figure));
  const series = grouped(added, (figure) => `${figure.metric} ${figure.scope ?? ''}`);
  const news = [...series.values()].flatMap((figures) => newIn(figures, knowledge, isKnown));
  const revised = [
    ...fresh.flatMap((figure) => {
      const known = revises(figure);
      return known ? [{ figure, before: JSON.parse(known.figure) as Figure, told: known.told }] : [];
    }),
    ...changed,
  ].filter(({ figure, before, told }) => {
    if (amount(figure) === amount(before)) return false;
    return told || endOf(before) === newestKnown(before, knowledge, isKnown)?.date;
  });
  const updates = [
    ...news.map(
      ({ figure, before }): Update => ({
        id: idOf('new', figure.id),
        kind: 'new',
        figure,
        ...(before ? { before } : {}),
        learnedAt,
      }),
    ),
    ...revised.map(
      ({ figure, before }): Update => ({
        id: idOf('revision', figure.id, amount(before), amount(figure)),
        kind: 'revision',
        figure,
        before,
        learnedAt,
      }),
    ),
  ];
  return updates.sort(
    (a, b) =>
      endOf(a.figure).localeCompare(endOf(b.figure)) ||
      a.figure.metric.localeCompare(b.figure.metric) ||
      a.id.localeCompare(b.id),
  );
}

type New = { figure: Figure; before: Figure | undefined };

/**
 * The new figures of one metric and scope that are newer than what is known of it: of several for one date and
 * length the one that leads, and of running totals and the like only the newest.
 */
function newIn(
  figures: readonly Figure[],
  knowledge: Knowledge,
  isKnown: (figure: Figure) => boolean,
): New[] {
  const [first] = figures;
  const known = first && newestKnown(first, knowledge, isKnown);
  if (!known) return [];
  const isPeriod = knowledge.metric(first.metric)?.kind === 'period';
  const later = figures.filter((figure) => endOf(figure) > known.date);
  const groups = grouped(later, (figure) => `${endOf(figure)} ${isPeriod ? spanOf(figure) : ''}`);
  const leading = [...groups.values()]
    .flatMap((group) => leadOf(group, knowledge) ?? [])
    .sort((a, b) => endOf(a).localeCompare(endOf(b)));
  if (!isPeriod) {
    const before = leadOf(known.figures, knowledge);
    return leading.slice(-1).map((figure) => ({ figure, before }));
  }
  const latest = new Map<string, Figure>();
  return leading.map((figure) => {
    const span = spanOf(figure);
    const before = latest.get(span) ?? knownOfSpan(figure, span, knowledge, isKnown);
    latest.set(span, figure);
    return { figure, before };
  });
}

/** The figures of the newest date of a metric and scope that were known already, and that date. */
function newestKnown(
  { metric, scope }: Figure,
  knowledge: Knowledge,
  isKnown: (figure: Figure) => boolean,
): { date: IsoDate; figures: Figure[] } | undefined {
  for (const { date, figures } of datesBack(metric, scope ?? null, knowledge)) {
    const known = figures.filter(isKnown);
    if (known.length > 0) return { date, figures: known };
  }
  return undefined;
}

function knownOfSpan(
  { metric, scope }: Figure,
  span: string,
  knowledge: Knowledge,
  isKnown: (figure: Figure) => boolean,
): Figure | undefined {
  let looked = 0;
  for (const { figures } of datesBack(metric, scope ?? null, knowledge)) {
    const lead = leadOf(
      figures.filter((figure) => isKnown(figure) && spanOf(figure) === span),
      knowledge,
    );
    if (lead) return lead;
    looked += 1;
    if (looked === DATES_BACK) return undefined;
  }
  return undefined;
}

function* datesBack(metric: string, scope: ScopeId, knowledge: Knowledge) {
  let figures = knowledge.newestFigures(metric, scope);
  while (figures[0]) {
    const date = endOf(figures[0]);
    yield { date, figures };
    const before = knowledge.previousAsOf(metric, scope, date);
    figures = before === undefined ? [] : knowledge.figuresAt(metric, scope, before);
  }
}

/** What makes two periods comparable: days with days, years with years, and otherwise the same first day. */
function spanOf({ period }: Figure): string {
  if (!period) return '';
  const days = daysBetween(period.from, period.to) + 1;
  if (days <= 7) return `${days} days`;
  if (days >= 28 && days <= 31) return 'month';
  if (days >= 89 && days <= 92) return 'quarter';
  if (days === 365 || days === 366) return 'year';
  return `from ${period.from}`;
}

function amount({ value, low, high, qualifier }: Figure): string {
  return [qualifier, value ?? `${low}–${high}`].join(' ');
}

function idOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, ID_LENGTH);
}
