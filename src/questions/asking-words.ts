import type { Reading, Unit } from '../knowledge/meanings.js';
import { fold } from '../knowledge/words.js';
import { askingOffset } from './clauses.js';

/** Word indexes that belong to the asking: not the chatter before the asking word or after a late comma. */
export function insideAsking(text: string, reading: Reading): ReadonlySet<number> {
  const everything = new Set(reading.words.keys());
  const offset = askingOffset(text);
  if (offset === undefined) return everything;
  const segments = segmentsOf(text);
  const inside = new Set<number>();
  let asked = false;
  for (const segment of segments) {
    const holdsAsking = offset >= segment.start && offset < segment.end;
    const lead = text.slice(segment.start, offset);
    const wanting = holdsAsking ? wantingEnd(lead) : 0;
    const from =
      holdsAsking && !isShortLead(lead) && wordCount(lead) > 6 && wanting === 0
        ? offset
        : segment.start + wanting;
    const trails =
      asked &&
      !REASON.test(segment.text) &&
      !(WHAT_ELSE.test(segment.text) && DATED.test(text.slice(0, segment.start))) &&
      (segment.bound || continuesAsking(segment.text) || isShortAndKnown(segment, reading));
    const fronted =
      segment.start === 0 &&
      isFronted(segment.text) &&
      // "Belgium, how many did they send there", "la Belgique, elle en a repris combien".
      (pointsAtSubject(text.slice(offset)) || pointsAtSubject(text.slice(segment.end)));
    const belongs = holdsAsking || trails || fronted || (!asked && isShortLead(segment.text));
    asked ||= holdsAsking;
    if (!belongs) continue;
    for (const [index, word] of reading.words.entries()) {
      if (word.start >= from && word.start < segment.end) inside.add(index);
    }
  }
  const announced = afterColon(segments, reading, offset);
  if (announced) return announced;
  // "You come back on a boat, what do they say happens then": what is asked was told before.
  const telling = POINTS_BACK.test(text.slice(offset)) ? /^(?:term|source|number)$/ : TELLING;
  const tells = reading.units.some(
    (unit) => telling.test(unit.kind) && !unit.generic && unit.at.some((index) => inside.has(index)),
  );
  return tells ? inside : everything;
}

