/**
 * `npm run feedback`: what people found wrong or missing, and questions that got no answer.
 * `npm run feedback -- done W3 U12`: marks them done.
 */
import { parseArgs } from 'node:util';
import { type Config, readConfig } from '../config.js';
import { openBeside, type Remark, type SentIn, StateUnusable, type UnknownQuestion } from '../state/index.js';
import { type Output, runAsProgram } from './program.js';

const USAGE = 'Usage: npm run feedback [-- done ID…], with the ids that the list shows, such as W3 or U12.';

const KINDS = { W: 'remark', U: 'unknown' } as const;

/** Exit codes: 0 done, 1 the state file can't be used or an id is unknown, 2 bad usage. */
export async function main(args: string[], output: Output): Promise<number> {
  const asked = readArguments(args);
  if (!asked) {
    output.error(USAGE);
    return 2;
  }
  return withSentIn(output, (sentIn) =>
    asked.done.length > 0 ? markDone(asked.done, sentIn, output) : list(sentIn, output),
  );
}

/**
 * Runs `work` on what people have sent in, and gives its exit code. What is wrong with the environment becomes lines
 * on stderr and 2, what is wrong with the state file one and 1.
 */
export async function withSentIn(
  output: Output,
  work: (sentIn: SentIn, config: Config) => Promise<number>,
): Promise<number> {
  const read = readConfig(process.env);
  if ('faults' in read) {
    for (const fault of read.faults) output.error(fault);
    return 2;
  }
  let sentIn: SentIn | undefined;
  try {
    sentIn = await openBeside(read.config.statePath);
    return await work(sentIn, read.config);
  } catch (error) {
    if (!(error instanceof StateUnusable)) throw error;
    output.error(error.message);
    return 1;
  } finally {
    await sentIn?.close();
  }
}

type Id = { kind: 'remark' | 'unknown'; id: number; shown: string };

function readArguments(args: string[]): { done: Id[] } | undefined {
  try {
    const [command, ...ids] = parseArgs({ args, allowPositionals: true, options: {} }).positionals;
    if (command === undefined) return { done: [] };
    const read = ids.map(readId);
    const done = read.filter((id) => id !== undefined);
    return command === 'done' && done.length > 0 && done.length === read.length ? { done } : undefined;
  } catch {
    return undefined;
  }
}

function readId(text: string): Id | undefined {
  const [, letter, number] = /^([WU])(\d+)$/i.exec(text) ?? [];
  const kind = Object.entries(KINDS).find(([one]) => one === letter?.toUpperCase())?.[1];
  return kind && { kind, id: Number(number), shown: text.toUpperCase() };
}

async function markDone(ids: readonly Id[], { feedback }: SentIn, output: Output): Promise<number> {
  let code = 0;
  for (const { kind, id, shown } of ids) {
    if (await feedback.done(kind, id)) output.out(`${shown}: done.`);
    else {
      output.error(`${shown}: there is no such entry, or it is done already.`);
      code = 1;
    }
  }
  return code;
}

async function list({ feedback }: SentIn, output: Output): Promise<number> {
  const remarks = await feedback.remarks();
  const unknown = await feedback.unknown();
  if (remarks.length === 0 && unknown.length === 0) output.out('Nothing waits.');
  for (const remark of remarks) for (const line of remarkLines(remark)) output.out(line);
  if (unknown.length > 0) output.out('Questions that got no answer:');
  for (const question of unknown) output.out(unknownLine(question));
  return 0;
}

function remarkLines({ id, said, question, answer, language, savedAt }: Remark): string[] {
  return [
    `W${id}  ${dayOf(savedAt)}  ${language}  ${plain(said)}`,
    ...(question === '' ? [] : [`    asked: ${plain(question)}`]),
    `    answer: ${plain(answer)}`,
    '',
  ];
}

function unknownLine({ id, question, language, times, lastAskedAt }: UnknownQuestion): string {
  return `U${id}  ${times}×, last ${dayOf(lastAskedAt)}  ${language}  ${plain(question)}`;
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** On one line, without characters that would move a terminal's cursor or colours. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').trim();
}

runAsProgram(import.meta.url, main);
