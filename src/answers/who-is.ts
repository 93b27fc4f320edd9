/** Who somebody is: the role under which the sources know them, with the party that they speak for. */
import type { Figure, Person } from '../knowledge/schema.js';
import { answered, type Context, type PartAnswer, unknown } from './context.js';
import { newestOf } from './standing.js';
import { contentTokens } from './weights.js';
import { nameOf, placeOf } from './wording.js';

const ASKS_ROLE =
  /\b(?:who (?:is|was|are|the (?:hell|heck) is)|who['’]?s|(?:which|what|whats) (?:political )?party|whose party|(?:job|role|title|position|post|office) of|(?:what|which) (?:job|role|title|position|post|office)s? (?:does|did|do|has|had|is|was)|what(?:['’]?s| is| does| was) .{2,40} (?:job|role|title|do for a living)|qui est|c['’]est qui|quel (?:est (?:le|son) )?(?:parti|poste|rôle)|quelle (?:est (?:la|sa) )?fonction|de quel parti)\b/i;
const PERSONAL = /\b(?:he|she|they|his|her|their|him|them|il|elle|son|sa|lui)\b/i;
const ROLE_TOKENS = new Set([
  'party',
  'man',
  'role',
  'job',
  'titl',
  'person',
  'leave',
  'politician',
  'represent',
  'belong',
  'speak',
]);

/** The role of the person asked for, where nothing else is asked; undefined otherwise. */
export function answerWhoIs(context: Context): PartAnswer | undefined {
  const { part, knowledge, lexicon } = context;
  const [id] = part.people;
  const person = id === undefined ? undefined : knowledge.person(id);
  if (!person || part.people.length > 1 || person.kind !== 'person') return undefined;
  if (part.leans && !PERSONAL.test(part.text)) return undefined;
  // "… and what post does she hold": what the clause took over from the one before is not asked again.
  const own = new Set(part.leans ? lexicon.tokens(part.text) : part.tokens);
  const asked = contentTokens(part).filter((token) => own.has(token));
  if (!ASKS_ROLE.test(part.text) || asked.some((token) => !ROLE_TOKENS.has(token))) return undefined;
  if (person.absent) return unknown(context.words.nothingOn(nameOf(person.id, context)));
  const line = roleLine(person, context);
  return line === undefined ? undefined : answered([line]);
}

/** A person's name and role with a place that speaks of them; undefined where none does. */
export function roleLine(person: Person, context: Context): string | undefined {
  const { knowledge, query, citations } = context;
  const { id } = person;
  const said =
    knowledge.quotes().find(({ speaker }) => speaker === id) ??
    knowledge.statements().find(({ heldBy, people }) => heldBy === id || people.includes(id)) ??
    knowledge.events().find(({ people }) => people.includes(id)) ??
    claimOf(id, context);
  if (!said) return undefined;
  const party = person.speaksFor ? ` (${nameOf(person.speaksFor, context)})` : '';
  return `${nameOf(id, context)}: ${person.role[query.language]}${party} ${citations.mark(placeOf(said))}`;
}

/** The newest figure that the person gave. */
function claimOf(claimedBy: string, { knowledge, figures, horizon }: Context): Figure | undefined {
  const given = knowledge.metrics().flatMap(({ id }) => figures.newest(id, null, { claimedBy }, horizon));
  return newestOf(given)[0];
}
