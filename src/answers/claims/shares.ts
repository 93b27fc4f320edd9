/** Shares and multiples, computed as for a question. */
import type { Figure } from '../../knowledge/schema.js';
import { formatNumber } from '../../language/format.js';
import type { Claim } from '../../questions/claims/claim.js';
import type { Part, Query } from '../../questions/query.js';
import type { Answer } from '../answer.js';
import type { Context, Derived } from '../context.js';
import { leadAt } from '../derived-metrics.js';
import { amountOf } from '../standing.js';
import { agrees, holds } from './holds.js';
import { type Judged, NOTHING } from './judged.js';

export type Answering = (query: Query) => Answer;

/** Shares and multiples are computed as for a question, and the claim is held against what comes out. */
export function judgeShare(claim: Claim, context: Context, answer: Answering): Judged {
  const { stated, part, language } = claim;
  const operation = stated.kind === 'percent' ? 'share' : 'ratio';
  const asked: Part = { ...part, operation, numbers: [], focus: 'quantity' };
  const ofTwoTimes = stated.kind === 'percent' ? shareOfTwoTimes(asked, context) : undefined;
  const told = ofTwoTimes ?? answer({ ...context.query, language, parts: [asked] });
  const printed = printedExcess(claim, context);
  if (printed.length > 0) return { ...NOTHING, verdict: 'supported', figures: printed };
  // "Seven in ten of those returned …": some of those counted, and no share of another count.
  const [only, ...others] = part.metrics;
  if (operation === 'share' && others.length === 0 && context.knowledge.metric(only?.id ?? '')?.accumulates)
    return NOTHING;
  const found = told.derived.filter(({ expression }) => /[÷%]/.test(expression));
  const first = found.find((one) => holds(stated, amountIn(one, stated.kind))) ?? found[0];
  if (!first) return NOTHING;
  const value = amountIn(first, stated.kind);
  const inputs = told.figures.filter(({ id }) => first.inputs.includes(id));
  const shown = stated.kind === 'percent' && !first.expression.includes('%');
  const expression = shown ? `${first.expression}, ${formatNumber(value, language, 1)} %` : first.expression;
  return {
    ...NOTHING,
    verdict: holds(stated, value) ? 'supported' : 'contradicted',
    figures: inputs,
    older: [],
    derived: [{ ...first, expression }],
  };
}

/** "5 % of the 2025 arrivals had been returned by the interview": the year is that of the count, the day that of the total. */
function shareOfTwoTimes(part: Part, context: Context): Pick<Answer, 'derived' | 'figures'> | undefined {
  const [year, day] = [...part.times].sort(
    (a, b) => Number(b.granularity === 'year') - Number(a.granularity === 'year'),
  );
  const metrics = part.metrics.flatMap(({ id }) => context.knowledge.metric(id) ?? []);
  const total = metrics.find(({ kind }) => kind === 'running-total');
  const count = metrics.find(({ kind }) => kind === 'period');
  if (part.times.length !== 2 || !year || !day || !total || !count) return undefined;
  if (year.granularity !== 'year' || day.granularity === 'year') return undefined;
  const one = leadAt(total, day, { ...context, part });
  const whole = leadAt(count, year, { ...context, part });
  if (!one || !whole) return undefined;
  const { language } = context.query;
  const value = (100 * amountOf(one)) / amountOf(whole);
  const number = (figure: Figure) => formatNumber(amountOf(figure), language);
  const expression = `${number(one)} ÷ ${number(whole)} = ${formatNumber(value, language, 2)} %`;
  return { derived: [{ expression, value, inputs: [one.id, whole.id] }], figures: [one, whole] };
}

/** Of a share the number before its percent sign; "more in than out" in percent is what a ratio has above one. */
function amountIn({ expression, value }: Derived, kind: Claim['stated']['kind']): number {
  if (kind !== 'percent') return value;
  const shown = /([\d.,]+)[\s\u00a0\u202f]?%/.exec(expression)?.[1];
  return shown === undefined ? 100 * Math.abs(value - 1) : Number(shown.replace(',', '.'));
}

/** What sources print, at some day of the time that is claimed, of by how much the one count exceeds the other. */
function printedExcess({ stated, part }: Claim, { knowledge }: Context): Figure[] {
  const [time] = part.times;
  const [one, other] = part.metrics;
  const excess = knowledge
    .metrics()
    .find(
      ({ derived }) =>
        derived?.operation === 'excess-percent' && derived.of === one?.id && derived.and === other?.id,
    );
  if (!time || !excess || stated.kind !== 'percent') return [];
  return knowledge
    .figuresBetween(excess.id, null, time.from, time.to)
    .filter((figure) => agrees(stated, figure));
}
