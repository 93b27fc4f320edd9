/** The English words of messages that tell of new figures. */
import type { UpdateWords } from './update-sentences.js';

export const englishUpdates: UpdateWords = {
  stands: (label, value) => `${label}: ${value}`,
  changed: (label, before, after) => `${label}: ${before} → ${after}`,
  moved: ({ by, days, about }) => {
    const change = by === undefined ? 'unchanged' : `${about ? 'about ' : ''}${by}`;
    return days === undefined ? change : `${change} in ${days} day${days === 1 ? '' : 's'}`;
  },
  revised: 'revised',
  before: (value, when) => `Before: ${value}, ${when}`,
  beforeAside: (value, when) => `; before: ${value}, ${when}`,
  was: (value, when) => `Was: ${value}, ${when}`,
  is: (value, when) => `Is: ${value}, ${when}`,
  why: (reason) => `Why: ${reason}`,
  wasProvisional: 'the earlier value was provisional.',
  noReason: 'the source gives no reason.',
  several: ({ fresh, revised }, when) => {
    const lead = { 'at-once': '', daily: 'Daily digest: ', weekly: 'Weekly digest: ' }[when];
    const counted = [
      ...(fresh > 0 ? [`${fresh} new figure${fresh === 1 ? '' : 's'}`] : []),
      ...(revised > 0 ? [`${revised} revised`] : []),
    ];
    return `${lead}${counted.join(', ')}`;
  },
  more: (count) => `… and ${count} more; /figure shows each of them.`,
  previewOnly: 'A preview: only you see it, and nothing is sent.',
};
