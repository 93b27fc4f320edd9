/** Numbers that a message works out from others in it: "350 in, 281 out, so 69 more", "2024 was 36,816, up 25%". */
import { formatNumber } from '../../language/format.js';
import type { Claim } from '../../questions/claims/claim.js';
import type { Context, Derived } from '../context.js';
import { holds } from './holds.js';
import { type Judged, NOTHING } from './judged.js';

/** What was said of a claim, where it is one about the subject. */
export type Result = Judged & { claim: Claim };

/** So many claims before a number may be what it is worked out from. */
const INPUTS = 3;

const RESULT =
  /(?:(?<!\p{L})(?:so|that'?s|that is|thats|which is|which makes|makes?|making|meaning|means|hence|thus|ie|i\.e\.|equals|works out|up|down|rose|rise|risen|fell|fall|fallen|grew|grown|drop|dropped|increase|decrease|jump|jumped|difference|gap|net|soit|donc|ça fait|ca fait|c'est|hausse|baisse|écart|total)(?!\p{L})|=)[^.;=]{0,30}$/iu;
const COMPARED =
  /^\s?(?:%|per ?cent)?\s?(?:more|fewer|less|up|down|higher|lower|rise|increase|drop|fall|extra|difference|gap|net|left|in total|altogether|together|combined|de plus|de moins|en plus|au total|en tout)(?!\p{L})/iu;
const CHANGED =
  /(?<!\p{L})(?:up|down|rose|risen|rise|fell|fall|fallen|grew|grown|drop|dropped|increase|decrease|jump|jumped|hausse|baisse)(?!\p{L})/iu;

type Work = { value: number; expression: string };

/** What is said of a claim that the claims before it give; undefined where it is not worked out from them. */
export function workedOut(claim: Claim, before: readonly Result[], context: Context): Result | undefined {
  if (!RESULT.test(claim.before) && !COMPARED.test(claim.after)) return undefined;
  const inputs = before
    .filter(({ claim: { stated }, verdict }) => stated.kind === 'count' && KNOWN.has(verdict))
    .slice(-INPUTS);
  for (const second of inputs.toReversed())
    for (const first of inputs.slice(0, inputs.indexOf(second)).toReversed()) {
      const work = worksOf(claim, first, second, context).find(({ value }) => holds(claim.stated, value));
      if (work) return resultOf(claim, [first, second], work);
    }
  return undefined;
}

/** A share or a change that the two claims before it do not give. */
export function wronglyWorkedOut(
  claim: Claim,
  before: readonly Result[],
  context: Context,
): Result | undefined {
  const [first, second] = before.slice(-2);
  const isDifference = claim.stated.kind === 'count' && COMPARED.test(claim.after);
  if (!(claim.stated.kind === 'percent' || isDifference) || !RESULT.test(claim.before)) return undefined;
  if (!first || !second) return undefined;
  if (
    ![first, second].every(({ claim: { stated }, verdict }) => stated.kind === 'count' && KNOWN.has(verdict))
  )
    return undefined;
  const [work] = worksOf(claim, first, second, context);
  return work && { ...resultOf(claim, [first, second], work), verdict: 'contradicted' };
}

const KNOWN: ReadonlySet<string> = new Set(['supported', 'outdated', 'disputed']);

/** Only what follows from right numbers is right. */
function resultOf(claim: Claim, inputs: readonly Result[], { value, expression }: Work): Result {
  const figures = inputs.flatMap(
    (input) => (input.verdict === 'outdated' ? input.older : input.figures)[0] ?? [],
  );
  const derived: Derived[] = [{ expression, value, inputs: figures.map(({ id }) => id) }];
  const isOld = inputs.some(({ verdict }) => verdict === 'outdated');
  return {
    ...NOTHING,
    claim,
    verdict: isOld ? 'outdated' : 'supported',
    figures: isOld ? inputs.flatMap((one) => one.figures.slice(0, 1)) : figures,
    older: isOld ? figures : [],
    derived,
  };
}

/** What the two numbers give: their difference and sum, a share, a change or how many times the one is the other. */
function worksOf(claim: Claim, first: Result, second: Result, context: Context): Work[] {
  const [a, b] = [first.claim.stated.value, second.claim.stated.value];
  const [high, low] = [Math.max(a, b), Math.min(a, b)];
  if (low <= 0) return [];
  const number = (value: number, decimals = 0) => formatNumber(value, context.query.language, decimals);
  const percent = (value: number) => `${number(value, value < 10 ? 2 : 1)} %`;
  const share = (100 * low) / high;
  const change = 100 * Math.abs(b / a - 1);
  const excess = 100 * (high / low - 1);
  switch (claim.stated.kind) {
    case 'percent': {
      const ofShare = { value: share, expression: `${number(low)} ÷ ${number(high)} = ${percent(share)}` };
      const ofChange = {
        value: change,
        expression: `(${number(b)} − ${number(a)}) ÷ ${number(a)} = ${percent(change)}`,
      };
      const ofExcess = {
        value: excess,
        expression: `${number(high)} ÷ ${number(low)} = ${number(high / low, 2)}, ${percent(excess)}`,
      };
      const isChange = CHANGED.test(claim.before) || CHANGED.test(claim.after);
      if (isChange) return [ofChange];
      return COMPARED.test(claim.after) ? [ofExcess, ofChange] : [ofShare];
    }
    case 'count':
      return [
        { value: high - low, expression: `${number(high)} − ${number(low)} = ${number(high - low)}` },
        { value: a + b, expression: `${number(a)} + ${number(b)} = ${number(a + b)}` },
      ];
    case 'times':
      return [
        { value: high / low, expression: `${number(high)} ÷ ${number(low)} = ${number(high / low, 2)}` },
      ];
    case 'money':
    case 'date':
      return [];
  }
}
