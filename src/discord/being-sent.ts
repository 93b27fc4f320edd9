/**
 * Answers that are on their way: who replies at once can be faster than Discord's word to us of which message
 * the answer became, so the reply waits for what is being sent in its channel.
 */

export class BeingSent {
  readonly #byChannel = new Map<string, Set<Promise<unknown>>>();

  /** Runs `work`, which sends an answer in a channel and notes its message; gives what it gives. */
  async during<Result>(channelId: string, work: () => Promise<Result>): Promise<Result> {
    const inChannel = this.#byChannel.get(channelId) ?? new Set();
    this.#byChannel.set(channelId, inChannel);
    const running = work();
    inChannel.add(running);
    try {
      return await running;
    } finally {
      inChannel.delete(running);
      if (inChannel.size === 0 && this.#byChannel.get(channelId) === inChannel)
        this.#byChannel.delete(channelId);
    }
  }

  /** Resolves when what is being sent in a channel right now is sent and noted, or has failed. */
  async settled(channelId: string): Promise<void> {
    await Promise.allSettled(this.#byChannel.get(channelId) ?? []);
  }
}