const TELLING = /^(?:term|person|source|number)$/;
const POINTS_BACK = /\b(?:then|after that|in that case|alors|dans ce cas)\W*$|\bhappens? (?:to|with)\b/i;
/** "…, asking because the papers all say so": why somebody asks narrows nothing. */
const REASON =
  /^\s*(?:(?:only |just |i['’]?m |i )?ask(?:ing)?\b|(?:just )?(?:because|cos|coz|cuz|bc|bcos|parce qu))/i;

/** "By 9 October 2025, when Mahmood compared it with Rwanda": a date that is complete needs nothing that happened then. */
const WHAT_ELSE = /^\s*(?:when|as|the day (?:that|when|of)|lorsque|quand|le jour où)(?![\p{L}])/iu;
const DATED = /\b(?:19|20)\d{2}\W*$/u;

/** "My supervisor wants the date when …", "she'd like to know how many": who wants to know is not asked about. */
const WANTING =
  /^.*(?<!\p{L})(?:wants?|wanted|wanna|needs?|needed|(?:would|['’]?d) (?:like|love)|wonder(?:s|ed|ing)?|asks?|asked|asking|tell|find out|find|figure out|work out|(?:to|not|n['’]?t|dunno|anyone|anybody|you|u) know|check|settle|remember|recall|lack(?:s|ing|ed)?|missing(?! (?:migrants?|people|persons?)(?!\w))|missed|grateful for|looking for|(?:am|['’]m|im|are|is) after|savoir|demander?|cherche(?:r|nt)?|veut|voudrais?|connaître)(?: (?:to|know|me|us|him|her|them|out|about|if|please|pls|for))*(?!\p{L})/iu;

/** Where in the text what is wanted begins; 0 where nobody wants anything. */
export function wantingEnd(lead: string): number {
  return WANTING.exec(lead)?.[0].length ?? 0;
}

/** The pieces between commas, brackets and colons; `bound` after a colon, which announces what follows. */
function segmentsOf(text: string): { text: string; start: number; end: number; bound: boolean }[] {
  const segments: { text: string; start: number; end: number; bound: boolean }[] = [];
  let start = 0;
  let bound = false;
  for (const match of text.matchAll(/,(?!\d{3})\s*|\(|\)|;\s*|:\s+/g)) {
    segments.push({ text: text.slice(start, match.index), start, end: match.index, bound });
    start = match.index + match[0].length;
    bound ||= /[:;]/.test(match[0]);
  }
  segments.push({ text: text.slice(start), start, end: text.length, bound });
  return segments.filter((segment) => /[\p{L}\p{N}]/u.test(segment.text));
}

/** "Put me out of my misery, google is useless: deaths in 2024": a colon announces all that is asked. */
function afterColon(
  segments: readonly { start: number; bound: boolean }[],
  reading: Reading,
  asking: number,
): ReadonlySet<number> | undefined {
  const start = segments.find(({ bound }) => bound)?.start;
  if (start === undefined || asking >= start) return undefined;
  const isAfter = (index: number) => (reading.words[index]?.start ?? 0) >= start;
  const telling = reading.units.filter(
    ({ kind, generic }) => /^(?:term|person|source|number)$/.test(kind) && !generic,
  );
  const isLead = telling.some(({ at }) => at.some((index) => !isAfter(index)));
  const names = telling.some(({ kind, at }) => kind === 'term' && at.every(isAfter));
  return !isLead && names ? new Set([...reading.words.keys()].filter(isAfter)) : undefined;
}

/** "In Dundee", "of the 57 let in by November": a short phrase that the question hangs on. */
function isShortLead(text: string): boolean {
  const words = fold(text).split(/\s+/).filter(Boolean);
  while (words.length > 1 && LEADS_ON.test(words[0] ?? '')) words.shift();
  if (words.length === 0) return true;
  return (
    words.length <= 12 &&
    !/^as (?!of|at)/.test(words.join(' ')) &&
    /^(?:d'(?!apres).+|when|if|once|quand|si|lorsque|in|of|among|amongst|for|from|at|on|by|as|under|between|to|into|towards?|via|out|since|before|after|during|sur|en|parmi|dans|de|du|des|pour|d|a|aux?|vers|chez|entre|depuis|avant|apres|selon|according|per)$/.test(
      words[0] ?? '',
    )
  );
}

/** "And to Belgium, …", "ok mais vers l'Italie, …": what only leads on to it. */
const LEADS_ON = /^(?:and|so|but|ok|okay|right|then|well|now|also|et|mais|alors|donc|puis|bon|ben|sinon)$/;

/** "First flight of 2026, what happened to it": a few words without a verb or a speaker are the subject. */
function isFronted(text: string): boolean {
  const words = fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return words.length <= 7 && !words.some((word) => SPEAKS.test(word));
}

const SPEAKS =
  /^(?:i|im|me|my|mine|we|us|our|you|u|your|ur|is|are|was|were|am|be|do|does|did|has|have|had|says?|said|think|thinks|told|ask(?:s|ed|ing)?|need|want|promis(?:e|es|ed)|pledged?|claim(?:s|ed)?|swears?|swore|reckons?|je|mon|ma|mes|nous|vous|est|sont|dit)$/;

function pointsAtSubject(asking: string): boolean {
  return /\b(?:it|its|he|him|his|she|her|they|them|their|that|this|there|one|ils?|elles?|lui|ça|cela|là-bas)\b/i.test(
    asking,
  );
}

/** "…, full name": a few words that are all understood still belong to the question. */
function isShortAndKnown(segment: { start: number; end: number }, reading: Reading): boolean {
  const units = reading.units.filter((unit) =>
    unit.at.some((index) => {
      const word = reading.words[index];
      return word !== undefined && word.start >= segment.start && word.start < segment.end;
    }),
  );
  return units.length <= 4 && units.every((unit) => unit.known);
}

function wordCount(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

function continuesAsking(text: string): boolean {
  return /^\s*(?:in|of|among|for|from|at|on|by|as|under|aged|between|to|since|before|after|during|who|that|which|and|or|with|when|whose|versus|vs|compared|not|sur|en|parmi|dans|de|du|des|pour|qui|et|ou|entre|depuis|avant|apres|vers|into|towards?|via|chez|aux?\b|the (?:one|man|second|first|iranian)|[\d])/i.test(
    text,
  );
}

/** "Admissions, not removals", "the second man (not the Iranian)": what the question sets aside is not asked for. */
export function withoutDenied(units: readonly Unit[], reading: Reading): Unit[] {
  const folded = (index: number) => reading.words[index]?.folded ?? '';
  const kept = units.filter((unit) => {
    const first = unit.at[0] ?? 0;
    const before = first - (unit.kind === 'person' && /^(?:the|le|la|l)$/.test(folded(first - 1)) ? 2 : 1);
    return (unit.kind !== 'term' && unit.kind !== 'person') || !/^(?:not|pas)$/.test(folded(before));
  });
  return kept.some((unit) => unit.kind === 'term') ? kept : [...units];
}

export function within(units: readonly Unit[], inside: ReadonlySet<number>): Unit[] {
  return units.filter((unit) => unit.at.some((index) => inside.has(index)));
}

/** "Write me a poem about the sea": the poem is asked for. */
const MAKES =
  /^\W*(?:(?:please|pls|can you|could you|now|ok|just)\W+)*(?:write|compose|draw|paint|sing|bake|cook|make|invent|build|design|code|play|écris|dessine|chante|compose)(?: me| us|[- ]moi)? (?=(?:an?|une?|some|the) )/i;

/** The noun after "which", "what" or "what is the": what the answer has to hold. */
export function askedNoun(text: string, reading: Reading, taken: ReadonlySet<number>): string[] {
  const words = reading.words;
  const made = MAKES.exec(text)?.index;
  const start = words.findIndex((word) =>
    made === undefined
      ? /^(?:what|whats|wat|wot|which|wich|quel|quelle|quels|quelles)$/.test(word.folded)
      : word.start >= made && /^(?:an?|une?|some|the)$/.test(word.folded),
  );
  if (start < 0 || fold(text).includes('what about')) return [];
  for (let index = start + 1; index < Math.min(words.length, start + 5); index++) {
    const unit = reading.units.find((other) => other.at[0] === index);
    if (!unit) continue;
    if (unit.kind === 'neutral') {
      if (
        /^(?:did|do|does|has|have|had|would|could|can|will|i|you|we|they|he|she|it|if|happen|make)$/.test(
          words[index]?.folded ?? '',
        )
      )
        return [];
      continue;
    }
    if ((unit.kind !== 'word' && unit.kind !== 'term') || unit.generic) return [];
    return taken.has(index) ? [] : [unit.token];
  }
  return [];
}
