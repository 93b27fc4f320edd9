/** How surely a text speaks of the scheme, of the boats or of what surrounds them. */
import type { Lexicon } from '../../knowledge/lexicon.js';
import { fold } from '../../knowledge/words.js';

/** "Came over in small boats", "removal flights", "under this pilot": said of nothing else. */
const OWN =
  /\b(?:(?:crossings|arrivals) by (?:small )?boat|came (?:over )?(?:by|on|in) (?:small )?(?:boats?|dinghies)|(?:removal|deportation|migrant|expulsion) (?:flights?|planes?|charters?)|(?:on|under|in|through|via) (?:this|the|that) (?:pilot|scheme|treaty|swap))\b/g;
/** "Flown the lot back to France", "let 300 in from Calais": said of much else as well. */
const SHARED =
  /\b(?:(?:sen[dt]|flown|flew|shipped|put|packed|booted|kicked|taken|took|sending|flying) (?:\S+ ){1,4}?(?:back|home)(?= to (?:france|calais|paris)\b)|(?:br(?:ing|ought)|let|lett?ing|taken?|took|flown|flew) (?:\S+ ){1,3}?(?:in |over )?(?:from|via)(?= (?:france|calais)\b))\b/g;

/** "The treaty itself is …": what the clause is about, where nothing says that it is another one. */
const AS_SUBJECT =
  /\b(?:the|this|that|le|ce|l')\s?(?:treaty|scheme|pilot|deal|accord|traite|dispositif|projet pilote)(?: itself| lui-meme)? (?:is|was|has|costs?|covers?|runs?|lasts?|takes|will|would|est|a|coute|compte|prevoit|allows?|lets?|includes?|contains?)\b|\b(?:write|wrote|writing|written|draft\w*|negotiat\w*|ratif\w*) (?:the|this|that) treaty\b(?! of )/g;

export type Subject = {
  /** Two or more: the text speaks of it. */
  score: number;
  /** Words that are said of nothing else. */
  own: number;
};

/** "France 27 England 24": of countries and towns much is told; several tell no more than one. */
const PLACE = /^(?:france|french|calais|britain|uk|england)$/;

/** "The ferry's crossing": of those who travel so nothing here counts any. */
const FERRY =
  /\b(?:ferry|ferries|eurostar|eurotunnel|le shuttle|swim|swims|swimming|swam|swimmers?|cyclists?|lorr(?:y|ies) and cars)\b/;
const BY_FERRY = /\b(?:(?:cross-?)?channel )?cross(?:ing|ings|ed)\b/g;

/** Words of the subject in `text`, each counted once; one of its own counts as two. */
export function subjectOf(text: string, { lists }: Lexicon): Subject {
  const folded = fold(text);
  const line = FERRY.test(folded) ? folded.replace(BY_FERRY, ' ') : folded;
  const found = (list: 'subject' | 'touching', phrase: RegExp) => [
    ...(line.match(phrase) ?? []),
    ...lists.found(list, line.replace(phrase, ' ')),
  ];
  const own = new Set([...found('subject', OWN), ...(line.match(AS_SUBJECT) ?? [])]).size;
  const touching = found('touching', SHARED);
  const shared = new Set(touching.map((word) => word.slice(0, 5))).size;
  const isOfPlaces = own === 0 && touching.every((word) => PLACE.test(word));
  return { score: isOfPlaces ? Math.min(shared, 1) : 2 * own + shared, own };
}

const PERSONAL =
  /\b(?:i|ive|i've|i'd|i'll|im|i'm|my|me|mine|our|ours|je|j'ai|jai|mon|ma|mes|notre|nos)\b(?! (?:\w+ )?(?:think|thought|heard|hear|read|saw|seen|believe|reckon|guess|bet|know|knew|swear|mean|said|was told|understand|gather|remember|suppose|doubt|crois|pense|sais|lis))/i;

/** "Don't tell me it's under control": said to the others, of nothing that the writer does. */
const TO_OTHERS =
  /(?<!\w)(?:(?:don'?t|do not|never) (?:tell|give|get|start)|(?:correct|remind|trust|believe|explain to|tell)) (?:me|us)(?!\p{L})/giu;

/** True where the words tell of the writer's own doings rather than of what was heard. */
export function isPersonal(text: string): boolean {
  return PERSONAL.test(text.replace(TO_OTHERS, ' '));
}
