import type { z } from 'zod';
import { dataFileSchema } from './schema.js';

/** A parsed YAML file and the line at which the value of a path stands. */
export type ReadYaml = { value: unknown; lineOf: (path: readonly PropertyKey[]) => number | undefined };

/** Says what is wrong with an entry and what to mend, in words for a person who edits data files. */
export function schemaMessage(issue: z.core.$ZodIssue, read: ReadYaml): string {
  const inEntry = issue.path.slice(2).map(String).join('.');
  const line = read.lineOf(issue.path);
  const at = line === undefined ? '' : ` (line ${line})`;
  const words = explain(issue, valueAt(read.value, issue.path));
  return inEntry === '' ? `${words}${at}` : `\`${inEntry}\`${at} ${words}`;
}

function explain(issue: z.core.$ZodIssue, value: unknown): string {
  switch (issue.code) {
    case 'unrecognized_keys': {
      const keys = issue.keys.map((key) => `\`${key}\``).join(', ');
      const known =
        issue.path.length === 0 ? `; the lists are ${Object.keys(dataFileSchema.shape).join(', ')}` : '';
      return `has an unknown key ${keys}; mend its spelling or take it out${known}`;
    }
    case 'invalid_type':
      if (value === undefined) return 'is missing; add it';
      if (issue.expected === 'string') return `must be text; put ${JSON.stringify(value)} in quotes`;
      return `must be ${typeNames[issue.expected] ?? issue.expected}, but is ${JSON.stringify(value)}; mend it`;
    case 'invalid_value':
      return value === undefined
        ? `is missing; give one of ${issue.values.join(', ')}`
        : `must be one of ${issue.values.join(', ')}, but is ${JSON.stringify(value)}; mend it`;
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? 'is empty; fill it or take it out'
        : `must be at least ${issue.minimum}, but is ${JSON.stringify(value)}; mend it`;
    case 'invalid_format':
      return issue.format === 'url'
        ? `must be a web address (https://…), but is ${JSON.stringify(value)}; mend it`
        : `${issue.message}, but is ${JSON.stringify(value)}; mend it`;
    case 'custom':
      return typeof value === 'string'
        ? `${issue.message}, but is ${JSON.stringify(value)}; mend it`
        : issue.message;
    default:
      return issue.message;
  }
}

const typeNames: Record<string, string | undefined> = {
  object: 'keys with values',
  array: 'a list (lines that start with "-")',
  number: 'a number without quotes',
  int: 'a whole number',
  boolean: 'true or false',
};

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value;
  for (const step of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = Object.getOwnPropertyDescriptor(found, step)?.value;
  }
  return found;
}
