/** What follows a question in several parts is asked of each of them, or of what lies between them. */
import type { Circumstances } from './circumstances.js';
import { leanOn } from './lean.js';
import { asksHowFarApart } from './pointed-at.js';
import type { AskedMetric, Part } from './query.js';

/** Two are set against each other; more are asked one by one. */
const PAIR = 2;

/**
 * The parts that a part which leans on the ones before comes to: one where it holds two of them against each
 * other, one for each where it names nothing that is counted, else one that leans on the last.
 */
export function leanOnEach(
  before: readonly Part[],
  part: Part,
  sameQuestion: boolean,
  circumstances: Pick<Circumstances, 'today' | 'lexicon'>,
): Part[] {
  const [last] = before.slice(-1);
  if (!last) return [part];
  const counts = countsOf(before);
  if (counts.length === PAIR && part.metrics.length === 0 && holdsApart(part))
    return [leanOn({ ...last, metrics: counts }, namingNothing(part), sameQuestion, circumstances)];
  if (isOtherCount(before, part))
    return distinct(before.map((one) => leanOn(one, part, sameQuestion, circumstances)));
  // "Which was more?", after one of two: the other one is known to whoever reads on.
  const isApart = part.metrics.length === 0 && last.times.length < PAIR && asksHowFarApart(part.text);
  const asked: Part = isApart ? { ...namingNothing(part), operation: 'difference', leans: true } : part;
  const alone = leanOn(last, asked, sameQuestion, circumstances);
  const isOfEach =
    part.metrics.length === 0 && before.length > 1 && before.every(isCount) && takesCount(last, alone);
  if (!isOfEach) return [alone];
  return distinct(before.map((one) => leanOn(one, part, sameQuestion, circumstances)));
}

/** What the parts count, each once, as it would be asked for by itself. */
function countsOf(parts: readonly Part[]): AskedMetric[] {
  const all = parts.flatMap(({ metrics }) => metrics);
  return all.filter(({ id }, index) => all.findIndex((one) => one.id === id) === index);
}

/** "The difference between the two", "by how much?" */
function holdsApart(part: Part): boolean {
  return (
    /^(?:difference|ratio|share|sum|compare-metrics)$/.test(part.operation) || asksHowFarApart(part.text)
  );
}

/** "What was the gap that month": the distance and the time are no subject of their own. */
function namingNothing(part: Part): Part {
  return {
    ...part,
    tokens: part.tokens.filter((token) => !/^(?:discrepancy|difference|gap|monthly)$/.test(token)),
  };
}

/** "And how many boats?", after one count of two times: the other count of each of them. */
function isOtherCount(before: readonly Part[], { metrics, times, wantsNewest }: Part): boolean {
  const ofOneCount = countsOf(before).length === 1 && before.every(isCount);
  return before.length > 1 && ofOneCount && metrics.length > 0 && times.length === 0 && !wantsNewest;
}

function isCount({ focus, metrics }: Part): boolean {
  return metrics.length > 0 && /^(?:quantity|none|what|yes-no)$/.test(focus);
}

function takesCount(before: Part, part: Part): boolean {
  return part.metrics.length > 0 && part.metrics.every(({ id }, index) => before.metrics[index]?.id === id);
}

/** "March and April, how many out? And May?": one count of one time is asked for once. */
function distinct(parts: readonly Part[]): Part[] {
  const keys = parts.map(({ metrics, scope, times, people, sources }) =>
    JSON.stringify([
      metrics.map(({ id, restrictions }) => [id, restrictions]),
      scope,
      times.map(({ from, to, cue }) => [from, to, cue]),
      people,
      sources,
    ]),
  );
  return parts.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}
