/** What leads among entries that say the same words: what a topic begins with, and whose own phrases are asked for. */
import type { Entry } from '../knowledge/entries.js';
import { HeldNames } from '../knowledge/held-names.js';
import type { Lexicon } from '../knowledge/lexicon.js';
import { bare } from '../knowledge/words.js';
import type { Part } from '../questions/query.js';
import type { Context } from './context.js';

/** For the first of a topic's essentials; those after it get less, step by step. */
const ESSENTIAL = 0.05;
const ESSENTIAL_STEP = 0.01;
/** For each word of a keyword phrase that stands in the question as it is. */
const PHRASE_WORD = 0.02;
const PHRASE_WORDS = 3;

type TopicName = { essentials: readonly string[]; tokens: readonly string[] };

const topicsOf = new WeakMap<Lexicon, HeldNames<TopicName>>();
/** A keyword of several words: its first one, which rules most of them out, and all with spaces around them. */
type KeywordPhrase = { first: string; spaced: string; words: number };

const phrasesOf = new WeakMap<object, readonly KeywordPhrase[]>();

/** What an entry gets on top for this question, 0 to about 0.1: it breaks ties, and no more than that. */
export function leadingBonus(
  part: Part,
  asked: ReadonlySet<string>,
  context: Context,
): (entry: Entry) => number {
  const named = [
    ...new Set(
      topics(context)
        .heldBy(asked)
        .map(({ essentials }) => essentials),
    ),
  ];
  const words = bare(part.text);
  const said = ` ${words} `;
  const saidWords = new Set(words.split(' '));
  return (entry) => {
    if (entry.kind !== 'statement') return 0;
    const ranks = named.map((essentials) => essentials.indexOf(entry.body.id)).filter((rank) => rank >= 0);
    const essential = ranks.map((rank) => Math.max(ESSENTIAL_STEP, ESSENTIAL - rank * ESSENTIAL_STEP));
    return Math.max(0, ...essential) + phraseBonus(entry.body, said, saidWords);
  };
}

function topics({ knowledge, lexicon }: Context): HeldNames<TopicName> {
  const known = topicsOf.get(lexicon);
  if (known) return known;
  const made = knowledge
    .topics()
    .filter(({ essentials }) => essentials.length > 0)
    .flatMap(({ essentials, names }) =>
      [...names.en, ...names.fr]
        .map((name) => ({ essentials, tokens: lexicon.nameTokens(name).tokens }))
        .filter(({ tokens }) => tokens.length > 0),
    );
  const held = new HeldNames(made, ({ tokens }) => tokens);
  topicsOf.set(lexicon, held);
  return held;
}

/** For the longest of the entry's keyword phrases that the clause holds word for word; `said` is bare, spaces around it. */
function phraseBonus(
  body: { keywords: readonly string[] },
  said: string,
  saidWords: ReadonlySet<string>,
): number {
  let longest = 0;
  for (const { first, spaced, words } of phrases(body))
    if (words > longest && saidWords.has(first) && said.includes(spaced)) longest = words;
  return longest < 2 ? 0 : PHRASE_WORD * Math.min(longest, PHRASE_WORDS);
}

function phrases(body: { keywords: readonly string[] }): readonly KeywordPhrase[] {
  const known = phrasesOf.get(body);
  if (known) return known;
  const made = body.keywords
    .map((keyword) => bare(keyword).split(' '))
    .filter((words) => words.length > 1)
    .map((words) => ({ first: words[0] ?? '', spaced: ` ${words.join(' ')} `, words: words.length }));
  phrasesOf.set(body, made);
  return made;
}
