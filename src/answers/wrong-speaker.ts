/** Puts right who gave a number, where a question gives it to somebody who did not. */
import type { Quote } from '../knowledge/schema.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { ENOUGH } from './enough.js';
import { linesOf } from './entry-lines.js';
import { figureLines } from './figure-lines.js';
import { findEntries } from './find.js';
import type { Found } from './fit.js';
import { figuresCarrying, statedNumbers } from './stated-numbers.js';
import { asksOnSubject } from './topic.js';
import { nameOf } from './wording.js';

const WORDINGS = 2;

/** The quotation or the figure in which somebody else gives the number; undefined unless the question names one wrong speaker. */
export function answerWrongSpeaker(context: Context): PartAnswer | undefined {
  const { part, knowledge, words } = context;
  const named = part.people.filter((id) => knowledge.person(id)?.kind === 'person' && !isTold(id, context));
  const [wrong] = named;
  const numbers = statedNumbers(part);
  if (!part.saidBy || wrong === undefined || named.length > 1 || numbers.length === 0) return undefined;
  // What somebody says of a number is another thing than who gave it.
  if (/^(?:what|who|source)$/.test(part.focus) || asksOnSubject(part)) return undefined;
  const claimed = numbers.flatMap((value) =>
    figuresCarrying(
      value,
      part.metrics.map(({ id }) => id),
      context,
    ),
  );
  if (claimed.some(({ claimedBy }) => claimedBy === wrong)) return undefined;
  const quotes = findEntries(part, context).filter(
    (found) => found.entry.kind === 'quote' && numbers.every((number) => found.tokens.has(String(number))),
  );
  const speakerOf = ({ entry }: Found) =>
    entry.kind === 'quote' ? (entry.body as Quote).speaker : undefined;
  if (quotes.some((found) => speakerOf(found) === wrong)) return undefined;
  const speaksFor = (one: string, other: string) => knowledge.person(one)?.speaksFor === other;
  const isApart = (right: string) => !speaksFor(right, wrong) && !speaksFor(wrong, right);
  const [best] = quotes;
  const right = best && best.coverage >= ENOUGH ? speakerOf(best) : undefined;
  if (!right) {
    const [claimant, ...others] = new Set(claimed.map((figure) => figure.claimedBy));
    const metric = knowledge.metric(claimed[0]?.metric ?? '');
    if (!claimant || others.length > 0 || !metric || !isApart(claimant)) return undefined;
    return putRight(figureLines(metric, claimed, context), claimant);
  }
  if (!isApart(right)) return undefined;
  // The same remark as others print it.
  const wordings = quotes.filter((found) => speakerOf(found) === right).slice(0, WORDINGS);
  return putRight(
    wordings.flatMap(({ entry }) => linesOf(entry, context)),
    right,
  );

  function putRight(lines: readonly string[], whose: string): PartAnswer {
    const correction = words.attribution(nameOf(whose, context), nameOf(wrong ?? '', context));
    return answered([...new Set(lines)], [correction]);
  }
}

const TELLING = /\b(?:tell|tells|told|telling|to|by|with|on|assured|informed)\W+$/i;

/** Whom somebody told it ("told Ferrari on LBC") says nothing, unless they are quoted anywhere. */
function isTold(person: string, { part, knowledge }: Context): boolean {
  if (part.people.length < 2 || knowledge.quotes().some(({ speaker }) => speaker === person)) return false;
  const names = knowledge.person(person)?.names.en ?? [];
  return names.some((name) => {
    const at = part.text.toLowerCase().indexOf(name.toLowerCase());
    return at > 0 && TELLING.test(part.text.slice(0, at));
  });
}
