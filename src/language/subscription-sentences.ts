/** What every catalogue holds for subscriptions: what is said of them, how they fare, what can be wrong. */

export type Timing = 'at-once' | 'daily' | 'weekly';

/** How often an official source publishes. */
export type Often = 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'yearly';

/** What the bot needs in a channel. */
export type NeededPermission = 'view-channel' | 'send-messages' | 'send-in-threads' | 'embed-links';

/** What can have gone wrong with a delivery. */
export type DeliveryProblem =
  | 'no-access'
  | 'no-permission'
  | 'direct-messages-closed'
  | 'no-shared-server'
  | 'direct-messages-too-fast'
  | 'thread-archived'
  | 'channel-gone'
  | 'server-gone'
  | 'server-left'
  | 'discord-failing'
  | 'unreachable'
  | 'rate-limited'
  | 'refused'
  | 'uncertain';

/** Places, things and roles come as they stand in a message; moments as Discord's marks for them. */
export type SubscriptionWords = {
  everything: string;
  /** Further names of it, to be typed. */
  everythingNames: readonly string[];
  /** A topic as one picks it from the list. */
  topicChoice(label: string, metrics: number): string;
  topic(label: string): string;
  /** Where it writes, as it stands in the sentences below: a channel, or a person's own direct messages. */
  channel(mention: string): string;
  yourself: string;
  when: Record<Timing, string>;
  /** The same in a list. */
  whenShort: Record<Timing, string>;
  added(subscription: { place: string; what: string; when: string; role: string | undefined }): string;
  already(subscription: { place: string; what: string; when: string }): string;
  /** How new figures come in: those that an official source publishes regularly, and the others. */
  comesIn(regular: readonly { often: Often; labels: readonly string[] }[], hasOthers: boolean): string;
  newest(figure: string, source: string): string;
  /** In place of the newest, where very different things are subscribed to. */
  example(figure: string, source: string): string;
  noneYet: string;
  list: {
    title: string;
    none: string;
    delivered(moment: string): string;
    nothingYet: string;
    problem(problem: string, moment: string): string;
    paused(reason: string, moment: string): string;
    ended(reason: string, moment: string): string;
    nextTry(moment: string): string;
  };
  problems: Record<DeliveryProblem, string>;
  removed(place: string, what: string): string;
  /** Before stopping, and after. */
  reallyStop(place: string, what: string): string;
  stopped(place: string, what: string): string;
  others(what: readonly string[]): string;
  permissions: Record<NeededPermission, string>;
  mistakes: {
    unknownSubject(typed: string): string;
    needsManage(place: string): string;
    needsManageSomewhere: string;
    /** Of the bot's own permissions. */
    lacks(place: string, permissions: readonly string[]): string;
    notOnServer: string;
    everyone: string;
    roleNotYours(role: string, place: string): string;
    roleNotMine(role: string, place: string): string;
    onlyForYourself: string;
    tooMany(limit: number): string;
    /** Of what was typed to remove. */
    pickOne: string;
    gone: string;
    nothingToShow(what: string): string;
  };
};
