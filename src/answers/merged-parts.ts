/** Several answers put together as one. */
import type { PartAnswer } from './context.js';

/** Several answers as one: answered if any is, what is missing kept. */
export function mergeParts(answers: readonly PartAnswer[]): PartAnswer {
  const anyAnswered = answers.some((answer) => answer.answered);
  return {
    answered: anyAnswered,
    lines: [...new Set(answers.flatMap((answer) => answer.lines))],
    corrections: answers.flatMap((answer) => answer.corrections),
    missing: answers.flatMap((answer) => answer.missing),
  };
}
