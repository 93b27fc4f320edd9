/** Messages and outcomes in words: what is read out, copied, or noted. */
import type { Message, Outcome } from '../sandbox/page/wire.js';
import { byId } from './element.js';
import { isLoading, nameOf } from './message.js';
import type { Model } from './model.js';

/** How much of a new message is read out. */
const ANNOUNCED = 400;

/** Whether it has only now become an answer. */
export function wasLoading(message: Message | undefined): boolean {
  return message !== undefined && isLoading(message);
}

/** What an act has led to, as a sentence; '' where something else shows it. */
export function sentenceOf(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'said':
      return outcome.text;
    case 'failed':
      return outcome.reason;
    case 'done':
    case 'choices':
    case 'modal':
      return '';
  }
}

/** Everything that can be read in a message. */
export function textOf({ content, embeds }: Message): string {
  const inEmbeds = embeds.flatMap(({ title, description, fields = [] }) => [
    title,
    description,
    ...fields.flatMap(({ name, value }) => [name, value]),
  ]);
  return [content, ...inEmbeds].filter(Boolean).join('\n');
}

/** Reads a new message out to those who don't see it, wherever it is. */
export function announce(model: Model, message: Message): void {
  if (message.author.id === model.me.id) return;
  const channel = model.scene.channels.find(({ id }) => id === message.channel_id);
  const where = message.channel_id === model.here ? '' : ` in ${channel?.name ?? 'another channel'}`;
  const text = textOf(message).replace(/[*_`~|]|^#+ |^-# |<[^>\s]+>/gm, '');
  say(`${nameOf(message.author)}${where}: ${text.slice(0, ANNOUNCED)}`);
}

/** Reads this out. */
export function say(text: string): void {
  byId('announcer', HTMLElement).textContent = text;
}
