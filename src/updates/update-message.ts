/** A message of new figures: what changed first, then when and before, then the sources; buttons for more. */
import { Citations } from '../answers/citations.js';
import { endOf } from '../answers/standing.js';
import { tellingFirst } from '../answers/telling.js';
import { updateButtons } from '../discord/buttons/rows.js';
import { sourcesWithin } from '../discord/citation-lines.js';
import { cutText, fitLines } from '../discord/fitting.js';
import { EMBED_DESCRIPTION_LIMIT, MESSAGE_CONTENT_LIMIT, PAGE_LENGTH } from '../discord/limits.js';
import { escapeMarkdown } from '../discord/markdown.js';
import type { BotMessage } from '../discord/message.js';
import type { Knowledge } from '../knowledge/reads.js';
import { catalogueOf } from '../language/catalogue.js';
import { updateWordsOf } from '../language/update-words.js';
import type { Language } from '../state/index.js';
import type { Addressed, Update } from './update.js';
import { detailsOf, headlineOf, lineOf, markOf, type Writing } from './update-lines.js';

/** Metrics that the button for earlier values can name in its custom id. */
const EARLIER_OF = 6;

/**
 * One message of all these updates, at least one, the oldest first; what does not fit is counted. The role of the
 * subscription is mentioned, and nobody else whatever stands in the data. The custom ids hold the message's id.
 */
export function updateMessage(
  updates: readonly Update[],
  { messageId, subscription }: Addressed,
  knowledge: Knowledge,
): BotMessage {
  const { language, roleId } = subscription;
  const writing = writingIn(language, knowledge);
  const [only] = updates;
  const body =
    updates.length === 1 && only
      ? messageOfOne(only, writing)
      : messageOfSeveral(updates, subscription.when, writing);
  const mention = roleId === null ? '' : `<@&${roleId}> `;
  return {
    content: `${mention}${body.content}`,
    embeds: [{ description: body.lines.join('\n') }],
    components: updateButtons(
      { messageId, subscriptionId: subscription.id, earlierOf: earlierOf(updates) },
      language,
    ),
    ...(roleId === null ? {} : { mentionedRoles: [roleId] }),
  };
}

type Body = { content: string; lines: string[] };

function messageOfOne(update: Update, writing: Writing): Body {
  const { title, aside } = headlineOf(update, writing);
  const marks = markOf(update.figure, writing);
  const details = detailsOf(update, writing).map(escapeMarkdown);
  const beside = `${aside === '' ? '' : ` (${aside})`} ${marks}`;
  return {
    content: `${bold(title)}${beside}`.trim(),
    lines: [...details, '', ...sourcesIn(writing, PAGE_LENGTH).lines],
  };
}

/** As many as fit together with all their sources, the most telling metric first; the others are counted. */
function messageOfSeveral(
  news: readonly Update[],
  when: Addressed['subscription']['when'],
  writing: Writing,
): Body {
  const updates = tellingFirst(news, ({ figure }) => figure.metric, writing.knowledge);
  const revised = updates.filter(({ kind }) => kind === 'revision').length;
  const content = bold(writing.told.several({ fresh: updates.length - revised, revised }, when));
  const { shown: first } = fitLines(linesOf(updates, writing), PAGE_LENGTH);
  for (let count = first.length; count > 0; count--) {
    const cited = { ...writing, citations: new Citations(writing.knowledge) };
    const shown = linesOf(updates.slice(0, count), cited);
    const left = updates.length - count;
    const lines = [...shown, ...(left > 0 ? [`-# ${escapeMarkdown(writing.told.more(left))}`] : []), ''];
    const sources = sourcesIn(cited, EMBED_DESCRIPTION_LIMIT - lines.join('\n').length - 1);
    if (sources.whole) return { content, lines: [...lines, ...sources.lines] };
  }
  return { content, lines: [`-# ${escapeMarkdown(writing.told.more(updates.length))}`] };
}

function linesOf(updates: readonly Update[], writing: Writing): string[] {
  return updates.map((update) => {
    const { title, rest } = lineOf(update, writing);
    return `- ${bold(title)}${escapeMarkdown(rest)}`;
  });
}

function sourcesIn({ citations, query }: Writing, limit: number) {
  return sourcesWithin({ citations: citations.all(), language: query.language }, limit);
}

function writingIn(language: Language, knowledge: Knowledge): Writing {
  return {
    knowledge,
    words: catalogueOf(language),
    told: updateWordsOf(language),
    query: { language },
    citations: new Citations(knowledge),
  };
}

/** The newest figure of each metric and scope that has one before it. */
function earlierOf(updates: readonly Update[]): string[] {
  const newest = new Map<string, Update>();
  for (const update of updates) {
    if (!update.before) continue;
    const key = `${update.figure.metric} ${update.figure.scope ?? ''}`;
    const other = newest.get(key);
    if (!other || endOf(other.figure) <= endOf(update.figure)) newest.set(key, update);
  }
  return [...newest.values()].slice(0, EARLIER_OF).map(({ figure }) => figure.id);
}

/** Room is left for a mention before it and asides behind it. */
function bold(text: string): string {
  return `**${escapeMarkdown(cutText(text, MESSAGE_CONTENT_LIMIT / 4))}**`;
}
