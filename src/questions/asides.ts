/**
 * Takes off a clause what the asker says of themselves: why they ask ("for a school project", "to settle a bet"),
 * how they want it told ("in layman's terms"), what they feel about it ("cba to work it out"). It restricts nothing.
 */
import type { Lexicon } from '../knowledge/lexicon.js';
import { matchesOf } from '../knowledge/matches.js';
import { fold } from '../knowledge/words.js';
import { askingOffset } from './clauses.js';
import { namesMetric } from './settled-asking.js';

/** Who asks and who is asked: nobody of them is counted here. */
const ASKER =
  /(?<![\p{L}'’])(?:i|im|ive|id|i['’](?:m|ve|d|ll)|me|my|mine|myself|we|we['’](?:re|ve|d|ll)|our|ours|you|u|ur|your|you['’](?:re|ve|d|ll)|yous|y['’]?all|folks|guys|cba|ty|ta|thx|thanks|thank|cheers|pls|plz|please|lol|lmao|je|j['’]\p{L}+|mon|ma|mes|notre|nos|vous|svp|stp|merci)(?![\p{L}])/iu;

/** What leads up to a question by its name ("bit of a daft question"). */
const NAMES_QUESTION = /\b(?:questions?|query|q|one for|ask|asking|asks|curious|wondering)\b/i;

