/** What the processes of the soak say to each other. */

/** What people ask: questions that are answered, and whatever else is typed. */
export type Questions = { answered: readonly string[]; others: readonly string[] };

export type ToDiscord =
  | { ask: 'begin'; questions: Questions; perSecond: number; seed: number }
  /** The bot is going down or has come back: nobody is counted as lost meanwhile. */
  | { ask: 'trouble'; on: boolean }
  | { ask: 'fault'; how: Fault }
  | { ask: 'end' };

export const FAULTS = [
  'errors',
  'errors after',
  'rate limits',
  'hangs',
  'cut connections',
  'gateway cut',
] as const;
export type Fault = (typeof FAULTS)[number];

export type DiscordIs = { apiUrl: string; token: string; channels: number };

/** What became of everything that people did, and of what the channels were told. */
export type Outcome = {
  asked: Record<string, number>;
  /** Asked while the bot was there and nothing was spoilt, and not answered. */
  lost: string[];
  /** Asked while it was down or a fault struck, and not answered. */
  excused: number;
  doubled: string[];
  uncited: string[];
  pictures: number;
  p50: number;
  p99: number;
  /** How many messages with this figure's id in a button each channel has: id -> counts. */
  told: { channelId: string; ids: string[] }[];
  problems: string[];
};

export type BotOrder = { apiUrl: string; token: string; folder: string };

/** Every few seconds: the event loop's delays since the last time, and the memory, in ms and MB. */
export type BotSays = 'ready' | { p99: number; longest: number; megabytes: number };
