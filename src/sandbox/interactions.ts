/** The life of an interaction: made, acknowledged within three seconds or lost, its token good for a quarter of an hour. */
import { randomBytes } from 'node:crypto';
import { ApiFault } from './api-fault.js';
import type { Faults } from './faults.js';
import type { Channel, Interaction, InteractionKind, Message, User } from './model.js';
import type { World } from './world.js';

/** https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages */
const ACKNOWLEDGE_MS = 3_000;
const TOKEN_MS = 15 * 60_000;

export type NewInteraction = {
  readonly kind: InteractionKind;
  readonly user: User;
  readonly channel: Channel;
  readonly data: Readonly<Record<string, unknown>>;
  readonly source?: Message | null;
  readonly trigger?: Interaction | null;
};

/** Makes an interaction and sends it to the bot; whatever becomes of it is told as a change. */
export function startInteraction(world: World, faults: Faults, given: NewInteraction): Interaction {
  const late = faults.strikeInteraction();
  const interaction: Interaction = {
    source: null,
    trigger: null,
    ...given,
    id: world.newId(),
    // Discord's are letters and digits too; the client puts them into addresses as they are.
    token: `aW50${randomBytes(48).toString('hex')}`,
    createdAt: world.clock.now() - (late ? ACKNOWLEDGE_MS : 0),
    state: { state: 'open' },
    original: null,
  };
  const expire = () => {
    if (interaction.state.state === 'open')
      world.answerInteraction(interaction, { state: 'no-answer' }, null);
  };
  if (!late) world.clock.after(ACKNOWLEDGE_MS, expire);
  world.addInteraction(interaction);
  if (late) expire();
  return interaction;
}

/** The interaction that a callback answers. @throws ApiFault 10062 or 40060 */
export function unansweredInteraction(world: World, id: string, token: string): Interaction {
  const interaction = world.interactions.get(id);
  if (interaction === undefined || interaction.token !== token) throw new ApiFault('unknownInteraction');
  switch (interaction.state.state) {
    case 'no-answer':
      throw new ApiFault('unknownInteraction');
    case 'open':
      // The timer may be behind the clock by a moment.
      if (world.clock.now() - interaction.createdAt >= ACKNOWLEDGE_MS)
        throw new ApiFault('unknownInteraction');
      return interaction;
    case 'message':
    case 'update':
    case 'choices':
    case 'modal':
      throw new ApiFault('alreadyAcknowledged');
  }
}

/** The interaction whose answer is changed or added to. @throws ApiFault 10015 or 50027 */
export function answeredInteraction(world: World, applicationId: string, token: string): Interaction {
  const interaction = world.interactionsByToken.get(token);
  if (applicationId !== world.bot.id || interaction === undefined) throw new ApiFault('unknownWebhook');
  if (world.clock.now() - interaction.createdAt >= TOKEN_MS) throw new ApiFault('invalidWebhookToken');
  const { state } = interaction.state;
  if (state === 'open' || state === 'no-answer') throw new ApiFault('unknownWebhook');
  return interaction;
}
