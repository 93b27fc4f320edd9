/** The environment, checked once when the program starts. */
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { dataPaths } from './paths.js';

export type Config = { dataPaths: string[] };

const existingPath = z.string().refine((path) => existsSync(path), {
  error: ({ input }) =>
    `DATA_PATHS names ${String(input)}, but there is no such folder or file; make it, mend the path, or leave DATA_PATHS out to use data/.`,
});

const environmentSchema = z.object({
  DATA_PATHS: z
    .string()
    .optional()
    .transform((listed) => dataPaths({ DATA_PATHS: listed }))
    .pipe(z.array(existingPath)),
});

/** The configuration, or every fault of the environment as a sentence that says what to mend. */
export function readConfig(environment: NodeJS.ProcessEnv): { config: Config } | { faults: string[] } {
  const { success, data, error } = environmentSchema.safeParse(environment);
  if (!success) return { faults: error.issues.map((issue) => issue.message) };
  return { config: { dataPaths: data.DATA_PATHS } };
}
