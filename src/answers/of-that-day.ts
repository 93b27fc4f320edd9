/** "The flight of 30 October", "the payment in April 2026": a thing that is counted once at that time, by the words that are left. */
import type { Figure, Metric } from '../knowledge/schema.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { figureLines } from './figure-lines.js';
import { endOf, leadOf } from './standing.js';

/** Words that any count may be asked with. */
const ANY = /^(?:person|france|uk|scheme|small-boat|time|record|return-to-france|report|grow)$/;

/**
 * Where no count is named, but every telling word belongs to a single kind of measure that has a figure of the very
 * day or month asked for; undefined where words or times are left over.
 */
export function answerOfThatDay(context: Context): PartAnswer | undefined {
  const { part, knowledge, lexicon } = context;
  const isPlain =
    part.metrics.length === 0 &&
    /^(?:quantity|none)$/.test(part.focus) &&
    /^(?:value|compare-times)$/.test(part.operation) &&
    part.times.length > 0 &&
    part.people.length + part.sources.length + part.unknown.length === 0;
  const tokens = part.tokens.filter((token) => !/^\d+$/.test(token));
  if (!isPlain || !tokens.some((token) => !ANY.test(token))) return undefined;
  const fits = lexicon.metrics.filter(({ metric, names, implied }) => {
    if (metric.kind !== 'measure' || metric.derived) return false;
    const named = new Set(names.flatMap((name) => name.tokens));
    const isNamed = tokens.some((token) => named.has(token) && !ANY.test(token));
    return isNamed && tokens.every((token) => named.has(token) || implied.has(token) || ANY.test(token));
  });
  const counts = fits.flatMap(({ metric: { id } }) => {
    const metric = knowledge.metric(id);
    const figures = metric ? part.times.map((time) => within(metric, time.from, time.to, context)) : [];
    return metric && figures.every((some) => some.length > 0) ? [{ metric, figures }] : [];
  });
  const [only, ...more] = counts;
  if (!only || more.length > 0) return undefined;
  return answered(only.figures.flatMap((figures) => figureLines(only.metric, figures, context)));
}

/** The figures of the last day of a stretch that has any. */
function within(metric: Metric, from: string, to: string, { knowledge, horizon }: Context): Figure[] {
  const all = knowledge
    .figuresBetween(metric.id, null, from, to < horizon ? to : horizon)
    .filter((figure) => endOf(figure) >= from && endOf(figure) <= to);
  const lead = leadOf(all, knowledge);
  return lead ? all.filter((figure) => endOf(figure) === endOf(lead)) : [];
}
