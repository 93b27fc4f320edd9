/**
 * Holds bodies against Discord's own description of its REST API. The description is no part of this repository:
 * it is read from `../shared/discord/openapi.json`, seen from the project or from the folder above it, and tests
 * that need it say so and are skipped where it is absent.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { z } from 'zod';
import { projectRoot } from '../src/paths.js';
import type { Exchange } from '../src/sandbox/index.js';

const PLACES = ['../shared', '../../shared'].map((folder) =>
  join(projectRoot, folder, 'discord', 'openapi.json'),
);

const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;
const JSON_TYPE = 'application/json';

const fields = z.record(z.string(), z.unknown());
const content = z.object({ [JSON_TYPE]: z.unknown().optional() }).optional();
const operation = z.object({
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), z.object({ content })),
});
const description = z.object({
  paths: z.record(z.string(), fields),
  components: z.object({ schemas: z.record(z.string(), fields) }),
});
const typed = z.object({
  required: z.array(z.string()),
  properties: z.object({ type: z.object({ enum: z.array(z.number()) }) }),
});

/** Checks by one description; each names what is wrong, nothing where all is well. */
export type DiscordSchema = {
  /** The JSON of a request, files apart; `path` is what stands below `/api/v10`. */
  request(method: string, path: string, body: unknown): string[];
  /** The JSON that was answered with this status. */
  response(method: string, path: string, status: number, body: unknown): string[];
};

type Route = {
  readonly method: (typeof METHODS)[number];
  readonly template: string;
  readonly segments: readonly string[];
  readonly operation: z.output<typeof operation>;
};

/** The schema, or null where the description is absent. */
export function discordSchema(): DiscordSchema | null {
  const file = PLACES.find((path) => existsSync(path));
  return file === undefined ? null : schemaFrom(readFileSync(file, 'utf8'));
}

/** What is wrong with what the bot sent and the sandbox answered; what was refused is meant to be wrong. */
export function faultsOf(schema: DiscordSchema, exchanges: readonly Exchange[]): string[] {
  return exchanges
    .filter(({ status }) => status < 400)
    .flatMap(({ method, path, body, status, answer }) => {
      const sent = schema.request(method, path, body).map((fault) => `sent ${fault}`);
      const got = schema.response(method, path, status, answer).map((fault) => `answered ${fault}`);
      return [...sent, ...got].map((fault) => `${method} ${path} ${status}: ${fault}`);
    });
}

function schemaFrom(text: string): DiscordSchema {
  const raw: unknown = JSON.parse(text);
  const spec = sharpened(raw, description.parse(raw).components.schemas);
  const routes = routesOf(description.parse(spec).paths);
  const ajv = validator();
  ajv.addSchema(fields.parse(spec), 'discord');
  const compiled = new Map<string, ValidateFunction>();
  const check = ({ template, method }: Route, below: string, value: unknown): string[] => {
    const pointer = ['paths', template, method, ...below.split(' '), 'content', JSON_TYPE, 'schema'];
    const $ref = `discord#/${pointer.map(escaped).join('/')}`;
    const validate = compiled.get($ref) ?? ajv.compile({ $ref });
    compiled.set($ref, validate);
    return validate(value) === true ? [] : told(validate.errors ?? []);
  };
  return {
    request(method, path, body) {
      const route = routeFor(routes, method, path);
      if (route === undefined) return ['to a route that Discord does not have'];
      if (takesJson(route.operation.requestBody?.content)) return check(route, 'requestBody', body ?? null);
      return isEmpty(body) ? [] : ['JSON to a route that takes none'];
    },
    response(method, path, status, body) {
      const route = routeFor(routes, method, path);
      const answer = route?.operation.responses[String(status)];
      if (route === undefined || answer === undefined)
        return ['with a status that Discord does not use here'];
      if (takesJson(answer.content)) return check(route, `responses ${status}`, body);
      return body === undefined ? [] : ['JSON where Discord sends none'];
    },
  };
}

function routesOf(paths: z.output<typeof description>['paths']): Route[] {
  return Object.entries(paths).flatMap(([template, operations]) =>
    METHODS.filter((method) => method in operations).map((method) => ({
      method,
      template,
      segments: template.split('/').slice(1),
      operation: operation.parse(operations[method]),
    })),
  );
}

