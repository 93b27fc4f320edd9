/** Whether what is paused can go on: when permissions change, after a start, and daily. */
import type { Sender } from '../discord/sender.js';
import type { State, Subscription } from '../state/index.js';

export type Rechecking = { state: Pick<State, 'subscriptions'>; sender: Sender };

const PAGE = 500;

/** Ends the pauses of a server's subscriptions where the bot may write again; true where there were any. */
export async function recheckGuild(guildId: string, { state, sender }: Rechecking): Promise<boolean> {
  const paused = await state.subscriptions.pausedOf(guildId);
  const back = paused.filter(({ channelId }) => sender.mayWrite(channelId));
  for (const { id } of back) await state.subscriptions.resume(id);
  return back.length > 0;
}

/** The same for all servers, for what changed while nobody listened. */
export async function recheckAll(rechecking: Rechecking): Promise<void> {
  const { subscriptions } = rechecking.state;
  const guilds = new Set<string>();
  for (let page = await subscriptions.livePage('', PAGE); page.length > 0; ) {
    for (const { guildId } of page.filter(isPaused)) if (guildId !== null) guilds.add(guildId);
    page = await subscriptions.livePage(page.at(-1)?.id ?? '', PAGE);
  }
  for (const guildId of guilds) await recheckGuild(guildId, rechecking);
}

function isPaused({ status }: Subscription): boolean {
  return status.kind === 'paused';
}
