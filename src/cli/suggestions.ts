/**
 * `npm run suggestions`: the figures that people suggest. `-- write ID [--to FOLDER]`: writes one as a data file for
 * review. `-- drop ID`: sets one aside.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { readDataFolders } from '../knowledge/files.js';
import { describeProblem } from '../knowledge/problems.js';
import { checkRules } from '../knowledge/rules.js';
import { entriesFor, fileOf, suggestedSchema } from '../knowledge/suggested.js';
import { suggestedFolder, withLearnt } from '../paths.js';
import type { SentIn, Suggestion } from '../state/index.js';
import { plain, withSentIn } from './feedback.js';
import { type Output, runAsProgram } from './program.js';

const USAGE =
  'Usage: npm run suggestions [-- write ID [--to FOLDER] | drop ID], with an id that the list shows.';

type Request =
  | { command: 'list' }
  | { command: 'drop'; id: number }
  | { command: 'write'; id: number; to: string };

/** Exit codes: 0 done, 1 the state file can't be used or there is no such suggestion, 2 bad usage. */
export async function main(args: string[], output: Output): Promise<number> {
  const request = readArguments(args);
  if (!request) {
    output.error(USAGE);
    return 2;
  }
  return withSentIn(output, (sentIn, { dataPaths, learntDataPath }) => {
    switch (request.command) {
      case 'list':
        return list(sentIn, output);
      case 'drop':
        return drop(request.id, sentIn, output);
      case 'write':
        return write(request, withLearnt(dataPaths, learntDataPath), sentIn, output);
    }
  });
}

function readArguments(args: string[]): Request | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { to: { type: 'string' } },
    });
    const [command, id, ...rest] = positionals;
    if (command === undefined) return values.to === undefined ? { command: 'list' } : undefined;
    if (id === undefined || !/^\d+$/.test(id) || rest.length > 0) return undefined;
    if (command === 'drop' && values.to === undefined) return { command, id: Number(id) };
    return command === 'write' ? { command, id: Number(id), to: values.to ?? suggestedFolder } : undefined;
  } catch {
    return undefined;
  }
}

async function list({ suggestions }: SentIn, output: Output): Promise<number> {
  const waiting = await suggestions.waiting();
  if (waiting.length === 0) output.out('No suggestion waits.');
  for (const suggestion of waiting) for (const line of linesOf(suggestion)) output.out(line);
  return 0;
}

function linesOf({ id, typed, language, savedAt }: Suggestion): string[] {
  const { metric, value, date, address, words } = typed;
  return [
    `${id}  ${savedAt.toISOString().slice(0, 10)}  ${language}  ${plain(metric)}: ${plain(value)}, ${plain(date)}`,
    `    ${plain(address)}`,
    `    “${plain(words)}”`,
    '',
  ];
}

async function drop(id: number, { suggestions }: SentIn, output: Output): Promise<number> {
  if (await suggestions.settle(id, 'set-aside')) {
    output.out(`${id}: set aside.`);
    return 0;
  }
  return noSuch(id, output);
}

/** The file is checked with all other data; what is to be mended is said, and the file stands all the same. */
async function write(
  { id, to }: { id: number; to: string },
  dataPaths: readonly string[],
  { suggestions }: SentIn,
  output: Output,
): Promise<number> {
  const suggestion = await suggestions.byId(id);
  if (suggestion?.status !== 'waiting') return noSuch(id, output);
  const suggested = suggestedSchema.parse(suggestion.reading);
  mkdirSync(to, { recursive: true });
  const paths = [...dataPaths, to];
  const file = join(to, `suggestion-${id}.yaml`);
  const entries = entriesFor(suggested, readDataFolders(paths).data);
  writeFileSync(file, fileOf(entries, suggested), { flag: 'wx' });
  await suggestions.settle(id, 'written');
  output.out(`Written: ${relative(process.cwd(), file)}, for review.`);
  for (const problem of problemsWith(paths)) output.out(`To mend: ${problem}`);
  return 0;
}

function problemsWith(paths: readonly string[]): string[] {
  const { data, problems, fileOf: placeOf, refused } = readDataFolders(paths);
  return [...problems, ...checkRules(data, placeOf, refused)].map(describeProblem);
}

function noSuch(id: number, output: Output): number {
  output.error(`${id}: no such suggestion waits; npm run suggestions lists those that do.`);
  return 1;
}

runAsProgram(import.meta.url, main);
