/** A fault in the data files: where it is and what to mend. `entry` is empty for a fault of the whole file. */
export type Problem = { file: string; entry: string; message: string };

/** One line that names file, entry and what to mend. */
export function describeProblem(problem: Problem): string {
  const place = problem.entry === '' ? problem.file : `${problem.file}, ${problem.entry}`;
  return `${place}: ${problem.message}`;
}

/** Data that can't be used. Its message lists every problem, one a line. */
export class DataError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(describeProblem).join('\n'));
    this.name = 'DataError';
  }
}
