/** What is said of a claim, and the figures that decide it. */
import type { Event, Figure } from '../../knowledge/schema.js';
import type { Derived } from '../context.js';

export type Verdict = 'supported' | 'contradicted' | 'outdated' | 'disputed' | 'no-data';

export type Judged = {
  verdict: Verdict;
  /** What decides it, the leading figure first. */
  figures: Figure[];
  /** For outdated claims: the older figure that has the number. */
  older: Figure[];
  derived: Derived[];
  /** What a claimed date is held against. */
  events: Event[];
};

export const NOTHING: Judged = { verdict: 'no-data', figures: [], older: [], derived: [], events: [] };
