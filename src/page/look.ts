/**
 * Discord's components in the page's colours. Their own style sheets fix colours that are too faint to read on
 * dark and light; these come after them and take the page's variables, which reach into shadow roots.
 */
import { DiscordAuthorInfo } from '@skyra/discord-components-core/discord-author-info.js';
import { DiscordButton } from '@skyra/discord-components-core/discord-button.js';
import { DiscordCommand } from '@skyra/discord-components-core/discord-command.js';
import { DiscordEmbed } from '@skyra/discord-components-core/discord-embed.js';
import { DiscordEmbedDescription } from '@skyra/discord-components-core/discord-embed-description.js';
import { DiscordEmbedField } from '@skyra/discord-components-core/discord-embed-field.js';
import { DiscordEmbedFooter } from '@skyra/discord-components-core/discord-embed-footer.js';
import { DiscordMention } from '@skyra/discord-components-core/discord-mention.js';
import { DiscordMessage } from '@skyra/discord-components-core/discord-message.js';
import { DiscordMessages } from '@skyra/discord-components-core/discord-messages.js';
import { DiscordReply } from '@skyra/discord-components-core/discord-reply.js';
import { DiscordVerifiedAuthorTag } from '@skyra/discord-components-core/discord-verified-author-tag.js';

const FONT = 'font-family: inherit !important;';
const SMALL_LINE = `
  :host { color: var(--faint) !important; ${FONT} min-width: 0; margin-left: 56px; }
  .discord-replied-message-username { color: var(--text) !important; opacity: 1 !important; }
  .discord-application-tag { background-color: var(--accent) !important; color: #fff; text-transform: none !important; }
  .discord-replied-message-content { overflow: hidden; text-overflow: ellipsis; min-width: 0; }
`;

const STYLES = [
  [DiscordMessages, `:host { border: 0; color: var(--text); font: inherit; background: none; }`],
  [
    DiscordMessage,
    `:host { color: var(--text) !important; ${FONT} font-size: 1rem; padding: 0 16px; margin: 0; line-height: 1.375; }
     :host(:hover) { background: none; }
     .discord-message-timestamp, .discord-message-edited { color: var(--faint) !important; }
     .discord-message-body-only-indent { width: 56px; flex: none; font-size: 0.6875rem; padding-top: 4px; margin: 0; box-sizing: border-box; }
     .discord-message-content { min-width: 0; line-height: 1.375; }
     .discord-message-body { overflow-wrap: anywhere; word-break: normal; }
     .discord-message-markup { display: block; }
     .discord-author-avatar { margin-top: 2px; }
     .discord-author-avatar img { cursor: default; }`,
  ],
  [
    DiscordAuthorInfo,
    `.discord-author-username { color: var(--strong) !important; font-size: 1rem; font-weight: 600 !important; cursor: default !important; text-decoration: none !important; }`,
  ],
  [
    DiscordVerifiedAuthorTag,
    `:host { background-color: var(--accent); text-transform: none; font-size: 0.6875rem; }`,
  ],
  [
    DiscordEmbed,
    `:host { color: var(--text) !important; margin: 4px 0; max-width: 520px; }
     .discord-embed-wrapper { background-color: var(--raised) !important; border: 1px solid var(--edge) !important; border-left: 0 !important; }
     .discord-left-border { background-color: var(--edge-strong) !important; border-radius: 4px 0 0 4px; }
     .discord-embed-root { flex: 1; }
     .discord-embed-wrapper, .discord-embed-grid { width: 100%; box-sizing: border-box; min-width: 0; grid-template-columns: minmax(0, auto) !important; }`,
  ],
  [DiscordEmbedDescription, `:host { line-height: 1.375; overflow-wrap: anywhere; margin-top: 4px; }`],
  [DiscordEmbedField, `:host { line-height: 1.375; overflow-wrap: anywhere; }`],
  [
    DiscordEmbedFooter,
    `:host { color: var(--faint) !important; } .discord-footer-separator { color: inherit !important; }`,
  ],
  [
    DiscordButton,
    `:host > *:first-child { ${FONT} border-radius: 8px; min-width: 32px; padding: 0 12px; margin: 4px 6px 0 0; transition: none; white-space: nowrap; }
     :host > *:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
     .primary { background-color: #4e5ae8; }
     .secondary, .secondary.hoverable { color: var(--strong) !important; background-color: var(--button); }
     .secondary.hoverable:hover, a.secondary:hover { background-color: var(--button-hover) !important; }
     .success { background-color: #248046; }
     .destructive { background-color: #c9353a; }`,
  ],
  [DiscordReply, SMALL_LINE],
  [
    DiscordCommand,
    `${SMALL_LINE} .discord-slash-command-name, .discord-slash-command-name * { color: var(--mention-text) !important; background-color: var(--mention) !important; }`,
  ],
  [
    DiscordMention,
    `:host { color: var(--mention-text) !important; background-color: var(--mention) !important; cursor: default; }
     :host([type='slash']) { cursor: default; }`,
  ],
] as const;

/** To be called before the first of them is made. */
export function dress(): void {
  for (const [component, text] of STYLES) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    component.elementStyles.push(sheet);
  }
}
