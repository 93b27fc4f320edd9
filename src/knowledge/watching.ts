/** Watches folders of data, and tells once a change has settled: editors write in several steps. */
import { type Stats, statSync } from 'node:fs';
import { basename } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';

export type WatchOptions = {
  /** Called after the last of several changes. */
  onChange: () => void;
  /** Called where the system does not let the folders be watched. */
  onError: (error: unknown) => void;
  /** How long nothing may change before it is told, in ms. */
  settleMs?: number;
  /** How often folders that do not exist are looked for, in ms. */
  lookMs?: number;
};

export type Watching = { close(): Promise<void> };

const SETTLE_MS = 300;
const LOOK_MS = 2_000;

/** Watches the files and folders at `paths`, also those that do not exist yet; resolves once changes are noticed. */
export async function watchData(
  paths: readonly string[],
  { onChange, onError, settleMs = SETTLE_MS, lookMs = LOOK_MS }: WatchOptions,
): Promise<Watching> {
  let settling: NodeJS.Timeout | undefined;
  const changed = () => {
    clearTimeout(settling);
    settling = setTimeout(onChange, settleMs);
  };
  const watched = new Map<string, Watched>();
  const begin = (path: string, identity: number) => {
    const watcher = watch(path, { ignoreInitial: true, ignored: isNoData(path) });
    watcher.on('all', changed).on('error', onError);
    watched.set(path, { identity, watcher });
    return new Promise<void>((resolve) => void watcher.once('ready', resolve));
  };
  // chokidar never notices a folder that appears, or comes back, after it was told to watch it.
  const look = () => {
    for (const path of paths) {
      const identity = identityOf(path);
      const known = watched.get(path);
      if (known?.identity === identity) continue;
      void known?.watcher.close();
      watched.delete(path);
      // What was written before it was watched would be missed otherwise.
      if (identity !== undefined) void begin(path, identity).then(changed);
      changed();
    }
  };
  await Promise.all(
    paths.map((path) => {
      const identity = identityOf(path);
      return identity === undefined ? undefined : begin(path, identity);
    }),
  );
  const looking = setInterval(look, lookMs).unref();
  return {
    close: async () => {
      clearInterval(looking);
      clearTimeout(settling);
      await Promise.all([...watched.values()].map(({ watcher }) => watcher.close()));
    },
  };
}

type Watched = { identity: number; watcher: FSWatcher };

/**
 * Which file or folder it is (one that was put in its place is another); undefined where there is none, or none that
 * can be reached: why is said by whoever reads the data, who is told of the change.
 */
function identityOf(path: string): number | undefined {
  try {
    return statSync(path).ino;
  } catch {
    return undefined;
  }
}

/** Editors' own files (swap files, locks) begin with a dot or have other endings. */
function isNoData(root: string): (path: string, stats?: Stats) => boolean {
  return (path, stats) =>
    path !== root &&
    (basename(path).startsWith('.') || (stats?.isFile() === true && !/\.ya?ml$/i.test(path)));
}
