/** What tests of deliveries deliver: messages that say which updates they tell, put into the outbox by hand. */
import type { BotMessage } from '../../src/discord/message.js';
import type { State } from '../../src/state/index.js';
import { audienceOf } from '../../src/updates/audience.js';
import type { Addressed, Update } from '../../src/updates/update.js';

/** A message that says which updates it tells; the real ones have tests of their own. */
export function plainMessage(updates: readonly Update[], { messageId, subscription }: Addressed): BotMessage {
  const { roleId } = subscription;
  return {
    content: `${roleId === null ? '' : `<@&${roleId}> `}${updates.map(({ id }) => id).join(' ')}`,
    components: [
      {
        type: 1,
        components: [{ type: 2, style: 2, label: 'Stop', custom_id: `stop:${messageId}` }],
      },
    ],
    mentionedRoles: roleId === null ? [] : [roleId],
  };
}

/** Puts updates into the outbox of everyone who is subscribed. */
export async function tell(state: State, updates: readonly Update[]): Promise<void> {
  await state.ledger.learn({
    entries: [],
    updates: updates.map(({ figure, before: _, ...update }) => ({
      ...update,
      figure: JSON.stringify(figure),
      before: null,
    })),
    outbox: audienceOf(updates, await state.subscriptions.livePage('', 100_000), () => []),
  });
}
