/** One message as an element: who and when, what it answers, content, embeds, files, buttons. */
import '@skyra/discord-components-core/discord-message.js';
import '@skyra/discord-components-core/discord-command.js';
import '@skyra/discord-components-core/discord-reply.js';
import type { Attachment, Message } from '../sandbox/page/wire.js';
import { avatar, linkable, ownFile } from './addresses.js';
import { componentsOf } from './components.js';
import { append, type Child, el, icon } from './element.js';
import { embedElement } from './embed.js';
import type { Names } from './inline.js';
import { markdown } from './markdown.js';
import { picture } from './picture.js';
import { fullTime, shortTime } from './times.js';

/** https://docs.discord.com/developers/resources/message#message-object-message-flags */
const FLAG = { ephemeral: 1 << 6, loading: 1 << 7 } as const;

export type MessageActs = {
  names(): Names;
  click(message: Message, button: string): void;
  pick(message: Message, menu: string, values: string[]): void;
  reply(message: Message): void;
  menu(message: Message, at: HTMLElement | MouseEvent): void;
  dismiss(message: Message): void;
};

export function isEphemeral({ flags }: Message): boolean {
  return (flags & FLAG.ephemeral) !== 0;
}

export function isLoading({ flags }: Message): boolean {
  return (flags & FLAG.loading) !== 0;
}

export function nameOf({ username, global_name }: Message['author']): string {
  return global_name ?? username.charAt(0).toUpperCase() + username.slice(1);
}

/** @param follows whether it stands below another one of the same author, and needs no name of its own */
export function messageElement(message: Message, acts: MessageActs, follows: boolean): HTMLElement {
  const { author, timestamp } = message;
  const time = new Date(timestamp);
  const shown = el('discord-message');
  shown.author = nameOf(author);
  shown.avatar = avatar(author.id, nameOf(author));
  shown.bot = author.bot;
  // What is no Date is shown as it is; the component itself knows the American way only.
  Reflect.set(shown, 'timestamp', shortTime(time));
  shown.edited = message.edited_timestamp !== null;
  shown.messageBodyOnly = follows;
  append(shown, [...context(message), ...body(message, acts)]);
  const label = `${nameOf(author)}, ${fullTime(time)}${isEphemeral(message) ? ', only you can see this' : ''}`;
  return el(
    'article',
    {
      class: `message${follows ? ' follows' : ''}${isEphemeral(message) ? ' ephemeral' : ''}`,
      'data-id': message.id,
      'aria-label': label,
      tabindex: -1,
      contextmenu: (event: MouseEvent) => {
        // Text that has been marked, and links, keep the browser's own menu.
        if (
          String(getSelection()) !== '' ||
          event.composedPath().some((node) => node instanceof HTMLAnchorElement)
        )
          return;
        event.preventDefault();
        acts.menu(message, event);
      },
    },
    shown,
    isLoading(message) ? null : toolbar(message, acts),
  );
}

/** What it answers: a command, or a message. */
function context(message: Message): Child[] {
  const { interaction, referenced_message: quoted } = message;
  if (interaction) {
    const line = el('discord-command', { slot: 'reply' });
    line.author = nameOf(interaction.user);
    line.avatar = avatar(interaction.user.id, nameOf(interaction.user));
    line.command = interaction.name;
    return [line];
  }
  if (quoted === undefined) return [];
  const line = el('discord-reply', { slot: 'reply' });
  if (quoted === null) {
    line.deleted = true;
    return [line];
  }
  line.author = nameOf(quoted.author);
  line.avatar = avatar(quoted.author.id, nameOf(quoted.author));
  line.bot = quoted.author.bot;
  append(line, [firstLine(quoted.content, quoted.embeds[0]?.title ?? quoted.embeds[0]?.description)]);
  return [line];
}

function firstLine(content: string, otherwise = ''): string {
  const text = (content || otherwise).replace(/<@!?\d+>\s*/g, '').replace(/[*_~`|]|^#+ |^-# /gm, '');
  return text.split('\n')[0]?.slice(0, 200) ?? '';
}

function body(message: Message, acts: MessageActs): Child[] {
  const names = acts.names();
  if (isLoading(message)) return [el('em', { class: 'loading' }, `${nameOf(message.author)} is thinking…`)];
  const inEmbeds = new Set(message.embeds.flatMap(({ image }) => (image ? [image.url] : [])));
  const files = message.attachments.filter(({ url }) => !inEmbeds.has(url));
  const described = (url: string) => message.attachments.find((file) => file.url === url)?.description;
  const { click, pick } = acts;
  const componentActs = {
    click: (button: string) => click(message, button),
    pick: (menu: string, values: string[]) => pick(message, menu, values),
  };
  return [
    message.content === '' ? null : el('div', { class: 'markdown' }, ...markdown(message.content, names)),
    ...files.map(fileElement),
    ...message.embeds.map((embed) => embedElement(embed, names, described)),
    ...componentsOf(message.components, names, componentActs),
    reactions(message),
    isEphemeral(message) &&
      el(
        'div',
        { slot: 'components', class: 'only-you' },
        'Only you can see this · ',
        el(
          'button',
          { type: 'button', class: 'text-button', click: () => acts.dismiss(message) },
          'Dismiss message',
        ),
      ),
  ];
}

function reactions({ reactions: given }: Message): Child {
  if (!given?.length) return null;
  const shown = given.map(({ emoji, count }) => el('span', { class: 'reaction' }, `${emoji.name} ${count}`));
  return el('div', { slot: 'reactions', class: 'reactions' }, ...shown);
}

function fileElement(file: Attachment): HTMLElement {
  const shown = file.content_type.startsWith('image/')
    ? picture(file.url, file.description ?? file.filename)
    : null;
  if (shown !== null) {
    shown.slot = 'attachments';
    return shown;
  }
  const href = ownFile(file.url) ?? linkable(file.url) ?? undefined;
  const size = `${Math.max(1, Math.round(file.size / 1024))} kB`;
  return el(
    'p',
    { slot: 'attachments' },
    el('a', { href, download: file.filename }, file.filename),
    ` (${size})`,
  );
}

function toolbar(message: Message, acts: MessageActs): HTMLElement {
  const of = `the message of ${nameOf(message.author)}`;
  const more: HTMLButtonElement = el(
    'button',
    {
      type: 'button',
      title: 'More',
      'aria-label': `More for ${of}`,
      'aria-haspopup': 'menu',
      click: () => acts.menu(message, more),
    },
    icon('more'),
  );
  const reply = el(
    'button',
    { type: 'button', title: 'Reply', 'aria-label': `Reply to ${of}`, click: () => acts.reply(message) },
    icon('reply'),
  );
  return el('div', { class: 'toolbar' }, isEphemeral(message) ? null : reply, more);
}
