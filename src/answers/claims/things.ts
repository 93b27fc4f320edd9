/** Whether a number counts things that nobody here returns or lets in, by the noun beside it. */
import { fold } from '../../knowledge/words.js';
import type { Claim } from '../../questions/claims/claim.js';
import type { Context } from '../context.js';

/** "Sent back 2 parcels": what the number counts is no people, and nothing here knows it. */
export function countsThings({ after, part, subject, stated }: Claim, { lexicon }: Context): boolean {
  const noun = /^\s?([\p{L}'-]+)/u.exec(after)?.[1]?.toLowerCase();
  // A word that looks like one of ours ("coats") is more likely itself.
  const isMended =
    noun !== undefined && lexicon.words(noun).some(({ text, folded }) => fold(text) !== folded);
  const isUnknown = isMended || part.unknown.some((word) => word.toLowerCase() === noun);
  return subject.own === 0 && stated.kind === 'count' && isUnknown;
}

/** "12 came back": no noun stands there. */
const VERB =
  /^\s(?:came|were|was|are|have|had|has|got|returned|arrived|crossed|of|in|out|who|that|so|by|on|from|people|ppl|men|migrants)(?!\p{L})/iu;

/** "Sent 75 cards to France, 12 came back": of the things that were counted just before. */
export function goesOnWithThings(claim: Claim, before: Claim | undefined, context: Context): boolean {
  if (!before || !VERB.test(claim.after) || claim.place.start - before.place.end > BESIDE) return false;
  const next = /^\s\p{L}+\s(?<noun>\p{L}+)/u.exec(before.after)?.groups?.noun?.toLowerCase();
  return (
    countsThings(before, context) ||
    (before.subject.own === 0 && before.part.unknown.some((word) => word.toLowerCase() === next))
  );
}

/** So many characters apart two numbers are told together. */
const BESIDE = 40;
