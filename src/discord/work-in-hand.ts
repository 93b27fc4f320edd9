/** What is being done right now, so that stopping can wait for it. */

export class WorkInHand {
  readonly #running = new Set<Promise<void>>();
  #isOpen = true;

  /** Runs `work`, which must not reject; nothing once it is closed. */
  run(work: () => Promise<void>): void {
    if (!this.#isOpen) return;
    const running = work().finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** Takes nothing more and waits for what is in hand, `patience` ms at most; gives how much was left undone. */
  async close(patience: number): Promise<number> {
    this.#isOpen = false;
    let timer: NodeJS.Timeout | undefined;
    const waited = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patience);
    });
    await Promise.race([Promise.all(this.#running), waited]);
    clearTimeout(timer);
    return this.#running.size;
  }
}
