/** What the processes of the crash test say to each other. */
import type { ChildProcess } from 'node:child_process';
import { heard } from '../child-process.js';

/** Requests that are spoilt, each for one channel. */
export type Spoiling = {
  channelId: string;
  how: 'error before' | 'error after' | 'rate limit' | 'hang' | 'cut before' | 'cut after';
  times: number;
};

export type ToDiscord =
  | { ask: 'channels'; guilds: number; channels: number }
  | { ask: 'spoil'; spoilings: readonly Spoiling[] }
  | { ask: 'advance'; ms: number }
  | { ask: 'written' };

/** Where there is a channel, and what the bot wrote there, a text a message. */
export type Place = { guildId: string; channelId: string };
export type Written = { channelId: string; texts: string[] };
export type DiscordIs = { apiUrl: string; token: string };

/** What the bot's process is told by its environment. */
export type BotOrder = {
  apiUrl: string;
  token: string;
  statePath: string;
  /** A folder of data for the engine, which nobody asks anything here. */
  folder: string;
  /** Ids of updates that everybody is to be told of. */
  updates: readonly string[];
  /** Milliseconds that the bot's clock is ahead. */
  ahead: number;
  enforceNonce: boolean;
  isHurried: boolean;
};

/** What the bot's process says: that it is there, and how far it is. */
export type BotSays = 'ready' | { open: number; waiting: number; sent: number; uncertain: number };

/** Sends a question and gives the answer to it; one at a time. */
export async function asked<Answer>(child: ChildProcess, question: ToDiscord): Promise<Answer> {
  const answer = heard<Answer>(child);
  child.send(question);
  return answer;
}
