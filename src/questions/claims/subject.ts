/** How surely a text speaks of the scheme, of the boats or of what surrounds them. */
import { fold } from '../../knowledge/words.js';

/** Words that are said of nothing else. */
const OWN =
  /\b(?:small[- ]boats?|dingh(?:y|ies)|migrants?|immigrants?|immigration|illegals|asylum|refugees?|deport\w*|channel (?:crossings?|crossers|arrivals|deaths)|cross\w* the channel|(?:died|deaths?|drowned) in the channel|home office|rwanda|traversees?|petits? bateaux|demandeurs? d'asile|exiles?|boat (?:people|arrivals|crossings)|(?:crossings|arrivals) by (?:small )?boat|came (?:over )?(?:by|on|in) (?:small )?(?:boats?|dinghies)|net inflow|legal routes?|safe (?:and legal )?routes?|voies? legales?|expulses|hedon|mahmood|philp|smugglers?|smuggling|passeurs|returnees?|the scheme|(?:removal|deportation|migrant|expulsion) (?:flights?|planes?|charters?)|vols? d(?:e renvoi|'expulsion)|(?:on|under|in|through|via) (?:this|the|that) (?:pilot|scheme|treaty|swap))\b/g;
/** Words that are said of much else as well; two of them tell. */
const SHARED =
  /\b(?:france|french|channel|manche|scheme|deal|pilot|agreement|accord|swap|pact|dispositif|traite|treaty|boats?|bateaux?|arrivals?|arrived|arrivees?|crossed|crossings?|returned|returns|removed|removals|(?:sent|gone|went|flown|shipped|put|sending|send|got sent) back|(?:sen[dt]|flown|flew|shipped|put|packed|booted|kicked|taken|took|sending|flying) (?:\S+ ){1,4}?(?:back|home)(?= to (?:france|calais|paris)\b)|(?:br(?:ing|ought)|let|lett?ing|taken?|took|flown|flew) (?:\S+ ){1,3}?(?:in |over )?(?:from|via)(?= (?:france|calais)\b)|let in|letting in|accepted|admitted|brought (?:over|in)|calais|border|britain|uk|england|starmer|labour|home sec\w*|lbc|expelled|renvoy\w+|renvois|admis\w*|reconduit\w*|pages?|hotels?|detention|detained|removal centres?)\b/g;

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
export function subjectOf(text: string): Subject {
  const folded = fold(text);
  const line = FERRY.test(folded) ? folded.replace(BY_FERRY, ' ') : folded;
  const own = new Set([...(line.match(OWN) ?? []), ...(line.match(AS_SUBJECT) ?? [])]).size;
  const found = line.match(SHARED) ?? [];
  const shared = new Set(found.map((word) => word.slice(0, 5))).size;
  const isOfPlaces = own === 0 && found.every((word) => PLACE.test(word));
  return { score: isOfPlaces ? Math.min(shared, 1) : 2 * own + shared, own };
}

const PERSONAL =
  /\b(?:i|ive|i've|i'd|i'll|im|i'm|my|me|mine|our|ours|je|j'ai|jai|mon|ma|mes|notre|nos)\b(?! (?:\w+ )?(?:think|thought|heard|hear|read|saw|seen|believe|reckon|guess|bet|know|knew|swear|mean|said|was told|understand|gather|remember|suppose|doubt|crois|pense|sais|lis))/i;

/** "Don't tell me it's under control": said to the others, of nothing that the writer does. */
const TO_OTHERS =
  /\b(?:(?:don'?t|do not|never) (?:tell|give|get|start)|(?:correct|remind|trust|believe|explain to|tell)) (?:me|us)(?!\p{L})/giu;

/** True where the words tell of the writer's own doings rather than of what was heard. */
export function isPersonal(text: string): boolean {
  return PERSONAL.test(text.replace(TO_OTHERS, ' '));
}
