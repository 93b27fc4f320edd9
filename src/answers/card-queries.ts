/** Queries for quotations and for cards, from what a person picked or typed in a command. */
import type { Entry } from '../knowledge/entries.js';
import { personToken } from '../knowledge/entry-tokens.js';
import type { Lexicon } from '../knowledge/lexicon.js';
import type { Knowledge } from '../knowledge/reads.js';
import type { LanguageCode } from '../language/format.js';
import type { Circumstances } from '../questions/circumstances.js';
import { cleanQuestion } from '../questions/clean.js';
import { languageOf } from '../questions/language.js';
import { understand } from '../questions/understand.js';
import type { Directory } from './directory.js';
import { cardPart } from './entry-cards.js';
import { entryId } from './entry-ids.js';
import type { KeptQuery } from './kept-query.js';
import { namedIn, type Unclear, unclear } from './lookup.js';
import { plainPart } from './plain-part.js';

export type QuotesAsked = {
  /** A person's id, name, or words that name somebody; default: anybody. */
  speaker?: string | undefined;
  /** A topic's id, name, or any words that the quotations should hold; default: anything. */
  topic?: string | undefined;
  language: LanguageCode;
};

/** The query for quotations, or the speaker that names nobody. */
export function quotesQuery(
  asked: QuotesAsked,
  directory: Directory,
  circumstances: Circumstances,
): KeptQuery | Unclear {
  const name = cleanQuestion(asked.speaker ?? '');
  const about = cleanQuestion(asked.topic ?? '');
  const speaker = personIn(name, directory, circumstances.lexicon);
  const [topic] = about === '' ? [] : directory.topics.exactly(about);
  const language = languageOf(`${name} ${topic === about ? '' : about}`, asked.language);
  if (name !== '' && speaker === undefined) return unclear('speaker', name, directory.speakers, language);
  const words = topic === undefined && about !== '' ? about : undefined;
  const { today, notAfter } = circumstances;
  const people = speaker === undefined ? [] : [speaker];
  const read = words === undefined ? [] : understand(words, { ...circumstances, previous: undefined }).parts;
  const part = plainPart({
    text: words ?? '',
    focus: 'what',
    people,
    saidBy: true,
    tokens: [...people.map(personToken), ...read.flatMap(({ tokens }) => tokens)],
    surfaces: Object.assign({}, ...read.map(({ surfaces }) => surfaces)),
  });
  return { language, parts: [part], today, notAfter, shown: { kind: 'quotes', speaker, topic, words } };
}

/**
 * The query for the card of an entry (by its id) or of a source (by its name; two sources may share one), or
 * for the list of all sources where nothing is named.
 */
export function cardQuery(
  typed: string | undefined,
  language: LanguageCode,
  directory: Directory,
  knowledge: Knowledge,
  circumstances: Circumstances,
): KeptQuery | Unclear {
  const name = cleanQuestion(typed ?? '');
  const id = entryId(name);
  const ids = id !== undefined ? [id] : name === '' ? [] : sourcesIn(name, directory, circumstances.lexicon);
  const entries = ids.flatMap((one): Entry[] => {
    const entry = knowledge.entry(one);
    return entry ? [entry] : [];
  });
  if (entries.length === 0 && name !== '') {
    return id === undefined
      ? unclear('source', name, directory.sources, language)
      : { unclear: 'entry', typed: id, near: [], isGuess: false, language };
  }
  const { today, notAfter } = circumstances;
  return { language, parts: [cardPart(entries)], today, notAfter, shown: { kind: 'cards', ids } };
}

function personIn(name: string, directory: Directory, lexicon: Lexicon): string | undefined {
  if (name === '') return undefined;
  return directory.people.exactly(name)[0] ?? namedIn(name, 'person', lexicon)[0];
}

function sourcesIn(name: string, directory: Directory, lexicon: Lexicon): string[] {
  const exactly = directory.sources.exactly(name);
  return exactly.length > 0 ? exactly : namedIn(name, 'source', lexicon);
}
