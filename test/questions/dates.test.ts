import { describe, expect, test } from 'vitest';
import { splitWords } from '../../src/knowledge/words.js';
import { findTimes } from '../../src/questions/dates.js';
import type { Time } from '../../src/questions/time.js';

/** A Sunday; the newest figure is older, and dates without a year are read by it. */
const CLOCK = { today: '2026-11-22', reference: '2026-01-27' };

const times = (text: string): Time[] => findTimes(splitWords(text), CLOCK);
const said = (text: string) => times(text).map(({ from, to, cue }) => `${cue} ${from} ${to}`);

type Row = [text: string, from: string, to: string, cue: Time['cue']];

/** A single day: the newest figure known for it, unless it says "on". */
const day = (text: string, date: string): Row => [text, date, date, /^on\b/.test(text) ? 'on' : 'by'];

describe('one time in a question', () => {
  test.each<Row>([
    day('how many by 2025-11-10', '2025-11-10'),
    day('as of 10 November 2025', '2025-11-10'),
    day('as at 10 November 2025', '2025-11-10'),
    day('as of 10 nov 2025', '2025-11-10'),
    day('on 10 November 2025', '2025-11-10'),
    day('on the 10th of November 2025', '2025-11-10'),
    day('by the 10th of Nov, 2025', '2025-11-10'),
    day('by Monday 10 November 2025', '2025-11-10'),
    day('on Mon 10 Nov 2025', '2025-11-10'),
    day("by 10 November '25", '2025-11-10'),
    day('by November 10, 2025', '2025-11-10'),
    day('by November 10th 2025', '2025-11-10'),
    day('by november the 10th 2025', '2025-11-10'),
    day('until 10 November 2025', '2025-11-10'),
    day('up to 10 November 2025', '2025-11-10'),
    day('on the second of november 2025', '2025-11-02'),
    day('on the thirty first of october 2025', '2025-10-31'),
    day('by the last day of october 2025', '2025-10-31'),
    day('by the final day of february 2024', '2024-02-29'),
    day('as of 31/10/2025', '2025-10-31'),
    day('as of 31/10/25', '2025-10-31'),
    ['in 2026-01', '2026-01-01', '2026-01-31', 'in'],
    ['in 1/2026', '2026-01-01', '2026-01-31', 'in'],
    ['by 10/2025', '2025-10-01', '2025-10-31', 'by'],
    day('as of 31.10.2025', '2025-10-31'),
    day('as of 31.10.25', '2025-10-31'),
    day('au 31 octobre 2025', '2025-10-31'),
    day('au 1er novembre 2025', '2025-11-01'),
    ['le 10 novembre 2025', '2025-11-10', '2025-11-10', 'on'],
    day("jusqu'au 10 novembre 2025", '2025-11-10'),
    day('à la date du 10 novembre 2025', '2025-11-10'),
    ['le lundi 10 novembre 2025', '2025-11-10', '2025-11-10', 'on'],
    ['monday 10 november 2025, how many', '2025-11-10', '2025-11-10', 'on'],
    ['On Monday 10 November 2025', '2025-11-10', '2025-11-10', 'on'],
    day('au 31/10/2025', '2025-10-31'),
    ['le 3 février 2026', '2026-02-03', '2026-02-03', 'on'],
    day('au 9 août 2025', '2025-08-09'),
    ['le 5 déc. 2025', '2025-12-05', '2025-12-05', 'on'],
  ])('a day with its year: %s', (text, from, to, cue) => {
    expect(said(text)).toEqual([`${cue} ${from} ${to}`]);
    expect(times(text)[0]?.yearGuessed).toBe(false);
  });

  test.each<Row>([
    day('by 10 november', '2025-11-10'),
    day('by november 10th', '2025-11-10'),
    day('as of 31/10', '2025-10-31'),
    day('by 20 january', '2026-01-20'),
    day('by 28 january', '2026-01-28'),
    day('by 10 february', '2025-02-10'),
    day('by halloween', '2025-10-31'),
    day('au 31 octobre', '2025-10-31'),
    ['in november', '2025-11-01', '2025-11-30', 'in'],
    ['in january', '2026-01-01', '2026-01-31', 'in'],
    ['in early november', '2025-11-01', '2025-11-10', 'in'],
    ['en novembre', '2025-11-01', '2025-11-30', 'in'],
  ])(
    'without a year it is the last one that figures reach, and marked as guessed: %s',
    (text, from, to, cue) => {
      expect(said(text)).toEqual([`${cue} ${from} ${to}`]);
      expect(times(text)[0]?.yearGuessed).toBe(true);
    },
  );

  test.each<Row>([
    day('by Halloween 2025', '2025-10-31'),
    day('by bonfire night 2025', '2025-11-05'),
    day('on Guy Fawkes night 2025', '2025-11-05'),
    day('by Armistice Day 2025', '2025-11-11'),
    day('by Remembrance Day 2025', '2025-11-11'),
    day('by Remembrance Sunday 2025', '2025-11-09'),
    day('by Remembrance Sunday 2026', '2026-11-08'),
    day('by Christmas 2025', '2025-12-25'),
    day('by xmas 2025', '2025-12-25'),
    day('on Christmas Eve 2025', '2025-12-24'),
    day('on Boxing Day 2025', '2025-12-26'),
    day("by New Year's Eve 2025", '2025-12-31'),
    day("by New Year's Day 2026", '2026-01-01'),
    day("by Valentine's Day 2026", '2026-02-14'),
    day('à Noël 2025', '2025-12-25'),
    day('à la Toussaint 2025', '2025-11-01'),
    day('au nouvel an 2026', '2026-01-01'),
  ])('a named day: %s', (text, from, to, cue) => {
    expect(said(text)).toEqual([`${cue} ${from} ${to}`]);
  });

  test.each<Row>([
    ['from 6 to 8 November 2025', '2025-11-06', '2025-11-08', 'in'],
    ['between 6 and 8 November 2025', '2025-11-06', '2025-11-08', 'in'],
    ['between the 6th and 8th of November 2025', '2025-11-06', '2025-11-08', 'in'],
    ['6-8 nov 2025', '2025-11-06', '2025-11-08', 'in'],
    ['between November 6 and 8, 2025', '2025-11-06', '2025-11-08', 'in'],
    ['du 6 au 8 novembre 2025', '2025-11-06', '2025-11-08', 'in'],
    ['entre le 6 et le 8 novembre 2025', '2025-11-06', '2025-11-08', 'in'],
    ['between September and November 2025', '2025-09-01', '2025-11-30', 'in'],
    ['between November 2025 and January 2026', '2025-11-01', '2026-01-31', 'in'],
    ['from november to january 2026', '2025-11-01', '2026-01-31', 'in'],
    ['de septembre à novembre 2025', '2025-09-01', '2025-11-30', 'in'],
    ['entre septembre et novembre 2025', '2025-09-01', '2025-11-30', 'in'],
  ])('a stretch of days or months is one time: %s', (text, from, to, cue) => {
    expect(said(text)).toEqual([`${cue} ${from} ${to}`]);
  });

  test.each<Row>([
    ['in early November 2025', '2025-11-01', '2025-11-10', 'in'],
    ['at the start of November 2025', '2025-11-01', '2025-11-10', 'by'],
    ['in the first days of November 2025', '2025-11-01', '2025-11-10', 'in'],
    ['in mid November 2025', '2025-11-11', '2025-11-20', 'in'],
    ['in mid-November 2025', '2025-11-11', '2025-11-20', 'in'],
    ['in the middle of November 2025', '2025-11-11', '2025-11-20', 'in'],
    ['in late October 2025', '2025-10-21', '2025-10-31', 'in'],
    ['by the end of October 2025', '2025-10-25', '2025-10-31', 'by'],
    ['at the end of oct 2025', '2025-10-25', '2025-10-31', 'by'],
    ['in the first week of November 2025', '2025-11-01', '2025-11-07', 'in'],
    ['in the second week of November 2025', '2025-11-08', '2025-11-14', 'in'],
    ['in the last week of October 2025', '2025-10-25', '2025-10-31', 'in'],
    ['début novembre 2025', '2025-11-01', '2025-11-10', 'in'],
    ['au début de novembre 2025', '2025-11-01', '2025-11-10', 'by'],
    ['à la mi-novembre 2025', '2025-11-11', '2025-11-20', 'by'],
    ['fin octobre 2025', '2025-10-25', '2025-10-31', 'in'],
    ['pendant la première semaine de novembre 2025', '2025-11-01', '2025-11-07', 'in'],
  ])('a part of a month: %s', (text, from, to, cue) => {
    expect(said(text)).toEqual([`${cue} ${from} ${to}`]);
  });

  test.each<Row>([
    ['in November 2025', '2025-11-01', '2025-11-30', 'in'],
    ['in Nov 2025', '2025-11-01', '2025-11-30', 'in'],
    ['during the month of November 2025', '2025-11-01', '2025-11-30', 'in'],
    ['in February 2024', '2024-02-01', '2024-02-29', 'in'],
    ['in May 2025', '2025-05-01', '2025-05-31', 'in'],
    ['in March 2025', '2025-03-01', '2025-03-31', 'in'],
    ['in sept 2025', '2025-09-01', '2025-09-30', 'in'],
    ['en novembre 2025', '2025-11-01', '2025-11-30', 'in'],
    ['en août 2025', '2025-08-01', '2025-08-31', 'in'],
    ['au mois de juillet 2025', '2025-07-01', '2025-07-31', 'by'],
    ['in autumn 2025', '2025-09-01', '2025-11-30', 'in'],
    ['in the summer of 2025', '2025-06-01', '2025-08-31', 'in'],
    ['in winter 2025', '2025-12-01', '2026-02-28', 'in'],
    ["à l'automne 2025", '2025-09-01', '2025-11-30', 'in'],
    ["pendant l'été 2025", '2025-06-01', '2025-08-31', 'in'],
  ])('a month or a season: %s', (text, from, to, cue) => {
    expect(said(text)).toEqual([`${cue} ${from} ${to}`]);
  });

  test.each<Row>([
    ['in 2024', '2024-01-01', '2024-12-31', 'in'],
    ['in 2017', '2017-01-01', '2017-12-31', 'in'],
    ['in the calendar year 2024', '2024-01-01', '2024-12-31', 'in'],
    ['in the whole of 2024', '2024-01-01', '2024-12-31', 'in'],
    ['in early 2026', '2026-01-01', '2026-01-31', 'in'],
    ['in mid 2025', '2025-05-01', '2025-08-31', 'in'],
    ['in late 2025', '2025-09-01', '2025-12-31', 'in'],
    ['by the end of 2025', '2025-12-01', '2025-12-31', 'by'],
    ['in the first half of 2026', '2026-01-01', '2026-06-30', 'in'],
    ['in the second half of 2025', '2025-07-01', '2025-12-31', 'in'],
    ['en 2024', '2024-01-01', '2024-12-31', 'in'],
    ["pendant toute l'année 2024", '2024-01-01', '2024-12-31', 'in'],
    ['début 2026', '2026-01-01', '2026-01-31', 'in'],
    ['in the second quarter of 2026', '2026-04-01', '2026-06-30', 'in'],
    ['April to June 2026', '2026-04-01', '2026-06-30', 'in'],
    ['this time last year', '2025-11-22', '2025-11-22', 'by'],
    ['last years total', '2025-01-01', '2025-12-31', 'in'],
    ['fin 2025', '2025-12-01', '2025-12-31', 'in'],
  ])('a year or a part of one: %s', (text, from, to, cue) => {
    expect(said(text)).toEqual([`${cue} ${from} ${to}`]);
  });

  test.each<Row>([
    day('by the third friday of october 2025', '2025-10-17'),
    day('up to the last sunday in may 2026', '2026-05-31'),
    ['le premier lundi de mars 2026', '2026-03-02', '2026-03-02', 'on'],
  ])('a weekday of a month, counted: %s', (text, from, to, cue) => {
    expect(said(text)).toEqual([`${cue} ${from} ${to}`]);
  });

  test.each<Row>([
    ['combien d’arrivées le 4 juin 2025', '2025-06-04', '2025-06-04', 'on'],
    ['3 december 2025 was a wild day, how many', '2025-12-03', '2025-12-03', 'on'],
    ['le 3 décembre 2025 a été une grosse journée', '2025-12-03', '2025-12-03', 'on'],
    day('returned, 3 december 2025', '2025-12-03'),
  ])('a day that is spoken of for itself, and one that is not: %s', (text, from, to, cue) => {
    expect(said(text)).toEqual([`${cue} ${from} ${to}`]);
  });

  test.each<Row>([
    day('how many as of today', '2026-11-22'),
    day('how many as of yesterday', '2026-11-21'),
    day('two weeks ago', '2026-11-08'),
    day('a fortnight ago', '2026-11-08'),
    day('3 days ago', '2026-11-19'),
    day('a month ago', '2026-10-22'),
    day('a year ago', '2025-11-22'),
    ['last year', '2025-01-01', '2025-12-31', 'in'],
    ['in the whole of last year', '2025-01-01', '2025-12-31', 'in'],
    ['the year before last', '2024-01-01', '2024-12-31', 'in'],
    ['this year', '2026-01-01', '2026-12-31', 'in'],
    ['by the end of last year', '2025-12-01', '2025-12-31', 'by'],
    ['last month', '2026-10-01', '2026-10-31', 'in'],
    ['this month', '2026-11-01', '2026-11-30', 'in'],
    ['last week', '2026-11-09', '2026-11-15', 'in'],
    day("combien à la date d'aujourd'hui", '2026-11-22'),
    day("jusqu'à hier", '2026-11-21'),
    ["l'année dernière", '2025-01-01', '2025-12-31', 'in'],
    ["l'an dernier", '2025-01-01', '2025-12-31', 'in'],
    ['cette année', '2026-01-01', '2026-12-31', 'in'],
    ['le mois dernier', '2026-10-01', '2026-10-31', 'in'],
    ['la semaine dernière', '2026-11-09', '2026-11-15', 'in'],
  ])('counted from today: %s', (text, from, to, cue) => {
    expect(said(text)).toEqual([`${cue} ${from} ${to}`]);
  });

  test.each<Row>([
    day('two weeks after 31 October 2025', '2025-11-14'),
    day('10 days before 10 November 2025', '2025-10-31'),
    day('a month after 31 January 2026', '2026-02-28'),
    day('a fortnight after halloween 2025', '2025-11-14'),
    day('deux semaines après le 31 octobre 2025', '2025-11-14'),
    day('trois jours avant le 10 novembre 2025', '2025-11-07'),
  ])('counted from another date: %s', (text, from, to, cue) => {
    expect(said(text)).toEqual([`${cue} ${from} ${to}`]);
  });

  test.each<Row>([
    ['before 9 November 2025', '2025-11-09', '2025-11-09', 'before'],
    ['prior to 9 November 2025', '2025-11-09', '2025-11-09', 'before'],
    ['avant le 9 novembre 2025', '2025-11-09', '2025-11-09', 'before'],
    ['since 18 September 2025', '2025-09-18', '2025-09-18', 'since'],
    ['since July 2024', '2024-07-01', '2024-07-31', 'since'],
    ['starting 18 September 2025', '2025-09-18', '2025-09-18', 'since'],
    ['depuis le 18 septembre 2025', '2025-09-18', '2025-09-18', 'since'],
    ['depuis juillet 2024', '2024-07-01', '2024-07-31', 'since'],
    ['à partir du 18 septembre 2025', '2025-09-18', '2025-09-18', 'since'],
    ['after 31 October 2025', '2025-10-31', '2025-10-31', 'after'],
    ['following 31 October 2025', '2025-10-31', '2025-10-31', 'after'],
    ['après le 31 octobre 2025', '2025-10-31', '2025-10-31', 'after'],
    ['by November 2025', '2025-11-01', '2025-11-30', 'by'],
    ['during November 2025', '2025-11-01', '2025-11-30', 'in'],
    ['throughout 2024', '2024-01-01', '2024-12-31', 'in'],
    ['about 10 November 2025', '2025-11-10', '2025-11-10', 'by'],
    ['how many were let in, early november 2025', '2025-11-01', '2025-11-10', 'in'],
  ])('the word before it says how it is meant: %s', (text, from, to, cue) => {
    expect(said(text)).toEqual([`${cue} ${from} ${to}`]);
  });
});

