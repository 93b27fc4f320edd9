/** "Which paper came up with 'only 12 migrants a week'": words that a text prints of a number, or in its title. */
import type { Source } from '../knowledge/schema.js';
import { bare } from '../knowledge/words.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { linesOf } from './entry-lines.js';
import { figuresCarrying } from './stated-numbers.js';
import { linesWithTexts } from './with-texts.js';

/** Fewer words than this are said by too many texts. */
const WORDS = 3;
const WORDS_OF_TITLE = 5;
const SHOWN = 3;

/** The figures that are printed in these words, each with its text; else the texts whose titles hold them. */
export function answerAsPrinted(context: Context): PartAnswer | undefined {
  const { part, knowledge } = context;
  if (!/^(?:source|who|when|where)$/.test(part.focus) || part.quoted.length === 0) return undefined;
  const phrases = part.quoted.map(bare).filter((phrase) => wordsIn(phrase) >= WORDS);
  if (phrases.length === 0) return undefined;
  const metrics = knowledge.metrics().map(({ id }) => id);
  const figures = part.numbers
    .flatMap((number) => figuresCarrying(number, metrics, context))
    .filter(({ printed }) => holds(printed, phrases));
  const titles = phrases.filter((phrase) => wordsIn(phrase) >= WORDS_OF_TITLE);
  const lines =
    figures.length > 0
      ? linesWithTexts(figures, SHOWN, context)
      : ofTitles(knowledge.sources(), titles, context);
  return lines.length > 0 ? answered(lines) : undefined;
}

/** Words that are no numbers: "over 39,000" is one. */
function wordsIn(phrase: string): number {
  return phrase.split(' ').filter((word) => /^\p{L}/u.test(word)).length;
}

function holds(text: string | null | undefined, phrases: readonly string[]): boolean {
  const own = ` ${bare(text ?? '')} `;
  return phrases.some((phrase) => own.includes(` ${phrase} `));
}

function ofTitles(sources: readonly Source[], phrases: readonly string[], context: Context): string[] {
  return sources
    .filter(({ title }) => holds(title, phrases))
    .slice(0, SHOWN)
    .flatMap((body) => linesOf({ kind: 'source', body }, context));
}
