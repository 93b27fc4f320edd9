/** Finds the entries (quotations, events, statements, sources) that speak of what is asked. */
import type { Entry } from '../knowledge/entries.js';
import { personToken, sourceToken } from '../knowledge/entry-tokens.js';
import { dateTokens } from '../knowledge/index-words.js';
import { bare } from '../knowledge/words.js';
import type { Part } from '../questions/query.js';
import type { Context } from './context.js';
import { leadingBonus } from './leading.js';

/** Rows fetched for one question and tokens looked up for one: both bound the work at any size. */
const ROWS = 1_000;
const TOKENS = 24;
/** Words said of nearly everything weigh little, yet break ties. */
const GENERIC_WEIGHT = 0.15;
const GENERIC = new Set(['person', 'scheme', 'france', 'uk', 'report', 'man']);
/** Numbers in a question are mostly asides; where they matter they meet their figure. */
const NUMBER_WEIGHT = 0.4;
/** A word that no entry holds: it may be slang for one that some do. */
const UNHEARD_WEIGHT = 0.8;
const PERSON_WEIGHT = 0.5;
/** What only sets the scene tells less than what is asked. */
const SCENE_SHARE = 0.7;

export type Found = {
  entry: Entry;
  /** Share of the asked words' weight that the entry holds, 0 to 1, without people. */
  coverage: number;
  /** Coverage with what breaks ties: people, dates, context, kind. */
  score: number;
  matched: Set<string>;
  /** It is a quotation that holds the very words that the question quotes. */
  verbatim: boolean;
  /** It is a quotation that holds most of the words that the question quotes, in their order. */
  nearly: boolean;
  tokens: ReadonlySet<string>;
};

export type Weighted = { token: string; weight: number };

const NEVER = 1e9;

/** Entries that hold any of the asked words, the best first. */
export function findEntries(part: Part, context: Context): Found[] {
  const { knowledge } = context;
  const several = part.people.length > 1;
  const asked = weigh(
    part.tokens.filter((token) => (several || !token.startsWith('p-')) && !token.startsWith('s-')),
    context,
  );
  const people = part.people.map(personToken);
  const telling = asked.filter(({ weight }) => weight > 0);
  if (telling.length === 0 && people.length === 0) return [];
  const around = new Set(part.context);
  const leading = weigh(
    part.lead.filter((token) => !/^[ps]-/.test(token)),
    context,
  );
  const phrases = part.quoted.map(bare);
  const total = telling.reduce((sum, { weight }) => sum + weight, 0);
  const askedTokens = new Set(part.tokens);
  const bonusOf = leadingBonus(part, askedTokens, context);
  const wanted = wantedKind(part);
  const rows = rowsFor([...telling, ...leading.slice(0, 8)], people, context);
  const dates = part.times.flatMap((time) => {
    const { day, month, year } = dateTokens(time.from);
    return time.granularity === 'day' ? [day] : time.granularity === 'year' ? [year] : [month];
  });
  return [...rows]
    .flatMap((row) => {
      const found = knowledge.tokensOfRow(row);
      if (!found || !isKnownBy(found.entry, context)) return [];
      const matched = new Set(
        telling.filter(({ token }) => found.tokens.has(token)).map(({ token }) => token),
      );
      for (const token of contradicted(found.entry, part, context)) matched.add(token);
      const held = telling.reduce((sum, { token, weight }) => sum + (matched.has(token) ? weight : 0), 0);
      const verbatim = phrases.length > 0 && holdsPhrase(found.entry, phrases);
      const nearly = phrases.length > 0 && !verbatim && nearlyHolds(found.entry, phrases);
      const share = total > 0 ? held / total : 0;
      const coverage = verbatim ? 1 : Math.max(share, shareWithLead(held, total, leading, found.tokens));
      const score =
        coverage +
        (verbatim ? 0.5 : nearly ? 0.2 : 0) +
        (part.focus === 'who' ? 0.3 : 0.15) * people.filter((person) => found.tokens.has(person)).length +
        (part.saidBy && part.people.some((person) => saidBy(found.entry, person)) ? 0.2 : 0) +
        (dates.some((date) => found.tokens.has(date)) ? 0.12 : 0) +
        0.1 * contextShare(around, found.tokens) +
        kindBonus(found.entry, part, wanted) +
        (isDenied(found.entry, part, context) ? 0.3 : 0) +
        bonusOf(found.entry) -
        (part.sources.some((source) => found.tokens.has(sourceToken(source))) ? 0.3 : 0) +
        ('source' in found.entry.body && part.sources.includes(found.entry.body.source) ? 0.08 : 0) +
        namedBonus(found.entry, askedTokens, context) -
        0.15 * part.asked.filter((token) => !found.tokens.has(token)).length -
        0.0004 * found.tokens.size;
      return [
        {
          entry: found.entry,
          coverage,
          score,
          matched,
          tokens: found.tokens,
          verbatim,
          nearly,
        },
      ];
    })
    .sort((a, b) => b.score - a.score || a.entry.body.id.localeCompare(b.entry.body.id));
}

