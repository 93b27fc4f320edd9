/** "How many did Starmer say were returned": whose count is asked for, where they gave none. */
import type { Context } from './context.js';

const ASKS_THEIRS =
  /(?<!\w)(?:how many|how much|combien)(?!\w)[^,?]{0,60}?(?<!\w)(?:did|does|has|have|had)(?!\w) \S+(?: \S+)? (?:say|said|claim(?:ed)?|give|given|quoted?|state|reckon)(?!\w)|(?<!\w)(?:according to|selon|d['’]après)(?!\w)/iu;

/** The people whose count the part asks for and who gave none of it; empty where somebody named gave one. */
export function silentSpeakers({ part, knowledge, figures, horizon }: Context): readonly string[] {
  const [first, ...others] = part.metrics;
  if (!first || others.length > 0 || part.focus !== 'quantity') return [];
  // The report of a returnee is a text, and none of his words.
  const people = part.people.filter(
    (id) => knowledge.person(id)?.kind === 'person' && !id.includes('returnee'),
  );
  if (people.length === 0 || people.length < part.people.length || !ASKS_THEIRS.test(part.text)) return [];
  const gave = (claimedBy: string) =>
    [null, ...knowledge.scopes().map(({ id }) => id)].some(
      (scope) => figures.all(first.id, scope, { claimedBy }, horizon).length > 0,
    );
  return people.some(gave) ? [] : people;
}
