import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BASE, figure, folderWith, temporaryFolder } from '../knowledge/made-up.js';
import { type Launched, launched } from '../launched.js';

const TOOK_OVER = /took over changed data/g;
const REFUSED = /changed data can’t be used/g;

/** The program on made-up data, with a question at its prompt and a look at its health. */
async function running(learnt = join(temporaryFolder(), 'not', 'yet')) {
  const data = folderWith({ 'base.yaml': BASE, 'sent.yaml': figures('94') });
  const program = launched({
    stdin: null,
    environment: {
      DATA_PATHS: data,
      LEARNT_DATA_PATH: learnt,
      KNOWLEDGE_PATH: join(temporaryFolder(), 'knowledge.sqlite'),
      HEALTH_PORT: '0',
    },
  });
  const [, port] = await program.says(/"port":(\d+),"msg":"telling health/);
  await program.says(/"msg":"ready"/);
  let asked = 0;
  const ask = async () => {
    asked += 1;
    program.write('people sent\n');
    const answers = await nth(program, /^People sent: .*$/gm, asked);
    return answers;
  };
  const health = async () => {
    const response = await fetch(`http://127.0.0.1:${port}/healthz`);
    return { status: response.status, body: JSON.parse(await response.text()) };
  };
  return { program, data, learnt, ask, health };
}

/** The n-th match of a pattern in what the program writes. */
async function nth(program: Launched, pattern: RegExp, n: number): Promise<string> {
  for (;;) {
    const { out, error } = program.written();
    const found = [...`${out}\n${error}`.matchAll(pattern)][n - 1];
    if (found) return found[0];
    await program.writesMore();
  }
}

function figures(value: string): string {
  return `figures:\n${figure('F-100', { value, printed: `"${value}"` })}`;
}

test('changed data are answered from without a restart; bad data change nothing and are told of', async () => {
  const { program, data, learnt, ask, health } = await running();
  expect(await ask()).toContain('94');

  writeFileSync(join(data, 'sent.yaml'), figures('105'));
  await nth(program, TOOK_OVER, 1);
  expect(await ask()).toContain('105');

  writeFileSync(join(data, 'sent.yaml'), figures('105').replace('exact', 'eksact'));
  const refusal = await nth(program, REFUSED, 1);
  expect(refusal).toBeDefined();
  expect(program.written().error).toMatch(/sent\.yaml, F-100: `qualifier`/);
  expect(await ask()).toContain('105');
  const troubled = await health();
  expect(troubled).toMatchObject({ status: 200, body: { ok: true } });
  expect(troubled.body.warnings.join()).toMatch(
    /Changed data can’t be used since .*sent\.yaml, F-100: `qualifier`/,
  );

  writeFileSync(join(data, 'sent.yaml'), figures('110'));
  await nth(program, TOOK_OVER, 2);
  expect(await ask()).toContain('110');
  expect((await health()).body.warnings).toEqual([]);

  folderWithin(
    learnt,
    figure('F-101', {
      value: '120',
      printed: '"120"',
      asOf: '2025-11-10',
      source: 'S-101',
      paragraph: null,
      note: '{ en: Later., fr: Plus tard. }',
    }),
  );
  await nth(program, TOOK_OVER, 3);
  expect(await ask()).toContain('120');

  program.kill('SIGTERM');
  expect((await program.ended).code).toBe(0);
});

function folderWithin(folder: string, entry: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'learnt.yaml'), `figures:\n${entry}`);
}

test('what was learnt and is spoilt does not keep the bot from starting; it is told of until it is mended', async () => {
  const learnt = temporaryFolder();
  writeFileSync(join(learnt, 'spoilt.yaml'), 'figures: nonsense');
  const { program, ask, health } = await running(learnt);
  expect(await ask()).toContain('94');
  await nth(program, REFUSED, 1);
  expect((await health()).body).toMatchObject({
    ok: true,
    warnings: [expect.stringContaining('spoilt.yaml')],
  });
  writeFileSync(join(learnt, 'spoilt.yaml'), 'figures: []');
  await nth(program, /the data are sound again/g, 1);
  expect((await health()).body.warnings).toEqual([]);
  program.kill('SIGTERM');
  expect((await program.ended).code).toBe(0);
});
