import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig, variableNames } from '../src/config.js';
import { defaultDatabasePath, projectRoot } from '../src/paths.js';

const read = (environment: NodeJS.ProcessEnv) => {
  const result = readConfig(environment);
  return 'config' in result ? result.config : result.faults;
};

test('everything has a default', () => {
  expect(read({})).toEqual({
    discordToken: undefined,
    discordApiUrl: 'https://discord.com/api',
    statePath: join(projectRoot, 'var', 'state.sqlite'),
    knowledgePath: defaultDatabasePath,
    dataPaths: [join(projectRoot, 'data')],
    learntDataPath: join(projectRoot, 'var', 'data'),
    govukUrl: undefined,
    logLevel: 'info',
    countUnknown: true,
    healthPort: undefined,
    sandboxPort: 0,
    trafficLog: undefined,
  });
});

test('an empty value is none', () => {
  const empty = Object.fromEntries(variableNames.map((name) => [name, ' ']));
  expect(read(empty)).toEqual(read({}));
});

test('what is set is taken, tidied', () => {
  const environment = {
    DISCORD_TOKEN: ' Bot abc.def ',
    DISCORD_API_URL: 'http://127.0.0.1:4000/api/',
    STATE_PATH: 'elsewhere/state.sqlite',
    KNOWLEDGE_PATH: 'elsewhere/knowledge.sqlite',
    DATA_PATHS: 'data',
    LEARNT_DATA_PATH: 'elsewhere/learnt',
    GOVUK_URL: 'https://www.gov.uk/',
    LOG_LEVEL: 'DEBUG',
    COUNT_UNKNOWN: 'OFF',
    HEALTH_PORT: '8080',
    SANDBOX_PORT: '0',
    TRAFFIC_LOG: '/tmp/traffic.jsonl',
  };
  expect(Object.keys(environment)).toEqual(variableNames);
  expect(read(environment)).toEqual({
    discordToken: 'abc.def',
    discordApiUrl: 'http://127.0.0.1:4000/api',
    statePath: join(projectRoot, 'elsewhere', 'state.sqlite'),
    knowledgePath: join(projectRoot, 'elsewhere', 'knowledge.sqlite'),
    dataPaths: [join(projectRoot, 'data')],
    learntDataPath: join(projectRoot, 'elsewhere', 'learnt'),
    govukUrl: 'https://www.gov.uk',
    logLevel: 'debug',
    countUnknown: false,
    healthPort: 8080,
    sandboxPort: 0,
    trafficLog: '/tmp/traffic.jsonl',
  });
});

test('all faults are named at once, each with its variable and what to do; the token is not', () => {
  const faults = read({
    DISCORD_TOKEN: 'sec ret',
    DISCORD_API_URL: 'discord.com',
    STATE_PATH: defaultDatabasePath,
    KNOWLEDGE_PATH: defaultDatabasePath,
    DATA_PATHS: '/no/such/one,data,/no/such/two',
    GOVUK_URL: 'www.gov.uk',
    LOG_LEVEL: 'loud',
    COUNT_UNKNOWN: 'perhaps',
    HEALTH_PORT: '70000',
    SANDBOX_PORT: 'none',
  });
  const sentence = (name: string) => expect.stringMatching(new RegExp(`^${name} [^\\n]*\\.$`));
  expect(faults).toEqual([
    sentence('DISCORD_TOKEN'),
    sentence('DISCORD_API_URL'),
    sentence('STATE_PATH'),
    sentence('DATA_PATHS names /no/such/one,'),
    sentence('DATA_PATHS names /no/such/two,'),
    sentence('GOVUK_URL is no plain'),
    sentence('LOG_LEVEL'),
    sentence('COUNT_UNKNOWN'),
    sentence('HEALTH_PORT'),
    sentence('SANDBOX_PORT'),
    sentence('KNOWLEDGE_PATH'),
    sentence('GOVUK_URL needs a place'),
  ]);
  expect(JSON.stringify(faults)).not.toMatch(/sec|ret\b/);
});

test.each([
  'ftp://discord.com/api',
  'https://me:password@discord.com/api',
  'https://discord.com/api?x=1',
  'https://discord.com/api/v10',
  'https://discord.com/api/v10/',
])('an address like %s is refused', (address) => {
  expect(read({ DISCORD_API_URL: address })).toEqual([expect.stringMatching(/^DISCORD_API_URL .*[a-z]\.$/)]);
});

test('two servers can’t share a port; where there is a token there is no sandbox', () => {
  const same = { HEALTH_PORT: '8080', SANDBOX_PORT: '8080' };
  const fault = expect.stringMatching(/^HEALTH_PORT and SANDBOX_PORT are the same port/);
  expect(read(same)).toEqual([fault]);
  expect(read({ ...same, LOG_LEVEL: 'loud' })).toEqual([expect.stringContaining('LOG_LEVEL'), fault]);
  expect(read({ ...same, DISCORD_TOKEN: 'abc' })).toMatchObject({ healthPort: 8080, sandboxPort: 8080 });
  expect(read({ HEALTH_PORT: '0', SANDBOX_PORT: '0' })).toMatchObject({ healthPort: 0, sandboxPort: 0 });
});

test('the program, .env.example and the README name the same variables', () => {
  const example = readFileSync(join(projectRoot, '.env.example'), 'utf8');
  const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');
  const section = /^## Configuration\n([\s\S]*?)^## /m.exec(readme)?.[1] ?? '';
  expect(namesIn(example, /^#? ?([A-Z][A-Z_]+)=/gm)).toEqual(variableNames);
  expect(namesIn(section, /^\| `([A-Z_]+)` \|/gm)).toEqual(variableNames);
});

function namesIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}
