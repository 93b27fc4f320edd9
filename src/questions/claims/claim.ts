/** A number that a message claims of something. */
import type { Language, Part } from '../query.js';
import type { Span } from './pieces.js';
import type { Stated } from './stated.js';
import type { Subject } from './subject.js';

/** How the metric of a claim is known: named beside the number, by the claim before it, or only supposed. */
export type Naming = 'named' | 'carried' | 'supposed' | 'none';

export type Claim = {
  /** The words of the message that claim it, as typed, and where they stand. */
  span: string;
  place: Span;
  stated: Stated;
  /** What is claimed, read as if it were asked for. */
  part: Part;
  naming: Naming;
  /** How surely its clause and the message speak of the subject. */
  subject: Subject;
  /** True where it tells of the writer's own doings. */
  personal: boolean;
  /** Words of the clause that nobody here has heard of. */
  foreign: boolean;
  /** True where the clause or its sentence speaks of other things ("12 goals let in"). */
  elsewhere: boolean;
  /** True where the message tells numbers of the writer's own beside it. */
  tale: boolean;
  language: Language;
  /** What stands in its sentence before and after the number, as far as it may tell what the number is. */
  before: string;
  after: string;
};

/** Smaller counts are asides unless their clause names what they count. */
export const SMALL = 10;

/** True for a number that is too small to be a claim without a metric beside it. */
export function isSmall({ stated }: Claim): boolean {
  return stated.kind === 'count' && stated.high < SMALL;
}
