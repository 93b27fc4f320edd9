/** What `ask` and `check` are told on the command line: one text, or one a line on stdin, and as of when. */
import type { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import type { Asking } from '../engine.js';
import { isCalendarDate } from '../knowledge/calendar.js';
import { linesOf } from './lines.js';
import type { Output } from './program.js';

export type RequestClock = Pick<Asking, 'today' | 'notAfter'>;
export type Request =
  | { form: 'text' | 'json'; text: string; clock: RequestClock }
  | { form: 'ndjson'; clock: RequestClock };

/** The request, or the sentence that says what is wrong with it. */
export function readRequest(args: string[], usage: string): Request | string {
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
export async function answerLines(
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
