/** The log: JSON lines by pino, without tokens, and without what people wrote unless at `debug`. */
import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';

export type LogOptions = {
  /** One of pino's levels, or `silent`. */
  level: string;
  /** Whatever must not be seen in the log, wherever it stands: the bot's token. */
  secrets?: readonly string[];
  /** Where lines go, each with its line break. */
  destination: DestinationStream;
};

/** Keys that hold what a person wrote. */
const PERSONAL = new Set(['question', 'text', 'content', 'typed']);

const DEBUG = 20;

/** Tokens of interactions stand in addresses; whoever has one may answer in the bot's name for 15 minutes. */
const TOKEN_IN_ADDRESS = /((?:interactions|webhooks)\/\d+\/)[^/\s"?\\]+/g;

const MASK = '[hidden]';

const HIDDEN_KEYS = ['token', '*.token', 'authorization', '*.authorization'];

/** How many causes of causes are told. */
const DEEPEST_CAUSE = 5;

/** Makes the log. Errors are told with their causes, and without the request that they carry. */
export function createLog({ level, secrets = [], destination }: LogOptions): Logger {
  const hidden = secrets
    .filter((secret) => secret !== '')
    .map((secret) => JSON.stringify(secret).slice(1, -1));
  return pino(
    {
      level,
      base: undefined,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      // pino's own would add the messages of the causes once more.
      serializers: { err: (fault: unknown) => fault },
      redact: { paths: HIDDEN_KEYS, censor: MASK },
      hooks: {
        logMethod(args, method, severity) {
          const [first, ...rest] = args as [unknown, ...unknown[]];
          const fields = first instanceof Error ? { err: first } : first;
          Reflect.apply(method, this, [isFields(fields) ? loggable(fields, severity) : fields, ...rest]);
        },
        streamWrite: (line) =>
          hidden
            .reduce((masked, secret) => masked.replaceAll(secret, MASK), line)
            .replace(TOKEN_IN_ADDRESS, `$1${MASK}`),
      },
    },
    destination,
  );
}

/** Lines for people at a terminal: the time, what happened, and what goes with it. */
export function readableLine(line: string): string {
  const { time, level, msg, err, ...fields } = JSON.parse(line);
  const told = Object.entries(fields).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
  const severity = level === 'info' ? [] : [`${level}:`];
  const fault = err?.stack ? [`\n${err.stack}`] : [];
  return `${[String(time).slice(11, 19), ...severity, msg, ...told, ...fault].filter(Boolean).join(' ')}\n`;
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function loggable(fields: Record<string, unknown>, severity: number): Record<string, unknown> {
  const told = Object.entries(fields).filter(([key]) => severity <= DEBUG || !PERSONAL.has(key));
  return Object.fromEntries(
    told.map(([key, value]) => [key, value instanceof Error ? faultOf(value) : value]),
  );
}

/** What an error says; discord.js's errors carry the whole request, with what a person wrote. */
function faultOf(error: Error, depth = 0): Record<string, unknown> {
  const { name, message, stack, cause } = error;
  const told = pick(error, ['code', 'status', 'method', 'url']);
  const reported = 'rawError' in error ? { reported: error.rawError } : {};
  const deeper = cause instanceof Error && depth < DEEPEST_CAUSE ? { cause: faultOf(cause, depth + 1) } : {};
  return { type: name, message, stack, ...told, ...reported, ...deeper };
}

function pick(from: object, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key)));
}
