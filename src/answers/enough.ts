/** How much of what is asked an entry must hold to answer it. */
import type { Context } from './context.js';
import { type Found, meets } from './fit.js';
import { saidBy } from './said-by.js';
import { isOfTimeNamed } from './said-then.js';
import { contentTokens, weigh } from './weights.js';

/** Share of the asked words' weight that an entry must hold to count as an answer. */
export const ENOUGH = 0.45;

/** The same where the answer must stand for a number that is not there. */
export const STRICT = 0.62;

/** The same where a certain attribute (a name, a cost) is asked for. */
export const STRICT_ATTRIBUTE = 0.7;

/** The same where the question names the text that it asks about. */
export const FROM_SOURCE = 0.35;

/** The same for the words or position of the person whom the question names. */
export const BY_PERSON = 0.2;

/** The same where one rare word is all that fits. */
export const SINGLE_RARE = 0.42;

/** Words that are said of nearly as much as the scheme itself ("the plan") tell nothing beside a name. */
const COMMON = 0.4;

/** Words that no more entries hold are somebody's. */
const FEW = 2;

/** What somebody does in speaking, and no subject of it. */
const SPEECH = new Set([
  'grumble',
  'criticise',
  'react',
  'reservation',
  'verdict',
  'opinion',
  'assess',
  'assessment',
  'summari',
  'descript',
  'judgement',
  'judgment',
  'swipe',
  'jibe',
]);

/** True where people are named and nothing tells on what: anything that they said answers. */
export function asksOnlyPeople(context: Context): boolean {
  const { part } = context;
  if (part.people.length === 0) return false;
  const content = weigh(contentTokens(part), context);
  // "Was it Farage who said it's a joke": a light word that hardly an entry holds is the very word.
  const isSomebodys = (token: string) => {
    const held = context.knowledge.documentFrequency(token);
    return part.focus === 'yes-no' && held > 0 && held <= FEW;
  };
  return (
    content.length === 0 ||
    (part.saidBy &&
      content.every(({ token, weight }) => (weight < COMMON && !isSomebodys(token)) || SPEECH.has(token)))
  );
}

/** The share of what is asked that this entry must hold to answer it. */
export function enoughFor(main: Found, isStrict: boolean, asksAttribute: boolean, context: Context): number {
  const { part } = context;
  const isTheirs = part.people.some((person) => saidBy(main.entry, person));
  if (part.saidBy && isTheirs && main.met.length > 0 && isOfTimeNamed(main, context)) return BY_PERSON;
  const asked = contentTokens(part).filter((token) => !context.lexicon.isLightWord(token));
  if (part.sources.length === 0 && main.met.length < 2 && asked.length > 1) {
    const rare = weigh(part.tokens, context).some(
      ({ token, weight }) => weight >= 0.65 && meets(main, token),
    );
    if (rare) return SINGLE_RARE;
    return part.saidBy && isTheirs ? ENOUGH : STRICT;
  }
  if (isTheirs && main.met.length > 0) return BY_PERSON;
  if (part.sources.length > 0) return FROM_SOURCE;
  if (isStrict) return STRICT;
  return asksAttribute ? STRICT_ATTRIBUTE : ENOUGH;
}
