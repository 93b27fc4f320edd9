/** Ranges that a source prints as one ("between 75 and 94"): asked for by their bounds, or by name. */
import type { Figure } from '../knowledge/schema.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { figureLines, saidWhere } from './figure-lines.js';
import { endOf } from './standing.js';

const NAMES_RANGE =
  /(?<!\w)(?:what|which|the|a|quelle) (?:\p{L}+ )?(?:range|spread|bracket|fourchette)(?!\w)|(?<!\w)from what to what(?!\w)|(?<!\w)between (?:what|which) (?:two )?(?:numbers?|figures?)?(?=\w)/iu;
/** "Between 51 and 57", "51 to 57", "51-57". */
const BOUNDS = /\b(\d[\d,.]*) ?(?:and|to|et|à|[-–]) ?(\d[\d,.]*)\b/i;

/** The printed range whose bounds the question states, or that it asks for by name; undefined where it means none. */
export function answerRange(context: Context): PartAnswer | undefined {
  const { part, knowledge } = context;
  if (/^(?:share|ratio|sum|difference|duration)$/.test(part.operation)) return undefined;
  const named = part.metrics.map(({ id }) => id);
  const bounds = BOUNDS.exec(part.text)
    ?.slice(1)
    .map((said) => Number(said.replace(/[,.]/g, '')));
  const byBounds = /^(?:source|who|what|none|where)$/.test(part.focus) && bounds !== undefined;
  if (!byBounds && !(NAMES_RANGE.test(part.text) && named.length > 0)) return undefined;
  const metrics = named.length > 0 ? named : knowledge.metrics().map(({ id }) => id);
  const ranges = metrics.flatMap((id) => rangesOf(id, context));
  const meant = byBounds
    ? ranges.filter(({ low, high }) => low === bounds[0] && high === bounds[1])
    : ranges.filter((figure) => part.times.every(({ from, to }) => touches(figure, from, to)));
  const [first] = meant;
  const metric = first && knowledge.metric(first.metric);
  if (!metric || meant.some((figure) => figure.metric !== first.metric)) return undefined;
  const note = first.note?.[context.query.language];
  const asSource = { ...context, part: { ...part, focus: 'source' as const } };
  return answered([
    ...figureLines(metric, meant, { ...context, part: { ...part, focus: 'quantity' } }),
    ...(byBounds ? saidWhere(meant, asSource) : []),
    ...(note ? [note] : []),
  ]);
}

function rangesOf(metric: string, { knowledge, horizon }: Context): Figure[] {
  return knowledge
    .figuresBetween(metric, null, '0000-00-00', horizon)
    .filter(({ qualifier, low, high }) => qualifier === 'between' && low !== undefined && high !== undefined);
}

function touches(figure: Figure, from: string, to: string): boolean {
  return endOf(figure) >= from && (figure.period?.from ?? figure.asOf ?? '') <= to;
}
