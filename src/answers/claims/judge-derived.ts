/** Holds a number against a metric that is computed from two others. */
import type { Metric } from '../../knowledge/schema.js';
import type { Claim } from '../../questions/claims/claim.js';
import { askFor } from '../asking.js';
import type { Context, Derived } from '../context.js';
import { computeDerived } from '../derived-metrics.js';
import { byStanding, isRounded } from '../standing.js';
import { agrees, holds } from './holds.js';
import { saidByNamed, unique } from './judge-group.js';
import { type Judged, NOTHING } from './judged.js';

/** A metric computed from two others: held against its own figures and against what is computed. */
export function judgeDerived(claim: Claim, metric: Metric, context: Context): Judged {
  const { stated } = claim;
  const { part, knowledge, horizon } = context;
  const [time] = part.times;
  const computed = computeDerived(metric, time, context);
  if (!computed) return NOTHING;
  const derived: Derived[] = [
    { expression: computed.expression, value: computed.value, inputs: computed.inputs },
  ];
  const fits = holds(stated, computed.value);
  // "As of late January": what was printed on any day of it.
  const within =
    time && time.granularity !== 'year'
      ? knowledge.figuresBetween(metric.id, askFor(metric, part, time, context).scope, time.from, time.to)
      : [];
  const printed = unique([...computed.printed, ...within]).filter((figure) => agrees(stated, figure));
  const rivals = computed.printed.filter(
    (figure) => !isRounded(figure) && !agrees(stated, figure) && figure.value !== undefined,
  );
  const figures = unique([
    ...byStanding(printed, knowledge),
    ...byStanding(rivals, knowledge),
    ...computed.figures,
  ]);
  const said = saidByNamed(printed, context);
  if (said.length > 0) return { ...NOTHING, verdict: 'supported', figures: said };
  if ((fits || printed.length > 0) && rivals.length > 0)
    return { ...NOTHING, verdict: 'disputed', figures, derived };
  if (fits || printed.length > 0)
    return { ...NOTHING, verdict: 'supported', figures: unique([...printed, ...computed.figures]), derived };
  const scope = askFor(metric, part, time, context).scope;
  const older = time
    ? []
    : knowledge
        .figuresBetween(metric.id, scope, '0000-00-00', horizon)
        .filter((figure) => agrees(stated, figure));
  const saidThen = saidByNamed(older, context);
  if (saidThen.length > 0) return { ...NOTHING, verdict: 'supported', figures: saidThen };
  return {
    ...NOTHING,
    verdict: older.length > 0 ? 'outdated' : 'contradicted',
    figures: computed.figures,
    older: byStanding(older, knowledge),
    derived,
  };
}
