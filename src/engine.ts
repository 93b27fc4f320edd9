/** The knowledge base, the understanding and the answers, joined: a question in, an answer out. */

import type { Database } from 'better-sqlite3';
import { type Answer, Answerer } from './answers/answer.js';
import { cardQuery, type QuotesAsked, quotesQuery } from './answers/card-queries.js';
import { type Check, checkClaims } from './answers/claims/check.js';
import { plainClaim } from './answers/claims/plain-claim.js';
import { answerCheck } from './answers/claims/posted.js';
import { answerComparison } from './answers/comparison.js';
import { type ChoiceKind, Directory } from './answers/directory.js';
import { answerEarlier, answerEarlierThan, hasEarlier } from './answers/earlier.js';
import { answerCards } from './answers/entry-cards.js';
import { answerExplanation } from './answers/explanation.js';
import { type AskedFigure, figureQuery } from './answers/figure-query.js';
import type { KeptQuery } from './answers/kept-query.js';
import type { Unclear } from './answers/lookup.js';
import type { Choice } from './answers/named.js';
import {
  type ComparisonAsked,
  comparisonQuery,
  explanationQuery,
  type TimelineAsked,
  timelineQuery,
} from './answers/overview-queries.js';
import { plainPart } from './answers/plain-part.js';
import { answerQuotes } from './answers/quote-cards.js';
import { type MetricSeries, seriesOfAnswer } from './answers/series.js';
import { answerTimeline } from './answers/timeline.js';
import { type IsoDate, todayInLondon } from './knowledge/calendar.js';
import { contentOf, loadKnowledge } from './knowledge/database.js';
import { EntryIds } from './knowledge/entry-ids.js';
import { entryTokens, lexiconInSteps, lexiconOf } from './knowledge/index-words.js';
import type { Lexicon } from './knowledge/lexicon.js';
import { Knowledge } from './knowledge/reads.js';
import type { Steps } from './knowledge/steps.js';
import type { Circumstances } from './questions/circumstances.js';
import { readDateClaims } from './questions/claims/date-claims.js';
import { readClaims } from './questions/claims/read-claims.js';
import { languageOf } from './questions/language.js';
import { wholeCount } from './questions/metrics.js';
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

export type Reply = { query: KeptQuery; answer: Answer };

export type Engine = {
  ask(question: string, asking?: Asking): Reply;
  /** One metric, newest or at a date; what names no metric or no date comes back as unclear. */
  figure(asked: AskedFigure, asking?: Pick<Asking, 'today'>): Reply | Unclear;
  /** Quotations of a speaker, on a topic, or the newest; an unknown speaker comes back as unclear. */
  quotes(asked: QuotesAsked, asking?: Pick<Asking, 'today'>): Reply | Unclear;
  /** The card of a source (id or name) or of any entry (id); what is neither comes back as unclear; all sources by default. */
  card(idOrName: string | undefined, language: 'en' | 'fr'): Reply | Unclear;
  /** Two metrics at one date, with what can be computed from them; what names nothing comes back as unclear. */
  compare(asked: ComparisonAsked, asking?: Pick<Asking, 'today'>): Reply | Unclear;
  /** Dated events; what names no date or topic comes back as unclear. */
  timeline(asked: TimelineAsked, asking?: Pick<Asking, 'today'>): Reply | Unclear;
  /** What is known of a topic (id or name); one that is none comes back as unclear. */
  explain(topic: string, language: 'en' | 'fr', asking?: Pick<Asking, 'today'>): Reply | Unclear;
  /**
   * The numeric claims that a message makes about the subject, each with what the sources say of it, in the
   * message's language unless one is given. `query` gives the same without the message's words.
   */
  check(message: string, asking?: Omit<Asking, 'previous'>): Check & { query: KeptQuery };
  /** The answer to a query that was kept: the same one, as long as the data are the same. */
  answer(query: KeptQuery): Answer;
  /** Values before the one that a query was answered with; `unknown` where there are none. */
  earlier(query: KeptQuery): Answer;
  /** Whether `earlier` would show any, told sooner than by asking it. */
  hasEarlier(reply: Reply): boolean;
  /** The observations behind an answer in figures, for a chart; none where there are too few. */
  series(reply: Reply): readonly MetricSeries[];
  /** What a source is called in small print: its publisher, or else its label. */
  sourceName(id: string, language: 'en' | 'fr'): string;
  /** Values before that of a figure, by its id; `unknown` where there are none or no such figure. */
  earlierThan(figureId: string, language: 'en' | 'fr'): Answer;
  /** What the typed beginning may become: at most 25, from memory; `given`: the command's other options. */
  choices(
    kind: ChoiceKind,
    typed: string,
    language: 'en' | 'fr',
    given?: Readonly<Record<string, string>>,
  ): readonly Choice[];
  /** The date of the newest figure; undefined where there is none. */
  newestDate(): IsoDate | undefined;
  /** The hash of the data that it answers from. */
  content: string;
  /** How much is known. */
  counts(): { figures: number; quotes: number; sources: number };
  /** Makes now, in small steps, what would otherwise be made when it is first needed. */
  prepare(): Steps<void>;
  /** The typed reads, for what is no answer to a question: news, and how it is told. */
  knowledge(): Knowledge;
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
      return (entry) => entryTokens(entry, built);
    },
  });
  const knowledge = new Knowledge(database);
  return engineOver(database, knowledge, lexicon ?? lexiconOf(knowledge.lexiconLists()));
}

