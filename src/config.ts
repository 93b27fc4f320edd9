/** The environment, checked once when the program starts. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { defaultDatabasePath, learntDataPath, projectRoot, reviewedDataPaths } from './paths.js';

/** From everything to nothing in the log. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

export type Config = {
  /** The bot's token; without one the program starts the sandbox. */
  discordToken: string | undefined;
  /** Where Discord's REST API is, without the version and without a slash at the end. */
  discordApiUrl: string;
  statePath: string;
  /** Folders and files that exist. */
  dataPaths: string[];
  /** Where the bot writes what it learns; it need not exist. Undefined: what it learns has no place. */
  learntDataPath: string | undefined;
  /** The file that is built from the data; it may be deleted at any time. */
  knowledgePath: string;
  logLevel: LogLevel;
  /** The address of GOV.UK, without a slash at the end; undefined: daily arrivals are not read from there. */
  govukUrl: string | undefined;
  /** Whether questions that get no answer are counted, by their words. */
  countUnknown: boolean;
  /** Where `/healthz` is served, 0 for any free port; nowhere if undefined. */
  healthPort: number | undefined;
  /** 0 for any free port. */
  sandboxPort: number;
  /** The file to which the sandbox appends every request. */
  trafficLog: string | undefined;
};

const DISCORD_API_URL = 'https://discord.com/api';
const STATE_PATH = 'var/state.sqlite';

/** What the bot remembers on Discord, unless STATE_PATH says otherwise. */
export const defaultStatePath = resolve(projectRoot, STATE_PATH);

/** A line like `HEALTH_PORT=` in `.env` says nothing. */
const text = z
  .string()
  .optional()
  .transform((value) => value?.trim() || undefined);

const token = text
  .transform((value) => value?.replace(/^Bot\s+/i, ''))
  .refine((value) => value === undefined || !/\s/.test(value), {
    error: 'DISCORD_TOKEN has spaces in it; copy it again from the Bot page of the developer portal.',
  });

const apiUrl = text
  .transform((value) => (value ?? DISCORD_API_URL).replace(/\/+$/, ''))
  .refine(isPlainAddress, {
    error:
      'DISCORD_API_URL is no plain http:// or https:// address; write it like https://discord.com/api, or leave it out for Discord’s own.',
  })
  .refine((value) => !/\/v\d+$/.test(value), {
    error: 'DISCORD_API_URL ends with a version; leave that out, discord.js adds its own.',
  });

const statePath = text
  .transform((value) => resolve(projectRoot, value ?? STATE_PATH))
  .refine((path) => path !== defaultDatabasePath, {
    error:
      'STATE_PATH is the file of the knowledge base, which is rebuilt and replaced; name another, such as var/state.sqlite.',
  });

const existingPath = z.string().refine((path) => existsSync(path), {
  error: ({ input }) =>
    `DATA_PATHS names ${String(input)}, but there is no such folder or file; make it, mend the path, or leave DATA_PATHS out to use data/.`,
});

const govukUrl = text
  .transform((value) => value?.replace(/\/+$/, ''))
  .refine((value) => value === undefined || isPlainAddress(value), {
    error:
      'GOVUK_URL is no plain http:// or https:// address; write https://www.gov.uk, or leave it out to read nothing from there.',
  });

const logLevel = text
  .transform((value) => value?.toLowerCase() ?? 'info')
  .pipe(z.enum(LOG_LEVELS, { error: `LOG_LEVEL is none of ${LOG_LEVELS.join(', ')}; take one of these.` }));

const countUnknown = text
  .transform((value) => value?.toLowerCase() ?? 'on')
  .pipe(z.enum(['on', 'off'], { error: 'COUNT_UNKNOWN is neither on nor off; take one of these.' }))
  .transform((value) => value === 'on');

const port = (name: string) =>
  text
    .refine((value) => value === undefined || (/^\d{1,5}$/.test(value) && Number(value) <= 65_535), {
      error: `${name} is no port; take a number from 1 to 65535, or 0 for any that is free.`,
    })
    .transform((value) => (value === undefined ? undefined : Number(value)));

const variables = z.object({
  DISCORD_TOKEN: token,
  DISCORD_API_URL: apiUrl,
  STATE_PATH: statePath,
  KNOWLEDGE_PATH: text.transform((path) =>
    path === undefined ? defaultDatabasePath : resolve(projectRoot, path),
  ),
  DATA_PATHS: text
    .transform((listed) => reviewedDataPaths({ DATA_PATHS: listed }))
    .pipe(z.array(existingPath)),
  LEARNT_DATA_PATH: text,
  GOVUK_URL: govukUrl,
  LOG_LEVEL: logLevel,
  COUNT_UNKNOWN: countUnknown,
  HEALTH_PORT: port('HEALTH_PORT'),
  SANDBOX_PORT: port('SANDBOX_PORT'),
  TRAFFIC_LOG: text.transform((path) => (path === undefined ? undefined : resolve(projectRoot, path))),
});

/** The names of all variables that are read. */
export const variableNames: readonly string[] = Object.keys(variables.shape);

const environmentSchema = variables.refine(
  ({ DISCORD_TOKEN, HEALTH_PORT, SANDBOX_PORT }) =>
    DISCORD_TOKEN !== undefined || !SANDBOX_PORT || HEALTH_PORT !== SANDBOX_PORT,
  {
    error: 'HEALTH_PORT and SANDBOX_PORT are the same port; give them different ones.',
    // Also where other variables are at fault: all faults are named at once.
    when: () => true,
  },
);

/** The configuration, or every fault of the environment as a sentence that says what to mend. */
export function readConfig(environment: NodeJS.ProcessEnv): { config: Config } | { faults: string[] } {
  const { success, data, error } = environmentSchema.safeParse(environment);
  const faults = [...(error?.issues.map((issue) => issue.message) ?? []), ...placeFaults(environment)];
  if (!success || faults.length > 0) return { faults };
  return {
    config: {
      discordToken: data.DISCORD_TOKEN,
      discordApiUrl: data.DISCORD_API_URL,
      statePath: data.STATE_PATH,
      knowledgePath: data.KNOWLEDGE_PATH,
      dataPaths: data.DATA_PATHS,
      learntDataPath: learntDataPath(environment),
      govukUrl: data.GOVUK_URL,
      logLevel: data.LOG_LEVEL,
      countUnknown: data.COUNT_UNKNOWN,
      healthPort: data.HEALTH_PORT,
      sandboxPort: data.SANDBOX_PORT ?? 0,
      trafficLog: data.TRAFFIC_LOG,
    },
  };
}

/** Faults of paths that belong to each other. */
function placeFaults({
  STATE_PATH: state,
  KNOWLEDGE_PATH: knowledge,
  ...others
}: NodeJS.ProcessEnv): string[] {
  const faults: string[] = [];
  if (
    knowledge?.trim() &&
    resolve(projectRoot, knowledge.trim()) === resolve(projectRoot, state?.trim() || STATE_PATH)
  )
    faults.push(
      'KNOWLEDGE_PATH is the state file, which must not be replaced; name another, such as var/knowledge.sqlite.',
    );
  if (others.GOVUK_URL?.trim() && learntDataPath(others) === undefined)
    faults.push(
      'GOVUK_URL needs a place for what is read: where DATA_PATHS is set, name a folder in LEARNT_DATA_PATH as well, such as var/data.',
    );
  return faults;
}

/** An address to which `/v10/…` can be added. */
function isPlainAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, search, hash, username, password } = new URL(value);
  return /^https?:$/.test(protocol) && `${search}${hash}${username}${password}` === '';
}
