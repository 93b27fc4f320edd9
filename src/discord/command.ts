/** What a command, a button and a modal are: the shapes that `commands/` and `buttons/` fill and the dispatcher runs. */
import {
  ApplicationCommandType,
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { Logger } from 'pino';
import type { Charts } from '../charts/index.js';
import type { Engine } from '../engine.js';
import type { State } from '../state/index.js';

export type Language = 'en' | 'fr';

/** What every handler is handed; `language` is that of the interaction's locale. */
export type CommandContext = {
  engine: Engine;
  state: State;
  log: Logger;
  /** Undefined where answers come without pictures. */
  charts: Charts | undefined;
  language: Language;
  now(): Date;
};

/** One line of an autocomplete list: people read the name, the command is handed the value (an id). */
export type Choice = { name: string; value: string };

/** The option being typed into, and what the command's other options hold so far. */
export type Focused = { name: string; value: string; others: Readonly<Record<string, string>> };

export type Command = {
  /** Plain data: `{ … } as const satisfies RESTPostAPIChatInputApplicationCommandsJSONBody`. */
  data: RESTPostAPIChatInputApplicationCommandsJSONBody;
  /** Replies by `respond` or `respondWithAnswer`; throws a UserMistake where the person has to mend something. */
  run(interaction: ChatInputCommandInteraction, context: CommandContext): Promise<void>;
  /** Choices from memory or by one quick read, best first; the dispatcher cuts the list and the names to Discord's limits. */
  autocomplete?(
    focused: Focused,
    context: CommandContext,
    interaction: AutocompleteInteraction,
  ): readonly Choice[] | Promise<readonly Choice[]>;
};

/** A command in the menu of a message (right click, or a long press on a phone). */
export type MessageCommand = {
  data: RESTPostAPIContextMenuApplicationCommandsJSONBody & { type: ApplicationCommandType.Message };
  /** Replies by `respond`; throws a UserMistake where the person has to mend something. */
  run(interaction: MessageContextMenuCommandInteraction, context: CommandContext): Promise<void>;
};

export type AnyCommand = Command | MessageCommand;

export function isMessageCommand(command: AnyCommand): command is MessageCommand {
  return command.data.type === ApplicationCommandType.Message;
}

/** Commands that are typed after a slash. */
export function slashCommands(commands: readonly AnyCommand[]): Command[] {
  return commands.filter((command): command is Command => !isMessageCommand(command));
}

/** Answers clicks on every button whose custom id starts with `<prefix>:`; the rest of the id is the argument. */
export type ButtonHandler = {
  prefix: string;
  run(interaction: ButtonInteraction, argument: string, context: CommandContext): Promise<void>;
};

/** Answers every modal whose custom id starts with `<prefix>:`; the rest of the id is the argument. */
export type ModalHandler = {
  prefix: string;
  run(interaction: ModalSubmitInteraction, argument: string, context: CommandContext): Promise<void>;
};
