/** The knowledge base, the understanding and the answers, joined: a question in, an answer out. */
import { type Answer, Answerer } from './answers/answer.js';
import { type IsoDate, todayInLondon } from './knowledge/calendar.js';
import { loadKnowledge } from './knowledge/database.js';
import { askingTokens, entryTokens, lexiconOf } from './knowledge/index-words.js';
import type { Lexicon } from './knowledge/lexicon.js';
import type { Query } from './questions/query.js';
import { understand } from './questions/understand.js';

export type EngineOptions = { dataPaths: readonly string[]; databasePath: string };

export type Asking = {
  /** Default: today in London. */
  today?: IsoDate | undefined;
  /** Nothing later than this may be shown. */
  notAfter?: IsoDate | undefined;
  /** The query of the question before, for follow-ups. */
  previous?: Query | undefined;
  /** Language where the words do not tell. */
  language?: 'en' | 'fr';
};

export type Reply = { query: Query; answer: Answer };

export type Engine = {
  ask(question: string, asking?: Asking): Reply;
  close(): void;
};

/** Opens (or first builds) the knowledge base; throws a DataError that says what to mend in the data. */
export function openEngine({ dataPaths, databasePath }: EngineOptions): Engine {
  let lexicon: Lexicon | undefined;
  const database = loadKnowledge({
    dataPaths,
    databasePath,
    indexWords: (lists) => {
      const built = lexiconOf(lists);
      lexicon = built;
      return {
        ofEntry: (entry) => entryTokens(entry, built),
        ofAsking: (asking) => askingTokens(asking, built),
      };
    },
  });
  const answerer = new Answerer(database, (knowledge) => lexicon ?? lexiconOf(knowledge.lexiconLists()));
  const newestKnown = answerer.knowledge.newestDate() ?? todayInLondon();
  return {
    ask(question, asking = {}) {
      const today = asking.today ?? todayInLondon();
      const query = understand(question, {
        lexicon: answerer.lexicon,
        today,
        newestKnown: newestKnown < today ? newestKnown : today,
        notAfter: asking.notAfter,
        previous: asking.previous,
        ...(asking.language ? { language: asking.language } : {}),
      });
      return { query, answer: answerer.answer(query) };
    },
    close: () => void database.close(),
  };
}
