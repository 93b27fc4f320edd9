/** Who may use the page: browsers on this machine, and for what changes something only the page itself. */
import { request } from 'node:http';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.js';

type Answer = { status: number; headers: NodeJS.Dict<string | string[]>; text: string };

const SAID = { act: 'fault', fault: 'server-error' };

test('the page itself is served, with a policy that lets it load nothing from elsewhere', async () => {
  const { get, close } = await served();
  const page = await get('/');
  expect(page).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
  const policy = String(page.headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe|https?:|\*/);
  expect(page.text).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|https?:/);
  expect(page.headers['access-control-allow-origin']).toBeUndefined();
  expect((await get('/page.js')).status).toBe(200);
  expect((await get('/page.css')).status).toBe(200);
  await close();
});

test('another name that leads to this machine is refused, for everything', async () => {
  const { get, post, close } = await served();
  for (const path of ['/', '/page.js', '/page/events']) {
    expect(await get(path, { host: 'evil.example' })).toMatchObject({ status: 403 });
  }
  expect(await post(SAID, { host: 'evil.example', origin: 'http://evil.example' })).toMatchObject({
    status: 403,
  });
  expect(await get('/', { host: 'localhost:1234' })).toMatchObject({ status: 200 });
  await close();
});

test('other pages can neither read nor act', async () => {
  const { get, post, origin, sandbox, close } = await served();
  const elsewhere = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' };
  expect(await get('/page/events', elsewhere)).toMatchObject({ status: 403 });
  expect(await post(SAID, {})).toMatchObject({ status: 403 });
  expect(await post(SAID, { origin: 'https://evil.example' })).toMatchObject({ status: 403 });
  expect(await post(SAID, { origin, 'content-type': 'text/plain' })).toMatchObject({ status: 403 });
  expect(sandbox.faults.strike('GET', '/anything')).toBeNull();
  expect(await post(SAID, { origin })).toMatchObject({ status: 200 });
  expect(sandbox.faults.strike('GET', '/anything')).toMatchObject({ kind: 'server-error' });
  await close();
});

test('what is nothing that can be done is a sentence, whatever it is', async () => {
  const { post, origin, close } = await served();
  for (const body of ['{', '[]', '{"act":"nothing"}', '{"act":"say"}']) {
    const answer = await post(body, { origin });
    expect(answer).toMatchObject({ status: 400, text: 'That is nothing that can be done here.' });
  }
  const gone = { act: 'click', as: '1', channel: '2', message: '3', button: 'x' };
  const answer = await post(gone, { origin });
  expect(JSON.parse(answer.text)).toEqual({ kind: 'failed', reason: 'That message is gone.' });
  await close();
});

async function served() {
  const sandbox = await startSandbox();
  const guild = sandbox.guild();
  guild.channel('general');
  const people = [{ person: guild.member({ name: 'Ada' }), role: 'member' }];
  const address = new URL(sandbox.showPage({ files: join(inject('compiled'), 'page'), guild, people }));
  const ask = (method: string, path: string, headers: Record<string, string>, body?: string) =>
    new Promise<Answer>((resolve, reject) => {
      const asked = request({ method, path, port: address.port, host: '127.0.0.1', headers }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part) => {
          text += part;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        );
      });
      asked.on('error', reject);
      asked.end(body);
    });
  return {
    sandbox,
    origin: address.origin,
    get: (path: string, headers: Record<string, string> = {}) => ask('GET', path, headers),
    post: (body: object | string, headers: Record<string, string>) =>
      ask(
        'POST',
        '/page/act',
        { 'content-type': 'application/json', ...headers },
        typeof body === 'string' ? body : JSON.stringify(body),
      ),
    close: () => sandbox.close(),
  };
}
