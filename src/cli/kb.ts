/**
 * `npm run kb -- check`: is the data sound? `npm run kb -- export --json`: all of it as one object.
 * `npm run kb -- diff`: what would subscribers be told of? `npm run kb -- schema`: writes data/schema.json, by which editors complete and check data files.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { KnowledgeData } from '../knowledge/entries.js';
import { readDataFolders } from '../knowledge/files.js';
import { schemaJson } from '../knowledge/json-schema.js';
import { outliers } from '../knowledge/outliers.js';
import { describeProblem, type Problem } from '../knowledge/problems.js';
import { checkRules } from '../knowledge/rules.js';
import { dataPaths, schemaPath } from '../paths.js';
import { diff } from './kb-diff.js';
import { type Output, runAsProgram } from './program.js';

const USAGE =
  'Usage: npm run kb -- check | export --json | diff | schema, all but the last with [--data PATH] once or more.';

const COMMANDS = ['check', 'export', 'diff', 'schema'] as const;

type Request = { command: (typeof COMMANDS)[number]; paths: string[] };

/** Exit codes: 0 done, 1 the data has problems, 2 bad usage. */
export function main(args: string[], output: Output): number | Promise<number> {
  const request = readArguments(args);
  if (!request) {
    output.error(USAGE);
    return 2;
  }
  if (request.command === 'schema') {
    writeFileSync(schemaPath, schemaJson());
    output.out(`Written: ${schemaPath}.`);
    return 0;
  }
  const { data, problems } = readAndCheck(request.paths);
  if (problems.length > 0) {
    for (const problem of problems) output.error(describeProblem(problem));
    output.error(problems.length === 1 ? '1 problem.' : `${problems.length} problems.`);
    return 1;
  }
  if (request.command === 'diff') return diff(request.paths, output);
  const lines =
    request.command === 'check' ? [...noted(data), counts(data)] : [JSON.stringify(exported(data), null, 2)];
  for (const line of lines) output.out(line);
  return 0;
}

function readArguments(args: string[]): Request | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { data: { type: 'string', multiple: true }, json: { type: 'boolean' } },
    });
    const [named, ...rest] = positionals;
    const command = COMMANDS.find((one) => one === named);
    if (!command || rest.length > 0) return undefined;
    if (command === 'schema' && values.data) return undefined;
    if ((command === 'export') !== (values.json === true)) return undefined;
    return { command, paths: values.data ?? dataPaths() };
  } catch {
    return undefined;
  }
}

function readAndCheck(paths: string[]): { data: KnowledgeData; problems: Problem[] } {
  const { data, problems, fileOf, refused } = readDataFolders(paths);
  return { data, problems: [...problems, ...checkRules(data, fileOf, refused)] };
}

/** What is far off its neighbours and stands nevertheless, with the reason. */
function noted(data: KnowledgeData): string[] {
  return outliers(data).map(
    ({ figure, neighbours }) =>
      `${figure.id} is far off its neighbours (${neighbours}), and stands: ${figure.note?.en ?? ''}`,
  );
}

function counts(data: KnowledgeData): string {
  const { sources, people, topics, scopes, metrics, figures, quotes, events, statements } = data;
  const lists = { sources, metrics, figures, quotes, events, statements, people, topics, scopes };
  const counted = Object.entries(lists).map(([name, list]) => count(list.length, name));
  return `The data is sound: ${counted.join(', ')}.`;
}

/** "1 scope", "2 scopes"; people stay people. */
function count(length: number, name: string): string {
  return `${length} ${length === 1 ? name.replace(/s$/, '') : name}`;
}

function exported(data: KnowledgeData): Partial<KnowledgeData> {
  const { sources, people, topics, scopes, metrics, figures, quotes, events, statements } = data;
  return { sources, metrics, figures, quotes, events, statements, people, topics, scopes };
}

runAsProgram(import.meta.url, main);
