import { afterEach, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../src/sandbox/index.js';
import { type LaunchOptions, launched, littleKnowledge } from './launched.js';

const READY = /"msg":"ready"/;

const sandboxes: Sandbox[] = [];

afterEach(async () => {
  for (const sandbox of sandboxes.splice(0)) await sandbox.close();
});

/** A Discord with one server, and the bot as a service would start it, with a little knowledge. */
async function scene({ token, ...options }: LaunchOptions & { token?: string } = {}) {
  const sandbox = await startSandbox();
  sandboxes.push(sandbox);
  const guild = sandbox.guild({ name: 'A server' });
  const channel = guild.channel();
  const ann = sandbox.as(guild.member({ name: 'Ann' }));
  const program = launched({
    args: ['--discord'],
    ...options,
    environment: {
      ...littleKnowledge(),
      DISCORD_TOKEN: token ?? sandbox.token,
      DISCORD_API_URL: sandbox.apiUrl,
      ...options.environment,
    },
  });
  return { sandbox, channel, ann, program };
}

test('with a token the bot runs on the Discord that DISCORD_API_URL names, until SIGTERM; no log shows the token', async () => {
  const { sandbox, channel, ann, program } = await scene({ environment: { LOG_LEVEL: 'trace' } });
  await program.says(READY);
  const { message } = await ann.slash(channel, 'ask', {
    question: 'people sent',
  });
  expect(message.text).toMatch(/\b94\b/);
  program.kill('SIGTERM');
  const { code, out, error } = await program.ended;
  expect([code, error]).toEqual([0, '']);
  expect(out).toMatch(/"msg":"stopped"\}\n$/);
  expect(out).not.toContain(sandbox.token);
  expect(sandbox.problems).toEqual([]);
});

test('SIGTERM lets what is in hand finish', async () => {
  const { sandbox, channel, ann, program } = await scene({ environment: { LOG_LEVEL: 'debug' } });
  await program.says(READY);
  const release = sandbox.faults.hang({ method: 'POST', path: '/messages' });
  const asked = ann.type(channel, `${sandbox.bot.mention} people sent`);
  await program.says(/"msg":"a plain question"/);
  program.kill('SIGTERM');
  await program.says(/"msg":"stopping"/);
  release();
  expect((await asked).text).toMatch(/\b94\b/);
  expect(await program.ended).toMatchObject({ code: 0, error: '' });
});

test('SIGTERM ends it though Discord never answers what is in hand', async () => {
  const { sandbox, channel, ann, program } = await scene({ environment: { LOG_LEVEL: 'debug' } });
  await program.says(READY);
  sandbox.faults.hang({ method: 'POST', path: '/messages' });
  ann.say(channel, `${sandbox.bot.mention} people sent`);
  await program.says(/"msg":"a plain question"/);
  program.kill('SIGTERM');
  const { code, out } = await program.ended;
  expect(code).toBe(0);
  expect(out).toMatch(/"undone":1.*"msg":"stopped"/s);
});

test('a refused token is one sentence, exit code 2, and one attempt', async () => {
  const { sandbox, program } = await scene({ token: 'not.the.token' });
  const { code, error } = await program.ended;
  expect(code).toBe(2);
  expect(error).toMatch(/^Discord refuses the token in DISCORD_TOKEN\.[^\n]*\n$/);
  expect(error).not.toContain('not.the.token');
  const logins = sandbox.traffic.filter(({ path }) => path.startsWith('/gateway'));
  expect(logins).toHaveLength(1);
});

test('a Discord that can’t be reached is one sentence and exit code 1', async () => {
  const environment = {
    ...littleKnowledge(),
    DISCORD_TOKEN: 'a.b.c',
    DISCORD_API_URL: 'http://127.0.0.1:1/api',
  };
  const { code, error } = await launched({ environment }).ended;
  expect(code).toBe(1);
  expect(error).toMatch(/^Discord can’t be reached\.[^\n]*DISCORD_API_URL[^\n]*\n$/);
});

test('SIGTERM while it is still connecting ends it as well', async () => {
  const { sandbox, program } = await scene({ environment: { HEALTH_PORT: '0' } });
  sandbox.faults.hang({ path: '/gateway/bot' });
  const [, port] = await program.says(/"port":(\d+),"msg":"telling health/);
  const response = await fetch(`http://127.0.0.1:${port}/healthz`);
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ gateway: { ok: false, state: 'connecting' } });
  program.kill('SIGTERM');
  expect(await program.ended).toMatchObject({ code: 0, error: '' });
});