/**
 * The engine over a knowledge base that is built and open, in small steps, with everything made that would
 * otherwise be made when it is first needed; between the steps the bot can do its work.
 */
export function* engineInSteps(database: Database): Steps<Engine> {
  const knowledge = new Knowledge(database);
  yield* knowledge.prepare();
  const lexicon = yield* lexiconInSteps(knowledge.lexiconLists());
  const engine = engineOver(database, knowledge, lexicon);
  yield* engine.prepare();
  return engine;
}

function engineOver(database: Database, knowledge: Knowledge, lexicon: Lexicon): Engine {
  const directory = new Directory(knowledge, new EntryIds(database));
  const answerer = new Answerer(database, knowledge, lexicon);
  const { desk } = answerer;
  const ids = new EntryIds(database);
  const newestKnown = knowledge.newestDate() ?? todayInLondon();

  function circumstances(asking: Asking): Circumstances {
    const today = asking.today ?? todayInLondon();
    return {
      lexicon,
      today,
      newestKnown: newestKnown < today ? newestKnown : today,
      notAfter: asking.notAfter,
      previous: asking.previous,
      ...(asking.language ? { language: asking.language } : {}),
    };
  }

  function answer(query: KeptQuery): Answer {
    const { shown } = query;
    switch (shown?.kind) {
      case 'quotes':
        return answerQuotes(shown, query, desk);
      case 'cards':
        return answerCards(shown.ids, query, desk);
      case 'comparison':
        return answerComparison(query, desk);
      case 'timeline':
        return answerTimeline(shown, query, desk);
      case 'explanation':
        return answerExplanation(shown.topic, query, desk);
      case 'check':
        return answerCheck(shown.claims, query, desk);
      case undefined:
        return answerer.answer(query);
    }
  }

  const replyTo = (query: KeptQuery | Unclear): Reply | Unclear =>
    'unclear' in query ? query : { query, answer: answer(query) };

  return {
    ask(question, asking = {}) {
      const query = understand(question, circumstances(asking));
      return { query, answer: answer(query) };
    },
    figure: (asked, asking = {}) => replyTo(figureQuery(asked, directory, circumstances(asking))),
    quotes: (asked, asking = {}) => replyTo(quotesQuery(asked, directory, circumstances(asking))),
    card: (idOrName, language) =>
      replyTo(cardQuery(idOrName, language, directory, knowledge, circumstances({ language }))),
    compare: (asked, asking = {}) => replyTo(comparisonQuery(asked, directory, circumstances(asking))),
    timeline: (asked, asking = {}) => replyTo(timelineQuery(asked, directory, circumstances(asking))),
    explain: (topic, language, asking = {}) =>
      replyTo(explanationQuery({ topic, language }, directory, circumstances(asking))),
    check(message, asking = {}) {
      const given = circumstances(asking);
      const { today, notAfter } = given;
      const language = asking.language ?? languageOf(message);
      const clock = { language, today, notAfter };
      const check = checkClaims(
        readClaims(message, given),
        readDateClaims(message, given),
        clock,
        desk,
        (query) => answerer.answer(query),
      );
      const [first] = check.claims.flatMap(({ metric }) => metric ?? []);
      const metrics = first ? [wholeCount(first)] : [];
      const shown = { kind: 'check' as const, claims: check.claims.map(plainClaim) };
      return { ...check, query: { ...clock, parts: [plainPart({ metrics })], shown } };
    },
    answer,
    earlier: (query) => answerEarlier(query, answer(query).figures, desk),
    hasEarlier: ({ query, answer: { figures } }) => hasEarlier(query, figures, desk),
    series: ({ query, answer: answered }) => seriesOfAnswer(query, answered, desk),
    sourceName: (id, language) => {
      const source = knowledge.source(id);
      return source?.publisher ?? source?.label[language] ?? id;
    },
    earlierThan: (figureId, language) =>
      answerEarlierThan(figureId, circumstances({ language }).today, language, desk),
    choices: (kind, typed, language, given = {}) => directory.choices(kind, typed, language, given),
    newestDate: () => knowledge.newestDate(),
    content: contentOf(database) ?? '',
    counts: () => ({
      figures: ids.count('figure'),
      quotes: ids.count('quote'),
      sources: ids.count('source'),
    }),
    *prepare() {
      yield* knowledge.prepare();
      yield* lexicon.prepare();
      yield* directory.prepare();
    },
    knowledge: () => knowledge,
    close: () => void database.close(),
  };
}
