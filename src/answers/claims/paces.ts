/** Claims of so many a day, week, month or year, which rates and targets answer. */
import type { Metric } from '../../knowledge/schema.js';
import type { Claim } from '../../questions/claims/claim.js';
import type { Context } from '../context.js';

/** Rates and targets that are counted by the day, week, month or year. */
export function pacesOf(pace: string, { knowledge }: Context): Metric[] {
  return knowledge
    .metrics()
    .filter(({ kind }) => kind === 'rate' || kind === 'target')
    .filter(({ unit }) => `${unit.en} ${unit.fr}`.toLowerCase().includes(pace));
}

/** "2,600 returns a year" is a pace, which a total does not answer: the rates and targets that are counted so. */
export function pacedMetrics({ part, stated }: Claim, context: Context): Metric[] | undefined {
  const { knowledge, lexicon } = context;
  const metric = knowledge.metric(part.metrics[0]?.id ?? '');
  const pace = PACE.exec(part.text)?.groups?.pace?.toLowerCase();
  if (!metric || pace === undefined || stated.kind !== 'count') return undefined;
  // "6 September was 1,101 in a day": the count of that day.
  const isOfDay = part.times.some(({ granularity, yearGuessed }) => granularity === 'day' && !yearGuessed);
  if (isOfDay && metric.kind === 'period' && /^(?:day|jour)$/.test(pace)) return undefined;
  if (metric.kind === 'rate' || metric.kind === 'target') {
    const isAim = AIM.test(part.text);
    const alike = pacesOf(pace, context).filter(
      ({ id, unit }) => id !== metric.id && unit.en === metric.unit.en,
    );
    // "2,600 a year was what they hoped for": of a metric that is counted by the week a year says nothing.
    const isOfPace = `${metric.unit.en} ${metric.unit.fr}`.toLowerCase().includes(pace);
    if (!isOfPace) return pacesOf(pace, context).filter(({ kind }) => kind === metric.kind);
    return isAim ? undefined : [metric, ...alike];
  }
  const counted = new Set(lexicon.tokens(metric.names.en[1] ?? ''));
  return pacesOf(pace, context).filter((other) =>
    lexicon.tokens(other.unit.en).some((token) => counted.has(token)),
  );
}

export const PACE =
  /\b(?:a|per|each|every|par|chaque)\s(?:single\s)?(?<pace>day|week|month|year|jour|semaine|mois|an|année)\b(?!\s(?:ago|later|after|earlier|on))/i;

export const AIM =
  /\b(?:targets?|aim\w*|goals?|promis\w+|pledg\w+|plann?\w*|supposed|hop(?:e|ed|ing)|objectif|promi\w+|said|reckoned|talk(?:ed)? of|at first|initially|originally|pr\u00e9vu\w*)\b/i;

/** What was to be reached, said in so many words. */
export const PROMISED = /\b(?:targets?|goals?|promis\w+|pledg\w+|objectif)\b/i;
