import { expect, onTestFinished, test } from 'vitest';
import { commands } from '../commands/index.js';
import { main } from '../src/register.js';
import { type Sandbox, startSandbox } from '../src/sandbox/index.js';
import { captured } from './cli/captured.js';
import { started } from './started.js';

async function opened(): Promise<Sandbox> {
  const sandbox = await startSandbox();
  onTestFinished(() => sandbox.close());
  return sandbox;
}

function register(args: readonly string[], environment: Record<string, string>) {
  return started('src/register.js', args, { environment });
}

function environmentOf({ token, apiUrl }: Sandbox): Record<string, string> {
  return { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl, LOG_LEVEL: 'silent' };
}

test('registers the commands of one server, and the second time says that nothing changed', async () => {
  const sandbox = await opened();
  const guild = sandbox.guild();
  const first = await register(['--guild', guild.id], environmentOf(sandbox));
  expect(first).toMatchObject({ code: 0, error: '' });
  expect(first.out).toMatch(/^Registered: \/ask, .*\/settings, “?Check the figures”? \(server \d+\)\.\n$/);
  expect(sandbox.world.commands.get(guild.id)?.map(({ body }) => body.name)).toContain('figure');
  const second = await register(['--guild', guild.id], environmentOf(sandbox));
  expect(second.out).toMatch(/^Discord knows already: /);
  expect(sandbox.problems).toEqual([]);
});

test('without a server it registers them for all', async () => {
  const sandbox = await opened();
  expect((await register([], environmentOf(sandbox))).out).toMatch(/\(all servers\)/);
  expect(sandbox.world.commands.get(null)).toHaveLength(commands.length);
});

test('no token: one sentence and exit code 2', async () => {
  const { code, error, out } = await register([], { DISCORD_TOKEN: '' });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(error).toMatch(/^[^\n]*set DISCORD_TOKEN[^\n]*\n$/);
});

test.each([
  ['no id', ['--guild', 'my server'], '"my server" is no id of a server'],
  ['an unknown option', ['--server', '1'], "Unknown option '--server'"],
])('%s: one sentence and exit code 2', async (_what, args, told) => {
  const { code, error, out } = await captured(main, args);
  expect({ code, out, lines: error.length }).toEqual({ code: 2, out: [], lines: 1 });
  expect(error[0]).toContain(told);
});

test('a refused token is said to be so, and is not shown', async () => {
  const sandbox = await opened();
  const { code, error } = await register([], { ...environmentOf(sandbox), DISCORD_TOKEN: 'not.this.one' });
  expect(code).toBe(2);
  expect(error).toMatch(/Discord refuses the token/);
  expect(error).not.toContain('not.this.one');
});

test('a server that the bot is not on: says what Discord says', async () => {
  const sandbox = await opened();
  const elsewhere = sandbox.guild({ bot: false });
  const { code, error } = await register(['--guild', elsewhere.id], environmentOf(sandbox));
  expect(code).toBe(1);
  expect(error).toMatch(/Missing Access|Unknown Guild/);
});
