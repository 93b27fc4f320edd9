import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, temporaryFolder } from './knowledge/made-up.js';
import { launched, littleKnowledge } from './launched.js';
import { started } from './started.js';

const QUESTIONS =
  'how many have been sent back to france as of 10 nov 2025\n\n  \nand how many came the other way?\ncapital of peru\n';

const READY = /"msg":"ready"/;

test('piped questions are answered in order, follow-ups too, and it exits with 0', async () => {
  const { code, out, error } = await launched({ stdin: QUESTIONS }).ended;
  expect(code).toBe(0);
  expect(out).toMatch(/^[^\n]*\b94\b.*^[^\n]*\b57\b.*^Try:$/ms);
  expect(out).not.toMatch(/^>|To leave|Goodbye|"level"/m);
  expect(error).toContain('No DISCORD_TOKEN is set');
  expect(error).toMatch(READY);
  // What people ask is nobody's business unless somebody looks for a fault.
  expect(error).not.toMatch(/sent back|peru/);
});

test('commands and buttons are the bot’s own, answered by it over the sandbox’s Discord', async () => {
  const stdin = [
    '/figure returned to france as_of:31 october 2025',
    '[Sources]',
    '/figure small boat arrivals as_of:1850-01-01',
    '/nonsense',
    '/ask combien de personnes renvoyées en France au 31 octobre 2025 ? private:true',
    '[Nothing of that name]',
  ].join('\n');
  const { code, out } = await launched({ stdin }).ended;
  const [figure, sources, ...rest] = out.split(/\n\n(?=Sources\n|I have no figure|There is no|\S.*\n$)/);
  expect(code).toBe(0);
  expect(figure).toMatch(/^[^\n]*\b75\b[^\n]*31 October 2025/);
  expect(sources).toMatch(
    /^Sources\n.*^\[1\] Home Office, [^\n]*monthly table, [^\n]*\nhttps:.*^\[2\] [^\n]*paragraph 1\)\nhttps:/ms,
  );
  expect(rest.join('\n\n')).toMatch(
    /There is no such command.*31 octobre 2025.*There is no button \[Nothing/s,
  );
});

test('with nothing typed it serves until SIGTERM, says ready and is healthy', async () => {
  const program = launched({ environment: { HEALTH_PORT: '0' } });
  const [, port] = await program.says(/"port":(\d+),"msg":"telling health/);
  await program.says(READY);
  const response = await fetch(`http://127.0.0.1:${port}/healthz`);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    ok: true,
    gateway: { ok: true, state: 'ready' },
    stateDatabase: { ok: true },
    deliveries: { parked: 0, uncertain: 0 },
    newestFigure: { date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), ageDays: expect.any(Number) },
  });
  program.kill('SIGTERM');
  const { code, out, error } = await program.ended;
  expect([code, out]).toEqual([0, '']);
  expect(error).toMatch(/"msg":"stopped"\}\n$/);
});

test.each(['SIGTERM', 'SIGINT'] as const)('%s ends it while more could be typed', async (signal) => {
  const program = launched({ stdin: null, environment: littleKnowledge() });
  await program.says(READY);
  program.kill(signal);
  expect(await program.ended).toMatchObject({ code: 0, out: '' });
});

