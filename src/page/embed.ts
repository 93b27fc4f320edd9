/** An embed as an element. Titles are put in as text: the component's own would load emoji from outside. */
import '@skyra/discord-components-core/discord-embed.js';
import '@skyra/discord-components-core/discord-embed-description.js';
import '@skyra/discord-components-core/discord-embed-field.js';
import '@skyra/discord-components-core/discord-embed-fields.js';
import '@skyra/discord-components-core/discord-embed-footer.js';
import type { Embed } from '../sandbox/page/wire.js';
import { linkable } from './addresses.js';
import { type Child, el } from './element.js';
import { inline, type Names } from './inline.js';
import { markdown } from './markdown.js';
import { picture } from './picture.js';
import { shortTime } from './times.js';

/** How many fields stand side by side. */
const COLUMNS = 3;

/** @param described the alternative text of the file with this address */
export function embedElement(
  embed: Embed,
  names: Names,
  described: (address: string) => string | undefined,
): HTMLElement {
  const { author, title, url, description, color, fields = [], image, footer, timestamp } = embed;
  const element = el('discord-embed', { slot: 'embeds' });
  if (color !== undefined) element.color = `#${color.toString(16).padStart(6, '0')}`;
  const head: Child[] = [
    author ? el('div', { class: 'embed-author' }, linked(author.url, [author.name])) : null,
    title ? el('div', { class: 'embed-title' }, linked(url, inline(title, names))) : null,
    description ? el('div', { class: 'markdown' }, ...markdown(description, names)) : null,
  ];
  if (head.some(Boolean)) element.append(el('discord-embed-description', { slot: 'description' }, ...head));
  if (fields.length > 0)
    element.append(el('discord-embed-fields', { slot: 'fields' }, ...fieldsOf(fields, names)));
  if (image) element.append(pictureOf(image.url, described(image.url)));
  if (footer || timestamp) {
    const time = timestamp === undefined ? [] : [shortTime(new Date(timestamp))];
    const text = [...(footer ? [footer.text] : []), ...time].join(' • ');
    element.append(el('discord-embed-footer', { slot: 'footer' }, text));
  }
  return element;
}

function fieldsOf(fields: NonNullable<Embed['fields']>, names: Names): HTMLElement[] {
  let column = 0;
  return fields.map(({ name, value, inline: beside }) => {
    const field = el(
      'discord-embed-field',
      {},
      el('div', { class: 'field-name' }, ...inline(name, names)),
      el('div', { class: 'markdown' }, ...markdown(value, names)),
    );
    column = beside ? (column % COLUMNS) + 1 : 0;
    if (beside) field.setAttribute('inline-index', String(column));
    return field;
  });
}

function pictureOf(address: string, text: string | undefined): HTMLElement {
  const shown =
    picture(address, text ?? 'A picture') ?? el('p', {}, linked(address, [`Picture: ${address}`]));
  shown.slot = 'fields';
  return shown;
}

function linked(address: string | undefined, shown: (Node | string)[]): HTMLElement {
  const href = address === undefined ? null : linkable(address);
  return href === null
    ? el('span', {}, ...shown)
    : el('a', { href, target: '_blank', rel: 'noopener noreferrer' }, ...shown);
}
