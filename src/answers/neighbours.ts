/** What stands beside a value: what was said of it later, what stood before it, and how old it is. */
import { daysBetween } from '../knowledge/calendar.js';
import type { Figure, Metric } from '../knowledge/schema.js';
import { formatAge } from '../language/format.js';
import type { Time } from '../questions/time.js';
import type { Context } from './context.js';
import { type Asked, endOfTime } from './select.js';
import { amountOf, endOf, isRounded, leadOf } from './standing.js';
import { eventText, placeOf, statementText, valueText, whenText } from './wording.js';

/** An age above this is worth a sentence: figures of the scheme used to come out monthly. */
const OLD_DAYS = 45;

/** What later sources say of the count without giving a number, and how the counting ended, where the time asked for takes them in. */
export function saidBeside(metric: Metric, lead: Figure, time: Time | undefined, context: Context): string[] {
  const { knowledge, horizon, used } = context;
  const end = time && endOfTime(time) < horizon ? endOfTime(time) : horizon;
  return metric.beside.flatMap((id) => {
    const entry = knowledge.entry(id);
    if (entry?.kind === 'event') {
      const { date, note } = entry.body;
      if (date <= endOf(lead) || date > end) return [];
      return [eventText(entry.body, context), ...(note ? [note[context.query.language]] : [])];
    }
    if (entry?.kind !== 'statement') return [];
    const published = knowledge.source(entry.body.source)?.published;
    if (!published || published <= endOf(lead) || published > end) return [];
    used.statements.add(entry.body);
    return [statementText(entry.body, context)];
  });
}

/** How old the newest figure is, where that is worth a sentence: of an answer as of a day, on that day. */
export function ageLines(newest: Figure, { words, query, horizon }: Context): string[] {
  const age = daysBetween(endOf(newest), horizon);
  return age > OLD_DAYS ? [words.newestIs(formatAge(age, query.language))] : [];
}

/** What stood before and after, and how old the newest is. */
export function neighbours(
  metric: Metric,
  lead: Figure,
  time: Time | undefined,
  asked: Asked,
  context: Context,
): string[] {
  const { words, knowledge, citations } = context;
  const end = endOf(lead);
  const newest = knowledge.newestFigures(metric.id, asked.scope, context.horizon);
  const lines: string[] = [];
  if (metric.kind === 'running-total') {
    const from = time && time.granularity !== 'day' ? time.from : undefined;
    if (time || !from) {
      const { before, higher } = lastOther(lead, metric, asked, context);
      // A total does not fall: what stood higher before differs from this one.
      if (higher.length > 0) {
        for (const figure of higher) context.used.figures.add(figure);
        const values = [lead, ...higher].map(
          (figure) =>
            `${valueText(figure, context)}, ${whenText(figure, context)} ${citations.mark(placeOf(figure))}`,
        );
        lines.push(words.sourcesDiffer(words.listed(values)));
        for (const { note } of higher) if (note) lines.push(note[context.query.language]);
      }
      if (before) {
        context.used.figures.add(before);
        lines.push(
          words.earlier(
            `${valueText(before, context)}, ${whenText(before, context)} ${citations.mark(placeOf(before))}`,
          ),
        );
      }
    }
  }
  const newestDate = newest[0] ? endOf(newest[0]) : end;
  if (!time && end === newestDate && metric.kind !== 'target') lines.push(...ageLines(lead, context));
  return lines;
}

/** So many earlier dates are looked at for another value. */
const LOOKED_AT = 20;

/**
 * The figure that stood before this one with another value (the same one again says nothing of the course), and
 * those on the way to it that stood higher.
 */
function lastOther(
  lead: Figure,
  metric: Metric,
  asked: Asked,
  context: Context,
): { before: Figure | undefined; higher: Figure[] } {
  const { knowledge } = context;
  const higher: Figure[] = [];
  let date = knowledge.previousAsOf(metric.id, asked.scope, endOf(lead));
  for (let looked = 0; date !== undefined && looked < LOOKED_AT; looked++) {
    const figure = leadOf(knowledge.figuresAt(metric.id, asked.scope, date), knowledge);
    if (figure && valueText(figure, context) !== valueText(lead, context)) {
      if (amountOf(figure) <= amountOf(lead) || isRounded(figure)) return { before: figure, higher };
      higher.push(figure);
    }
    date = knowledge.previousAsOf(metric.id, asked.scope, date);
  }
  return { before: undefined, higher };
}
