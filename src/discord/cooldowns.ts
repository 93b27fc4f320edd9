/** How much one person and one channel may ask: a bucket each, that fills again with time. In memory only. */

export type Bucket = {
  /** So many questions at once. */
  size: number;
  /** So many more every second. */
  perSecond: number;
};

export type Cooldowns = { user: Bucket; channel: Bucket };

/** Nobody who reads the answers reaches these; a loop of somebody's script does within seconds. */
export const COOLDOWNS: Cooldowns = {
  user: { size: 10, perSecond: 0.5 },
  channel: { size: 40, perSecond: 2 },
};

/** A sweep forgets the full buckets once there are so many. */
const SWEEP_AT = 5_000;

type Level = { left: number; at: number };

export class CooldownKeeper {
  readonly #cooldowns: Cooldowns;
  readonly #levels = { user: new Map<string, Level>(), channel: new Map<string, Level>() };
  readonly #now: () => Date;

  constructor(cooldowns: Cooldowns, now: () => Date) {
    this.#cooldowns = cooldowns;
    this.#now = now;
  }

  /** Takes one question of a person in a channel: 0 where it may be answered, else the whole seconds to wait. */
  take(userId: string, channelId: string): number {
    const wait = Math.max(this.#wait('user', userId), this.#wait('channel', channelId));
    if (wait > 0) return Math.ceil(wait);
    this.#spend('user', userId);
    this.#spend('channel', channelId);
    return 0;
  }

  #wait(kind: keyof Cooldowns, id: string): number {
    const { left } = this.#level(kind, id);
    return left >= 1 ? 0 : (1 - left) / this.#cooldowns[kind].perSecond;
  }

  #spend(kind: keyof Cooldowns, id: string): void {
    const levels = this.#levels[kind];
    if (levels.size >= SWEEP_AT && !levels.has(id)) this.#sweep(kind);
    const { left, at } = this.#level(kind, id);
    levels.set(id, { left: left - 1, at });
  }

  #level(kind: keyof Cooldowns, id: string): Level {
    const { size, perSecond } = this.#cooldowns[kind];
    const at = this.#now().getTime();
    const known = this.#levels[kind].get(id);
    if (!known) return { left: size, at };
    const gained = (Math.max(0, at - known.at) / 1000) * perSecond;
    return { left: Math.min(size, known.left + gained), at };
  }

  #sweep(kind: keyof Cooldowns): void {
    for (const id of this.#levels[kind].keys()) {
      if (this.#level(kind, id).left >= this.#cooldowns[kind].size) this.#levels[kind].delete(id);
    }
  }
}
