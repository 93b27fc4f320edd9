/** What stands above the first message of a channel: where one is, and what could be asked. */
import { type Child, el } from './element.js';
import type { Model } from './model.js';

/** @param ask says one of the examples */
export function introOf({ scene, place }: Model, ask: (text: string) => void): Child[] {
  const direct = place?.kind === 'direct';
  const name = `${direct ? '@' : '#'}${place?.name ?? ''}`;
  const bot = scene.bot.name;
  const mention = direct ? '' : `@${bot} `;
  const how = direct
    ? `Only you and ${bot} are here; it answers whatever you write.`
    : `${bot} answers when it is mentioned (@${bot}), by commands (/), and in direct messages.`;
  const examples = scene.examples.map((text) =>
    el('button', { type: 'button', class: 'example', click: () => ask(`${mention}${text}`) }, text),
  );
  const offered =
    examples.length > 0
      ? [el('p', {}, 'Try one of these:'), el('div', { class: 'examples' }, ...examples)]
      : [];
  return [el('h3', {}, `Welcome to ${name}`), el('p', {}, how), ...offered];
}
