/** What leads among entries that say the same words: what a topic begins with, and whose own phrases are asked for. */
import type { Entry } from '../knowledge/entries.js';
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

type TopicNames = { essentials: readonly string[]; names: readonly (readonly string[])[] };

const topicsOf = new WeakMap<Lexicon, readonly TopicNames[]>();
const phrasesOf = new WeakMap<object, readonly string[]>();

/** What an entry gets on top for this question, 0 to about 0.1: it breaks ties, and no more than that. */
export function leadingBonus(
  part: Part,
  asked: ReadonlySet<string>,
  context: Context,
): (entry: Entry) => number {
  const named = topics(context).filter(({ names }) =>
    names.some((name) => name.every((token) => asked.has(token))),
  );
  const said = ` ${bare(part.text)} `;
  return (entry) => {
    if (entry.kind !== 'statement') return 0;
    const ranks = named
      .map(({ essentials }) => essentials.indexOf(entry.body.id))
      .filter((rank) => rank >= 0);
    const essential = ranks.map((rank) => Math.max(ESSENTIAL_STEP, ESSENTIAL - rank * ESSENTIAL_STEP));
    return Math.max(0, ...essential) + phraseBonus(entry.body, said);
  };
}

function topics({ knowledge, lexicon }: Context): readonly TopicNames[] {
  const known = topicsOf.get(lexicon);
  if (known) return known;
  const made = knowledge
    .topics()
    .filter(({ essentials }) => essentials.length > 0)
    .map(({ essentials, names }) => ({
      essentials,
      names: [...names.en, ...names.fr]
        .map((name) => lexicon.nameTokens(name).tokens)
        .filter((tokens) => tokens.length > 0)
        .map((tokens) => [...tokens]),
    }));
  topicsOf.set(lexicon, made);
  return made;
}

/** For the longest of the entry's keyword phrases that the clause holds word for word; `said` is bare. */
function phraseBonus(body: { keywords: readonly string[] }, said: string): number {
  const longest = phrases(body)
    .filter((phrase) => said.includes(` ${phrase} `))
    .reduce((words, phrase) => Math.max(words, phrase.split(' ').length), 0);
  return longest < 2 ? 0 : PHRASE_WORD * Math.min(longest, PHRASE_WORDS);
}

function phrases(body: { keywords: readonly string[] }): readonly string[] {
  const known = phrasesOf.get(body);
  if (known) return known;
  const made = body.keywords.map(bare).filter((phrase) => phrase.includes(' '));
  phrasesOf.set(body, made);
  return made;
}
