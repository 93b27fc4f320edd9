import type { KnowledgeData } from './entries.js';

/** What a rule is given: the data, and how to report a fault of an entry. */
export type RuleContext = {
  data: KnowledgeData;
  /** Ids of entries that the schema refused: they exist, although they aren't in the data. */
  refused: ReadonlySet<string>;
  report: (entry: { id: string }, message: string) => void;
};
