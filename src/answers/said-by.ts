/** Whose words or position an entry gives. */
import type { Entry } from '../knowledge/entries.js';

/** True if the entry gives this person's words or position. */
export function saidBy(entry: Entry, person: string): boolean {
  if (entry.kind === 'quote') return entry.body.speaker === person;
  return entry.kind === 'statement' && entry.body.heldBy === person;
}