test('at debug the log has what people ask; TRAFFIC_LOG gets every request to the sandbox, a line each', async () => {
  const file = join(temporaryFolder(), 'traffic.jsonl');
  const environment = { ...littleKnowledge(), LOG_LEVEL: 'debug', TRAFFIC_LOG: file };
  const { error } = await launched({ stdin: 'people sent\n/help\n', environment }).ended;
  expect(error).toContain('people sent');
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const requests = lines.map((line) => JSON.parse(line));
  expect(requests).toContainEqual(
    expect.objectContaining({
      method: 'PUT',
      path: expect.stringMatching(/\/commands$/),
      body: expect.any(Array),
    }),
  );
  expect(requests).toContainEqual(
    expect.objectContaining({ method: 'POST', path: expect.stringMatching(/^\/interactions\//) }),
  );
});

test('without a token, --discord is refused in one sentence', async () => {
  const { code, out, error } = await launched({ args: ['--discord'], stdin: QUESTIONS }).ended;
  expect([code, out]).toEqual([2, '']);
  expect(error).toMatch(/^DISCORD_TOKEN is missing; set it [^\n]*\.\n$/);
});

test('an argument that means nothing is refused', async () => {
  const { code, out, error } = await launched({ args: ['--discrod'] }).ended;
  expect([code, out]).toEqual([2, '']);
  expect(error).toMatch(/^--discrod means nothing here; there is only --discord\.\n$/);
});

test('a second instance on the same state is refused and told which file it is', async () => {
  const environment = { ...littleKnowledge(), STATE_PATH: join(temporaryFolder(), 'state.sqlite') };
  const first = launched({ environment });
  await first.says(READY);
  const { code, out, error } = await launched({ environment, stdin: QUESTIONS }).ended;
  expect([code, out]).toEqual([1, '']);
  expect(error).toContain(
    `Another instance of Tally is using ${environment.STATE_PATH}; stop that one first`,
  );
  first.kill('SIGKILL');
  await first.ended;
  expect(await launched({ environment, stdin: '/help\n' }).ended).toMatchObject({ code: 0 });
});

test.each(['HEALTH_PORT', 'SANDBOX_PORT'])('a taken port is named with %s', async (variable) => {
  const taken = createServer();
  await new Promise<void>((resolve) => void taken.listen(0, '127.0.0.1', resolve));
  const address = taken.address();
  const port = typeof address === 'object' && address ? String(address.port) : '';
  const { code, error } = await launched({ environment: { ...littleKnowledge(), [variable]: port } }).ended;
  taken.close();
  expect(code).toBe(2);
  expect(error).toContain(`Port ${port} is in use by another program; set ${variable} to another.\n`);
});

test('all faults of the environment are named at once, and nothing is answered', async () => {
  const environment = { DATA_PATHS: '/no/such/one,data,/no/such/two', LOG_LEVEL: 'loud', HEALTH_PORT: 'x' };
  const { code, out, error } = await launched({ stdin: QUESTIONS, environment }).ended;
  expect([code, out]).toEqual([2, '']);
  expect(error.trimEnd().split('\n')).toEqual([
    expect.stringMatching(/^DATA_PATHS names \/no\/such\/one, but .*mend.*\.$/),
    expect.stringMatching(/^DATA_PATHS names \/no\/such\/two, but .*mend.*\.$/),
    expect.stringMatching(/^LOG_LEVEL .*\.$/),
    expect.stringMatching(/^HEALTH_PORT .*\.$/),
  ]);
});

test('the environment may come from .env in the folder it is started in', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, '.env'), 'DATA_PATHS=/no/such/folder\n');
  const { code, out, error } = await started('src/main.js', [], { folder });
  expect([code, out]).toEqual([2, '']);
  expect(error).toContain('/no/such/folder');
});

test('bad data is named by file and line, without a stack trace', async () => {
  const environment = { DATA_PATHS: folderWith({ 'bad.yaml': 'topics: [\n' }) };
  const { code, error } = await launched({ environment }).ended;
  expect(code).toBe(1);
  expect(error).toMatch(/^\S*bad\.yaml: line 2 [^\n]*\n$/);
});

test('a state file that can’t be used is named, without a stack trace', async () => {
  const STATE_PATH = join(folderWith({ 'state.sqlite': 'no database\n'.repeat(100) }), 'state.sqlite');
  expect(existsSync(STATE_PATH)).toBe(true);
  const { code, error } = await launched({ environment: { STATE_PATH } }).ended;
  expect([code, error.trimEnd().split('\n')]).toEqual([
    1,
    [expect.stringContaining(`${STATE_PATH} is damaged`)],
  ]);
});
