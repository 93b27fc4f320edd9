/** What leads among entries that say the same words: what a topic begins with, and whose own phrases are asked for. */
import type { Entry } from '../knowledge/entries.js';
import { HeldNames } from '../knowledge/held-names.js';
import type { Lexicon } from '../knowledge/lexicon.js';
import type { Knowledge } from '../knowledge/reads.js';
import { keptFor } from '../knowledge/remembering.js';
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

/** A keyword of several words of a statement, with spaces around them. */
type KeywordPhrase = { statement: string; spaced: string; words: number };

/** What an entry gets on top for this question, 0 to about 0.1: it breaks ties, and no more than that. */
export function leadingBonus(
  part: Part,
  asked: ReadonlySet<string>,
  context: Context,
): (entry: Entry) => number {
  const named = [
    ...new Set(
      topicNames(context.lexicon, context.knowledge)
        .heldBy(asked)
        .map(({ essentials }) => essentials),
    ),
  ];
  const longest = longestPhrases(bare(part.text), context);
  return (entry) => {
    if (entry.kind !== 'statement') return 0;
    const { id } = entry.body;
    const ranks = named.map((essentials) => essentials.indexOf(id)).filter((rank) => rank >= 0);
    const essential = ranks.map((rank) => Math.max(ESSENTIAL_STEP, ESSENTIAL - rank * ESSENTIAL_STEP));
    return Math.max(0, ...essential) + PHRASE_WORD * Math.min(longest.get(id) ?? 0, PHRASE_WORDS);
  };
}

const topicNames = keptFor((lexicon: Lexicon, knowledge: Knowledge): HeldNames<TopicName> => {
  const named = knowledge
    .topics()
    .filter(({ essentials }) => essentials.length > 0)
    .flatMap(({ essentials, names }) =>
      [...names.en, ...names.fr]
        .map((name) => ({ essentials, tokens: lexicon.nameTokens(name).tokens }))
        .filter(({ tokens }) => tokens.length > 0),
    );
  return new HeldNames(named, ({ tokens }) => tokens);
});

/** Words of the longest keyword phrase of each statement that the clause holds word for word; `said` is bare. */
function longestPhrases(said: string, { knowledge }: Context): ReadonlyMap<string, number> {
  const byFirst = phrasesByFirst(knowledge);
  const spaced = ` ${said} `;
  const longest = new Map<string, number>();
  for (const first of new Set(said.split(' ')))
    for (const phrase of byFirst.get(first) ?? [])
      if (phrase.words > (longest.get(phrase.statement) ?? 0) && spaced.includes(phrase.spaced))
        longest.set(phrase.statement, phrase.words);
  return longest;
}

/** The keyword phrases of all statements by their first word, which rules most of them out. */
const phrasesByFirst = keptFor((knowledge: Knowledge): ReadonlyMap<string, readonly KeywordPhrase[]> => {
  const byFirst = new Map<string, KeywordPhrase[]>();
  for (const { id, keywords } of knowledge.statements())
    for (const words of keywords.map((keyword) => bare(keyword).split(' '))) {
      const [first] = words;
      if (first === undefined || words.length < 2) continue;
      const phrase = { statement: id, spaced: ` ${words.join(' ')} `, words: words.length };
      byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
    }
  return byFirst;
});
