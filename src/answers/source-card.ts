/** The card of a source: what it is, how sure that is, what it is used for here; and the list of all. */
import type { Source } from '../knowledge/schema.js';
import { cardWordsOf } from '../language/card-words.js';
import { formatDate } from '../language/format.js';
import { capitalised } from './card-lines.js';
import type { Place } from './citations.js';
import type { Context } from './context.js';
import { standingOf } from './standing.js';
import { nameOf } from './wording.js';

/** Ids counted of one source, and figures read to say what they are of. */
const COUNTED = 100_000;
const READ = 200;
/** So many sources are listed; any other can be named. */
const LISTED = 25;

/** The lines of a source's card; the first cites it, so that its link is at hand. */
export function sourceCard(source: Source, context: Context): string[] {
  const { language } = context.query;
  const words = cardWordsOf(language);
  const uses = usesOf(source, context);
  const date = source.published === null ? undefined : formatDate(source.published, language);
  const kind = context.words.sourceKind[source.kind];
  return [
    `${capitalised(source.label[language])} ${context.citations.mark(wholeOf(source))}`,
    ...(source.title === null ? [] : [words.title(source.title)]),
    words.publisher(source.publisher ?? words.unknownPublisher),
    ...(source.rewriteOf === null ? [] : [words.rewriteOf(source.rewriteOf)]),
    words.published(date, source.publishedKnown),
    words.kind(words.listed([kind, words.standing[source.kind]])),
    words.address(source.url ?? undefined),
    words.holds(words.counts(uses.counts)),
    ...(uses.metrics.length + uses.speakers.length > 0 ? [words.goodFor(uses.metrics, uses.speakers)] : []),
    source.note[language],
    words.permanentId(source.id),
  ];
}

/** Every source in a line, those that lead first. */
export function sourceList(context: Context): string[] {
  const { knowledge, query, words, citations } = context;
  const { language } = query;
  const sources = [...knowledge.sources()].sort(
    (a, b) => standingOf(a.id, knowledge) - standingOf(b.id, knowledge) || a.id.localeCompare(b.id),
  );
  const lines = sources.slice(0, LISTED).map((source) => {
    const date = source.published === null ? words.undated : formatDate(source.published, language);
    const card = words.sourceCard(source.label[language], words.sourceKind[source.kind], date);
    return `${source.id} · ${card} ${citations.mark(wholeOf(source))}`;
  });
  return [cardWordsOf(language).sourcesHere(sources.length, lines.length), ...lines];
}

/** A source as a whole: the first paragraph of its stored text, or nothing narrower than the source. */
function wholeOf(source: Source): Place {
  return source.document === null ? { source: source.id } : { source: source.id, paragraph: 1 };
}

/** How many entries cite the source first, and what they are of: metrics and people quoted. */
function usesOf(source: Source, context: Context) {
  const { knowledge, query } = context;
  const figureIds = knowledge.figureIdsOfSource(source.id, COUNTED);
  const metrics = new Set(figureIds.slice(0, READ).flatMap((id) => knowledge.figure(id)?.metric ?? []));
  const from = <Entry extends { source: string }>(entries: readonly Entry[]) =>
    entries.filter((entry) => entry.source === source.id);
  const quotes = from(knowledge.quotes());
  return {
    counts: {
      figures: figureIds.length,
      quotes: quotes.length,
      events: from(knowledge.events()).length,
      statements: from(knowledge.statements()).length,
    },
    metrics: [...metrics].map((metric) => knowledge.metric(metric)?.names[query.language][0] ?? metric),
    speakers: [...new Set(quotes.map(({ speaker }) => speaker))].map((speaker) => nameOf(speaker, context)),
  };
}
