/** Holds a length of time or an age against the metrics that count such; of most nothing is known. */
import type { Claim } from '../../questions/claims/read-claims.js';
import type { Context } from '../context.js';
import { judge } from './judge.js';
import { type Judged, NOTHING } from './judged.js';

/** The verdict; undefined where the words are not about the subject. */
export function judgeLength(
  claim: Claim,
  context: Context,
): (Judged & { claim: Claim; missing: string[] }) | undefined {
  const { part, subject, personal, tale, after } = claim;
  const unit = /^[\s-]?(?<unit>days?|jours?)(?!\p{L})/iu.test(after);
  const metric = context.knowledge.metric(part.metrics[0]?.id ?? '');
  if (personal || tale) return undefined;
  if (metric && unit && metric.unit.en === 'days') return { ...judge(claim, metric, context), claim, missing: [] };
  const isOfPeople = part.people.length > 0 || part.tokens.some((token) => token.startsWith('p-') || DONE.has(token));
  const isAbout = subject.own > 0 ? isOfPeople || subject.score > 1 : isOfPeople && subject.score > 0;
  return isAbout ? { ...NOTHING, claim, missing: [] } : undefined;
}

/** Tokens of the lexicon for what is done with people here. */
const DONE: ReadonlySet<string> = new Set(['accept', 'return-to-france', 'returnee', 'detain', 'flight', 'crossing']);
