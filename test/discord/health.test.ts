import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { HEARTBEAT_TOO_OLD_MS, type HealthSources, startHealth } from '../../src/discord/health.js';
import { openState } from '../../src/state/index.js';
import { statePath } from '../state/made-up.js';

const WELL: HealthSources = {
  gateway: () => ({ state: 'ready', heartbeatAgeMs: 12 }),
  newestFigure: () => ({ date: '2026-01-27', ageDays: 5 }),
  checkState: () => Promise.resolve(),
  deliveries: () => Promise.resolve({ parked: 2, uncertain: 1 }),
  warnings: () => [],
};

async function asked(sources: Partial<HealthSources>, path = '/healthz', method = 'GET') {
  const server = await startHealth(0, { ...WELL, ...sources });
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, { method });
  const body = await response.text();
  await server.close();
  return { status: response.status, body: body === '' ? undefined : JSON.parse(body) };
}

test('all is well: 200, with what an operator wants to know', async () => {
  expect(await asked({})).toEqual({
    status: 200,
    body: {
      ok: true,
      gateway: { ok: true, state: 'ready', heartbeatAgeMs: 12 },
      stateDatabase: { ok: true },
      deliveries: { parked: 2, uncertain: 1 },
      newestFigure: { date: '2026-01-27', ageDays: 5 },
      warnings: [],
    },
  });
});

test('a warning is told, and all is well nevertheless', async () => {
  const { status, body } = await asked({ warnings: () => ['The page has changed.'] });
  expect([status, body.ok, body.warnings]).toEqual([200, true, ['The page has changed.']]);
});

test('before the first heartbeat, and without any figure, all is well', async () => {
  const { status, body } = await asked({
    gateway: () => ({ state: 'ready', heartbeatAgeMs: null }),
    newestFigure: () => null,
  });
  expect([status, body.newestFigure]).toEqual([200, { date: null, ageDays: null }]);
});

test.each([
  { state: 'resuming', heartbeatAgeMs: 5 },
  { state: 'ready', heartbeatAgeMs: HEARTBEAT_TOO_OLD_MS + 1 },
])('a gateway like %o is 503', async (gateway) => {
  expect(await asked({ gateway: () => gateway })).toMatchObject({
    status: 503,
    body: { ok: false, gateway: { ok: false, ...gateway }, stateDatabase: { ok: true } },
  });
});

test('a state file that can’t be written is 503', async () => {
  const state = await openState(statePath());
  expect((await asked({ checkState: state.check })).status).toBe(200);
  await state.close();
  expect(await asked({ checkState: state.check, deliveries: state.outbox.troubled })).toMatchObject({
    status: 503,
    body: { ok: false, gateway: { ok: true }, stateDatabase: { ok: false }, deliveries: null },
  });
});

test('many askers at once make one write', async () => {
  let checks = 0;
  const checkState = () => {
    checks += 1;
    return Promise.resolve();
  };
  const server = await startHealth(0, { ...WELL, checkState });
  const ask = () => fetch(`http://127.0.0.1:${server.port}/healthz`).then((response) => response.json());
  await Promise.all(Array.from({ length: 20 }, ask));
  expect(checks).toBeLessThan(20);
  await server.close();
});

test('there is nothing else', async () => {
  expect((await asked({}, '/')).status).toBe(404);
  expect((await asked({}, '/healthz', 'POST')).status).toBe(405);
  expect(await asked({}, '/healthz?x=1', 'HEAD')).toEqual({ status: 200, body: undefined });
});

test('a port that is taken is an error of the system', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => void taken.listen(0, '127.0.0.1', resolve));
  const address = taken.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await expect(startHealth(port, WELL)).rejects.toThrow('EADDRINUSE');
  taken.close();
});
