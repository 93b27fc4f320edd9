/** `npm run check`: the figures of one message on the command line, or of one a line on stdin, held against the sources. */
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { checkRecord } from '../answers/claims/check-record.js';
import { checkText } from './check-text.js';
import { type Output, runAsProgram } from './program.js';
import { type OpenEngine, runRequest } from './request.js';

const USAGE =
  'Usage: npm run -s check -- "MESSAGE" [--json], or --ndjson with one {"message": "…"} a line on stdin; ' +
  'each with [--today YYYY-MM-DD] [--as-of YYYY-MM-DD].';

const BAD_LINE = 'This line is no object with a "message" that is text; write {"message": "…"} on one line.';

const lineSchema = z.looseObject({ message: z.string() });

/** Exit codes: 0 done (with claims or without), 1 bad data or a bad line, 2 bad usage. */
export async function main(
  args: string[],
  output: Output,
  input: Readable,
  open?: OpenEngine,
): Promise<number> {
  return runRequest({ args, output, input, usage: USAGE, open }, (engine, clock) => ({
    one(message) {
      const check = engine.check(message, clock);
      return { record: () => checkRecord(check), read: () => checkText(check) };
    },
    line(line) {
      const read = lineSchema.safeParse(parsed(line));
      return read.success ? checkRecord(engine.check(read.data.message, clock)) : BAD_LINE;
    },
  }));
}

/** What the line holds; undefined where it is not JSON. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

runAsProgram(import.meta.url, main);
