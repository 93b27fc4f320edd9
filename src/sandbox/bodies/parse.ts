/** Request bodies against their schemas: Discord's 50035 where they fail, a problem where a field is unknown. */
import type { z } from 'zod';
import { ApiFault, type FieldFault } from '../api-fault.js';

type Issue = z.core.$ZodIssue;

/**
 * The body as its schema says.
 * Discord ignores fields that it does not know; so they are left out, but named to `unknownField`, because they
 * are always a mistake of the sender.
 * @throws ApiFault 50035 with every wrong field
 */
export function parseBody<Type extends z.ZodType>(
  schema: Type,
  body: unknown,
  unknownField: (path: string) => void,
): z.output<Type> {
  const first = schema.safeParse(body);
  if (first.success) return first.data;
  const issues = first.error.issues.flatMap(innermost);
  const strangers = issues.filter((issue) => issue.code === 'unrecognized_keys');
  if (strangers.length === 0) throw new ApiFault('invalidForm', issues.map(fieldFault));
  const rest: unknown = structuredClone(body);
  for (const { path, keys } of strangers) {
    for (const key of keys) {
      unknownField([...path, key].map(String).join('.'));
      removeKey(rest, path, key);
    }
  }
  return parseBody(schema, rest, unknownField);
}

/** A union fails with the faults of each branch; those of the branch that came closest are worth telling. */
function innermost(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const closest = [...issue.errors].sort((a, b) => a.length - b.length)[0] ?? [];
  return closest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })).flatMap(innermost);
}

function fieldFault(issue: Issue): FieldFault {
  const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
  if (issue.code === 'custom') {
    const code: unknown = issue.params?.discord;
    return { path, code: typeof code === 'string' ? code : 'INVALID', message: issue.message };
  }
  if (issue.code === 'invalid_type' && issue.input === undefined) {
    return { path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
  }
  if (issue.code === 'invalid_value') {
    return { path, code: 'BASE_TYPE_CHOICES', message: `Value must be one of (${issue.values.join(', ')}).` };
  }
  return { path, code: 'BASE_TYPE_INVALID', message: issue.message };
}

function removeKey(root: unknown, path: readonly PropertyKey[], key: string): void {
  let branch: unknown = root;
  for (const step of path) branch = isObject(branch) ? branch[String(step)] : undefined;
  if (isObject(branch)) delete branch[key];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
