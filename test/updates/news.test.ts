import { expect, test } from 'vitest';
import { BASE, boats, figure, LEARNED_AT, learner, told } from './made-up.js';

const total = (id: string, asOf: string, value: number, changes: Record<string, string> = {}) =>
  figure(id, { asOf, value: String(value), printed: `"${value}"`, ...changes });
const count = (id: string, from: string, to: string, value: number, changes: Record<string, string> = {}) =>
  figure(id, { ...boats(from, to, String(value)), ...changes });

const FIRST = total('F-100', '2025-11-10', 94);
const SECOND = total('F-101', '2026-01-27', 281);

test('a figure newer than the newest known is news, with that one before it', async () => {
  const learn = learner();
  await learn([FIRST]);
  const [update, ...others] = await learn([FIRST, SECOND]);
  expect(others).toEqual([]);
  expect(update).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{12}$/),
    kind: 'new',
    figure: expect.objectContaining({ id: 'F-101', value: 281 }),
    before: expect.objectContaining({ id: 'F-100', value: 94 }),
    learnedAt: LEARNED_AT,
  });
});

test('the first load ever is silent, and so is the same load again', async () => {
  const learn = learner();
  expect(await learn([FIRST, SECOND])).toEqual([]);
  expect(await learn([FIRST, SECOND])).toEqual([]);
});

test('history that is filled in later is silent, also in between and of the same date', async () => {
  const learn = learner();
  await learn([FIRST, SECOND]);
  const older = total('F-102', '2025-10-31', 75);
  const between = total('F-103', '2025-12-31', 190);
  const sameDate = total('F-104', '2026-01-27', 283, { source: 'S-101' });
  expect(await learn([FIRST, SECOND, older, between, sameDate])).toEqual([]);
});

test('the first figures of a metric or a scope are silent, the next ones are not', async () => {
  const learn = learner();
  await learn([FIRST]);
  const scoped = total('F-110', '2026-01-31', 12, { scope: 'since-start' });
  expect(await learn([FIRST, scoped])).toEqual([]);
  const next = total('F-111', '2026-02-28', 15, { scope: 'since-start' });
  expect(told(await learn([FIRST, scoped, next]))).toEqual(['F-111: 12 → 15']);
});

test('what is taken out and put back is no news', async () => {
  const learn = learner();
  await learn([FIRST]);
  expect(told(await learn([FIRST, SECOND]))).toHaveLength(1);
  expect(await learn([FIRST])).toEqual([]);
  expect(await learn([FIRST, SECOND])).toEqual([]);
});

test('a figure with a wrong date that was taken out again does not silence what comes', async () => {
  const learn = learner();
  const wrong = total('F-105', '2026-12-27', 281);
  await learn([FIRST]);
  await learn([FIRST, wrong]);
  expect(told(await learn([FIRST, SECOND]))).toEqual(['F-101: 94 → 281']);
});

test('of a running total only the newest of several is told', async () => {
  const learn = learner();
  await learn([FIRST]);
  const third = total('F-102', '2026-02-28', 350);
  expect(told(await learn([FIRST, third, SECOND]))).toEqual(['F-102: 94 → 350']);
});

test('of counts each period is told, against the one before it of the same length', async () => {
  const learn = learner();
  const known = [
    count('F-200', '2026-01-01', '2026-01-01', 3),
    count('F-201', '2025-01-01', '2025-12-31', 900),
    count('F-202', '2026-01-02', '2026-01-02', 4),
  ];
  await learn(known);
  const day3 = count('F-203', '2026-01-03', '2026-01-03', 5);
  const day4 = count('F-204', '2026-01-04', '2026-01-04', 6);
  const toDate = count('F-205', '2026-01-01', '2026-01-04', 18);
  const updates = await learn([...known, day4, toDate, day3]);
  expect(told(updates).sort()).toEqual(['F-203: 4 → 5', 'F-204: 5 → 6', 'F-205: ? → 18']);
  expect(updates[0]?.figure.id).toBe('F-203');
});

test('of several sources for one date the best one tells it', async () => {
  const learn = learner();
  await learn([FIRST]);
  const official = total('F-102', '2026-01-27', 280, { source: 'S-101' });
  expect(told(await learn([FIRST, SECOND, official]))).toEqual(['F-102: 94 → 280']);
});

test('a revision of the newest known is news, with what it was', async () => {
  const learn = learner();
  await learn([FIRST, SECOND]);
  const revised = total('F-102', '2026-01-27', 279, { revises: 'F-101' });
  expect(told(await learn([FIRST, SECOND, revised]))).toEqual(['F-102: 281 !→ 279']);
});

test('a revision of history is silent, unless people were told of what it revises', async () => {
  const learn = learner();
  await learn([FIRST, SECOND]);
  const ofOld = total('F-102', '2025-11-10', 95, { revises: 'F-100' });
  expect(await learn([FIRST, SECOND, ofOld])).toEqual([]);
  const third = total('F-103', '2026-02-28', 350);
  const fourth = total('F-104', '2026-03-31', 400);
  expect(told(await learn([FIRST, SECOND, ofOld, third]))).toEqual(['F-103: 281 → 350']);
  expect(told(await learn([FIRST, SECOND, ofOld, third, fourth]))).toEqual(['F-104: 350 → 400']);
  const ofTold = total('F-105', '2026-02-28', 352, { revises: 'F-103' });
  const last = await learn([FIRST, SECOND, ofOld, third, fourth, ofTold]);
  expect(told(last)).toEqual(['F-105: 350 !→ 352']);
});

test('a newest figure whose value is mended under its id is a revision; other mending is silent', async () => {
  const learn = learner();
  await learn([FIRST, SECOND]);
  const noted = total('F-101', '2026-01-27', 281, { note: '{ en: Said twice., fr: Dit deux fois. }' });
  expect(await learn([FIRST, noted])).toEqual([]);
  const mended = total('F-101', '2026-01-27', 282);
  expect(told(await learn([FIRST, mended]))).toEqual(['F-101: 281 !→ 282']);
  expect(await learn([FIRST, mended])).toEqual([]);
});

test('a revision that leaves the value as it was is silent', async () => {
  const learn = learner();
  await learn([FIRST, SECOND]);
  const final = total('F-102', '2026-01-27', 281, { revises: 'F-101', source: 'S-101' });
  expect(await learn([FIRST, SECOND, final])).toEqual([]);
});

test('totals that are computed of counts are figures like any other', async () => {
  const base = BASE.replace(
    '    kind: running-total\n',
    '    kind: running-total\n    accumulates: { metric: boats, from: 2026-01-01 }\n',
  );
  const learn = learner();
  const january = count('F-200', '2026-01-01', '2026-01-31', 30);
  const february = count('F-201', '2026-02-01', '2026-02-28', 20);
  await learn([january], base);
  const updates = await learn([january, february], base);
  expect(told(updates).sort()).toEqual(['F-201: 30 → 20', 'F-201t: 30 → 50']);
  const revised = count('F-202', '2026-02-01', '2026-02-28', 22, { revises: 'F-201' });
  const again = await learn([january, february, revised], base);
  expect(told(again)).toContain('F-202: 20 !→ 22');
});

test('the same news has the same id, other news another', async () => {
  const ids = async () => {
    const learn = learner();
    await learn([FIRST]);
    const [news] = await learn([FIRST, SECOND]);
    const [revision] = await learn([FIRST, total('F-101', '2026-01-27', 282)]);
    return [news?.id, revision?.id];
  };
  const [news, revision] = await ids();
  expect(await ids()).toEqual([news, revision]);
  expect(news).not.toBe(revision);
});