/** Under `--as-of`, nothing that was said, happened or was published later. */
function isKnownBy(entry: Entry, context: Context): boolean {
  const { notAfter } = context.query;
  if (!notAfter) return true;
  const published =
    'source' in entry.body ? context.knowledge.source(entry.body.source)?.published : undefined;
  const date =
    entry.kind === 'quote' ? entry.body.saidOn : entry.kind === 'event' ? entry.body.date : undefined;
  return (date ?? published ?? '') <= notAfter;
}

/** The asked words with their weights: rare ones tell more; a word that no entry holds tells most. */
export function weigh(tokens: readonly string[], context: Context): Weighted[] {
  const known = [...new Set(tokens)].slice(0, 60).map((token) => {
    const share = context.part.scene.includes(token) ? SCENE_SHARE : 1;
    return {
      token,
      weight: share * weightOf(token, context),
      frequency: context.knowledge.documentFrequency(token),
    };
  });
  return known.sort((a, b) => (a.frequency || NEVER) - (b.frequency || NEVER));
}

/** True for a telling word that no entry holds. */
export function isUnheard(token: string, context: Context): boolean {
  return context.knowledge.documentFrequency(token) === 0;
}

function weightOf(token: string, context: Context): number {
  if (token.startsWith('p-')) return PERSON_WEIGHT;
  if (/^\d/.test(token)) return NUMBER_WEIGHT;
  const frequency = context.knowledge.documentFrequency(token);
  if (frequency === 0) return UNHEARD_WEIGHT;
  const size = context.knowledge.entryCount();
  const rarity = Math.log((size + 1) / (frequency + 0.5)) / Math.log(size + 1);
  return GENERIC.has(token) ? GENERIC_WEIGHT * rarity : Math.max(0.05, rarity);
}

function holdsPhrase(entry: Entry, phrases: readonly string[]): boolean {
  if (entry.kind !== 'quote') return false;
  const text = bare(entry.body.text);
  return phrases.some((phrase) => text.includes(phrase) || (text.length > 8 && phrase.includes(text)));
}

/** Quoted words that a quotation must hold, in order, to be taken for a wrong memory of it. */
const NEARLY = 0.7;
const NEARLY_WORDS = 4;

function nearlyHolds(entry: Entry, phrases: readonly string[]): boolean {
  if (entry.kind !== 'quote') return false;
  const words = bare(entry.body.text).split(' ');
  return phrases.some((phrase) => {
    const quoted = phrase.split(' ');
    return quoted.length >= NEARLY_WORDS && inOrder(quoted, words) >= NEARLY * quoted.length;
  });
}

/** How many of the first list's words stand in the second in the same order. */
function inOrder(wanted: readonly string[], words: readonly string[]): number {
  let last = new Array<number>(words.length + 1).fill(0);
  for (const want of wanted) {
    const row = [0];
    for (const [index, word] of words.entries()) {
      row.push(word === want ? (last[index] ?? 0) + 1 : Math.max(last[index + 1] ?? 0, row[index] ?? 0));
    }
    last = row;
  }
  return last[words.length] ?? 0;
}

function rowsFor(telling: readonly Weighted[], people: readonly string[], context: Context): Set<number> {
  const rows = new Set<number>();
  for (const { token } of telling.slice(0, TOKENS)) {
    for (const row of context.knowledge.search([token], ROWS)) rows.add(row);
    if (rows.size >= ROWS) break;
  }
  for (const person of people) for (const row of context.knowledge.search([person], ROWS / 4)) rows.add(row);
  return new Set([...rows].slice(0, ROWS));
}

/** An event whose whole name stands in the question is meant, the more surely the longer the name. */
function namedBonus(entry: Entry, asked: ReadonlySet<string>, context: Context): number {
  if (entry.kind !== 'event') return 0;
  const names = context.lexicon.events.find(({ event }) => event.id === entry.body.id)?.names ?? [];
  const longest = names
    .filter((name) => name.tokens.every((token) => asked.has(token)))
    .reduce((size, name) => Math.max(size, name.tokens.length), 0);
  const touches = names.some((name) => name.tokens.some((token) => asked.has(token)));
  return longest >= 2 ? 0.05 * longest : touches ? 0.03 : 0;
}

/** Telling words of a question: neither people nor sources nor what is said of nearly everything. */
export function contentTokens(part: Part): string[] {
  return part.tokens.filter((token) => !GENERIC.has(token) && !/^[ps]-/.test(token));
}

