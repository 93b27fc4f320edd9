/** A named event with a wrong place or group in it ("the first flight went to Lyon, right?") is put right. */
import { surfaceOf } from '../questions/part-words.js';
import { answered, type Context, type PartAnswer } from './context.js';
import { linesOf } from './entry-lines.js';
import { ATTRIBUTES } from './evidence.js';
import { findEntries } from './find.js';
import { ONE_NATIONAL } from './tells.js';
import { contentTokens } from './weights.js';

const NATIONAL =
  /^(?:afghan|albanian|algerian|chinese|egyptian|eritrean|ethiopian|indian|iranian|iraqi|kurd|kurdish|moroccan|nigerian|pakistani|palestinian|somali|sudanese|syrian|tunisian|turkish|ukrainian|vietnamese|yemeni)s?$/i;

const ONE_PERSON =
  /\b(?:man|bloke|guy|lad|fella|chap|woman|person|one|migrant|passenger|returnee|claimant|he|she|him)\b/i;

/** A name of fewer telling words may be meant by chance. */
const NAME_WORDS = 2;

/**
 * The event whose whole name the question says, where the question wants a detail of it confirmed (a place, a
 * group) that the event does not hold; undefined otherwise.
 */
export function answerWrongDetails(context: Context): PartAnswer | undefined {
  const { part, lexicon, words } = context;
  if (part.focus !== 'yes-no' || part.quoted.length > 0) return undefined;
  // A place that nothing here knows is as wrong as a known one ("was the treaty signed in Berlin").
  const details = part.narrowing.length > 0 ? part.narrowing : (part.foreign ?? []);
  if (details.length === 0) return answerOtherNational(context);
  const tokens = part.tokens.filter((token) => !details.includes(token));
  const named = new Set(
    lexicon.events
      .filter(({ names }) =>
        names.some(
          (name) =>
            name.tokens.length + name.generic.filter((token) => token === 'scheme').length >= NAME_WORDS &&
            [...name.tokens, ...name.generic].every((token) => tokens.includes(token)),
        ),
      )
      .map(({ event }) => event.id),
  );
  if (named.size === 0) return answerOtherNational(context);
  const rest = { ...part, tokens, narrowing: [], metrics: [] };
  const events = findEntries(rest, { ...context, part: rest }).filter(({ entry }) =>
    named.has(entry.body.id),
  );
  const [main] = events;
  const holds = (token: string) => events.some((found) => found.tokens.has(token));
  if (!main || details.some(holds) || !contentTokens(rest).every(holds)) return undefined;
  const isUntold =
    part.narrowing.length === 0 ||
    details.some((token) => ATTRIBUTES.has(token) || leavesFrom(surfaceOf(token, part) ?? token, part.text));
  return answered(linesOf(main.entry, context), [isUntold ? words.notSaidOf : words.premiseDenied]);
}

/** "Did it leave from Gatwick": where to a flight went is told, and from where is not. */
function leavesFrom(place: string, text: string): boolean {
  const before = text.slice(0, text.toLowerCase().indexOf(place.toLowerCase()));
  return /\b(?:from|out of|depuis)\s+(?:the\s+)?$/i.test(before);
}

/** "Was the man who came back an Afghan": the first event of all the other words that tells of another nationality. */
function answerOtherNational(context: Context): PartAnswer | undefined {
  const { part, words } = context;
  const national = part.tokens.find((token) => NATIONAL.test(surfaceOf(token, part) ?? ''));
  if (national === undefined || part.narrowing.some((token) => token !== national)) return undefined;
  const tokens = part.tokens.filter((token) => token !== national);
  const rest = { ...part, tokens, narrowing: [], metrics: [] };
  const telling = contentTokens(rest);
  if (telling.length === 0 || tokens.includes('first') || !ONE_PERSON.test(part.text)) return undefined;
  const [main] = findEntries(rest, { ...context, part: rest }).filter(
    ({ entry, tokens: held }) =>
      entry.kind === 'event' &&
      telling.every((token) => held.has(token)) &&
      ONE_NATIONAL.test(entry.body.text.en),
  );
  if (!main || main.tokens.has(national)) return undefined;
  return answered(linesOf(main.entry, context), [words.premiseDenied]);
}
