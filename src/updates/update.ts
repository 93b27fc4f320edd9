/** What is news: a figure newer than the newest known of its metric and scope, or a revision of it. */

import type { BotMessage } from '../discord/message.js';
import type { Figure } from '../knowledge/schema.js';
import type { Subscription } from '../state/index.js';

export type Update = {
  /** Short and permanent: the same news has the same id, however often it is found. 12 characters of [0-9a-f]. */
  id: string;
  kind: 'new' | 'revision';
  figure: Figure;
  /**
   * What was newest before (a new figure; one of a period of the same length, where it counts per period), or what
   * is revised; undefined where there is nothing that it could be compared with.
   */
  before?: Figure;
  learnedAt: Date;
};

/** What a message of updates is written for. */
export type Addressed = {
  /**
   * The message's id, 25 characters of [0-9a-f]. At least one button's custom id must hold it (as in
   * `customId('stop', messageId)`): whether a message has arrived is found out by looking for it.
   */
  messageId: string;
  /** Says language, role, and when; of several subscriptions that share a message, the oldest. */
  subscription: Subscription;
};

/**
 * Writes one message of all these updates, the oldest first, however many they are: what does not fit is counted.
 * A role is mentioned by `mentionedRoles`. The message is kept, so that what is sent again is the same to the letter.
 */
export type WriteMessage = (updates: readonly Update[], addressed: Addressed) => BotMessage;
