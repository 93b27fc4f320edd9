/** `npm run suggestions` and `npm run feedback`, on a state file as the bot leaves it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { main as feedback } from '../../src/cli/feedback.js';
import { main as suggestions } from '../../src/cli/suggestions.js';
import { readDataFolders } from '../../src/knowledge/files.js';
import { openState } from '../../src/state/index.js';
import { BASE, figure, folderWith, temporaryFolder } from '../knowledge/made-up.js';
import { statePath } from '../state/made-up.js';
import { capturedRun } from './captured.js';

const READING = {
  metric: 'sent',
  value: 605,
  qualifier: 'about',
  printed: '605',
  asOf: '2026-07-31',
  datePrecision: 'day',
  address: 'https://www.news.example/returns',
  words: 'Some 605 people\nwere "sent": # back',
};
const TYPED = {
  metric: 'people sent',
  value: 'about 605',
  date: '31 July 2026',
  address: READING.address,
  words: READING.words,
};

let path = '';
let data = '';
beforeEach(async () => {
  path = statePath();
  data = folderWith({ 'base.yaml': BASE, 'figures.yaml': `figures:\n${figure('F-100')}\n` });
  vi.stubEnv('STATE_PATH', path);
  vi.stubEnv('DATA_PATHS', data);
  const state = await openState(path);
  await state.suggestions.submit(TYPED, READING, 'en');
  await state.feedback.saveRemark({
    said: 'The source\u001b[31m says 606',
    question: 'how many were sent?',
    answer: 'People sent: 94',
    language: 'en',
  });
  await state.feedback.countUnknown('how many women?', 'en');
  await state.close();
});
afterEach(() => vi.unstubAllEnvs());

test('suggestions are listed as they were typed, and put aside', async () => {
  const listed = await capturedRun(suggestions, []);
  expect(listed.code).toBe(0);
  expect(listed.out.join('\n')).toMatch(
    /^1 {2}\d{4}-\d\d-\d\d {2}en {2}people sent: about 605, 31 July 2026\n {4}https:.*\n {4}“Some 605 people were "sent": # back”/,
  );
  expect((await capturedRun(suggestions, ['drop', '1'])).out).toEqual(['1: set aside.']);
  expect((await capturedRun(suggestions, [])).out).toEqual(['No suggestion waits.']);
  const again = await capturedRun(suggestions, ['drop', '1']);
  expect([again.code, again.error[0]]).toEqual([1, expect.stringMatching(/^1: no such suggestion waits/)]);
});

test('a chosen one becomes a data file that the schema takes, with the source’s words to hold it against', async () => {
  const to = temporaryFolder();
  const { code, out } = await capturedRun(suggestions, ['write', '1', '--to', to]);
  expect(code).toBe(0);
  expect(out).toEqual([expect.stringMatching(/^Written: .*suggestion-1\.yaml, for review\.$/)]);
  const { data: read, problems } = readDataFolders([data, to]);
  expect(problems).toEqual([]);
  expect(read.figures.find(({ id }) => id === 'F-101')).toMatchObject({
    metric: 'sent',
    value: 605,
    qualifier: 'about',
    asOf: '2026-07-31',
    source: 'S-102',
  });
  expect(read.sources.find(({ id }) => id === 'S-102')).toMatchObject({
    url: READING.address,
    kind: 'anonymous',
    originalOpened: false,
    label: { en: 'news.example' },
  });
  const text = readFileSync(join(to, 'suggestion-1.yaml'), 'utf8');
  expect(text).toContain('# “Some 605 people”\n# “were "sent": # back”');
  expect((await capturedRun(suggestions, [])).out).toEqual(['No suggestion waits.']);
  expect((await capturedRun(suggestions, ['write', '1', '--to', to])).code).toBe(1);
  expect(readdirSync(to)).toEqual(['suggestion-1.yaml']);
});

test('what the rules find wrong with it is said', async () => {
  const state = await openState(path);
  await state.suggestions.submit(TYPED, { ...READING, value: 600 }, 'en');
  await state.close();
  const { out } = await capturedRun(suggestions, ['write', '2', '--to', temporaryFolder()]);
  expect(out.join('\n')).toMatch(/To mend: .*`value` is 600, but `printed`/);
});

test('feedback lists remarks and questions without an answer, and marks them done', async () => {
  const listed = await capturedRun(feedback, []);
  expect(listed.out.join('\n')).toMatch(
    /^W1 {2}[\d-]+ {2}en {2}The source \[31m says 606\n {4}asked: how many were sent\?\n {4}answer: People sent: 94\n\nQuestions that got no answer:\nU1 {2}1×, last [\d-]+ {2}en {2}how many women\?$/,
  );
  expect((await capturedRun(feedback, ['done', 'w1', 'U1'])).out).toEqual(['W1: done.', 'U1: done.']);
  expect((await capturedRun(feedback, [])).out).toEqual(['Nothing waits.']);
  expect((await capturedRun(feedback, ['done', 'U1'])).code).toBe(1);
});

test.each([[['write']], [['write', 'x']], [['drop', '1', '--to', 'x']], [['burn', '1']], [['--all']]])(
  'suggestions: %j is bad usage',
  async (args) => {
    const { code, error } = await capturedRun(suggestions, args);
    expect([code, error]).toEqual([2, [expect.stringMatching(/^Usage: npm run suggestions/)]]);
  },
);

test.each([[['done']], [['done', 'X1']], [['undo', 'W1']]])('feedback: %j is bad usage', async (args) => {
  expect((await capturedRun(feedback, args)).code).toBe(2);
});

test('without a state file both say what to do', async () => {
  vi.stubEnv('STATE_PATH', statePath());
  for (const program of [suggestions, feedback]) {
    const { code, error } = await capturedRun(program, []);
    expect([code, error]).toEqual([
      1,
      [expect.stringMatching(/There is no state file at .*start the bot once/)],
    ]);
  }
  expect(existsSync(process.env.STATE_PATH ?? '')).toBe(false);
});