/** "For a pub quiz", "for the parish newsletter", "to settle a family row", "so as not to look silly", "just so …". */
const PURPOSE =
  /^(?:(?:its|it['’]s|is|this is|all|just|purely|only) )?(?:for (?:a|an|my|our|his|her|their|this|some|the(?= (?:\p{L}+ )?(?:record|sake|spreadsheet|newsletter|quiz|minutes|files?|group|blog|book|magazine|diary|notes))) (?!(?:while|year|week|month|day|total|number|place|return|visa|person|man|woman|child)(?!\w))|to (?:settle|win|prove|impress|shut|finish|complete|fill|round off|caption|label|convince|tell|show|quote|print|help|save|be|sum|cut|keep|make sure)(?!\w)|so (?:as|that|i|we|he|she|they|my|our)(?!\w)|just so(?!\w)|in order(?!\w)|because (?:i|my|we|our)(?!\w)|cos (?:i|my|we|our)(?!\w)|pour (?:un|une|mon|ma|mes|notre|nos|mieux|que je)(?!\w))/iu;

/** How it is to be told. */
const TERMS =
  /^(?:in|without|with|no|minus|en|sans)(?!\w)(?: \p{L}+(?:['’]s)?){0,5}? (?:terms|words|english|speak|numerals|numbers|figures|digits|sentences?|nutshell|short|brief|flannel|waffle|fluff|jargon|spin|nonsense|waffling|rambling|faff|honesty|mots|termes|phrase|blabla)$/iu;

/** "Settling a bet at the pub", "we're recording an episode": what the asker is doing, with or without saying who. */
const DOING =
  /^(?:and )?(?:(?:(?:i|we)(?:['’]?(?:m|ve|re))?(?: (?:am|are|have))?(?: been)? (?:just |currently |still )?|(?:been|just|currently|still|only|just been|here) )\p{L}+ing|(?:settling|asking|drafting|writing|compiling|planning|prepping|preparing|arguing|revising|checking|updating|trying|tryna|making|doing|recording|looking|researching|studying|working|wondering|helping|hoping|thanking|screenshotting|building|putting|running|teaching|marking|reading|stuck|bored|curious|confused|sorry|apologies|genuine|honest|serious|spare|bear with|be|dont|don['’]t|do the|hand on heart|help|humou?r|remind|need|cheers|big up))(?!\w)/iu;

/** "…, that single month": the time that was named, and no other. */
const ALONE =
  /^(?:(?:and|just|only|so|purely|i mean|meaning|i\.?e\.?|for|in|of|on|ce|cette|seulement) )*(?:(?:the|that|this|one|a|its|le|la|ce|cette) )?(?:(?:single|one|whole|full|calendar|particular|specific|individual|given|seul|seule) )*(?:month|week|year|quarter|mois|semaine|année)(?:[- ]là)?(?: (?:alone|only|itself|by itself|on its own|in isolation|please|pls|seulement|seul|seule|uniquement))*$/i;
/** "…, not the total": what is not asked for. */
const NOT_TOTAL =
  /^(?:and |but |mais )?(?:not|no|rather than|instead of|as opposed to|without|i (?:do not|don['’]?t) (?:want|mean|need)|pas|et non|non)(?: (?:the|a|any|it|le|un|du))?(?: (?:running|cumulative|overall|grand|whole|all|accumulated|rolling|full|since-launch))*(?: (?:totals?|cumulative|figures?|sums?|tally|cumul|cumulé|count|number|up to then|since the start|so far|to date|all[- ]time))+(?: please| pls)?$/i;

/** Begins an aside within a sentence, where no comma does. */
const TAIL =
  /(?:[,;–—-]\s*|\s+)(?=(?:(?:just |only |really |i |we |i['’]?m )?(?:need|needed|wanted?|using|gonna use) (?:it|this|that|them)(?!\w)|cba(?!\w)|cbb(?!\w)|(?:i )?(?:can['’]?t|cannot|couldn['’]?t) (?:even )?be (?:arsed|bothered|fussed|asked)(?!\w)|asking (?:for|on behalf|as)(?!\w)|asap(?!\w)|its? for (?:a|an|my|our|the)(?!\w)|it['’]s for(?!\w)|so (?:that )?(?:i|we|me|my) \p{L}|(?:cos|cuz|coz|because|bc) (?:i|im|ive|my|we|our)(?!\w)|for (?:my|our)(?!\w)|tryna(?!\w)|(?:i |i['’]?ve |we |people )?(?:heard|hear|was told|were told|been told) (?:it|its|it['’]s|that|they|there)(?!\w)|to (?:win|settle|prove|impress|shut|round off|caption|convince) (?:a|an|my|our|this|the|him|her|them|some|that)(?!\w)|pour (?:mon|ma|mes|notre|nos) ))/giu;

/** After these a lead names a place or a part of what is counted. */
const PLACE = /^(?:in|at|near|from|of|among|amongst|by|under|out of|since|before|after|en|à|de|parmi)\b/i;

/** The asker's own people and places, which are others than those counted. */
const AT_HOME = /^(?:children|women|men|families|old|young)$/;

/** "So", "right then": words that only lead on; "not being funny but". */
const LINKS =
  /^(?:so|and|but|then|well|right|ok|okay|now|anyway|alors|donc|bon)(?: (?:so|then|now|but))*$|\bbut$/i;
/** "Politics aside". */
const ASIDE = /\b(?:aside|apart|notwithstanding|mis à part)$/i;
/** What is to be told ("numbers pls", "I'd like the words"). */
const WANTED =
  /\b(?:numbers?|figures?|stats|totals?|tally|counts?|names?|dates?|words?|wording|quotes?|quotation|sources?|links?|reasons?|why|both|each|chiffres?|mots|series|trend|history|breakdown|table)\b/i;
/** Where it is asked, which is no other Channel. */
const HERE = /\b(?:this|the right|the wrong|right|wrong|your|our|my) channel\b/gi;

type Segment = {
  text: string;
  start: number;
  end: number;
  /** Where the next piece begins. */
  next: number;
};

/** The clause without the asker's asides before, in and after its question; the clause itself where nothing else is left. */
export function withoutAsides(clause: string, lexicon: Lexicon): string {
  const rest = withoutTail(withoutSegments(clause, lexicon), lexicon);
  if (rest === clause) return clause;
  const { units } = lexicon.read(rest);
  const asks = askingOffset(rest) !== undefined && units.some(({ kind }) => kind !== 'neutral');
  return asks || tells(rest, lexicon) ? rest : clause;
}

/** Without the pieces between commas that are asides; what leads up to the asking word may be a piece of its own. */
function withoutSegments(clause: string, lexicon: Lexicon): string {
  const offset = askingOffset(clause);
  const segments = segmentsOf(clause, offset);
  const kept = segments.filter(
    ({ text, start, end, next }) =>
      (offset !== undefined && start <= offset && offset < end) ||
      !(
        isAside(text.trim(), lexicon) ||
        isLabel(text.trim(), clause.slice(end, next), lexicon) ||
        (LINKS.test(text.trim()) && leadsOn(start))
      ),
  );
  // A closing "right?" asks for a yes.
  function leadsOn(start: number): boolean {
    return offset === undefined ? start === 0 : start < offset;
  }
  if (kept.length === segments.length || kept.length === 0) return clause;
  const rest = kept.map(({ start, next }) => clause.slice(start, next)).join('');
  return rest.replace(/[\s,:;()]+$/u, '') + (clause.endsWith('?') && !rest.endsWith('?') ? '?' : '');
}

function withoutTail(clause: string, lexicon: Lexicon): string {
  const offset = askingOffset(clause) ?? 0;
  for (const { 0: mark, index } of matchesOf(TAIL, clause)) {
    const [before, tail] = [clause.slice(0, index), clause.slice(index + mark.length)];
    if (index > offset && !names(tail, lexicon) && tells(before, lexicon))
      return before + (clause.endsWith('?') ? '?' : '');
  }
  return clause;
}

/** "For the cold open: …", "re my column: …": what a question is for, set before it by a colon. */
const LABEL = /^(?:(?:ok|so|hi|hello|and|one|another|this one|question|q)[\s,]+)*(?:for|re|pour|fyi)\b/i;

/** "Deadline: …", "two users fight: …": what kind of question it is, or who of the room is talked of. */
const SHORT_LABEL =
  /^(?:[\p{L}-]+ ){0,2}(?:deadline|urgent|teaser|caption|questions?|q|query|check|checks|one|help|seriously|random|tip|chyron|headline|graphic|intro|outro|segment|promo|note|bonus|poll|debate|quiz|trivia|request|task|correction|ask|sanity|b-roll|copy|draft)$/iu;
const OF_THE_ROOM =
  /^(?:(?:two|some|these|three|a couple of|our|my) )?(?:users?|members?|posters?|mods?|regulars?)(?: \p{L}+){0,4}$/iu;

function isLabel(text: string, mark: string, lexicon: Lexicon): boolean {
  const isShaped = [LABEL, SHORT_LABEL, OF_THE_ROOM].some((pattern) => pattern.test(text));
  const stands = isShaped && /^\s*:/u.test(mark) && !/\d/.test(text) && askingOffset(text) === undefined;
  return stands && !tells(text, lexicon) && !WANTED.test(text);
}

/** True for words about the asker, in which nothing is named that the data know. */
function isAside(text: string, lexicon: Lexicon): boolean {
  if (!/[\p{L}\p{N}]/u.test(text)) return false;
  const plain = text.replace(/[?!.]+$/u, '').trim();
  if (ALONE.test(plain) || NOT_TOTAL.test(plain)) return true;
  if ([PURPOSE, TERMS, DOING, ASIDE].some((pattern) => pattern.test(plain))) return !names(plain, lexicon);
  return (
    !PLACE.test(plain) &&
    !WANTED.test(plain) &&
    (ASKER.test(plain) || NAMES_QUESTION.test(plain)) &&
    !tells(plain, lexicon)
  );
}

/** True where what is counted, a person, a source or a date is named; other words may be there by chance. */
function names(text: string, lexicon: Lexicon): boolean {
  if (/\d{2}|\b(?:since|depuis)\b/i.test(text) || namesMetric(text, lexicon)) return true;
  return lexicon.read(text).units.some(({ kind }) => kind === 'person' || kind === 'source');
}

/** True where anything that the data know, a count, a person, a source, a number or a date is named, and not by a slip. */
function tells(text: string, lexicon: Lexicon): boolean {
  if (/\d{2}/.test(text)) return true;
  const { words, units } = lexicon.read(text.replace(HERE, ' '));
  return units.some(
    ({ kind, generic, token, at }) =>
      /^(?:term|person|source)$/.test(kind) &&
      !generic &&
      !AT_HOME.test(token) &&
      at.every((index) => words[index] !== undefined && fold(words[index].text) === words[index].folded),
  );
}

/** The pieces between commas, colons, semicolons and brackets, cut at the asking word; a comma within a number is none. */
function segmentsOf(text: string, asking: number | undefined): Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  const add = (end: number, next: number) => {
    const cut = asking !== undefined && asking > start && asking < end ? asking : undefined;
    if (cut !== undefined) segments.push({ text: text.slice(start, cut), start, end: cut, next: cut });
    segments.push({ text: text.slice(cut ?? start, end), start: cut ?? start, end, next });
    start = next;
  };
  for (const match of text.matchAll(/,(?!\d{3})\s*|[()]\s*|[;:]\s+|(?<=\s(?:but|mais))\s+/gi))
    add(match.index, match.index + match[0].length);
  add(text.length, text.length);
  return segments;
}
