/** Holds a claim against what it is a number of: a count, a share, a multiple or money. */
import type { Metric } from '../../knowledge/schema.js';
import type { Claim } from '../../questions/claims/claim.js';
import type { Context } from '../context.js';
import { judge } from './judge.js';
import { type Judged, NOTHING } from './judged.js';
import { type Answering, judgeShare } from './shares.js';

/** A number without a currency is no amount of money if it is smaller. */
const MONEY = 10_000;

export function judgeByKind(claim: Claim, context: Context, answer: Answering): Judged | undefined {
  const { stated, part } = claim;
  const [first] = part.metrics;
  const named = first && context.knowledge.metric(first.id);
  const metric = named && inCurrency(named, stated.currency, context);
  if (!metric) return undefined;
  const { en: unit } = metric.unit;
  const isPercent = /percent/.test(unit);
  const isMoney = /pound|euro/.test(unit);
  switch (stated.kind) {
    case 'percent':
    case 'times':
      return isPercent && stated.kind === 'percent'
        ? judge(claim, metric, context)
        : judgeShare(claim, context, answer);
    case 'money': {
      const judged = isMoney ? judge(claim, metric, context) : NOTHING;
      // "Each seat on it cost £640": the price of something else.
      return judged.verdict === 'contradicted' && first.asides.length > 0 ? NOTHING : judged;
    }
    case 'count':
      return isPercent || (isMoney && stated.value < MONEY) ? undefined : judge(claim, metric, context);
  }
}

/** The metric of the same name that is counted in the currency which the claim names, where there is one. */
function inCurrency(metric: Metric, currency: string | undefined, { knowledge, lexicon }: Context): Metric {
  if (currency === undefined || metric.unit.en.includes(currency)) return metric;
  const named = new Set(lexicon.tokens(metric.names.en[0] ?? ''));
  const same = knowledge.metrics().find((other) => {
    const unit = new Set(lexicon.tokens(other.unit.en));
    const tokens = lexicon.tokens(other.names.en[0] ?? '').filter((token) => !unit.has(token));
    return other.unit.en.includes(currency) && tokens.length > 0 && tokens.every((token) => named.has(token));
  });
  return same ?? metric;
}
