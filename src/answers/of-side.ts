/** Whose words lead where nobody is named: those of the side that is asked, or anybody's rather than nobody's. */
import type { Entry } from '../knowledge/entries.js';
import type { Context } from './context.js';
import { ENOUGH } from './enough.js';
import type { Found } from './fit.js';

/** "The government's answer to …", "what do critics call it": what that side says, rather than others in more of the words. */
export function ofSide(all: readonly Found[], { part, knowledge }: Context): Found | undefined {
  const [best] = all;
  if (!best || !part.saidBy || part.focus === 'who') return undefined;
  const side = part.tokens.includes('courtesy-government')
    ? 'government'
    : part.tokens.includes('criticise') && CRITICS.test(part.text)
      ? 'critics'
      : undefined;
  if (side === undefined) return undefined;
  const sideOf = ({ entry }: Found) => {
    const speaker = speakerOf(entry);
    return speaker === undefined ? undefined : (knowledge.person(speaker)?.side ?? 'other');
  };
  if ((sideOf(best) ?? side) === side) return undefined;
  return all.find((found) => sideOf(found) === side && found.coverage >= ENOUGH);
}

const CRITICS = /\b(?:critics|opponents|detractors|critiques|d[ée]tracteurs|opposants)\b/i;

/** "Who says that each claim must be assessed": somebody's position, rather than a rule in the same words. */
export function ofSomebody(all: readonly Found[], { part }: Context): Found | undefined {
  const [best] = all;
  if (part.focus !== 'who' || !part.saidBy || best?.entry.kind !== 'statement') return undefined;
  const { heldBy, people } = best.entry.body;
  if (heldBy !== undefined || people.length > 0) return undefined;
  return all.find(
    ({ entry, coverage }) =>
      speakerOf(entry) !== undefined && coverage >= Math.max(ENOUGH, NEARLY_AS * best.coverage),
  );
}

/** So much of what the best entry holds, somebody's position must hold as well. */
const NEARLY_AS = 0.6;

function speakerOf(entry: Entry): string | undefined {
  return entry.kind === 'quote'
    ? entry.body.speaker
    : entry.kind === 'statement'
      ? entry.body.heldBy
      : undefined;
}
