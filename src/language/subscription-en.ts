/** The English sentences on subscriptions. */
import type { SubscriptionWords } from './subscription-sentences.js';

export const englishSubscriptions: SubscriptionWords = {
  everything: 'everything',
  everythingNames: ['all', 'all figures', 'any figure'],
  topicChoice: (label, metrics) => `${label} (topic, ${metrics} figure${metrics === 1 ? '' : 's'})`,
  topic: (label) => `${label} (topic)`,
  channel: (mention) => mention,
  yourself: 'you here',
  when: {
    'at-once': 'as soon as I learn of them',
    daily: 'every day at 09:00 London time, when there are any',
    weekly: 'every Monday at 09:00 London time, when there are any',
  },
  whenShort: { 'at-once': 'at once', daily: 'daily digest', weekly: 'weekly digest' },
  added: ({ place, what, when, role }) =>
    `Done. I will tell ${place} of new figures: **${what}**, ${when}${role ? `, and mention ${role}` : ''}.`,
  already: ({ place, what, when }) =>
    `I already tell ${place} of new figures: **${what}**, ${when}. To change that, remove it first with /subscriptions remove.`,
  comesIn: (regular, hasOthers) => {
    const often = {
      daily: 'daily',
      weekly: 'weekly',
      monthly: 'monthly',
      quarterly: 'every quarter',
      yearly: 'every year',
    };
    const feeds = regular.map((one) => `${often[one.often]} (${one.labels.join(', ')})`);
    const official =
      feeds.length > 0
        ? `An official source publishes ${feeds.join(', ')}; I tell of it once I have it.`
        : '';
    const others = hasOthers
      ? `${feeds.length > 0 ? 'For the others' : 'For this'} there is no regular official feed: a new figure comes in when a minister, Parliament or the press gives one and it has been added here with its source.`
      : '';
    return [official, others].filter(Boolean).join(' ');
  },
  newest: (figure, source) => `The newest one so far: ${figure} (${source}).`,
  example: (figure, source) => `One that is known already: ${figure} (${source}).`,
  noneYet: 'There is none so far.',
  list: {
    title: 'Subscriptions',
    none: 'There are no subscriptions here that you may manage. /subscriptions add makes one.',
    delivered: (moment) => `last delivered ${moment}`,
    nothingYet: 'nothing delivered yet',
    problem: (problem, moment) => `last problem (${moment}): ${problem}`,
    paused: (reason, moment) => `paused since ${moment}: ${reason}`,
    ended: (reason, moment) => `ended ${moment}: ${reason}`,
    nextTry: (moment) => `next try ${moment}`,
  },
  problems: {
    'no-access': 'I can’t see the channel',
    'no-permission':
      'I lack a permission there: View Channel, Send Messages (or Send Messages in Threads) or Embed Links',
    'direct-messages-closed': 'direct messages from me are switched off',
    'no-shared-server': 'we are on no server together any more',
    'direct-messages-too-fast': 'Discord does not let me open so many conversations at once',
    'thread-archived': 'the thread is archived',
    'channel-gone': 'the channel was deleted',
    'server-gone': 'the server is gone',
    'server-left': 'I was removed from the server',
    'discord-failing': 'Discord had a fault',
    unreachable: 'Discord could not be reached',
    'rate-limited': 'Discord asked me to wait',
    refused: 'Discord did not take my message; that is a fault of mine and is noted',
    uncertain: 'a message may or may not have arrived; I can’t find out and don’t send it twice',
  },
  removed: (place, what) => `Removed: I no longer tell ${place} of **${what}**.`,
  reallyStop: (place, what) => `Stop telling ${place} of **${what}**?`,
  stopped: (place, what) => `Stopped: I no longer tell ${place} of **${what}**.`,
  others: (what) =>
    `${what.length === 1 ? 'Another subscription goes' : 'Other subscriptions go'} on here: ${what.join('; ')}.`,
  permissions: {
    'view-channel': 'View Channel',
    'send-messages': 'Send Messages',
    'send-in-threads': 'Send Messages in Threads',
    'embed-links': 'Embed Links',
  },
  mistakes: {
    unknownSubject: (typed) => `I know no figure or topic called “${typed}”.`,
    needsManage: (place) =>
      `To manage the subscriptions of ${place} you need the permission “Manage Channels” there, or “Manage Server”.`,
    needsManageSomewhere:
      'To see or remove subscriptions you need the permission “Manage Channels” in their channel, or “Manage Server”.',
    lacks: (place, permissions) =>
      `I can’t write in ${place} yet: there I still need ${permissions.map((one) => `“${one}”`).join(' and ')}. Nothing was subscribed; give me that and try again.`,
    notOnServer:
      'I am not a member of this server, so I can’t write here by myself. Somebody who manages it can add me.',
    everyone: 'I never mention @everyone. Pick another role, or none.',
    roleNotYours: (role, place) =>
      `You could not mention ${role} in ${place} yourself, so I don’t do it for you: its setting “Allow anyone to @mention this role” is off, and you lack “Mention @everyone, @here and All Roles”.`,
    roleNotMine: (role, place) =>
      `I could not mention ${role} in ${place}: switch on “Allow anyone to @mention this role”, or give me “Mention @everyone, @here and All Roles” there.`,
    onlyForYourself: 'In a direct message you subscribe for yourself: leave out channel and role.',
    tooMany: (limit) => `That would be more than ${limit} subscriptions. Remove one first.`,
    pickOne:
      'No subscription here goes by that name, or several do. Pick one from the list that comes up while you type.',
    gone: 'That subscription does not exist any more.',
    nothingToShow: (what) => `There is no figure yet on ${what}.`,
  },
};
