/** What an entry tells without saying the word for it: a name, a nationality. */
import type { Entry } from '../knowledge/entries.js';
import type { Context } from './context.js';

/** A name is asked for ("what is his name"), and nobody is asked to name something. */
export const ASKS_NAME =
  /(?<!\w)(?:name of|full name|surname|(?:his|her|their|whats? the|the|'s|\p{L}{3,}s) names?(?! (?:the|it|them|this|that|these|those|his|her)(?!\w))|names of|called|nom|prénom)(?!\w)/iu;

/** "An Eritrean man": the nationality of one person. */
export const ONE_NATIONAL =
  /\b(?:Afghan|Albanian|Algerian|Egyptian|Eritrean|Ethiopian|Indian|Iranian|Iraqi|Kurd|Kurdish|Somali|Sudanese|Syrian|Turkish|Vietnamese) (?:man|woman|national|person|citizen|family)\b/u;

/** Words that an entry may answer without saying them. */
export const TOLD_UNSAID: ReadonlySet<string> = new Set(['name', 'nationality']);

/** True if the entry gives what this word of a question asks for, though it does not say the word. */
export function tellsOf(token: string, { entry }: { entry: Entry }, context: Context): boolean {
  if (token === 'name') return ASKS_NAME.test(context.part.text) && names(entry, context);
  return token === 'nationality' && entry.kind === 'event' && ONE_NATIONAL.test(entry.body.text.en);
}

/** Words of a person who is known by name tell that name; an event names those beside the one asked about. */
function names(entry: Entry, context: Context): boolean {
  if (entry.kind === 'event')
    return entry.body.people.some((id) => !context.part.people.includes(id) && isNamed(id, context));
  const speaker =
    entry.kind === 'quote' ? entry.body.speaker : entry.kind === 'statement' ? entry.body.heldBy : undefined;
  return speaker !== undefined && isNamed(speaker, context);
}

function isNamed(id: string, { knowledge }: Context): boolean {
  const person = knowledge.person(id);
  return person?.kind === 'person' && /^\p{Lu}/u.test(person.names.en[0] ?? '');
}
