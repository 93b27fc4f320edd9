/** Holds a number that nothing dates against the newest figures, and against what was right before. */
import type { Figure, Metric } from '../../knowledge/schema.js';
import type { Claim } from '../../questions/claims/claim.js';
import type { Stated } from '../../questions/claims/stated.js';
import type { Context } from '../context.js';
import { byStanding, newestOf } from '../standing.js';
import { agrees } from './holds.js';
import { judgeGroup, saidByNamed } from './judge-group.js';
import { type Judged, NOTHING } from './judged.js';
import { knownAt } from './known-then.js';

export function judgeUndated(claim: Claim, metric: Metric, context: Context): Judged {
  const { stated } = claim;
  const { part, knowledge } = context;
  const { current: then, earlier } = knownAt(metric, undefined, context);
  const history = metric.kind === 'period' && !part.wantsNewest ? closedOf(metric, stated, context) : [];
  if (history.length > 0) return { ...NOTHING, verdict: 'supported', figures: history };
  const steady = metric.kind === 'target' || metric.kind === 'rate';
  const now = steady ? [...then, ...earlier] : then;
  if (now.length === 0) return NOTHING;
  const judged = judgeGroup(stated, now, context);
  if (judged.verdict !== 'contradicted') return judged;
  const before = [...earlier, ...scoped(metric, stated, context)].filter((figure) => agrees(stated, figure));
  if (before.length === 0) return judged;
  const said = saidByNamed(before, context);
  if (said.length > 0) return { ...NOTHING, verdict: 'supported', figures: byStanding(said, knowledge) };
  const older = byStanding(newestOf(before), knowledge);
  return { ...NOTHING, verdict: 'outdated', figures: judged.figures, older };
}

/** Figures of any scope with the very number. */
function scoped(metric: Metric, { value }: Stated, { figures, knowledge, horizon }: Context): Figure[] {
  return [null, ...knowledge.scopes().map(({ id }) => id)].flatMap((scope) =>
    figures.all(metric.id, scope, { value }, horizon),
  );
}

/** Counts of a whole day, month or year, which no later one replaces, with the very number. */
function closedOf(metric: Metric, stated: Stated, context: Context): Figure[] {
  if (!/^(?:exact|about|nearly|over)$/.test(stated.manner) || context.part.scope) return [];
  const all = context.figures.all(metric.id, null, { value: stated.value }, context.horizon);
  return byStanding(
    all.filter(
      ({ period }) =>
        period &&
        (period.from === period.to ||
          /-12-31$/.test(period.to) ||
          /-01$/.test(period.from) === !/-01-01$/.test(period.from)),
    ),
    context.knowledge,
  );
}
