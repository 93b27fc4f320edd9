/** What `ask` and `check` are told on the command line: one text, or one a line on stdin, and as of when. */
import type { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { type Asking, type Engine, openEngine } from '../engine.js';
import { isCalendarDate } from '../knowledge/calendar.js';
import { dataPaths, defaultDatabasePath } from '../paths.js';
import { linesOf } from './lines.js';
import type { Output } from './program.js';

export type RequestClock = Pick<Asking, 'today' | 'notAfter'>;
type Request =
  | { form: 'text' | 'json'; text: string; clock: RequestClock }
  | { form: 'ndjson'; clock: RequestClock };

/** What one program answers: a text as an object and as people read it, and a line of many. */
export type Answering = {
  /** For one text; called once, with the text as it was typed. */
  one(text: string): { record(): object; read(): string };
  /** For a line on stdin: what is printed, or the sentence that says what to mend. */
  line(line: string): object | string;
};

export type RequestedOf = {
  args: string[];
  output: Output;
  input: Readable;
  usage: string;
  /** Default: opens the knowledge of this environment. It is closed in the end. */
  open?: OpenEngine | undefined;
};

/** Gives an engine that is the caller's to close. */
export type OpenEngine = () => Engine;

/** Does what the arguments ask for; gives the exit code, 2 for bad usage. */
export async function runRequest(
  { args, output, input, usage, open = openOwn }: RequestedOf,
  answering: (engine: Engine, clock: RequestClock) => Answering,
): Promise<number> {
  const request = readRequest(args, usage);
  if (typeof request === 'string') {
    output.error(request);
    return 2;
  }
  const engine = open();
  try {
    const { one, line } = answering(engine, request.clock);
    if (request.form === 'ndjson') return await answerLines(input, output, line);
    const told = one(request.text);
    output.out(request.form === 'json' ? JSON.stringify(told.record()) : told.read());
    return 0;
  } finally {
    engine.close();
  }
}

function openOwn(): Engine {
  return openEngine({ dataPaths: dataPaths(), databasePath: defaultDatabasePath });
}

/** The request, or the sentence that says what is wrong with it. */
function readRequest(args: string[], usage: string): Request | string {
  const parsed = parse(args);
  if (!parsed) return usage;
  const { values, positionals } = parsed;
  const dates = { '--today': values.today, '--as-of': values['as-of'] };
  for (const [option, date] of Object.entries(dates)) {
    if (date !== undefined && !isCalendarDate(date)) {
      return `${option} must be a date that exists, written YYYY-MM-DD, not "${date}".`;
    }
  }
  const clock = { today: values.today, notAfter: values['as-of'] };
  if (values.ndjson) return positionals.length === 0 ? { form: 'ndjson', clock } : usage;
  if (positionals.length === 0) return usage;
  return { form: values.json ? 'json' : 'text', text: positionals.join(' '), clock };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        ndjson: { type: 'boolean' },
        today: { type: 'string' },
        'as-of': { type: 'string' },
      },
    });
  } catch {
    return undefined;
  }
}

/**
 * One object a line, in order. `told` gives what is printed for a line, or the sentence that says what to mend:
 * such a line gets an object with `error`, and the exit code is then 1.
 */
async function answerLines(
  input: Readable,
  output: Output,
  told: (line: string) => object | string,
): Promise<number> {
  let code = 0;
  let number = 0;
  for await (const line of linesOf(input)) {
    number++;
    if (line.trim() === '') continue;
    const answer = told(line);
    if (typeof answer === 'string') code = 1;
    output.out(JSON.stringify(typeof answer === 'string' ? { error: answer, line: number } : answer));
    await output.drained();
  }
  return code;
}
