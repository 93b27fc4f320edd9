/** "What did the Commons Library say about it": what stands in a text, where the question names nothing else. */
import type { Entry } from '../knowledge/entries.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { linesOf } from './entry-lines.js';

const SHOWN = 3;

/** The first entries that stand in the texts that are named; undefined where anything else is asked. */
export function answerFromSource(context: Context): PartAnswer | undefined {
  const { part, knowledge } = context;
  const { sources, tokens, people, metrics, times, quoted } = part;
  const isBare = people.length + metrics.length + times.length + quoted.length === 0;
  if (sources.length === 0 || !isBare || !part.saidBy || !/^(?:what|none)$/.test(part.focus))
    return undefined;
  if (tokens.some((token) => !token.startsWith('s-') && token !== 'scheme')) return undefined;
  const entries: Entry[] = [
    ...knowledge.events().map((body) => ({ kind: 'event' as const, body })),
    ...knowledge.statements().map((body) => ({ kind: 'statement' as const, body })),
    ...knowledge.quotes().map((body) => ({ kind: 'quote' as const, body })),
  ];
  const own = entries.filter((entry) => 'source' in entry.body && sources.includes(entry.body.source));
  const lines = own.slice(0, SHOWN).flatMap((entry) => linesOf(entry, context));
  return lines.length > 0 ? answered(lines) : undefined;
}
