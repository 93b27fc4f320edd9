/** One update in words: what it is called and how it moved, when it is true, and why it was revised. */
import type { Citations } from '../answers/citations.js';
import { endOf } from '../answers/standing.js';
import { labelOf, nameOf, placeOf, valueText, type Wording, whenText } from '../answers/wording.js';
import { daysBetween } from '../knowledge/calendar.js';
import type { Figure } from '../knowledge/schema.js';
import { formatNumber } from '../language/format.js';
import type { Moved, UpdateWords } from '../language/update-sentences.js';
import type { Update } from './update.js';

export type Writing = Wording & { citations: Citations; told: UpdateWords };

/** Qualifiers whose number is near to the true one; from the others no change can be told. */
const NEAR: ReadonlySet<Figure['qualifier']> = new Set(['exact', 'about', 'nearly']);

/** What is read first: "People returned to France: 463 → 605", and beside it "+142 in 30 days" where that can be said. */
export function headlineOf(update: Update, writing: Writing): { title: string; aside: string } {
  const { figure, before } = update;
  const { told } = writing;
  const label = nameIn(figure, writing);
  const after = saidValue(figure, writing);
  // The count of a day or a month is no later state of the one before.
  if (!before || (figure.period && update.kind === 'new'))
    return { title: told.stands(label, after), aside: '' };
  const title = told.changed(label, valueText(before, writing), after);
  if (update.kind === 'revision') return { title, aside: told.revised };
  const moved = movedBetween(before, figure, writing);
  return { title, aside: moved ? told.moved(moved) : '' };
}

/** The lines below: for a new figure its date and the one before, for a revision what was, what is, and why. */
export function detailsOf(update: Update, writing: Writing): string[] {
  const { figure, before, kind } = update;
  const { told } = writing;
  const when = whenText(figure, writing);
  const note = figure.note ? [figure.note[writing.query.language]] : [];
  if (kind === 'revision' && before) {
    return [
      `${told.was(valueText(before, writing), whenText(before, writing))} ${markOf(before, writing)}`,
      `${told.is(saidValue(figure, writing), when)} ${markOf(figure, writing)}`,
      told.why(note[0] ?? (before.provisional ? told.wasProvisional : told.noReason)),
    ];
  }
  const earlier = before
    ? [
        `${told.before(valueText(before, writing), whenText(before, writing))} ${markOf(before, writing)}`.trim(),
      ]
    : [];
  return [capitalised(when), ...earlier, ...note];
}

/** Everything in one line, for messages of several figures. */
export function lineOf(update: Update, writing: Writing): { title: string; rest: string } {
  const { figure, before, kind } = update;
  const { title, aside } = headlineOf(update, writing);
  const marks = markOf(figure, writing);
  const beside = aside === '' ? '' : ` (${aside})`;
  const when = whenText(figure, writing);
  const isPeriod = figure.period !== undefined && kind === 'new' && before !== undefined;
  const { told } = writing;
  const earlier = isPeriod ? told.beforeAside(valueText(before, writing), whenText(before, writing)) : '';
  const reason =
    kind === 'revision' && before
      ? `. ${told.why(figure.note?.[writing.query.language] ?? (before.provisional ? told.wasProvisional : told.noReason))}`
      : '';
  return { title, rest: `${beside}, ${when}${earlier} ${marks}${reason}` };
}

/** The marks of a figure's place in its source: "[1]". */
export function markOf(figure: Figure, { citations }: Writing): string {
  return citations.mark(placeOf(figure));
}

/** Who claims a number stands beside it. */
function saidValue(figure: Figure, writing: Writing): string {
  const value = valueText(figure, writing);
  return figure.claimedBy ? writing.words.saysWho(value, nameOf(figure.claimedBy, writing)) : value;
}

/** A narrower scope (a group, a place) belongs to the name; one that only says since when is told by the date. */
function nameIn({ metric, scope }: Figure, writing: Writing): string {
  const { knowledge, query } = writing;
  const label = labelOf(knowledge.metric(metric) ?? undefined, writing) || metric;
  const known = knowledge.scopes().find(({ id }) => id === scope);
  if (scope === undefined || known?.since !== undefined) return label;
  return `${label} (${known?.names[query.language][0] ?? scope})`;
}

function movedBetween(before: Figure, after: Figure, { query }: Writing): Moved | undefined {
  if (before.value === undefined || after.value === undefined) return undefined;
  if (!NEAR.has(before.qualifier) || !NEAR.has(after.qualifier)) return undefined;
  const change = after.value - before.value;
  const sign = change < 0 ? '−' : '+';
  const days = daysBetween(endOf(before), endOf(after));
  return {
    by: change === 0 ? undefined : `${sign}${formatNumber(Math.abs(change), query.language)}`,
    days: days > 0 ? days : undefined,
    about: [before, after].some(
      ({ qualifier, datePrecision }) => qualifier !== 'exact' || datePrecision !== 'day',
    ),
  };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
