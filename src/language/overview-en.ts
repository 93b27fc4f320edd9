/** The English words of overviews. */
import type { OverviewWords } from './overview-sentences.js';

export const englishOverviews: OverviewWords = {
  comparison: {
    headline: (first, second, when) =>
      `${first.label}: ${first.value}; ${second.label}: ${second.value}${when ? `, ${when}` : ''}`,
    difference: (expression) => `Difference, computed here: ${expression}.`,
    ratio: (expression, percent) => `Ratio, computed here: ${expression}, that is ${percent} % more.`,
    times: (expression) => `Ratio, computed here: ${expression} times.`,
    share: (expression) => `Share, computed here: ${expression}.`,
    sameValue: 'Both values are the same.',
    otherUnits: (first, second) =>
      `They are counted in different units (${first}; ${second}), so there is no difference or share.`,
    otherDates: 'No figure of one is of the same date as the other; each is the nearest there is.',
    otherPeriods: 'The two count different periods, so compare them with care.',
    sameMetric: (label) => `Both are ${label}: pick two different figures to compare.`,
  },
  timeline: {
    headline: (count, from, to, topic) =>
      `${topic ? `Timeline, ${topic}` : 'Timeline'}: ${count === '1' ? '1 event' : `${count} events`}, ${from === to ? from : `${from} to ${to}`}`,
    about: (date) => `about ${date}`,
    event: (date, text) => `${date}: ${text}`,
    beginnings: (date) => [`On ${date}`, `By ${date}`, `In ${date}`],
    none: ({ from, to }, topic) =>
      `I have no dated event${topic ? ` on ${topic}` : ''}${from ? ` from ${from}` : ''}${to ? ` up to ${to}` : ''}.`,
    known: (from, to) => `The events here run from ${from} to ${to}.`,
    backwards: (from, to) => `${from} is later than ${to}: swap the two dates.`,
  },
  explanation: {
    headline: (topic, text) => `${topic}: ${text}`,
    sections: {
      rules: 'Rules',
      facts: 'Facts',
      dates: 'Dates',
      positions: 'What is said of it',
      open: 'Still open',
      unknown: 'Not known',
      more: 'More on this',
    },
    sides: { government: 'Government', critics: 'Critics', others: 'Others' },
    silent: (side) => `${side}: nothing on this is known here.`,
  },
};