/** A question that takes something for granted, as "why" and "when" do. */
function presupposes(part: Part): boolean {
  return part.focus === 'why' || part.focus === 'how';
}

const denied = new WeakMap<object, readonly (readonly string[])[]>();

/** True if the question takes for granted, in all the words of one phrase, what the entry contradicts. */
export function isDenied(entry: Entry, part: Part, context: Context): boolean {
  if (!presupposes(part)) return false;
  const asked = new Set(part.tokens);
  return deniedPhrases(entry, context).some((phrase) => phrase.every((token) => asked.has(token)));
}

/** The words of a yes-or-no question that the entry contradicts: it answers with no. */
function contradicted(entry: Entry, part: Part, context: Context): string[] {
  if (part.focus !== 'yes-no') return [];
  const asked = new Set(part.tokens);
  return deniedPhrases(entry, context)
    .filter((phrase) => phrase.every((token) => asked.has(token)))
    .flat();
}

function deniedPhrases(entry: Entry, context: Context): readonly (readonly string[])[] {
  const known = denied.get(entry.body);
  if (known) return known;
  const texts = entry.kind === 'event' || entry.kind === 'statement' ? entry.body.denies : [];
  const phrases = texts
    .map((text) => context.lexicon.tokens(text).filter((token) => !GENERIC.has(token)))
    .filter((phrase) => phrase.length > 0 && !phrase.every((token) => token.startsWith('p-')));
  denied.set(entry.body, phrases);
  return phrases;
}

/** "Who can", "what may": a rule answers, rather than what somebody thinks of it. */
function ruleBonus(kind: string, part: Part): number {
  return kind === 'rule' && /\b(?:can|may|allowed|eligible|peut|peuvent)\b/i.test(part.text) ? 0.08 : 0;
}

/** True if the entry gives this person's words or position. */
export function saidBy(entry: Entry, person: string): boolean {
  if (entry.kind === 'quote') return entry.body.speaker === person;
  return entry.kind === 'statement' && entry.body.heldBy === person;
}

/** Half weight for the words that lead up to the asking; they may only raise the share. */
function shareWithLead(
  held: number,
  total: number,
  leading: readonly Weighted[],
  tokens: ReadonlySet<string>,
): number {
  if (held === 0 || leading.length === 0) return 0;
  const lead = leading.reduce((sum, { token, weight }) => sum + (tokens.has(token) ? weight : 0), 0);
  const all = leading.reduce((sum, { weight }) => sum + weight, 0);
  return (held + 0.5 * lead) / (total + 0.5 * all);
}

function contextShare(around: ReadonlySet<string>, tokens: ReadonlySet<string>): number {
  if (around.size === 0) return 0;
  let held = 0;
  for (const token of around) if (tokens.has(token)) held++;
  return Math.min(1, held / Math.min(around.size, 8));
}

/** The very words are asked for, not what they came to. */
const WANTS_WORDS =
  /\b(?:exact (?:line|words?|wording|quote|sentence)|word for word|verbatim|quote|the sentence|full phrase|in (?:his|her|their) (?:own )?words|mot pour mot|mots exacts|citation)\b/i;

/** What somebody wants or would do: a position answers, rather than words said of something else. */
const WANTS_POSITION =
  /\b(?:(?:want|wants|wanted|want to|wants to|wanna|wanted to) (?:do|done|see|happen|instead|changed?|copy)|ask(?:s|ed|ing)? for|(?:would|will|want(?:s|ed)?|what) [\p{L}\s]{0,40}\b(?:do(?:ne)? (?:instead|differently)|instead)|propos\w+|what (?:is|are|was|were) [\p{L}\s]{2,30} (?:after|demanding|asking|calling for|pushing for)|plan to|policy|recommend\w*|réclam\w+|demand\w*|veut|veulent|voudrai\w+)\b/iu;

type Wanted = 'position' | 'words' | undefined;

function wantedKind(part: Part): Wanted {
  if (WANTS_POSITION.test(part.text)) return 'position';
  return WANTS_WORDS.test(part.text) ? 'words' : undefined;
}

function kindBonus(entry: Entry, part: Part, wanted: Wanted): number {
  switch (entry.kind) {
    case 'quote':
      if (wanted === 'position') return -0.15;
      if (wanted === 'words') return 0.25;
      return part.saidBy || (part.focus === 'who' && part.people.length === 0) ? 0.06 : -0.06;
    case 'event':
      if (part.focus === 'when') return 0.12;
      return part.focus === 'who' && (part.people.length > 0 || entry.body.people.length > 0) ? 0.08 : 0.01;
    case 'statement':
      return (part.focus === 'why' || part.focus === 'how' ? 0.03 : 0.01) + ruleBonus(entry.body.kind, part);
    case 'source':
      return part.focus === 'source' ? -0.05 : -0.25;
    case 'figure':
      return -1;
  }
}
