/** The English words of cards. */
import type { CardWords } from './card-sentences.js';
import { english } from './en.js';

export const englishCards: CardWords = {
  earlierOf: (label) => `${label}: earlier values`,
  noEarlier: (label) => `${label}: no earlier value is known here.`,
  quoted: english.quoted,
  listed: english.listed,
  says: (speaker, quoted) => `${speaker}: ${quoted}`,
  said: (role, occasion, date) => `${role}; ${occasion}; ${date}.`,
  undated: 'date unknown',
  authenticity: {
    verbatim: 'Verbatim from the original.',
    'as-worded': 'As worded by one outlet.',
    doubtful: 'Doubtful wording, not presented as verbatim.',
  },
  otherWordings: (list) => `Other wordings of the same remark: ${list}.`,
  noQuotes: (speaker, topic) =>
    `I have no quotation${speaker ? ` of ${speaker}` : ''}${topic ? ` on “${topic}”` : ''} in my sources.`,
  moreQuotes: (count) => (count === 1 ? 'One more quotation fits.' : `${count} more quotations fit.`),
  quotedHere: (list) => `Quoted here: ${list}.`,
  topicsOf: (list) => `Quoted on: ${list}.`,
  sourcesHere: (count, listed) => {
    if (count === 1) return 'I have one source.';
    return listed < count
      ? `I have ${count} sources. These are the ${listed} that lead; name any other to see it.`
      : `I have ${count} sources.`;
  },
  title: (title) => `Title: “${title}”`,
  publisher: (name) => `Publisher: ${name}`,
  unknownPublisher: 'unknown',
  rewriteOf: (what) => `It rewrites: ${what}`,
  published: (date, known) =>
    date === undefined
      ? 'Published: date unknown'
      : `Published: ${date} (${known === 'stated' ? 'date stated' : known === 'inferred' ? 'date inferred' : 'date uncertain'})`,
  kind: (kind) => `Kind: ${kind}`,
  standing: {
    official: 'it leads over all others',
    court: 'it leads over all others',
    parliament: 'it leads over reporting',
    'original-reporting': 'it leads over rewrites and anonymous texts',
    expert: 'it leads over collections, rewrites and anonymous texts',
    reference:
      'it leads over rewrites and anonymous texts; what it collects is better where it was first printed',
    rewrite: 'second-hand; shown where it is the only source or differs from a better one',
    anonymous: 'author unknown; shown where it is the only source or differs from a better one',
  },
  address: (url) => (url === undefined ? 'Address: unknown' : `Address: ${url}`),
  counts: ({ figures, quotes, events, statements }) =>
    [
      figures === 1 ? '1 figure' : `${figures} figures`,
      quotes === 1 ? '1 quotation' : `${quotes} quotations`,
      events === 1 ? '1 event' : `${events} events`,
      statements === 1 ? '1 statement' : `${statements} statements`,
    ].join(', '),
  holds: (counts) => `Used here for: ${counts}`,
  goodFor: (metrics, speakers) =>
    `Good for: ${[...metrics, ...(speakers.length > 0 ? [`quotations of ${speakers.join(', ')}`] : [])].join('; ')}`,
  printed: (text) => `Printed as “${text}”.`,
  claimedBy: (who) => `Claimed by ${who}.`,
  scope: (scope) => `Narrower than the whole: ${scope}.`,
  revises: (id) => `It revises ${id}.`,
  revisedBy: (id) => `It was revised by ${id}.`,
  counted: (definition) => `Counted: ${definition}`,
  notCounted: (excludes) => `Not counted: ${excludes}`,
  statementKind: {
    rule: 'A rule of the scheme or the law.',
    position: 'A position that somebody holds.',
    fact: 'A fact.',
    reference: 'What a list of references says of another text.',
    'open-question': 'An open question.',
    'not-known': 'Something that the sources do not tell.',
  },
  heldBy: (who) => `Held by ${who}.`,
  about: (list) => `About: ${list}.`,
  people: (list) => `Named: ${list}.`,
  permanentId: (id) => `Permanent id: ${id}`,
};
