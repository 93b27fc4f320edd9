import { expect, test } from 'vitest';
import { openBeside, openState, StateUnusable } from '../../src/state/index.js';
import { aClock, statePath } from './made-up.js';

const TYPED = {
  metric: 'people sent',
  value: '605',
  date: '10 November 2025',
  address: 'https://news.example',
  words: '605 people',
};

test('questions without an answer are counted whatever their case, and deleted 90 days after they were last asked', async () => {
  const clock = aClock();
  const state = await openState(statePath(), { now: clock.now });
  const { feedback } = state;
  await feedback.countUnknown('How many  women?', 'en');
  clock.forward({ days: 60 });
  await feedback.countUnknown('how many women?', 'en');
  await feedback.countUnknown('how many men?', 'en');
  expect((await feedback.unknown()).map(({ question, times }) => [question, times])).toEqual([
    ['How many women?', 2],
    ['how many men?', 1],
  ]);
  clock.forward({ days: 89 });
  expect(await feedback.purge()).toBe(0);
  clock.forward({ days: 1 });
  expect(await feedback.purge()).toBe(2);
  await state.close();
});

test('what is done is listed no more; a question that is asked again is', async () => {
  const state = await openState(statePath());
  const { feedback } = state;
  await feedback.countUnknown('how many women?', 'en');
  const [asked] = await feedback.unknown();
  expect(await feedback.done('unknown', asked?.id ?? 0)).toBe(true);
  expect(await feedback.done('unknown', asked?.id ?? 0)).toBe(false);
  expect(await feedback.unknown()).toEqual([]);
  await feedback.countUnknown('how many women?', 'en');
  expect(await feedback.unknown()).toMatchObject([{ id: asked?.id, times: 1 }]);
  await state.close();
});

test('nothing is counted where that is switched off', async () => {
  const state = await openState(statePath(), { countUnknown: false });
  await state.feedback.countUnknown('how many women?', 'en');
  expect(await state.feedback.unknown()).toEqual([]);
  await state.close();
});

test('a draft gives way to its suggestion, and a suggestion is settled once', async () => {
  const state = await openState(statePath());
  const { suggestions } = state;
  const draft = await suggestions.saveDraft(TYPED, 'en');
  const better = await suggestions.saveDraft({ ...TYPED, value: '606' }, 'en', draft);
  expect(await suggestions.byId(draft)).toBeUndefined();
  const id = (await suggestions.submit(TYPED, { value: 605 }, 'en', better)) ?? 0;
  expect(await suggestions.byId(better)).toBeUndefined();
  expect(await suggestions.waiting()).toMatchObject([{ id, typed: TYPED, reading: { value: 605 } }]);
  expect(await suggestions.settle(id, 'written')).toBe(true);
  expect(await suggestions.settle(id, 'set-aside')).toBe(false);
  expect(await suggestions.waiting()).toEqual([]);
  await state.close();
});

test('the maintainers’ programs read and write while the bot has the file', async () => {
  const path = statePath();
  const state = await openState(path);
  await state.feedback.saveRemark({ said: 'No.', question: 'q', answer: 'a', language: 'en' });
  const beside = await openBeside(path);
  const [remark] = await beside.feedback.remarks();
  expect(remark?.said).toBe('No.');
  expect(await beside.feedback.done('remark', remark?.id ?? 0)).toBe(true);
  await beside.close();
  expect(await state.feedback.remarks()).toEqual([]);
  await state.close();
});

test('without a state file there is nothing to open, which is said', async () => {
  await expect(openBeside(statePath())).rejects.toThrow(StateUnusable);
  await expect(openBeside(statePath())).rejects.toThrow(/start the bot once/);
});
