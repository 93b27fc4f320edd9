/** `npm run eval`: asks every question in test/questions, checks every message there, and says how many are right. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { recordOf } from '../answers/record.js';
import { type Engine, openEngine } from '../engine.js';
import { dataPaths, defaultDatabasePath, projectRoot } from '../paths.js';
import { checkMessages, reportMessages } from './eval-messages.js';
import { type Judged, judge, type Question, questionSchema } from './judge.js';
import { type Output, runAsProgram } from './program.js';

const USAGE = 'Usage: npm run eval -- [FILE.jsonl …] [--today YYYY-MM-DD] [--show all|misses|none]';

/** The day that the questions were written for: "last year" and ages depend on it. */
export const QUESTIONS_TODAY = '2026-11-22';

export type Asked = { question: Question; text: string; judged: Judged };

/** Exit codes: 0 done, 2 bad usage. */
export function main(args: string[], output: Output): number {
  let files: string[];
  let given: string[];
  let today: string;
  let show: string;
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { today: { type: 'string' }, show: { type: 'string' } },
    });
    given = positionals;
    files = positionals.length > 0 ? positionals : questionFiles();
    today = values.today ?? QUESTIONS_TODAY;
    show = values.show ?? 'misses';
  } catch {
    output.error(USAGE);
    return 2;
  }
  const engine = openEngine({ dataPaths: dataPaths(), databasePath: defaultDatabasePath });
  try {
    const isOfMessages = (file: string) => basename(file).startsWith('messages');
    const questions = files.filter((file) => !isOfMessages(file)).flatMap(readQuestions);
    if (questions.length > 0)
      report(
        questions.map((question) => askOne(engine, question, today)),
        show,
        output,
      );
    const messages = given.length > 0 ? files.filter(isOfMessages) : [messagesFile];
    for (const file of messages) reportMessages(checkMessages(file, engine, today), show, output);
    return 0;
  } finally {
    engine.close();
  }
}

/** The messages whose figures are checked; the other files hold questions. */
const MESSAGES = 'messages.jsonl';
export const messagesFile = join(projectRoot, 'test', 'questions', MESSAGES);

/** Every file of questions of the project. */
export function questionFiles(): string[] {
  const folder = join(projectRoot, 'test', 'questions');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl') && name !== MESSAGES)
    .sort()
    .map((name) => join(folder, name));
}

/** The questions of one file; throws, naming file and line, where one is malformed. */
export function readQuestions(file: string): Question[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const parsed = questionSchema.safeParse(JSON.parse(line));
      if (!parsed.success) throw new Error(`${file}, line ${index + 1}: ${parsed.error.message}`);
      return [parsed.data];
    });
}

/** Asks one question (after its previous one, if it has one) and judges the answer. */
export function askOne(engine: Engine, question: Question, today: string): Asked {
  const previous = question.previous ? engine.ask(question.previous, { today }).query : undefined;
  const { answer } = engine.ask(question.q, { today, previous });
  const record = recordOf(question.q, answer);
  const documents = record.sources.flatMap((source) => source.document ?? []);
  const judged = judge(question, {
    status: record.status,
    text: record.text,
    documents,
    figures: record.figures.length,
  });
  return { question, text: record.text, judged };
}

function report(asked: readonly Asked[], show: string, output: Output): void {
  const classes = groupByClass(asked);
  for (const one of asked) {
    if (show === 'none' || (show === 'misses' && one.judged.right)) continue;
    const mark = one.judged.right ? 'right' : one.judged.confidentlyWrong ? 'WRONG' : 'miss';
    output.out(`${mark} ${one.question.id} [${one.question.class}] ${shorten(one.question.q)}`);
    for (const reason of one.judged.reasons) output.out(`    ${shorten(reason)}`);
    output.out(`    → ${shorten(one.text.replace(/\n/g, ' | '), 420)}`);
  }
  output.out('');
  for (const [name, list] of classes) output.out(line(name, list));
  output.out(line('all', asked));
}

function groupByClass(asked: readonly Asked[]): [string, Asked[]][] {
  const classes = new Map<string, Asked[]>();
  for (const one of asked) classes.set(one.question.class, [...(classes.get(one.question.class) ?? []), one]);
  return [...classes].sort(([a], [b]) => a.localeCompare(b));
}

function line(name: string, asked: readonly Asked[]): string {
  const right = asked.filter((one) => one.judged.right).length;
  const wrong = asked.filter((one) => one.judged.confidentlyWrong).length;
  const percent = asked.length > 0 ? ((100 * right) / asked.length).toFixed(1) : '–';
  return `${name.padEnd(20)} ${String(right).padStart(4)} of ${String(asked.length).padStart(4)} right (${percent} %), ${wrong} confidently wrong`;
}

function shorten(text: string, length = 200): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

runAsProgram(import.meta.url, main);
