/** "How many did Starmer say were returned": whose count is asked for, where they gave none. */
import type { Context } from './context.js';

const ASKS_THEIRS =
  /(?:how many|how much|combien)(?!\w)[^,?]{0,60}?(?<!\w)(?:did|does|has|have|had) \S+(?: \S+)? (?:say|said|claim(?:ed)?|give|given|quoted?|state|reckon)(?!\w)/iu;
const BY_THEM = /(?<!\w)(?:according to|selon|d['’]après)(?!\w)/iu;

/** The people whose count the part asks for and who gave none of it; empty where somebody named gave one. */
export function silentSpeakers({ part, knowledge, figures, horizon }: Context): readonly string[] {
  const [first, ...others] = part.metrics;
  if (!first || others.length > 0 || part.focus !== 'quantity') return [];
  // The report of a returnee is a text, and none of his words.
  const people = part.people.filter(
    (id) => knowledge.person(id)?.kind === 'person' && !id.includes('returnee'),
  );
  if (people.length === 0 || people.length < part.people.length) return [];
  // "According to Anadolu, how many did the ombudsman look at": what the text says of somebody.
  const byThem = part.sources.length === 0 && BY_THEM.test(part.text);
  if (!byThem && !ASKS_THEIRS.test(part.text)) return [];
  const gave = (claimedBy: string) =>
    [null, ...knowledge.scopes().map(({ id }) => id)].some(
      (scope) => figures.all(first.id, scope, { claimedBy }, horizon).length > 0,
    );
  return people.some(gave) ? [] : people;
}
