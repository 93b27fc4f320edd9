/** The English sentences about a message's figures. */
import type { CheckCatalogue } from './check-sentences.js';

export const checkEnglish: CheckCatalogue = {
  command: 'Check the figures',
  verdicts: {
    supported: 'Supported',
    contradicted: 'Contradicted',
    outdated: 'Out of date',
    disputed: 'Sources differ',
    'no-data': 'No data',
  },
  quoted: (words) => `“${words}”`,
  line: (claim, verdict, why) => `${claim}: ${verdict}. ${why}`,
  supported: (figures) => `${figures}.`,
  contradicted: (figures) => `Sources have ${figures}.`,
  outdated: (older, newest) => `It was ${older}; the newest is ${newest}.`,
  outdatedReckoned: (older, working) =>
    `It was ${older}; the newest figures, computed here, give ${working}.`,
  disputed: (figures) => `${figures}.`,
  notKnown: 'No source here gives a figure for this.',
  notBrokenDown: (words) => `No source here breaks the figures down by “${words}”.`,
  notReckoned: (words) => `${words}.`,
  none: 'There are no figures about the “one in, one out” pilot or Channel crossings in this message.',
  more: (count) =>
    `${count} more ${count === 1 ? 'figure' : 'figures'} in the message ${count === 1 ? 'is' : 'are'} not shown.`,
  heading: (count) => (count === 1 ? 'One figure checked' : `${count} figures checked`),
  reach: (date) => `The newest figure known here is of ${date}.`,
  posted: 'A message’s figures, checked',
  post: 'Post here',
  postingOff: 'Moderators have switched off posting checks here. Only you can see this one.',
  mayNotPost: 'You may not write messages here, so the check can’t be posted for you.',
  expired: (days) =>
    `This check is more than ${days} days old and I no longer know it. Please check the message again.`,
  noText: 'This message has no text that I could check.',
  settings: {
    description: 'Allow or stop checks of a message’s figures being posted here',
    state: 'Whether checks may be posted',
    where: 'Where it applies; this channel if left out',
    said: (isOn, where) => {
      const place = where === 'channel' ? 'in this channel' : 'on this server';
      return isOn
        ? `Checks of a message’s figures may now be posted ${place}.`
        : `Checks of a message’s figures can no longer be posted ${place}; people still see their own.`;
    },
  },
};
