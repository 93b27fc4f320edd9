/** Answers questions that name a thing by its number alone ("where does 503 come from"). */
import type { Figure } from '../knowledge/schema.js';
import type { Part } from '../questions/query.js';
import { subtractGreater } from './calculated-lines.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { linesOf } from './entry-lines.js';
import { findEntries } from './find.js';
import { byStanding, endOf } from './standing.js';
import { figuresCarrying, TELLING } from './stated-numbers.js';
import { contentTokens } from './weights.js';
import { linesWithTexts } from './with-texts.js';

const SHOWN = 4;

/** The figures with the numbers that the question states, each with its sources; undefined if there are none. */
export function answerByNumber(context: Context): PartAnswer | undefined {
  const { part, knowledge } = context;
  const numbers = typedNumbers(part);
  const metrics = knowledge.metrics().map(({ id }) => id);
  const ofEach = numbers.map((value) => figuresCarrying(value, metrics, context));
  const all = ofEach.flat();
  const named = all.filter(({ metric }) => part.metrics.some(({ id }) => id === metric));
  const ofBoth = ofBothTexts(ofEach, context);
  const carrying = ofBoth ?? (named.length > 0 && /^(?:source|who)$/.test(part.focus) ? named : all);
  const found = [...carrying, ...carrying.flatMap((figure) => replacing(figure, context))];
  const inOrder = [...new Set(found)].sort((a, b) => endOf(a).localeCompare(endOf(b)));
  const lines = linesWithTexts(inOrder, SHOWN, context);
  const [one, other] = numbers.map((value) => carrying.find((figure) => figure.value === value));
  // "Net inflow" is a name, and nothing to be worked out.
  const isNamed = part.metrics.some(({ id }) => knowledge.metric(id)?.derived);
  const difference =
    part.operation === 'difference' && !isNamed && one && other ? [subtractGreater(one, other, context)] : [];
  const text = ofBoth && knowledge.source(byStanding(ofBoth, knowledge)[0]?.source ?? '');
  const about = text ? linesOf({ kind: 'source', body: text }, context).slice(0, 1) : [];
  return lines.length > 0 ? answered([...new Set([...difference, ...lines, ...about])]) : undefined;
}

/** Of several numbers whose source is asked for: the figures of those texts that give them all. */
function ofBothTexts(ofEach: readonly Figure[][], { part }: Context): Figure[] | undefined {
  if (ofEach.length < 2 || !/^(?:source|who|where)$/.test(part.focus)) return undefined;
  const all = ofEach.flat();
  const givesAll = ({ source }: Figure) =>
    ofEach.every((figures) => figures.some((figure) => figure.source === source));
  const both = all.filter(givesAll);
  return both.length > 0 ? both : undefined;
}

/** The figures of the same time where one of them replaces this one: a revised number never stands alone. */
function replacing(figure: Figure, { knowledge }: Context): Figure[] {
  const sameTime = knowledge
    .figuresAt(figure.metric, figure.scope ?? null, endOf(figure))
    .filter(({ period }) => period?.from === figure.period?.from);
  return sameTime.some(({ revises }) => revises?.includes(figure.id)) ? sameTime : [];
}

/** The telling numbers written in digits, as those are that are looked up; "like I'm ten" is an aside. */
function typedNumbers({ numbers, text }: Part): number[] {
  return numbers.filter(
    (number) => number >= TELLING && (number >= 1000 || new RegExp(`\\b${number}\\b`).test(text)),
  );
}

/**
 * "Who is behind the estimate of 2,600", a number that the count which the words name never had; "which paper worked
 * out 12 a week": a number that it has, and not its newest.
 */
