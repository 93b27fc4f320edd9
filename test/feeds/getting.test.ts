import { expect, test } from 'vitest';
import { type Got, getJson } from '../../src/feeds/getting.js';
import { type Answer, cuts, floods, govuk, hangs, serves, stalls, status } from './govuk.js';

const LIMITS = { timeoutMs: 300, maxBytes: 100_000 };

async function got(answer: Answer, etag?: string): Promise<Got> {
  const { baseUrl } = await govuk(answer);
  return getJson(baseUrl, { ...LIMITS, etag });
}

test('a document comes with its ETag, and not again while it is the same', async () => {
  expect(await got(serves({ a: 1 }))).toEqual({ outcome: 'changed', etag: '"one"', body: { a: 1 } });
  expect(await got(serves({ a: 1 }), '"one"')).toEqual({ outcome: 'unchanged' });
  expect(await got(serves({ a: 1 }), '"old"')).toMatchObject({ outcome: 'changed' });
});

test.each<[string, Answer, object]>([
  ['500', status(500), { reason: 'status 500' }],
  [
    '503 with seconds',
    status(503, { 'retry-after': '120' }),
    { reason: 'status 503', retryAfterMs: 120_000 },
  ],
  ['429', status(429), { reason: 'status 429' }],
  ['429 with nonsense', status(429, { 'retry-after': 'soon' }), { reason: 'status 429' }],
  ['silence', hangs, { reason: 'no answer within 0.3 s' }],
  ['a body that never ends', stalls, { reason: 'no answer within 0.3 s' }],
  ['a body that breaks off', cuts, {}],
])('%s is worth another try', async (_, answer, more) => {
  expect(await got(answer)).toMatchObject({ outcome: 'unavailable', ...more });
});

test('a server that says when to come back by a date is understood', async () => {
  const then = new Date(Date.now() + 3_600_000).toUTCString();
  const said = await got(status(429, { 'retry-after': then }));
  const waits = said.outcome === 'unavailable' ? (said.retryAfterMs ?? 0) : 0;
  expect(waits).toBeGreaterThan(3_500_000);
  expect(waits).toBeLessThanOrEqual(3_600_000);
});

test.each<[string, Answer, RegExp]>([
  ['a redirect', status(301, { location: '/elsewhere' }), /moved to \/elsewhere/],
  ['404', status(404), /status 404/],
  ['410', status(410), /status 410/],
  ['403', status(403), /status 403/],
  ['a web page', serves('<!doctype html><p>Sorry</p>'), /not JSON/],
  ['nothing', serves(''), /not JSON/],
  ['a huge body', floods, /longer than 100000 bytes/],
])('%s is for somebody to look at', async (_, answer, reason) => {
  expect(await got(answer)).toEqual({ outcome: 'refused', reason: expect.stringMatching(reason) });
});

test('nobody at the address is worth another try', async () => {
  const { baseUrl, close } = await govuk(status(200));
  await close();
  expect(await getJson(baseUrl, LIMITS)).toMatchObject({ outcome: 'unavailable' });
});

test('whoever stops need not wait', async () => {
  const { baseUrl } = await govuk(hangs);
  const stopping = new AbortController();
  const asked = getJson(baseUrl, { timeoutMs: 60_000, maxBytes: 1, signal: stopping.signal });
  stopping.abort();
  expect(await asked).toMatchObject({ outcome: 'unavailable' });
});
