/**
 * Finds the clauses that ask. People wrap a question in greetings, reasons and apologies; what stands
 * around the asking clause may give it a date, but never restricts it.
 */

import { matchesOf } from '../knowledge/matches.js';
import { joined } from './joined-sentences.js';
import { withoutPreamble } from './preambles.js';

export type Clause = {
  text: string;
  asks: boolean;
  /** It asks by its own words; otherwise it may only be taken to ask. */
  plainly?: boolean;
  /** The sentence that the clause stands in (index). */
  sentence: number;
};

const WH =
  "how many|how much|how meny|hows many|how mny|howmany|how long|how often|how fast|how big|how far|how come|how|who|whose|whom|what|wat|wot|whats|what's|which|wich|when|wen|where|why|whos|who's|whod|who'd|wheres|where's|whys|why's|hows|how's|whens|when's|combien|cmb|cb|qui|que|qu'|quoi|quel|quelle|quels|quelles|quand|où|comment|pourquoi|pk|pq|lequel|laquelle|est-ce|d'où";
const AUX =
  "is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|isn't|isnt|aren't|wasn't|wasnt|didn't|didnt|hasn't|haven't|havent|doesn't|don't|did'nt";
const COMMAND =
  '(?:set|put|weigh)(?= [^?]{5,90}(?<!\\w)(?:against|beside|alongside|next to)(?!\\w))|tell me|show me|give me|gimme|list|compare|calculate|work out|explain|remind me|quote|name|describe|summari[sz]e|set out|define|find|add (?:them|these|those|it) up|add up|tot up|donne|donnez|dis-moi|compare[rz]?|explique|expliquez|cite|citez|liste|montre';

const STARTS_ASKING = new RegExp(
  `^(?:(?:so|and|but|ok|okay|well|also|or|then|hey|hi|hello|yo|oi|pls|please|btw|et|alors|mais|bonjour|salut|sorry|right|erm?|um+)[\\s,]+)*(?:(?:(?:in|at|on|by|from|for|under|of|to|à|de|en|dans|par|pour|sur)\\s+)?(?:${WH})|${AUX}|${COMMAND})(?![\\p{L}])`,
  'iu',
);
/** "When somebody is sent back, are they …": what is asked begins after the condition. */
const CONDITION = new RegExp(
  `^(?:and |so |but )?(?:when|if|once|after|quand|si|lorsque|lorsqu)(?!\\w)[^,?]{4,90},\\s*(?=(?:${WH}|${AUX})(?![\\p{L}]))`,
  'iu',
);
const HAS_WH = new RegExp(`(?<![\\p{L}'’])(?:${WH})(?![\\p{L}])`, 'iu');
const EACH_WH = new RegExp(HAS_WH.source, 'giu');
const REPORTED =
  /\b(?:i (?:wonder|want|need|would like|d like)|wondering|any idea|anyone know|do you know|je (?:veux|voudrais|cherche)|curious|question)\b/i;

/** Where a second question begins inside a sentence: "… and who was asking?", "…; how many came in". */
const SECOND = new RegExp(
  `(?:[,;:]\\s*|\\s+)(?:(?:and|but|or|plus|also|et|mais|puis|ou|&)\\s+(?:also\\s+|then\\s+|aussi\\s+|roughly\\s+|exactly\\s+|precisely\\s+)?)(?!how (?:does|do|did|has|have) (?:it|that|this|they|those|these) compare|which (?:one )?(?:had |was |saw )?the (?:fewest|most|least|lowest|highest|quietest|busiest)|by (?:how (?:many|much)|what (?:margin|percent|per cent|percentage|factor|%)))(?=(?:(?:in|at|on|by|from|for|under|of|to|à|de|en|dans|par|pour|sur)\\s+)?(?:${WH}|name (?:one|two|three|the|a)|give me|list|tell me)(?![\\p{L}]))`,
  'giu',
);
const SEMICOLON = new RegExp(`[;:]\\s+(?=(?:so\\s+)?(?:${WH}|${AUX})(?![\\p{L}]))`, 'giu');
const COMMA_WH = /,\s+(?=(?:how many|combien)(?![\p{L}]))/giu;

/** A question inside a statement; it counts only where nothing asks more plainly. */
const EMBEDDED =
  /\b(?:what|who|when|which|where|why) (?:\w+ ){0,2}(?:is|are|was|were|did|do|does|said|say|has|have|had|can|will)\b/i;

