/** The subscription that tests ask for where it does not matter which. */
import type { SubscriptionToAdd } from '../../src/state/index.js';

/** To everything, at once, by one person in one channel, except for what the test says. */
export function aSubscription(different: Partial<SubscriptionToAdd> = {}): SubscriptionToAdd {
  return {
    guildId: '300',
    channelId: '200',
    createdBy: '100',
    to: { kind: 'everything' },
    when: 'at-once',
    roleId: null,
    language: 'en',
    ...different,
  };
}
