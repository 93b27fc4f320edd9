/** Why the program can't start or go on, as one sentence that says what to mend. */

/** Ends the program with its message on stderr and this exit code. */
export class StartFault extends Error {
  override name = 'StartFault';
  readonly exitCode: number;

  /** `exitCode`: 2 where the environment is to be mended, 1 for everything else. */
  constructor(message: string, exitCode: 1 | 2, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}

/** The sentence for a port that can't be listened on; any other error comes back as it is. */
export function portFault(variable: string, port: number, error: unknown): unknown {
  const code = codeOf(error);
  if (code === 'EADDRINUSE')
    return new StartFault(`Port ${port} is in use by another program; set ${variable} to another.`, 2, {
      cause: error,
    });
  if (code === 'EACCES')
    return new StartFault(`Port ${port} may not be used; set ${variable} to one above 1023.`, 2, {
      cause: error,
    });
  return error;
}

/** The code that Node.js, SQLite or discord.js gave an error; '' if it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
