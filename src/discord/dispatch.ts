/** Every interaction comes through here: it finds the handler, holds the cooldowns, and tells what went wrong. */
import type { AutocompleteInteraction, Interaction } from 'discord.js';
import type { Engine } from '../engine.js';
import { discordCatalogueOf } from '../language/discord-catalogue.js';
import { choicesWithin, focusedOf } from './autocomplete.js';
import {
  type AnyCommand,
  type ButtonHandler,
  type Command,
  type CommandContext,
  isMessageCommand,
  type ModalHandler,
  slashCommands,
} from './command.js';
import { readCustomId } from './custom-ids.js';
import { reportFault, UserMistake } from './errors.js';
import { languageOfLocale } from './locale.js';
import { type Answerable, quietly, respond, sentence } from './reply.js';
import { contextIn, type Room } from './room.js';

export type Handlers = {
  commands: readonly AnyCommand[];
  buttons: readonly ButtonHandler[];
  modals: readonly ModalHandler[];
};

/** What to do with one interaction, and what to call it in counters and log. */
type Task = { name: string; asks: boolean; run: (context: CommandContext) => Promise<void> };

/** Gives the function that answers one interaction; it never rejects. */
export function dispatcher(handlers: Handlers, room: Room): (interaction: Interaction) => Promise<void> {
  const commands = new Map(slashCommands(handlers.commands).map((command) => [command.data.name, command]));
  const menu = new Map(
    handlers.commands.filter(isMessageCommand).map((command) => [command.data.name, command]),
  );
  const buttons = new Map(handlers.buttons.map((button) => [button.prefix, button]));
  const modals = new Map(handlers.modals.map((modal) => [modal.prefix, modal]));

  function taskOf(interaction: Answerable): Task {
    if (interaction.isChatInputCommand()) {
      const command = commands.get(interaction.commandName);
      if (!command) return unknownTask('/?');
      return {
        name: `/${interaction.commandName}`,
        asks: true,
        run: (context) => command.run(interaction, context),
      };
    }
    if (interaction.isMessageContextMenuCommand()) {
      const command = menu.get(interaction.commandName);
      if (!command) return unknownTask('menu ?');
      return {
        name: `menu ${interaction.commandName}`,
        asks: true,
        run: (context) => command.run(interaction, context),
      };
    }
    const { prefix, argument } = readCustomId(interaction.customId);
    if (interaction.isModalSubmit()) {
      const modal = modals.get(prefix);
      if (!modal) return unknownTask('modal ?');
      return {
        name: `modal ${prefix}`,
        asks: true,
        run: (context) => modal.run(interaction, argument, context),
      };
    }
    const button = buttons.get(prefix);
    if (!button) return unknownTask('button ?');
    return {
      name: `button ${prefix}`,
      asks: false,
      run: (context) => button.run(interaction, argument, context),
    };
  }

  return async (interaction) => {
    if (interaction.isAutocomplete()) {
      return suggest(interaction, commands.get(interaction.commandName), room);
    }
    if (!isAnswerable(interaction)) {
      room.log.warn({ type: interaction.type }, 'an interaction of a kind that was never offered');
      return;
    }
    await room.engines.during((engine) => perform(interaction, taskOf(interaction), room, engine));
  };
}

function isAnswerable(interaction: Interaction): interaction is Answerable {
  return (
    interaction.isChatInputCommand() ||
    interaction.isMessageContextMenuCommand() ||
    interaction.isButton() ||
    interaction.isModalSubmit()
  );
}

async function perform(
  interaction: Answerable,
  { name, asks, run }: Task,
  room: Room,
  engine: Engine,
): Promise<void> {
  const { counters, log } = room;
  const context = contextIn(room, engine, languageOfLocale(interaction.locale));
  const words = discordCatalogueOf(context.language).room;
  const startedAt = performance.now();
  try {
    const wait = asks ? room.cooldowns.take(interaction.user.id, interaction.channelId ?? '') : 0;
    if (wait > 0) {
      counters.count(name, 'cooledDown');
      await respond(interaction, sentence(words.coolingDown(wait)), context, { private: true });
      return;
    }
    await run(context);
    counters.count(name, 'succeeded');
    log.debug({ handler: name, ms: Math.round(performance.now() - startedAt) }, 'handled');
  } catch (error) {
    counters.count(name, error instanceof UserMistake ? 'mistaken' : 'failed');
    const told =
      error instanceof UserMistake
        ? error.message
        : words.fault(reportFault(error, log, { handler: name, interaction: interaction.id }));
    await respond(interaction, sentence(told), context, { private: true }).catch((failure: unknown) => {
      reportFault(failure, log, { handler: name, interaction: interaction.id, while: 'telling of a fault' });
    });
  }
}

async function suggest(
  interaction: AutocompleteInteraction,
  command: Command | undefined,
  room: Room,
): Promise<void> {
  const { log, counters } = room;
  const name = `autocomplete /${interaction.commandName}`;
  const context = contextIn(room, room.engines.current, languageOfLocale(interaction.locale));
  try {
    const choices = (await command?.autocomplete?.(focusedOf(interaction), context, interaction)) ?? [];
    await quietly(interaction, log, () => interaction.respond(choicesWithin(choices)));
    counters.count(name, 'succeeded');
  } catch (error) {
    counters.count(name, 'failed');
    reportFault(error, log, { handler: name, interaction: interaction.id });
    // Discord shows "loading options failed"; an empty list is what "nothing found" looks like.
    if (!interaction.responded) await interaction.respond([]).catch(() => undefined);
  }
}

/** For what an older version of the bot offered: no cooldown, one sentence. */
function unknownTask(name: string): Task {
  return {
    name,
    asks: false,
    run: ({ language }) => Promise.reject(new UserMistake(discordCatalogueOf(language).room.outdated)),
  };
}
