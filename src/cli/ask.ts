/** `npm run ask`: one question on the command line, or one a line on stdin, answered as text or as JSON. */
import type { Readable } from 'node:stream';
import { recordOf } from '../answers/record.js';
import type { Engine, Reply } from '../engine.js';
import { readAskedLine } from './asked-lines.js';
import { type Output, runAsProgram } from './program.js';
import { type OpenEngine, type RequestClock, runRequest } from './request.js';
import { answerText } from './text.js';

const USAGE =
  'Usage: npm run -s ask -- "QUESTION" [--json], or --ndjson with one {"question": "…"} a line on stdin; ' +
  'each with [--today YYYY-MM-DD] [--as-of YYYY-MM-DD].';

/** Exit codes: 0 done (answered or unknown), 1 bad data or a bad line, 2 bad usage. */
export async function main(
  args: string[],
  output: Output,
  input: Readable,
  open?: OpenEngine,
): Promise<number> {
  return runRequest({ args, output, input, usage: USAGE, open }, (engine, clock) => ({
    one(question) {
      const { answer } = engine.ask(question, clock);
      return { record: () => recordOf(question, answer), read: () => answerText(answer) };
    },
    line(line) {
      const asked = readAskedLine(line);
      if (typeof asked === 'string') return asked;
      return recordOf(asked.question, askAfter(engine, asked.earlier, asked.question, clock).answer);
    },
  }));
}

function askAfter(engine: Engine, earlier: readonly string[], question: string, clock: RequestClock): Reply {
  let previous: Reply['query'] | undefined;
  for (const one of earlier) previous = engine.ask(one, { ...clock, previous }).query;
  return engine.ask(question, { ...clock, previous });
}

runAsProgram(import.meta.url, main);
