/** How many requests of the bot are being answered, so that a test can wait until nothing more comes. */
import type { Server } from 'node:http';

export type BusyCount = {
  /** Resolves once there has been no request for `quietMs`. */
  idle(quietMs: number): Promise<void>;
};

/** Counts the requests of this server. */
export function countBusy(server: Server): BusyCount {
  let open = 0;
  let last = performance.now();
  const touch = (change: number) => {
    open += change;
    last = performance.now();
  };
  server.on('request', (_request, response) => {
    touch(1);
    response.once('close', () => touch(-1));
  });
  return {
    async idle(quietMs) {
      last = performance.now();
      while (open > 0 || performance.now() - last < quietMs) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
  };
}
