/** Says why there is no figure for what was asked. */
import type { Metric } from '../knowledge/schema.js';
import { formatPeriod } from '../language/format.js';
import type { Time } from '../questions/time.js';
import type { Context } from './context.js';
import type { Gap } from './select.js';
import { labelWithin, namesOf } from './wording.js';

/** The sentence for a gap: no such period, nothing so early, the future, or not from those who are named. */
export function gapText(gap: Gap, metric: Metric, time: Time | undefined, context: Context): string {
  const { words, part, query } = context;
  const label = labelWithin(metric, context);
  const when = time ? askedTime(time, context) : '';
  switch (gap) {
    case 'future':
      return words.future(when);
    case 'before-first':
    case 'no-such-period':
      return words.noFigureFor(label, when);
    case 'not-from-them': {
      const who = part.sources[0]
        ? (context.knowledge.source(part.sources[0])?.label[query.language] ?? '')
        : namesOf(part.people, context);
      return words.noFigureFrom(who, label);
    }
    case 'no-figures':
      return words.nothingOn(label);
  }
}

/** The time asked for, in words. */
export function askedTime(time: Time, context: Context): string {
  return formatPeriod(time.from, time.to, context.query.language);
}