function routeFor(routes: readonly Route[], method: string, path: string): Route | undefined {
  const segments = decodeURIComponent(path).split('/').slice(1);
  const isFixed = (part: string) => !part.startsWith('{');
  const fits = (route: Route) =>
    route.method === method.toLowerCase() &&
    route.segments.length === segments.length &&
    route.segments.every((part, at) => !isFixed(part) || part === segments[at]);
  const fixed = (route: Route) => route.segments.filter(isFixed).length;
  return routes.filter(fits).sort((a, b) => fixed(b) - fixed(a))[0];
}

function takesJson(types: z.output<typeof content>): boolean {
  return types?.[JSON_TYPE] !== undefined;
}

function validator(): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
  const isInt32 = (value: number) => value === Math.max(-(2 ** 31), Math.min(2 ** 31 - 1, Math.trunc(value)));
  ajv.addFormat('int32', { type: 'number', validate: isInt32 });
  ajv.addFormat('int64', { type: 'number', validate: Number.isInteger });
  ajv.addFormat('double', { type: 'number', validate: Number.isFinite });
  ajv.addFormat('nonce', true);
  ajv.addFormat('snowflake', /^\d{1,20}$/);
  ajv.addFormat('uri', { type: 'string', validate: (value: string) => URL.canParse(value) });
  ajv.addFormat('date-time', {
    type: 'string',
    validate: (value: string) => !Number.isNaN(Date.parse(value)),
  });
  return ajv;
}

/**
 * The description with two changes that keep its meaning: unions whose branches differ by `type` become
 * conditions, so that a fault names its field and not every branch; and a set of permissions may be a decimal
 * string, the form that Discord documents and discord.js sends.
 */
function sharpened(node: unknown, schemas: Readonly<Record<string, unknown>>): unknown {
  if (Array.isArray(node)) return node.map((entry: unknown) => sharpened(entry, schemas));
  const found = fields.safeParse(node);
  if (!found.success) return node;
  const conditions = ['oneOf', 'anyOf'].flatMap((key) => {
    const condition = conditionOf(found.data[key], schemas);
    return condition === null ? [] : [{ key, condition }];
  });
  const parts = Object.entries(found.data)
    .filter(([key]) => !conditions.some((entry) => entry.key === key))
    .map(([key, part]) => {
      const inner = sharpened(part, schemas);
      const isPermissions = key === 'default_member_permissions' && 'maximum' in fields.parse(part);
      return [key, isPermissions ? { oneOf: [inner, { type: 'string', pattern: '^[0-9]+$' }] } : inner];
    });
  return Object.assign(Object.fromEntries(parts), ...conditions.map(({ condition }) => condition));
}

function conditionOf(union: unknown, schemas: Readonly<Record<string, unknown>>): object | null {
  const branches = z.array(fields).min(2).safeParse(union);
  if (!branches.success) return null;
  const types = branches.data.map((branch) => {
    const name = typeof branch.$ref === 'string' ? branch.$ref.split('/').at(-1) : undefined;
    const found = typed.safeParse(name === undefined ? branch : schemas[name]);
    return found.success && found.data.required.includes('type') ? found.data.properties.type.enum : null;
  });
  const all = types.flat();
  if (all.includes(null) || new Set(all).size < all.length) return null;
  const only = (allowed: unknown) => ({ properties: { type: { enum: allowed } } });
  // Written as pairs, because an object with a "then" looks like a promise.
  const rules = branches.data.map((branch, at) =>
    Object.fromEntries([
      ['if', only(types[at])],
      ['then', branch],
    ]),
  );
  return { type: 'object', required: ['type'], ...only(all), allOf: rules };
}

/** The faults of the fields, without those that only say that a union around them fails too. */
function told(errors: readonly ErrorObject[]): string[] {
  const own = errors.filter(
    ({ keyword, params }) => !['oneOf', 'anyOf', 'if'].includes(keyword) && params.type !== 'null',
  );
  const shown = own.length > 0 ? own : errors;
  return [
    ...new Set(
      shown.map((error) => `${error.instancePath || '/'} ${error.message} ${JSON.stringify(error.params)}`),
    ),
  ];
}

function isEmpty(body: unknown): boolean {
  return body === undefined || body === null || (typeof body === 'object' && Object.keys(body).length === 0);
}

function escaped(segment: string): string {
  return encodeURIComponent(segment.replaceAll('~', '~0').replaceAll('/', '~1'));
}
