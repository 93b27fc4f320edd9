import { DiscordAPIError } from 'discord.js';
import { expect, test } from 'vitest';
import { createLog, readableLine } from '../src/log.js';

const TOKEN = 'MTIz.secret"quote.end';

function logged(level: string) {
  const lines: string[] = [];
  const log = createLog({
    level,
    secrets: [TOKEN],
    destination: { write: (line) => void lines.push(line) },
  });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '') };
}

/** An error as discord.js throws it, with all that it knows of the request. */
function discordError(): DiscordAPIError {
  const body = { json: { data: { content: 'my private question' } }, files: undefined };
  const url = 'https://discord.com/api/v10/interactions/11/aW50ZXJhY3Rpb24/callback';
  return new DiscordAPIError({ code: 10062, message: 'Unknown interaction' }, 10062, 404, 'POST', url, body);
}

test('the level decides what is written', () => {
  const { log, lines } = logged('warn');
  log.info('not this');
  log.warn('this');
  expect(lines).toHaveLength(1);
  const silent = logged('silent');
  silent.log.fatal('nothing');
  expect(silent.lines).toEqual([]);
});

test('the token is seen nowhere, in whatever it is hidden', () => {
  const { log, lines } = logged('trace');
  log.info(
    { note: `Bot ${TOKEN}`, [TOKEN]: 1, headers: { authorization: 'Bot other' }, token: 'other' },
    TOKEN,
  );
  log.error(new Error(`with ${TOKEN}`, { cause: new Error(TOKEN) }), 'failed');
  log.child({ who: TOKEN }).info('child');
  expect(lines).toHaveLength(3);
  for (const line of lines) {
    expect(line).not.toMatch(/MTIz|secret|other/);
    expect(() => JSON.parse(line)).not.toThrow();
  }
});

test('what people wrote is told at debug and below only', () => {
  const { log, last } = logged('trace');
  const fields = { question: 'private', content: 'private', ms: 3 };
  for (const level of ['info', 'warn', 'error', 'fatal'] as const) {
    log[level](fields, 'asked');
    expect(last()).toMatchObject({ level, msg: 'asked', ms: 3 });
    expect(JSON.stringify(last())).not.toContain('private');
  }
  log.debug(fields, 'asked');
  expect(last()).toMatchObject(fields);
});

test.each(['err', 'error', 'cause'])(
  'an error under %s is told with its causes and without its request',
  (key) => {
    const { log, lines, last } = logged('info');
    log.error({ [key]: new Error('could not reply', { cause: discordError() }), reference: 'r1' }, 'fault');
    expect(last()).toMatchObject({
      reference: 'r1',
      [key]: {
        message: 'could not reply',
        stack: expect.stringContaining('log.test.ts'),
        cause: {
          code: 10062,
          status: 404,
          method: 'POST',
          url: expect.stringContaining('/interactions/11/[hidden]/callback'),
        },
      },
    });
    expect(lines.join()).not.toMatch(/private|aW50/);
  },
);

test('an error alone is told like one with a key', () => {
  const { log, last } = logged('info');
  log.error(discordError());
  expect(last()).toMatchObject({ msg: 'Unknown interaction', err: { code: 10062 } });
  expect(JSON.stringify(last())).not.toContain('private');
});

test('at a terminal a line is for reading', () => {
  const { log, lines } = logged('info');
  log.info({ port: 8090 }, 'ready');
  log.error(new Error('oh no'), 'failed');
  const [ready, failed] = lines.map(readableLine);
  expect(ready).toMatch(/^\d\d:\d\d:\d\d ready port=8090\n$/);
  expect(failed).toMatch(/^\d\d:\d\d:\d\d error: failed \nError: oh no\n/);
});
