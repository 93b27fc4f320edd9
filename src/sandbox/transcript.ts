/** What happened, as lines that a person can read; a failing test prints them. */
import type { Change, Exchange } from './changes.js';
import type { Channel, Interaction, Message } from './model.js';
import { messageText } from './shown.js';
import type { World } from './world.js';

export class Transcript {
  readonly #lines: string[] = [];
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
    world.changes.listen((change) => {
      const line = lineOf(change);
      if (line !== null) this.note(line);
    });
  }

  /** Adds a line, with the time of the sandbox. */
  note(line: string): void {
    this.#lines.push(`${new Date(this.#world.clock.now()).toISOString().slice(11, 23)}  ${line}`);
  }

  get text(): string {
    return this.#lines.join('\n');
  }
}

function lineOf(change: Change): string | null {
  switch (change.kind) {
    case 'message-created':
      return `${where(change.message)} ${change.message.author.name}: ${shown(change.message)}`;
    case 'message-edited':
      return `${where(change.message)} ${change.message.author.name} (edited): ${shown(change.message)}`;
    case 'message-deleted':
      return `${where(change.message)} deleted: ${shown(change.message)}`;
    case 'reaction-added':
    case 'reaction-removed':
      return `${where(change.message)} ${change.user.name}: ${change.kind} ${change.emoji}`;
    case 'typing':
      return `${placeName(change.channel)} ${change.user.name} is typing`;
    case 'interaction-created':
      return `${placeName(change.interaction.channel)} ${change.interaction.user.name}: ${asked(change.interaction)}`;
    case 'interaction-answered':
      return `${placeName(change.interaction.channel)} answered: ${answered(change.interaction)}`;
    case 'interaction-unanswered':
      return `${placeName(change.interaction.channel)} "The application did not respond": ${asked(change.interaction)}`;
    case 'gateway':
      return `gateway ${change.event}`;
    case 'request':
      return requestLine(change.exchange);
    case 'problem':
      return `PROBLEM ${change.text}`;
    case 'commands-changed':
      return `commands: ${change.commands.map((command) => `/${command.body.name}`).join(' ')}`;
    case 'guild-removed':
      return `the bot ${change.outage ? 'cannot reach' : 'is no longer on'} ${change.guild.name}`;
    case 'dispatched':
    case 'guild-added':
    case 'guild-shown':
    case 'channel-created':
    case 'channel-updated':
    case 'channel-deleted':
    case 'direct-channel-opened':
    case 'role-created':
    case 'role-updated':
    case 'member-joined':
    case 'member-updated':
      return null;
  }
}

function requestLine({ method, path, status, answer }: Exchange): string {
  // Tokens of interactions are long and say nothing.
  const short = path.replace(/aW50[0-9a-f]{20,}/, '…');
  return `  → ${method} ${short} ${status}${status >= 400 ? ` ${JSON.stringify(answer)}` : ''}`;
}

function where(message: Message): string {
  const place = placeName(message.channel);
  return message.onlyFor === null ? place : `${place} [only ${message.onlyFor.name}]`;
}

function placeName(channel: Channel): string {
  switch (channel.kind) {
    case 'guild':
      return `#${channel.name}`;
    case 'direct':
      return `@${channel.user.name}`;
  }
}

function shown(message: Message): string {
  return messageText(message).replaceAll('\n', '\n                ');
}

function asked(interaction: Interaction): string {
  const { kind, data } = interaction;
  const name =
    kind === 'command' || kind === 'autocomplete' ? `/${String(data.name)}` : String(data.custom_id);
  return `${kind} ${name} ${JSON.stringify(data.options ?? data.components ?? '')}`;
}

function answered({ state }: Interaction): string {
  switch (state.state) {
    case 'open':
    case 'no-answer':
      return state.state;
    case 'message':
    case 'update':
      return `${state.state}${state.deferred ? ' (deferred)' : ''}`;
    case 'choices':
      return `choices ${state.choices.map((choice) => choice.name).join(' | ')}`;
    case 'modal':
      return `modal "${state.modal.title}"`;
  }
}