export function asksSourceOfNumber(context: Context): boolean {
  const { part } = context;
  const [number] = typedNumbers(part);
  if (!/^(?:source|who)$/.test(part.focus) || number === undefined || part.times.length > 0) return false;
  const [first, ...more] = part.metrics;
  if (!first) return false;
  const carries = (id: string) => figuresCarrying(number, [id], context).length > 0;
  if (![first, ...more].some(({ id }) => carries(id))) return true;
  // A great number is hardly anybody's by chance.
  const isTelling = first.strength > 1 || (number >= GREAT && first.restrictions.length === 0);
  return part.focus === 'source' && part.sources.length === 0 && isTelling && carries(first.id);
}

/** "Who put out the table that ends with 1,087 and 1,117": several numbers say which text is meant, and words do not. */
export function asksSourceOfBoth(context: Context): boolean {
  const { part, knowledge } = context;
  const numbers = typedNumbers(part);
  if (!/^(?:source|who|where)$/.test(part.focus) || numbers.length < 2 || part.people.length > 0)
    return false;
  const metrics = knowledge.metrics().map(({ id }) => id);
  return numbers.every((value) => figuresCarrying(value, metrics, context).length > 0);
}

const GREAT = 1000;

/** Share of what is asked that an entry with the number must hold to tell more than the number does. */
const TOLD = 0.9;

/** "Who put out a video about a 50% rise": words say it of the number, and not only some count. */
export function toldWithNumber(context: Context): boolean {
  const { part } = context;
  const numbers = part.numbers.filter((number) => number >= TELLING).map(String);
  const [best] = findEntries(part, context);
  return (
    best !== undefined &&
    best.coverage >= TOLD &&
    best.met.length >= numbers.length + 2 &&
    numbers.every((number) => best.tokens.has(number))
  );
}

/** "Who says 65 were accepted": the saying is of the number alone. */
const SAYS_NUMBER =
  /(?<!\w)(?:who|qui)(?: \p{L}+)? (?:says?|said|reported|counted|claims?|claimed|prints?|printed|gave|gives|put|has|had|reckons?|dit|donne) (?:that |it was |it at |there were |only )?\d[\d,.]*(?: (?:people|were|had been|was|have been|got|accepted|returned))+/iu;

/** "Who says a return cost 56,000": whose number it is, where one of those named claims the very number. */
export function asksClaimant(context: Context): boolean {
  const { part } = context;
  const [number] = typedNumbers(part);
  if (part.focus !== 'who' || !part.saidBy || part.people.length > 0 || number === undefined) return false;
  const [metric] = part.metrics;
  if (!metric || metric.restrictions.length > 0) return false;
  const carrying = figuresCarrying(number, [metric.id], context);
  // A number that few have is asked for by it; "who said that 94 people were wasting their time" is not.
  if (metric.strength < 2) return carrying.length > 0 && SAYS_NUMBER.test(part.text);
  return carrying.some(({ claimedBy }) => claimedBy !== undefined);
}

/** What a sum of money is said with. */
const MONEY: ReadonlySet<string> = new Set(['cost', 'euro']);
/** "782 a week": how it is counted is said with it. */
const STEPS: ReadonlySet<string> = new Set(['weekly', 'monthly']);
/** "What does 204,517 count?" */
const WHAT_IS = /\b(?:what|which|que|qu['’]est-ce que) (?:does|do|did|is|was|are|were) (?:the |that )?\d/i;

/** True where the question says nothing but numbers. */
export function saysOnlyNumbers(context: Context): boolean {
  const { part, lexicon } = context;
  const isMoney = part.tokens.some((token) => MONEY.has(token));
  return (
    part.metrics.length === 0 &&
    part.people.length === 0 &&
    (part.focus !== 'quantity' || WHAT_IS.test(part.text)) &&
    // What is asked of a number's reason is not told by where the number stands.
    part.focus !== 'why' &&
    typedNumbers(part).length > 0 &&
    contentTokens(part).every(
      (token) =>
        /^\d/.test(token) || MONEY.has(token) || (STEPS.has(token) && !isMoney) || lexicon.isLight(token),
    )
  );
}
