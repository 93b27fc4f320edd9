/** The record of what the bot asked for: kept in memory, and appended to a file for those who check it elsewhere. */
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Exchange } from './changes.js';
import type { World } from './world.js';

/**
 * Collects every exchange from now on.
 * @param file appended to as JSON lines `{ method, path, body }`, with `files` where some were sent
 */
export function recordTraffic(world: World, file: string | null): readonly Exchange[] {
  const exchanges: Exchange[] = [];
  if (file !== null) mkdirSync(dirname(file), { recursive: true });
  world.changes.listen((change) => {
    if (change.kind !== 'request') return;
    const { method, path, body, files } = change.exchange;
    exchanges.push(change.exchange);
    if (file === null) return;
    // At once, so that nothing is missing when the process is killed.
    appendFileSync(file, `${JSON.stringify({ method, path, body, ...(files > 0 ? { files } : {}) })}\n`);
  });
  return exchanges;
}
