/** A check as the person sees it who asked for it: a line a claim with its words, the sources, and how to post it. */
import type { Check } from '../answers/claims/check.js';
import { checkCatalogueOf } from '../language/check-catalogue.js';
import { VERDICT_MARKS } from '../language/check-sentences.js';
import { discordCatalogueOf } from '../language/discord-catalogue.js';
import { PREFIXES } from './buttons/prefixes.js';
import { rowOf } from './buttons/rows.js';
import { sourcesWithin } from './citation-lines.js';
import { customId } from './custom-ids.js';
import { cutText, fitLines } from './fitting.js';
import { COMPACT_LENGTH } from './limits.js';
import { escapeMarkdown, escapeTyped } from './markdown.js';
import type { BotMessage } from './message.js';

/** So much of a claim's words is shown: enough to know which it is. */
const QUOTED_LENGTH = 90;

/** The message for a check that was kept under `id`; without claims, one line. */
export function checkMessage(check: Check, { id, canPost }: { id: string; canPost: boolean }): BotMessage {
  const { claims, language } = check;
  const words = checkCatalogueOf(language);
  if (claims.length === 0) return { content: words.none };
  const lines = claims.map(({ words: claimed, verdict, reason }) => {
    const quoted = words.quoted(escapeTyped(cutText(claimed.replace(/\s+/g, ' '), QUOTED_LENGTH)));
    const said = words.line(quoted, `**${words.verdicts[verdict]}**`, escapeMarkdown(reason));
    return `${VERDICT_MARKS[verdict]} ${said}`;
  });
  const sources = sourcesWithin(check, COMPACT_LENGTH / 3);
  const { shown, rest } = fitLines(lines, COMPACT_LENGTH - sources.lines.join('\n').length);
  const more = rest.length > 0 ? [`-# ${words.more(rest.length)}`] : [];
  const gap = sources.lines.length > 0 ? [''] : [];
  const labels = discordCatalogueOf(language).buttons;
  const buttons = [
    ...(check.citations.length > 0 ? [{ id: customId(PREFIXES.sources, id), label: labels.sources }] : []),
    ...(canPost ? [{ id: customId(PREFIXES.postCheck, id), label: words.post }] : []),
  ];
  return {
    content: `**${words.heading(claims.length)}**`,
    embeds: [{ description: [...shown, ...more, ...gap, ...sources.lines].join('\n') }],
    components: rowOf(buttons),
  };
}
