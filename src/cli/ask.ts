/** `npm run ask`: one question on the command line, or one a line on stdin, answered as text or as JSON. */
import type { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { recordOf } from '../answers/record.js';
import { type Asking, type Engine, openEngine, type Reply } from '../engine.js';
import { isCalendarDate } from '../knowledge/calendar.js';
import { dataPaths, defaultDatabasePath } from '../paths.js';
import { readAskedLine } from './asked-lines.js';
import { linesOf } from './lines.js';
import { type Output, runAsProgram } from './program.js';
import { answerText } from './text.js';

const USAGE =
  'Usage: npm run -s ask -- "QUESTION" [--json], or --ndjson with one {"question": "…"} a line on stdin; ' +
  'each with [--today YYYY-MM-DD] [--as-of YYYY-MM-DD].';

type Clock = Pick<Asking, 'today' | 'notAfter'>;
type Request = { form: 'text' | 'json'; question: string; clock: Clock } | { form: 'ndjson'; clock: Clock };

/** Exit codes: 0 done (answered or unknown), 1 bad data or a bad line, 2 bad usage. */
export async function main(args: string[], output: Output, input: Readable): Promise<number> {
  const request = readArguments(args);
  if (typeof request === 'string') {
    output.error(request);
    return 2;
  }
  const engine = openEngine({ dataPaths: dataPaths(), databasePath: defaultDatabasePath });
  try {
    if (request.form === 'ndjson') return await answerLines(engine, request.clock, input, output);
    const { answer } = engine.ask(request.question, request.clock);
    const isJson = request.form === 'json';
    output.out(isJson ? JSON.stringify(recordOf(request.question, answer)) : answerText(answer));
    return 0;
  } finally {
    engine.close();
  }
}

/** The request, or the sentence that says what is wrong with it. */
function readArguments(args: string[]): Request | string {
  const parsed = parse(args);
  if (!parsed) return USAGE;
  const { values, positionals } = parsed;
  const dates = { '--today': values.today, '--as-of': values['as-of'] };
  for (const [option, date] of Object.entries(dates)) {
    if (date !== undefined && !isCalendarDate(date)) {
      return `${option} must be a date that exists, written YYYY-MM-DD, not "${date}".`;
    }
  }
  const clock = { today: values.today, notAfter: values['as-of'] };
  if (values.ndjson) return positionals.length === 0 ? { form: 'ndjson', clock } : USAGE;
  if (positionals.length === 0) return USAGE;
  return { form: values.json ? 'json' : 'text', question: positionals.join(' '), clock };
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

/** One object a line, in order; a bad line gets an object with `error`, and the exit code is then 1. */
async function answerLines(engine: Engine, clock: Clock, input: Readable, output: Output): Promise<number> {
  let code = 0;
  let number = 0;
  for await (const line of linesOf(input)) {
    number++;
    if (line.trim() === '') continue;
    const asked = readAskedLine(line);
    if (typeof asked === 'string') {
      output.out(JSON.stringify({ error: asked, line: number }));
      code = 1;
    } else {
      const { answer } = askAfter(engine, asked.earlier, asked.question, clock);
      output.out(JSON.stringify(recordOf(asked.question, answer)));
    }
    await output.drained();
  }
  return code;
}

function askAfter(engine: Engine, earlier: readonly string[], question: string, clock: Clock): Reply {
  let previous: Reply['query'] | undefined;
  for (const one of earlier) previous = engine.ask(one, { ...clock, previous }).query;
  return engine.ask(question, { ...clock, previous });
}

runAsProgram(import.meta.url, main);