/** A dash sets sentences apart only after so many words: what is shorter leads up to the question. */
const WORDS_BEFORE_DASH = 5;
const DASH = /\s[-–—]\s+(?=\p{L})/u;
const SENTENCE_END =
  /(?<=[?!])["'”’»)]*\s*|(?<=\p{L}{2}|\d|["'”’»)])\.(?:\s+|$)|\n+|\.{2,}(?![."”»\]])\s*|…(?!["”»\]])\s*/u;

/** "They said thousands lol did they ever …": a laugh between what is told and what is asked ends a sentence. */
const LAUGHS = new RegExp(
  `\\s+(?:lol|lmao|lmfao|rofl|haha+|hehe|mdr|ptdr)(?<=\\S\\s+\\S+\\s+\\S+\\s+\\S+)[\\s,]+(?=(?:${WH}|${AUX})\\s)`,
  'iu',
);

/** "And, would you believe, …": it asks nothing, however it is worded. */
const EXCLAIMS =
  /(?<=^|[,(;:–—-]\s*)(?:would you (?:believe|credit)(?: it)?|can you believe(?: it)|believe it or not|wouldn['’]?t you know(?: it)?|don['’]?t you know|(?:do )?you know what|how about that|what do you know|who knew|who['’]?d have thought(?: it)?|if you please|if you don['’]?t mind|if it['’]?s not too much trouble|tu te rends compte|figurez-vous)(?=\s*[,;:)!–—-])\s*[,;:)!–—-]?/gi;

/** The sentences of `text`, without their closing marks (question marks are kept). */
export function sentencesOf(text: string): string[] {
  return text
    .replace(EXCLAIMS, ' ')
    .split(SENTENCE_END)
    .flatMap((sentence) => sentence.split(LAUGHS))
    .flatMap(splitAtDashes)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
    .reduce<string[]>(joined, []);
}

function splitAtDashes(sentence: string): string[] {
  const pieces: string[] = [];
  for (const piece of sentence.split(DASH)) {
    const last = pieces.at(-1);
    const isShort = last !== undefined && last.trim().split(/\s+/).length < WORDS_BEFORE_DASH;
    if (isShort) pieces[pieces.length - 1] = `${last} - ${piece}`;
    else pieces.push(piece);
  }
  return pieces;
}

/** All clauses of `text` in order, each sentence as `told` makes it; where nothing asks, the whole text is taken to ask. */
export function clausesOf(
  text: string,
  told: (sentence: string) => string = (sentence) => sentence,
): Clause[] {
  const sentences = sentencesOf(text).map(told);
  const clauses: Clause[] = [];
  for (const [index, sentence] of sentences.entries()) {
    const isNeed = NEEDED.test(sentence) && !HAS_WH.test(sentence);
    for (const piece of splitQuestions(sentence)) {
      const asks = isNeed || asksSomething(piece);
      const text = aroundAsking(withoutPreamble(piece));
      clauses.push({ text, asks, plainly: asks, sentence: index });
    }
  }
  if (clauses.some((clause) => clause.asks)) return clauses;
  const embedded = clauses.map((clause) => ({ ...clause, asks: EMBEDDED.test(clause.text) }));
  return embedded.some((clause) => clause.asks)
    ? embedded
    : clauses.map((clause) => ({ ...clause, asks: true }));
}

/** A clause of more characters is no question that a person asks; reading it whole would hold others up. */
const CLAUSE_LIMIT = 1_000;

/** Where what is told before a question ends ("My brother is in Leeds, can he …"); 0 where nothing is. */
export function toldEnd(clause: string): number {
  const told = AFTER_TOLD.exec(clause);
  return told && !HAS_WH.test(clause.slice(0, told.index)) ? told.index + told[0].length : 0;
}

/** The part of an endless clause around its asking word. */
function aroundAsking(piece: string): string {
  if (piece.length <= CLAUSE_LIMIT) return piece;
  const start = Math.max(0, (askingOffset(piece) ?? 0) - CLAUSE_LIMIT / 4);
  return piece.slice(start, start + CLAUSE_LIMIT);
}

/** Where the asking word of a clause stands; undefined if it has none. */
export function askingOffset(clause: string): number | undefined {
  const afterCondition = CONDITION.exec(clause);
  if (afterCondition) return afterCondition[0].length;
  if (STARTS_ASKING.test(clause)) return 0;
  const told = toldEnd(clause);
  if (told > 0) return told;
  const quantity = /(?<![\p{L}])(?:how many|how much|how meny|hows many|combien)(?![\p{L}])/iu.exec(clause);
  return quantity?.index ?? firstAsking(clause);
}

/** "My brother is in Leeds, can he bring me over": what is asked begins after what is told; a tag asks only for a yes. */
const AFTER_TOLD = new RegExp(
  `[,;]\\s+(?<=\\S\\s+\\S+\\s+\\S+[,;]\\s+)(?:(?:so|and|but|then|now)\\s+)*(?=(?:${AUX}|am)\\s+(?:i|you|u|he|she|it|we|they|that|this|these|those|my|the|anyone|someone|somebody|people)\\s+(?:\\S+\\s+\\S+|(?:apply|qualify|come|enter|join|appeal|eligible|allowed)\\W*$))(?!(?:${AUX})\\s+(?:it|that|this|they)\\s+(?:all\\s+|really\\s+|not\\s+|about\\s+)?(?:right|true|correct|so|wrong|accurate|official|the case)\\b)(?!(?:${AUX})\\s+(?:you|u)\\s+(?:have|got|know|tell|say|give|show|find|help|please|check|confirm|agree|think)\\b)`,
  'i',
);

/** "A-t-il dit que …": after such a verb "que" asks nothing. */
const SAYS_THAT =
  /(?<!\w)(?:dite?s?|dire|disent|disait|pensent?|pensez|penses|crois|croit|croyez|affirm\p{L}+|déclar\p{L}+|promi[st]\p{L}*|écrit|expliqu\p{L}+|sai[st]|savez|su|vrai|sûre?|estim\p{L}+|prétend\p{L}*|annoncé|reconnu|admis)\s+$/iu;

/** "The number who came": a relative pronoun asks nothing. */
const COUNTED =
  /(?:number|numbers|total|count|people|persons|migrants|ppl|those|everyone|everybody|anyone|anybody|someone|folks?|individuals|man|men|guy|bloke|one|ones|figure|seekers?|personnes?|ceux|gens|nombre|migrants)\s+$/i;
/** "That lady who wrote the report": after a noun "who" asks nothing. */
const RELATIVE =
  /(?<!\w)(?:the|that|this|a|an|those|some|these|my|your|our|his|her|their)\s+(?:[\p{L}'’-]+\s+){1,4}(?<!(?<!\w)(?:is|was|know|of|and|or|but|said|say|says|tell|wonder|about|by|to|from|with|then|exactly|out)\s)$/iu;
/** "Percentage of voters who back it", "teenagers, who think that …" (which asks nothing, and says so by its mark). */
const RELATIVE_TO_MANY = /(?<!\w)(?:of|among|for) (?:\p{L}+ )?\p{L}{3,}s\s+$/iu;
const RELATIVE_APART = /\b[\p{L}-]{4,}s,\s+$/u;
/** "When it was unveiled, what …": the first of the two only says when. */
const LATER_ASKING = new RegExp(`,\\s*(?=(?:so\\s+|and\\s+)?(?:${WH})(?![\\p{L}]))`, 'iu');
const SUBORDINATES = /^(?:when|wen|where|who|which|how|quand|où|qui|que|qu')$/i;

/** "50 a week they promised, did they ever …": a verb asks that stands before its subject, after what was stated. */
const LATER_VERB = new RegExp(
  `,\\s*(?:(?:so|and|but|well)\\s+)?(?=(?:${AUX})\\s+(?:they|it|he|she|we|the|that|this|any|anyone|anybody|some|there|people|france|britain|labour|starmer|mahmood|philp)\\s+\\S+\\s+\\S)`,
  'iu',
);

function firstAsking(clause: string): number | undefined {
  const places = matchesOf(EACH_WH, clause).filter(
    ({ 0: word, index }) =>
      !(/^(?:who|which|whose|whom|qui|que)$/i.test(word) && COUNTED.test(clause.slice(0, index))) &&
      !(/^(?:who|whose)$/i.test(word) && isRelative(clause, index)) &&
      !(/^qu/i.test(word) && SAYS_THAT.test(clause.slice(0, index))),
  );
  const [first] = places;
  if (!first) {
    const verb = LATER_VERB.exec(clause);
    return verb ? verb.index + verb[0].length : undefined;
  }
  const later = LATER_ASKING.exec(clause.slice(first.index));
  const subordinate = first.index > 0 && SUBORDINATES.test(first[0]) && later !== null;
  return subordinate ? first.index + later.index + later[0].length : first.index;
}

/** True where the "who" at this place only says more about somebody. */
function isRelative(clause: string, index: number): boolean {
  const before = clause.slice(0, index);
  return (
    RELATIVE.test(before) ||
    RELATIVE_TO_MANY.test(before) ||
    (!clause.includes('?') && RELATIVE_APART.test(before))
  );
}

/** "All I need is one number to finish the table: …": what is needed stands after the colon. */
const NEEDED =
  /^.*\b(?:need|needed|want|wants|after|looking for|missing|besoin|manque|cherche)\b[^:]{0,80}:\s+(?=\S+\s+\S+\s+\S+)/i;

/** "When did the first man come back and when the second?": the second one is a man as well. */
function inWhole(sentence: string): string {
  return sentence
    .replace(
      /(?<!\w)(second|2nd) ([\p{L}-]{3,})(?!\w)(.{3,80}?)(?<!\w)(first|1st)(?: one)?(?=\s*(?:[?,.;)]|$))/iu,
      (_, second: string, noun: string, between: string, first: string) =>
        `${second} ${noun}${between}${first} ${noun}`,
    )
    .replace(
      /(?<!\w)(first|1st) (\p{L}{3,})(?!\w)(.{3,80}?)(?<!\w)(second|2nd)(?: one)?(?=\s*(?:[?,.;)]|$))/iu,
      (_, first: string, noun: string, between: string, second: string) =>
        `${first} ${noun}${between}${second} ${noun}`,
    );
}

function splitQuestions(whole: string): string[] {
  const sentence = inWhole(whole);
  const needed = NEEDED.exec(sentence);
  if (needed && !HAS_WH.test(sentence)) return [sentence.slice(needed[0].length)];
  const pieces = sentence.split(SECOND).flatMap((piece) => piece.split(SEMICOLON));
  const askedOf = (subject: string, piece: string) =>
    `${subject} ${piece}${/[?:]/.test(sentence) && !piece.endsWith('?') ? '?' : ''}`;
  const asked = pieces.filter((piece): piece is string => piece !== undefined && /[\p{L}\p{N}]/u.test(piece));
  // A first piece without any question of its own is the subject of each that follows ("The report: who …").
  const merged: string[] = [];
  let subject: string | undefined;
  for (const piece of asked) {
    const last = merged.at(-1);
    if (last !== undefined && piece.split(/\s+/).filter(Boolean).length <= 2)
      merged[merged.length - 1] = `${last}, ${piece}`;
    else if (subject !== undefined) merged.push(askedOf(subject, piece));
    else if (last !== undefined && merged.length === 1 && !asksSomething(last)) {
      subject = last;
      merged[0] = askedOf(subject, piece);
    } else merged.push(piece);
  }
  return merged.flatMap((piece) => splitRepeatedQuantity(piece));
}

/** "how many went back, how many came in": each "how many" after the first begins a clause. */
function splitRepeatedQuantity(piece: string): string[] {
  const parts = piece.split(COMMA_WH);
  const first = parts[0] ?? '';
  return /how many|combien/i.test(first) ? parts : [piece];
}

/** "Newest number of people brought over": a number is asked for without an asking word. */
const NAMES_NUMBER =
  /(?<!\w)(?:newest|latest|most recent|current|up[- ]to[- ]date) (?:\p{L}+ )?(?:number|figure|count|total|tally|stat)s?(?!\w)/iu;

/** "After the first return, what did they say": what is asked begins after a comma. */
const AFTER_LEAD =
  /^(?:when|once|after|before|during|in|on|at|of|for|with|by|following|après|avant|lors|en|au) [^,?]{3,90},\s+(?:what|how|why|where|who|when|which) (?:did|does|do|is|are|was|were|has|have|had|would|will|can|could)(?![\p{L}])/iu;

function asksSomething(piece: string): boolean {
  return (
    NAMES_NUMBER.test(piece) ||
    piece.includes('?') ||
    STARTS_ASKING.test(piece) ||
    AFTER_LEAD.test(piece) ||
    AFTER_TOLD.test(piece) ||
    (REPORTED.test(piece) && firstAsking(piece) !== undefined) ||
    /(?:how many|how much|combien)/i.test(piece)
  );
}

/** A single word in quotation marks is somebody's word only where it is a long one. */
const LONE_QUOTED = 8;

/** "Complete the sentence: the aim is …": what stands after it is quoted, though no marks say so. */
const COMPLETE =
  /(?<!\w)(?:complete|finish(?: off)?|end|continue|compl[èe]te[rz]?|termine[rz]?|finis(?:sez)?) (?:the|this|that|her|his|la|cette|sa|le) (?:sentence|quote|line|phrase|quotation|citation)[^:"“«]{0,40}:\s*(?<begun>[\p{L}][^"“«?…]{8,120}?)\s*(?:\.{2,}|…|_{2,}|\?|$)/iu;

/** Phrases of two words or more, or one long word, that a text puts in quotation marks. */
export function quotedPhrases(text: string): string[] {
  const marked = text.matchAll(
    /["“”«»]\s*([^"“”«»]{5,300}?)\s*["“”«»]|(?<![\p{L}\p{N}])['‘’]([^"“”«»]{5,300}?)['‘’](?![\p{L}\p{N}])|["“«]\s*([^"“”«»]{12,300})$/gu,
  );
  const begun = COMPLETE.exec(text)?.groups?.begun;
  if (begun !== undefined) return [begun];
  return [...marked]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
    .filter((phrase) => phrase.trim().includes(' ') || phrase.trim().length >= LONE_QUOTED);
}
