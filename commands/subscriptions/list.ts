/** `/subscriptions list`: those that the person may manage, with how they fare. */
import type { ChatInputCommandInteraction } from 'discord.js';
import type { CommandContext } from '../../src/discord/command.js';
import { respond } from '../../src/discord/reply.js';
import { listPage } from '../../src/discord/subscriptions/list-page.js';

/** The first page, shown to the person only. */
export async function list(interaction: ChatInputCommandInteraction, context: CommandContext): Promise<void> {
  await respond(interaction, await listPage(interaction, 0, context), context, { private: true });
}
