/** "How did they manage 50 a week": a target taken for what happened. Both are told, the count first. */

import { metricSaid } from '../knowledge/metric-names.js';
import type { Metric } from '../knowledge/schema.js';
import { wholeCount } from '../questions/metrics.js';
import type { Context, PartAnswer } from './context.js';
import { mergeParts } from './merged-parts.js';
import { answerValue } from './values.js';

/** What was really counted, and then the target; undefined if the question takes no target for granted. */
export function answerTargetPremise(context: Context): PartAnswer | undefined {
  const { part, knowledge, words } = context;
  const [first] = part.metrics;
  const target = first && knowledge.metric(first.id);
  if (!first || target?.kind !== 'target' || !/^(?:how|why)$/.test(part.focus)) return undefined;
  const counted = countOf(context);
  if (!counted) return undefined;
  const asked = wholeCount(counted.id);
  const plain = { ...context, part: { ...part, numbers: [], metrics: [asked] } };
  const answer = answerValue(asked, plain);
  if (!answer.answered) return undefined;
  const goal = answerValue(first, {
    ...context,
    part: { ...part, numbers: [], times: [], metrics: [first] },
  });
  return { ...mergeParts([answer, goal]), corrections: [words.premiseDenied] };
}

/** The running count that the question's words name beside a target or a pace. */
export function countOf({ part, knowledge, lexicon }: Context): Metric | undefined {
  const named = metricSaid(part.tokens, lexicon, ({ kind }) => kind === 'running-total');
  return named && knowledge.metric(named.metric.id);
}
