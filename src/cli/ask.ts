/** `npm run ask`: one question on the command line, or one a line on stdin, answered as text or as JSON. */
import type { Readable } from 'node:stream';
import { recordOf } from '../answers/record.js';
import { type Engine, openEngine, type Reply } from '../engine.js';
import { dataPaths, defaultDatabasePath } from '../paths.js';
import { readAskedLine } from './asked-lines.js';
import { type Output, runAsProgram } from './program.js';
import { answerLines, type RequestClock, readRequest } from './request.js';
import { answerText } from './text.js';

const USAGE =
  'Usage: npm run -s ask -- "QUESTION" [--json], or --ndjson with one {"question": "…"} a line on stdin; ' +
  'each with [--today YYYY-MM-DD] [--as-of YYYY-MM-DD].';

/** Exit codes: 0 done (answered or unknown), 1 bad data or a bad line, 2 bad usage. */
export async function main(args: string[], output: Output, input: Readable): Promise<number> {
  const request = readRequest(args, USAGE);
  if (typeof request === 'string') {
    output.error(request);
    return 2;
  }
  const engine = openEngine({ dataPaths: dataPaths(), databasePath: defaultDatabasePath });
  try {
    const { clock } = request;
    if (request.form === 'ndjson') {
      return await answerLines(input, output, (line) => {
        const asked = readAskedLine(line);
        if (typeof asked === 'string') return asked;
        return recordOf(asked.question, askAfter(engine, asked.earlier, asked.question, clock).answer);
      });
    }
    const { answer } = engine.ask(request.text, clock);
    const isJson = request.form === 'json';
    output.out(isJson ? JSON.stringify(recordOf(request.text, answer)) : answerText(answer));
    return 0;
  } finally {
    engine.close();
  }
}

function askAfter(engine: Engine, earlier: readonly string[], question: string, clock: RequestClock): Reply {
  let previous: Reply['query'] | undefined;
  for (const one of earlier) previous = engine.ask(one, { ...clock, previous }).query;
  return engine.ask(question, { ...clock, previous });
}

runAsProgram(import.meta.url, main);
