import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../src/paths.js';

/** What each room may import of ours; `docs/how-it-works.md` has the same table in words. */
const ROOMS: Record<string, readonly string[] | 'all'> = {
  knowledge: [],
  language: [],
  state: [],
  sandbox: [],
  page: ['sandbox'],
  questions: ['knowledge'],
  answers: ['knowledge', 'questions', 'language'],
  charts: ['knowledge'],
  feeds: ['knowledge', 'language'],
  engine: ['knowledge', 'questions', 'answers'],
  paths: [],
  log: [],
  config: ['paths'],
  cli: ['answers', 'knowledge', 'questions', 'engine', 'paths', 'language', 'state', 'updates', 'config'],
  updates: ['knowledge', 'answers', 'state', 'discord', 'language'],
  discord: ['knowledge', 'answers', 'state', 'charts', 'language', 'engine'],
  commands: ['answers', 'discord', 'state', 'updates', 'language'],
  main: 'all',
  register: 'all',
};

/** Only these may know Discord's library. */
const DISCORD_ROOMS = ['discord', 'commands'];

type File = { path: string; room: string; ours: string[]; packages: string[] };

const files = ['src', 'commands'].flatMap((folder) => filesBelow(folder)).map(readImports);

test('there are files to look at, each in a known room', () => {
  expect(files.length).toBeGreaterThan(40);
  expect(files.filter((file) => ROOMS[file.room] === undefined).map((file) => file.path)).toEqual([]);
});

test('a room imports only what stands below it', () => {
  const forbidden = files.flatMap((file) => {
    const allowed = ROOMS[file.room] ?? [];
    const strays = file.ours.filter((path) => {
      const room = roomOf(path);
      return allowed !== 'all' && room !== file.room && !allowed.includes(room);
    });
    return strays.map((path) => `${file.path} imports ${path}`);
  });
  expect(forbidden).toEqual([]);
});

test('no files import each other in a circle', () => {
  const imports = new Map(files.map((file) => [file.path, file.ours]));
  expect(circlesOf(imports)).toEqual([]);
});

test('what is imported exists', () => {
  const known = new Set(files.map((file) => file.path));
  const missing = files.flatMap((file) => file.ours.filter((path) => !known.has(path)));
  expect(missing).toEqual([]);
});

test('discord.js stays in its rooms', () => {
  const strays = files.filter(
    (file) =>
      !DISCORD_ROOMS.includes(file.room) && file.packages.some((name) => /^@?discord(?:\.|js|-)/.test(name)),
  );
  expect(strays.map((file) => file.path)).toEqual([]);
});

test('circles are found', () => {
  const circular = new Map([
    ['a', ['b']],
    ['b', ['c']],
    ['c', ['b']],
  ]);
  expect(circlesOf(circular)).toEqual(['b → c → b']);
});

function filesBelow(folder: string): string[] {
  return readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .sort();
}

function readImports(path: string): File {
  const text = readFileSync(join(projectRoot, path), 'utf8');
  const found = text.matchAll(
    /^\s*(?:import|export)\b[^;'"]*?from\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/gm,
  );
  const names = [...found].map((match) => match[1] ?? match[2] ?? '');
  const ours = names
    .filter((name) => name.startsWith('.'))
    .map((name) => join(dirname(path), name).replaceAll('\\', '/').replace(/\.js$/, '.ts'));
  return { path, room: roomOf(path), ours, packages: names.filter((name) => !name.startsWith('.')) };
}

/** `src/cli/ask.ts` is of the room `cli`, `src/engine.ts` of `engine`, `commands/figure.ts` of `commands`. */
function roomOf(path: string): string {
  const [first, second] = path.split('/');
  return first === 'src' ? (second ?? '').replace(/\.ts$/, '') : relative('', first ?? '');
}

/** Each circle once, as "a → b → a". */
function circlesOf(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]) => {
    const start = way.indexOf(file);
    if (start >= 0) circles.push([...way.slice(start), file].join(' → '));
    if (start >= 0 || done.has(file)) return;
    for (const next of imports.get(file) ?? []) visit(next, [...way, file]);
    done.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
  return circles;
}