test.each([
  ['from 31 October 2025 to 10 November 2025', '2025-10-31', '2025-11-10'],
  ['between 31 October and 10 November 2025', '2025-10-31', '2025-11-10'],
  ['31/10/2025 vs 10/11/2025', '2025-10-31', '2025-11-10'],
  ['entre le 31 octobre 2025 et le 10 novembre 2025', '2025-10-31', '2025-11-10'],
  ['10 November 2025 compared with 31 October 2025', '2025-11-10', '2025-10-31'],
])('two days come in the order in which they are said: %s', (text, first, second) => {
  expect(times(text).map(({ from, to }) => [from, to])).toEqual([
    [first, first],
    [second, second],
  ]);
});

test('two years are two times', () => {
  expect(times('2024 compared with 2025').map(({ from, to }) => [from, to])).toEqual([
    ['2024-01-01', '2024-12-31'],
    ['2025-01-01', '2025-12-31'],
  ]);
});

test.each([
  'who may come to britain',
  'did people march against it',
  'is it 25 percent more',
  '350 accepted and 281 returned',
  'as of 31/13/2025',
  'as of 2025-02-29',
  'one in one out',
  'how many of the 94 people',
  'who said it first',
  'combien de personnes',
])('no date where none is said, and none that does not exist: %s', (text) => {
  expect(times(text).filter(({ granularity }) => granularity === 'day' || granularity === 'month')).toEqual(
    [],
  );
});

test('a day that does not exist is not taken for its neighbour', () => {
  expect(times('on the 31st of february 2025').filter(({ granularity }) => granularity === 'day')).toEqual(
    [],
  );
});

test('the words of a date are told, so that they are not read as anything else', () => {
  const words = splitWords('how many were returned by 10 November 2025 to France');
  const [time] = findTimes(words, CLOCK);
  expect(time?.at.map((index) => words[index]?.folded)).toEqual(['by', '10', 'november', '2025']);
});

test('a date without a year leans on the newest figure, not on today', () => {
  const march = { today: '2026-11-22', reference: '2026-03-31' };
  expect(findTimes(splitWords('by 20 march'), march)[0]?.to).toBe('2026-03-20');
  expect(findTimes(splitWords('by 20 march'), CLOCK)[0]?.to).toBe('2025-03-20');
});
