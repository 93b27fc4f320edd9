/** The person at the prompt, on the sandbox's Discord: what they type there, and what they are then shown. */
import type { Actions } from '../cli/prompt.js';
import { shownText } from '../cli/shown.js';
import type { AnyCommand } from '../discord/command.js';
import {
  Impossible,
  type Sandbox,
  type Shown,
  type ShownMessage,
  type ShownModal,
} from '../sandbox/index.js';
import { commandShapes, directCommands } from './command-shapes.js';
import type { SandboxServer } from './sandbox-server.js';

/**
 * The moderator of the server. They write to the bot directly, and use those commands on the server that are only
 * there. Plain text is a reply to the bot's last answer, so that it may lean on it.
 */
export function visitorIn(
  sandbox: Sandbox,
  { moderator, general: channel }: SandboxServer,
  commands: readonly AnyCommand[],
): Actions {
  const actor = sandbox.as(moderator);
  const direct = directCommands(commands);
  const placeOf = (command: string) =>
    direct.has(command.split(' ')[0] ?? '') ? actor.directChannel : channel;

  let answered: ShownMessage | undefined;
  let latest: ShownMessage | undefined;
  let modal: ShownModal | undefined;

  const see = (message: ShownMessage): string => {
    latest = message;
    if (!message.ephemeral) answered = message;
    return textOf(message);
  };
  const seeOutcome = ({ outcome }: Shown): string => {
    switch (outcome.kind) {
      case 'message':
      case 'update':
        return see(outcome.message);
      case 'modal':
        modal = outcome.modal;
        return `${outcome.modal.title}: type it now.`;
      case 'nothing':
        if (answered?.deleted) answered = undefined;
        return '(It is gone.)';
      case 'failed':
        return outcome.reason;
      case 'choices':
        return outcome.choices.map(({ name }) => name).join('\n');
    }
  };
  const say = async (text: string): Promise<string> => {
    const open = modal;
    modal = undefined;
    const input = open?.inputs[0];
    if (open && input) return seeOutcome(await actor.submitModal(open, { [input.custom_id]: text }));
    return see(await (answered ? actor.reply(answered, text) : actor.dm(text)));
  };

  return {
    commands: commandShapes(commands),
    say: (text) => possibly(() => say(text)),
    slash: (command, options) =>
      possibly(async () => seeOutcome(await actor.slash(placeOf(command), command, options))),
    click: (label) =>
      possibly(async () => {
        const message = [latest, answered].find((one) => one?.button(label));
        return message
          ? seeOutcome(await actor.click(message, label))
          : `There is no button [${label}] here.`;
      }),
    choices: async (command, option, typed, others) => {
      const { outcome } = await actor.autocomplete(placeOf(command), command, option, typed, others);
      const choices = outcome.kind === 'choices' ? outcome.choices : [];
      return choices.map(({ name, value }) => ({ name, value: String(value) }));
    },
  };
}

/** What Discord's own window would not let a person do is a sentence for them. */
async function possibly(act: () => Promise<string>): Promise<string> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Impossible) return error.message;
    throw error;
  }
}

function textOf(message: ShownMessage): string {
  return shownText({
    content: message.content,
    embeds: message.embeds,
    pictures: message.files.map(({ filename, description }) => description ?? filename),
    buttons: message.buttons.flatMap(({ label }) => (label ? [label] : [])),
  });
}
