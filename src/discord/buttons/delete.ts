/** "Delete": takes an answer away, for the person who asked and for whoever may manage messages there. */
import { type ButtonInteraction, PermissionFlagsBits } from 'discord.js';
import { discordCatalogueOf } from '../../language/discord-catalogue.js';
import { BUTTONS_LIVE_DAYS } from '../../state/index.js';
import type { ButtonHandler } from '../command.js';
import { readArgument } from '../custom-ids.js';
import { UserMistake } from '../errors.js';
import { quietly } from '../reply.js';
import { PREFIXES } from './prefixes.js';

export const deleteButton: ButtonHandler = {
  prefix: PREFIXES.delete,
  async run(interaction, argument, context) {
    const { state, language } = context;
    const { id } = readArgument(argument);
    const saved = await state.answers.byId(id);
    if (saved?.askerId !== interaction.user.id && !mayManageMessages(interaction)) {
      const words = discordCatalogueOf(language).room;
      throw new UserMistake(saved ? words.notYours : words.buttonExpired(BUTTONS_LIVE_DAYS));
    }
    // By the interaction's token: works in channels that the bot itself can't see.
    await quietly(interaction, context.log, async () => {
      await interaction.deferUpdate();
      await interaction.deleteReply();
    });
    await state.answers.remove(id);
  },
};

function mayManageMessages({ memberPermissions }: ButtonInteraction): boolean {
  return memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false;
}
