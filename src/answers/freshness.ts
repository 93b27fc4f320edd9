/** "How up to date are you": the newest counts that are known here, each with its date. */
import type { Metric } from '../knowledge/schema.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { figureLines } from './figure-lines.js';

const OWN =
  '(?:you|u|ya|your (?:own )?(?:data|figures?|numbers?|info\\w*|facts?|knowledge|database|stuff|sources?)|(?:the|this|these) (?:data|database|info\\w*|bot))';
const ASKS_AGE = new RegExp(
  [
    `(?<!\\w)how (?:up[- ]to[- ]date|current|fresh|recent|outdated|out of date|stale) (?:are|is|r) ${OWN}(?!\\w)`,
    `(?<!\\w)how old (?:are|is) (?!(?:you|u|ya)(?!\\w))${OWN}(?!\\w)`,
    `(?<!\\w)(?:are|is) ${OWN} (?:up[- ]to[- ]date|current|outdated|out of date|stale)(?!\\w)`,
    `(?<!\\w)when (?:were|was|are|did) ${OWN} (?:get )?(?:last )?(?:updated?|refreshed?|checked)(?!\\w)`,
    `(?<!\\w)(?:newest|latest|most recent|last) (?:thing|data|figure|number|info\\w*|source|update|fact)s? (?:that )?(?:do )?(?:you|u|ya)(?!\\w)`,
    `(?<!\\w)what(?:['’]?s| is| are) your (?:newest|latest|most recent|last) (?:data|figure|number|info\\w*|source|update|fact)s?(?!\\w)`,
    '(?<!\\w)(?:tes|vos) (?:données|chiffres|informations|sources) (?:sont|datent|vont)(?!\\w).*(?<!\\w)(?:jour|quand|récent\\p{L}*)',
  ].join('|'),
  'iu',
);

/** Of the scheme's totals and of the usual count, the newest value with its date; undefined where that is not asked. */
export function answerFreshness(context: Context): PartAnswer | undefined {
  const { part, knowledge, horizon } = context;
  if (part.metrics.length + part.people.length > 0 || !ASKS_AGE.test(part.text)) return undefined;
  const told = ({ accumulates, usual }: Metric) => accumulates !== undefined || usual === true;
  const lines = knowledge
    .metrics()
    .filter(told)
    .flatMap((metric) =>
      figureLines(metric, knowledge.newestFigures(metric.id, null, horizon), context).slice(0, 1),
    );
  return lines.length > 0 ? answered(lines) : undefined;
}
