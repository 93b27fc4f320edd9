/** The sandbox's time: runs along with the real time, or stands still; either way it can be moved forward at will. */

type Task = { due: number; run: () => void; timer: NodeJS.Timeout | null };

/** Time for one sandbox. Moving it forward also fires what falls due on the way, in order. */
export class Clock {
  readonly #frozen: boolean;
  #time: number;
  readonly #tasks = new Set<Task>();

  /** `frozenAt`: time stands still at this moment and moves only by `advance`; otherwise it runs from now on. */
  constructor(options: { frozenAt?: Date } = {}) {
    this.#frozen = options.frozenAt !== undefined;
    // A running clock keeps what it is ahead of the real time, a frozen one the time itself.
    this.#time = options.frozenAt?.getTime() ?? 0;
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.#frozen ? this.#time : Date.now() + this.#time;
  }

  /** Moves time forward by `ms` and runs everything that is then due. */
  advance(ms: number): void {
    this.#time += ms;
    const due = [...this.#tasks].filter((task) => task.due <= this.now()).sort((a, b) => a.due - b.due);
    for (const task of due) this.#finish(task);
    for (const task of this.#tasks) this.#arm(task);
  }

  /** Runs `run` once `ms` have passed on this clock; the result cancels it. */
  after(ms: number, run: () => void): () => void {
    const task: Task = { due: this.now() + ms, run, timer: null };
    this.#tasks.add(task);
    this.#arm(task);
    return () => this.#drop(task);
  }

  /** Cancels everything that is still to come. */
  close(): void {
    for (const task of this.#tasks) this.#drop(task);
  }

  #arm(task: Task): void {
    if (task.timer !== null) clearTimeout(task.timer);
    if (this.#frozen) return;
    task.timer = setTimeout(() => this.#finish(task), Math.max(0, task.due - this.now()));
    task.timer.unref();
  }

  #finish(task: Task): void {
    if (!this.#tasks.has(task)) return;
    this.#drop(task);
    task.run();
  }

  #drop(task: Task): void {
    if (task.timer !== null) clearTimeout(task.timer);
    this.#tasks.delete(task);
  }
}
