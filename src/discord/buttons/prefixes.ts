/** The first part of each custom id: stands in messages on Discord for weeks, so none is ever given another meaning. */

export const PREFIXES = {
  sources: 'sources',
  earlier: 'earlier',
  askMore: 'ask-more',
  delete: 'delete',
  turn: 'turn',
  /** Earlier values of named figures, under a message of new ones. */
  earlierOf: 'earlier-of',
  stop: 'stop',
  stopNow: 'stop-now',
  subscriptions: 'subscriptions',
  suggest: 'suggest',
  suggestAgain: 'suggest-again',
  feedback: 'feedback',
  postCheck: 'post-check',
} as const;

/** In place of an id where a button or a modal stands for itself. */
export const NOTHING_KEPT = 'new';
