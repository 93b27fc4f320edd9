/** "Why had more come in than gone out": the reasons that were given, below the two counts that bear it out. */
import { namesOfMetric } from '../knowledge/metric-names.js';
import { splitWords } from '../knowledge/words.js';
import { findTimes } from '../questions/dates.js';
import type { Part } from '../questions/query.js';
import type { Context, PartAnswer } from './context.js';
import { linesOf } from './entry-lines.js';
import { textOf } from './evidence.js';
import { findEntries } from './find.js';

const SHOWN = 2;
/** What lies between two counts, as a token. */
const APART = 'discrepancy';
const GIVES_REASON = /(?<!\w)(?:because|reasons?|due to|owing to|practical|complications?)(?!\w)/i;

/** Statements that say why the one count is above the other; none where the figures contradict the question. */
export function reasonsGiven({ corrections }: PartAnswer, context: Context): string[] {
  const { part, lexicon } = context;
  const [first, second] = part.metrics.map(({ id }) => tokenOf(id, context));
  if (part.focus !== 'why' || !first || !second || corrections.length > 0) return [];
  const [greater, lesser] = part.premise === 'below' ? [second, first] : [first, second];
  const asked: Part = { ...part, tokens: [greater, lesser, APART], people: [], lead: [] };
  return findEntries(asked, { ...context, part: asked })
    .filter((found) => {
      if (found.entry.kind !== 'statement' || !asked.tokens.every((token) => found.tokens.has(token)))
        return false;
      const text = textOf(found);
      const said = lexicon.tokens(text);
      // "More accepted than returned" gives no reason for the opposite.
      return (
        GIVES_REASON.test(text) && said.indexOf(greater) < said.indexOf(lesser) && isOfTime(text, context)
      );
    })
    .slice(0, SHOWN)
    .flatMap(({ entry }) => linesOf(entry, context));
}

/** A reason that was given for one month is none for another. */
function isOfTime(text: string, { part, query: { today } }: Context): boolean {
  if (part.times.length === 0) return true;
  const told = findTimes(splitWords(text), { today, reference: today }).map(({ to }) => to.slice(0, 7));
  return told.length === 0 || part.times.some(({ to }) => told.includes(to.slice(0, 7)));
}

/** What the question calls the count by. */
function tokenOf(metric: string, { part, lexicon }: Context): string | undefined {
  const names = new Set(namesOfMetric(metric, lexicon).flatMap(({ tokens }) => tokens));
  return part.tokens.find((token) => names.has(token));
}
