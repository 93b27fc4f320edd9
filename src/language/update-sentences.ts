/** What every catalogue holds for messages that tell of new figures. */

/** How a figure has moved since the one before it. */
export type Moved = {
  /** With its sign ("+142"); undefined where it stayed the same. */
  by: string | undefined;
  /** Undefined where both are true of the same day. */
  days: number | undefined;
  /** An input is rounded in its source, or a date is not exact. */
  about: boolean;
};

export type UpdateWords = {
  /** "People returned to France: 605". */
  stands(label: string, value: string): string;
  /** "People returned to France: 463 → 605". */
  changed(label: string, before: string, after: string): string;
  /** "+142 in 30 days". */
  moved(moved: Moved): string;
  /** Of a revision, after label and values: "revised". */
  revised: string;
  /** "Before: 463, as of …". */
  before(value: string, when: string): string;
  /** The same behind a sentence. */
  beforeAside(value: string, when: string): string;
  was(value: string, when: string): string;
  is(value: string, when: string): string;
  why(reason: string): string;
  /** Why a figure was revised, where its source doesn't say. */
  wasProvisional: string;
  noReason: string;
  /** The first line of a message of several figures. */
  several(counts: { fresh: number; revised: number }, when: 'at-once' | 'daily' | 'weekly'): string;
  /** How many more there are, and where to find them. */
  more(count: number): string;
  /** The note under a preview. */
  previewOnly: string;
};
