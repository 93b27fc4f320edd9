/** Claims of some of those who were returned or let in, of whom nothing but their number is known. */
import type { Claim } from '../../questions/claims/claim.js';
import { TELLING } from './about.js';
import type { Judged } from './judged.js';

/** "14 of the ones they flew back live in Lyon", "70% of those let in": some of a group that is counted here. */
export function isOfGroup(claim: Claim): boolean {
  const { part, personal, tale, subject, stated } = claim;
  if (((personal || tale) && subject.own === 0) || (subject.own === 0 && ELSEWHERE.test(part.text)))
    return false;
  // "2 of the lads got locked out": so few, and nothing else tells of whom.
  if (stated.high < TELLING && subject.score === 0 && part.times.length === 0) return false;
  const isDone = part.tokens.some((token) => DONE.has(token));
  if (!isDone) return isOfArrivals(claim);
  return OF_GROUP.test(part.text) || (stated.kind === 'percent' && subject.score > 0);
}

/** Tokens of the lexicon for those who were let in or sent back. */
const DONE: ReadonlySet<string> = new Set(['accept', 'return-to-france', 'returnee']);

/** "220 of the boats in 2025 came ashore in Wales", "half of those who crossed this year": some of those who came. */
function isOfArrivals({ part, subject, foreign }: Claim): boolean {
  const isDated = part.times.some(({ yearGuessed }) => !yearGuessed);
  return OF_ARRIVALS.test(part.text) && (subject.own > 0 || (isDated && !foreign));
}

const OF_ARRIVALS =
  /(?<!\w)(?:of|among|amongst|percentage) (?:all )?(?:the|those|these) (?:[\d,.k]+ )?(?:small )?(?:boats|dinghies|crossings|crossers|arrivals|migrants|boat people)(?!\w)|(?<!\w)(?:of|among|amongst) (?:all )?(?:the |those |these )(?:people |ppl |ones )?(?:who |that )?(?:arriv|cross|came|come|coming|land)\w*|(?<!\w)(?:parmi|d'entre|des) (?:les |ces |ceux |celles )?(?:bateaux|traversées|arrivées|migrants|arrivants)(?!\p{L})/iu;

/** "Of the ones we returned to the shop": to or from where nobody is returned to here. */
const ELSEWHERE =
  /(?<!\w)(?:returned|accepted|admitted|removed|let in|sent back|flown back|brought in) (?:to|from|at) (?!(?:the )?(?:france|french|uk|united kingdom|britain|england|europe|paris|calais|dunkirk|channel|coast|scheme|government|home office|other side|continent|detention|there|here|date|begin|end|start|least|most|present|all|under|in|on|by|\d))\p{L}/iu;

const OF_GROUP =
  /(?<!\w)(?:each|every|per|average|typical) (?:single )?(?:returnee|deportee|deportation|removal|person (?:returned|removed|deported|let in|accepted|admitted|sent back))(?!\w)|(?<!\w)(?:of|among|amongst) (?:all )?(?:the|those|these) (?:ones|people|lot|men|women|blokes|lads|migrants|returnees|\d+ )|(?<!\w)(?:of|among) (?:those|these) (?:they|we|who|sent|let|accepted|returned|removed|deported)|(?<!\w)(?:parmi|d'entre) (?:les|ceux|celles)|(?<!\w)des (?:gens|personnes|renvoyés|admis|migrants)(?!\p{L})/iu;

/** Tokens of the lexicon that only this subject has: of such things much is asked that no source tells. */
const OWN_THINGS: ReadonlySet<string> = new Set([...DONE, 'scheme', 'treaty', 'legal-route', 'smuggler']);
/** Tokens for people who come: of boats alone anybody may tell. */
const COMING: ReadonlySet<string> = new Set(['arrival', 'crossing', 'boat-people']);

/** Whether so plain a number may be missed in the sources: it is of the scheme, or of those who come. */
export function isMissed(claim: Claim): boolean {
  const { tokens } = claim.part;
  return (
    tokens.some((token) => OWN_THINGS.has(token)) ||
    (claim.part.metrics.length > 0 && tokens.some((token) => COMING.has(token))) ||
    isOfGroup(claim)
  );
}

/** "12 of the people let in by the swap work": of some of those counted here no total tells. */
export function isAmongDone({ part, stated, after }: Claim, judged: Judged): boolean {
  if (judged.verdict !== 'contradicted' || judged.derived.length > 0) return false;
  const isTotal = /^(?:returned-to|accepted-from)-france$/.test(part.metrics[0]?.id ?? '');
  return (isTotal || stated.kind === 'percent') && AMONG_DONE.test(after);
}

const AMONG_DONE =
  /^\s?(?:\p{L}+ (?=among))?(?:of|among|amongst|out of) (?:all )?(?:the |those |these )?(?:(?:people|persons?|ppl|ones|lot|men|women|blokes|lads|migrants|refugees) )?(?:(?:who|that|we|they|we've|they've|were|was|have|had|has|been|got|ever|actually) ){0,4}(?:returned|returnees|deportees|sent back|removed|deported|flown back|let in|letting in|accepted|admitted|brought (?:in|over)|taken in|took in)(?!\p{L})|^\s?(?:des|parmi les|de ces|d'entre les) (?:personnes|gens|migrants|hommes|femmes) (?:qui ont été )?(?:renvoyée?s|expulsée?s|admis(?:es)?|accueillie?s)(?!\p{L})/iu;
