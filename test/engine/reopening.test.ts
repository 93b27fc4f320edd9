import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { reopen } from '../../src/engine/reopening.js';
import { openEngine } from '../../src/engine.js';
import { BASE, figure, folderWith, temporaryFolder } from '../knowledge/made-up.js';

const figures = (value: string) => `figures:\n${figure('F-100', { value, printed: `"${value}"` })}\n`;

function opened() {
  const data = folderWith({ 'base.yaml': BASE, 'figures.yaml': figures('94') });
  const options = { dataPaths: [data], databasePath: join(temporaryFolder(), 'knowledge.sqlite') };
  const engine = openEngine(options);
  onTestFinished(() => engine.close());
  const change = (text: string) => writeFileSync(join(data, 'figures.yaml'), text);
  return { engine, options, change };
}

test('data that are those in use are known by their hash, and no worker is started', async () => {
  const { engine, options } = opened();
  const workerFile = join(temporaryFolder(), 'there-is-none.js');
  expect(await reopen({ ...options, workerFile }, engine.content)).toBeUndefined();
  await expect(reopen({ ...options, workerFile })).rejects.toThrow('there-is-none');
});

test('other data are built and opened beside those in use; faulty ones are refused by name', async () => {
  const { engine, options, change } = opened();
  const workerFile = join(inject('compiled'), 'src', 'knowledge', 'rebuild-worker.js');
  change(figures('105'));
  const reopened = await reopen({ ...options, workerFile }, engine.content);
  onTestFinished(() => reopened?.engine.close());
  const [before, after] = [engine, reopened?.engine].map((one) => one?.ask('people sent').answer.lines[0]);
  expect(before).toContain('94');
  expect(after).toContain('105');
  change(figures('105').replace('exact', 'eksact'));
  await expect(reopen({ ...options, workerFile }, engine.content)).rejects.toThrow(/figures\.yaml, F-100/);
});
