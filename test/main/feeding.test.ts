import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addDays, todayInLondon } from '../../src/knowledge/calendar.js';
import { ARRIVALS_BASE, arrivalsItem, govuk, type Row, serves } from '../feeds/govuk.js';
import { folderWith, temporaryFolder } from '../knowledge/made-up.js';
import { launched } from '../launched.js';

/** The page of today: 100 people yesterday, 99 the day before, and so on. */
function todaysPage() {
  const long = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  const rows = Array.from({ length: 7 }, (_, index): Row => {
    const day = addDays(todayInLondon(), index - 7);
    return [long.format(new Date(day)), String(94 + index), '2', '0', ''];
  });
  return arrivalsItem({ rows, item: { public_updated_at: new Date().toISOString() } });
}

async function running(item: unknown) {
  const { baseUrl } = await govuk(serves(item));
  const program = launched({
    stdin: null,
    environment: {
      DATA_PATHS: folderWith({ 'base.yaml': ARRIVALS_BASE }),
      LEARNT_DATA_PATH: join(temporaryFolder(), 'learnt'),
      KNOWLEDGE_PATH: join(temporaryFolder(), 'knowledge.sqlite'),
      GOVUK_URL: `${baseUrl}/`,
      HEALTH_PORT: '0',
    },
  });
  const [, port] = await program.says(/"port":(\d+),"msg":"telling health/);
  return { program, port };
}

test('what GOV.UK tells is answered from, soon, without a restart', async () => {
  const { program } = await running(todaysPage());
  await program.says(/learnt daily arrivals from GOV\.UK/);
  await program.says(/took over changed data/);
  program.write('arrivals yesterday\n');
  const [answer] = await program.says(/^Arrivals: .*$/m);
  expect(answer).toMatch(/\b100\b.*provisional/);
  program.kill('SIGTERM');
  expect((await program.ended).code).toBe(0);
});

test('a changed page is told of in the log and on /healthz, and the bot goes on', async () => {
  const { program, port } = await running({ ...todaysPage(), title: 'Something else' });
  await program.says(/the arrivals page can’t be used; nothing is changed/);
  await program.says(/"msg":"ready"/);
  const health = await (await fetch(`http://127.0.0.1:${port}/healthz`)).json();
  expect(health).toMatchObject({ ok: true, warnings: [expect.stringContaining('the page has changed')] });
  program.kill('SIGTERM');
  expect((await program.ended).code).toBe(0);
});
