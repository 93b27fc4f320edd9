/** The lines that `ask --ndjson` reads: a question each, and what was asked before it. */

export type AskedLine = { question: string /** Oldest first. */; earlier: string[] };

/** A line's question, or a sentence that says what to mend. */
export function readAskedLine(line: string): AskedLine | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'This line is not JSON; write one object on one line, such as {"question": "How many were returned?"}.';
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return 'This line is not an object; write {"question": "…"} with the question between the quotes.';
  }
  const question = field(value, 'question');
  if (typeof question !== 'string') {
    return 'This line has no "question" that is text; write {"question": "…"}.';
  }
  const earlier = readEarlier(field(value, 'previous'));
  return earlier
    ? { question, earlier }
    : '"previous" must be the question before, a list of earlier questions (oldest first), or an object with "question".';
}

/** The questions that `previous` holds in any of its forms, oldest first; undefined if it has none of them. */
function readEarlier(previous: unknown): string[] | undefined {
  const questions: string[] = [];
  let rest = previous;
  while (rest !== undefined && rest !== null) {
    if (typeof rest === 'string') return [rest, ...questions];
    if (Array.isArray(rest)) {
      const listed = rest.map((one) => (typeof one === 'string' ? one : field(one, 'question')));
      return listed.every((one) => typeof one === 'string') ? [...listed, ...questions] : undefined;
    }
    const question = field(rest, 'question');
    if (typeof question !== 'string') return undefined;
    questions.unshift(question);
    rest = field(rest, 'previous');
  }
  return questions;
}

function field(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}
