/**
 * Takes off a clause what the asker says of themselves: why they ask ("for a school project", "to settle a bet"),
 * how they want it told ("in layman's terms"), what they feel about it ("cba to work it out"). It restricts nothing.
 */
import type { Lexicon } from '../knowledge/lexicon.js';
import { askingOffset } from './clauses.js';

/** Who asks and who is asked: nobody of them is counted here. */
const ASKER =
  /(?<![\p{L}'’])(?:i|im|ive|id|i['’](?:m|ve|d|ll)|me|my|mine|myself|we|we['’](?:re|ve|d|ll)|our|ours|you|u|ur|your|you['’](?:re|ve|d|ll)|yous|y['’]?all|folks|guys|cba|ty|ta|thx|thanks|thank|cheers|pls|plz|please|lol|lmao|je|j['’]\p{L}+|mon|ma|mes|notre|nos|vous|svp|stp|merci)(?![\p{L}])/iu;

/** What leads up to a question by its name ("bit of a daft question"). */
const NAMES_QUESTION = /\b(?:questions?|query|q|one for|ask|asking|asks|curious|wondering)\b/iu;

/** "For a pub quiz", "for the parish newsletter", "to settle a family row", "so as not to look silly", "just so …". */
const PURPOSE =
  /^(?:(?:its|it['’]s|is|this is|all|just|purely|only) )?(?:for (?:a|an|my|our|his|her|their|this|some|the(?= (?:\p{L}+ )?(?:record|sake|spreadsheet|newsletter|quiz|minutes|files?|group|blog|book|magazine|diary|notes))) (?!(?:while|year|week|month|day|total|number|place|return|visa|person|man|woman|child)\b)|to (?:settle|win|prove|impress|shut|finish|complete|fill|round off|caption|label|convince|tell|show|quote|print|help|save|be|sum|cut|keep|make sure)\b|so (?:as|that|i|we|he|she|they|my|our)\b|just so\b|in order\b|because (?:i|my|we|our)\b|cos (?:i|my|we|our)\b|pour (?:un|une|mon|ma|mes|notre|nos|mieux|que je)\b)/iu;

/** How it is to be told. */
const TERMS =
  /^(?:in|without|with|no|minus|en|sans)\b(?: \p{L}+(?:['’]s)?){0,5}? (?:terms|words|english|speak|numerals|numbers|figures|digits|sentences?|nutshell|short|brief|flannel|waffle|fluff|jargon|spin|nonsense|waffling|rambling|faff|honesty|mots|termes|phrase|blabla)$/iu;

/** "Settling a bet at the pub", "been arguing since breakfast": what the asker is doing, without saying who. */
const DOING =
  /^(?:(?:been|just|currently|still|only|just been|here) )?(?:settling|asking|drafting|writing|compiling|planning|prepping|preparing|arguing|revising|checking|updating|trying|tryna|making|doing|recording|looking|researching|studying|working|wondering|helping|hoping|thanking|screenshotting|lighting|building|putting|running|teaching|marking|reading|stuck|bored|curious|confused|sorry|apologies|genuine|honest|serious|spare|bear with|be|dont|don['’]t|do the|hand on heart|help|humou?r|remind|need|cheers|big up)\b/iu;

/** Begins an aside within a sentence, where no comma does. */
const TAIL =
  /(?:[,;–—-]\s*|\s+)(?=(?:(?:just |only |really |i |we |i['’]?m )?(?:need|needed|wanted?|using|gonna use) (?:it|this|that|them)\b|cba\b|cbb\b|(?:i )?(?:can['’]?t|cannot|couldn['’]?t) (?:even )?be (?:arsed|bothered|fussed|asked)\b|asking (?:for|on behalf|as)\b|asap\b|its? for (?:a|an|my|our|the)\b|it['’]s for\b|so (?:that )?(?:i|we|me|my) \p{L}|(?:cos|cuz|coz|because|bc) (?:i|im|ive|my|we|our)\b|for (?:my|our)\b|tryna\b|trying to\b|to (?:win|settle|prove|impress|shut|round off|caption|convince) (?:a|an|my|our|this|the|him|her|them|some|that)\b|pour (?:mon|ma|mes|notre|nos) ))/giu;

/** After these a lead names a place or a part of what is counted. */
const PLACE = /^(?:in|at|near|from|of|among|amongst|by|under|out of|since|before|after|en|à|de|parmi)\b/iu;

/** The asker's own people and places, which are others than those counted. */
const AT_HOME = /^(?:children|women|men|families|old|young)$/;

type Segment = { text: string; start: number; end: number };

/** The clause without the asker's asides before and after its question; the clause itself where it has none. */
export function withoutAsides(clause: string, lexicon: Lexicon): string {
  const ahead = withoutLead(clause, lexicon);
  const rest = withoutTail(ahead, lexicon);
  return rest === clause || !tells(rest, lexicon) ? clause : rest;
}

function withoutLead(clause: string, lexicon: Lexicon): string {
  const offset = askingOffset(clause);
  const segments = segmentsOf(clause);
  let start = 0;
  for (const [index, segment] of segments.entries()) {
    const isLast = index === segments.length - 1;
    const end = offset === undefined ? segment.end : Math.min(segment.end, offset);
    if (offset === undefined ? isLast : start >= offset) break;
    const lead = clause.slice(segment.start, end).trim();
    if (lead !== '' && !(isAside(lead, lexicon) && !PLACE_ALONE(lead))) break;
    start = end === segment.end ? (segments[index + 1]?.start ?? end) : end;
  }
  return clause.slice(start).trim();
}

function withoutTail(clause: string, lexicon: Lexicon): string {
  const offset = askingOffset(clause);
  const segments = segmentsOf(clause);
  let end = clause.length;
  for (const segment of segments.slice(1).reverse()) {
    if ((offset !== undefined && segment.start <= offset) || !isAside(segment.text.trim(), lexicon)) break;
    end = clause.slice(0, segment.start).search(/[\s,:;()]*$/u);
  }
  const kept = clause.slice(0, end);
  for (const match of kept.matchAll(TAIL)) {
    const tail = kept.slice(match.index + match[0].length);
    if (match.index > (offset ?? 0) && !tells(tail, lexicon) && tells(kept.slice(0, match.index), lexicon))
      return kept.slice(0, match.index) + (clause.endsWith('?') ? '?' : '');
  }
  return end === clause.length ? clause : kept + (clause.endsWith('?') ? '?' : '');
}

/** True for words about the asker, in which nothing is named that the data know. */
function isAside(text: string, lexicon: Lexicon): boolean {
  const plain = text.replace(/[?!.]+$/u, '').trim();
  const isOwn =
    PURPOSE.test(plain) ||
    TERMS.test(plain) ||
    DOING.test(plain) ||
    /\bbut$/iu.test(plain) ||
    (!PLACE.test(plain) && (ASKER.test(plain) || NAMES_QUESTION.test(plain)));
  return isOwn && !tells(plain, lexicon);
}

/** A lead of one or two words that only points ("in it"). */
function PLACE_ALONE(lead: string): boolean {
  return PLACE.test(lead) && !TERMS.test(lead);
}

/** True where a count, a person, a source, a number or a date is named. */
function tells(text: string, lexicon: Lexicon): boolean {
  if (/\d{2}/.test(text)) return true;
  return lexicon
    .read(text)
    .units.some(
      ({ kind, generic, token }) =>
        /^(?:term|person|source)$/.test(kind) && !generic && !AT_HOME.test(token),
    );
}

/** The pieces between commas, colons, semicolons and brackets; a comma within a number is none. */
function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  for (const match of text.matchAll(/,(?!\d{3})\s*|[()]\s*|[;:]\s+/g)) {
    segments.push({ text: text.slice(start, match.index), start, end: match.index });
    start = match.index + match[0].length;
  }
  segments.push({ text: text.slice(start), start, end: text.length });
  return segments.filter((segment) => /[\p{L}\p{N}]/u.test(segment.text));
}
