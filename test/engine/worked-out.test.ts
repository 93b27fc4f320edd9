/** What is worked out from figures: shares, changes, paces, products, lengths of time and records, end to end. */
import { expect, test } from 'vitest';
import { projectEngine } from './opened.js';

const engine = projectEngine();

function ask(question: string): string {
  const { answer } = engine.ask(question, { today: '2026-11-22' });
  return [...answer.corrections, ...answer.lines].join('\n');
}

test.each([
  [
    'a share of two numbers that the question brings along',
    '153 out of 39,292, what percentage',
    [/153 ÷ 39,292 = 0\.39 %/],
  ],
  [
    'what follows the verb of a beginning is asked of the time since',
    'of those who came since the treaty started, what share got removed by 30 June 2026',
    [/1,087 ÷ 27,920 = 3\.89 %/],
  ],
  [
    'the base of a number is what is named beside it',
    'per thousand arrivals since the treaty, how many returned by 30 June 2026',
    [/1,087 ÷ 27,920 × 1,000 = 38\.9/],
  ],
  [
    'a share within a year that began after the total',
    'what proportion of the 2026 arrivals have been removed',
    [/870 ÷ 11,884 = 7\.32 %/, /1 January to 30 June 2026/],
  ],
  [
    'a share of nothing that is named is one of those who came',
    'which percentage has been removed',
    [/1,087 ÷ 27,920 = 3\.89 %/],
  ],
  ['two months with short years', 'sep 25 vs apr 26, how many went back in each', [/142 − 17 = 125/]],
  [
    'two totals by what they were',
    'At the end of April 2026, what were the returns and the acceptances?',
    [/\b605\b/, /\b581\b/],
  ],
  [
    'one in how many',
    'one in how many arrivals had been returned by 30 June 2026 since the treaty',
    [/27,920 ÷ 1,087 = 25\.685/],
  ],
  [
    'a ratio for each of the values on which sources differ',
    'ratio of returned to accepted on 31 October 2025',
    [/75 ÷ 54 = 1\.389/, /75 ÷ 51 = 1\.471/],
  ],
  [
    'a change of whole years, with its percentage',
    'the fall in small boat arrivals from 2022 to 2023',
    [/45,774 − 29,437 = 16,337/, /down 35\.7 %/],
  ],
  [
    'a rise between months holds one against the other',
    'by how much did returns rise from April to June 2026',
    [/264 − 142 = 122/],
  ],
  [
    'an unfinished year against the same days of the last one',
    'how far ahead of last year were arrivals on 30 June 2026',
    [/11,884/],
  ],
  ['this year against last year', 'are arrivals down on last year', [/33,486 − 19,135 = 14,351/]],
  [
    'two days, each with its own count',
    'did more come by boat on 6 September 2025 or 8 October 2025',
    [/1,101 is higher than 1,075/],
  ],
  [
    'a monthly pace',
    'average acceptances per month in the first half of 2026',
    [/145\.3 a month on average/],
  ],
  [
    'a weekly pace from the first day of a total',
    'how many were accepted per week on average by 31 December 2025',
    [/245 ÷ 21\.1 = 11\.6/],
  ],
  [
    'a target held against what was counted',
    'did they come anywhere near the target of 50 returns a week',
    [/a week on average/, /Weekly returns target: .*50/],
  ],
  [
    'how long at the pace of a target',
    'how many weeks would it take to send back 5,000 at 50 returns a week',
    [/5,000 ÷ 50 = 100/],
  ],
  [
    'an amount a head for all of them',
    'if each return costs £56,000, what would all of the returns come to by 31 March 2026',
    [/56,000 × 463 = 25,928,000/],
  ],
  [
    'two numbers of the scheme that are taken for each other',
    'they removed 350 and let in 281?',
    [/say otherwise: People returned to France: 281; people accepted from France: 350/i],
  ],
  ['people a boat on one day', 'how many people per boat on 19 September 2025', [/1,072 ÷ 13 = 82\.5/]],
  ['a rank beyond the third', 'which year ranks fifth for small boat arrivals', [/28,526/]],
  [
    'the record day and the busiest of a year',
    'the record day ever against the busiest day of 2026',
    [/1,305/, /781/],
  ],
  [
    'days between two events, without how many',
    'days between the first return and the second re-entry',
    [/\b53 days/],
  ],
  [
    'two amounts of different things stand side by side',
    'the cost of each return against the Rwanda cost',
    [/56,000/, /£700 million/],
  ],
  [
    'a word said twice names two counts',
    'returns to France compared with all enforced returns',
    [/1,087/, /9,072/],
  ],
  [
    'counts that are said to differ beside the question',
    'How many arrived on 27 September 2025? The reports do not match.',
    [/895/, /886/],
  ],
  [
    'what is said to happen under the scheme is the verb before it',
    'for each hundred who came by small boat since the treaty, how many were returned under the scheme by 30 June 2026',
    [/1,087 ÷ 27,920 × 100 = 3\.9/],
  ],
  [
    'two counts, each at a time of its own',
    'which was more, people prevented from crossing in 2025 or small boat arrivals in 2023',
    [/22,476/, /29,437/],
  ],
  [
    'what is said again belongs to the question',
    'How long was he gone? I mean the Iranian man, between his first return and his reappearance.',
    [/29 days/],
  ],
  [
    'a beginning and, in brackets, an end',
    'how many were returned per 1000 arrivals since 6 August 2025 (up to 30 June 2026)',
    [/1,087 ÷ 27,920 × 1,000 = 38\.9/],
  ],
  ['both of a month', 'both directions added up for May 2026', [/222 \+ 218 = 440/]],
  ['a month alone', 'how many more came in than went out in December 2025 alone', [/104 − 64 = 40/]],
  [
    'days between two dates of the question',
    'how many days from 6 August 2025 to 18 September 2025',
    [/43 days/],
  ],
  ['the most and the fewest', 'which month had the most returns and which the fewest in 2026', [/264/, /49/]],
  ['one of two numbers is on record', 'is the 2021 total 28,526 or 28,562', [/28,526/]],
] as const)('%s', (_, question, expected) => {
  const text = ask(question);
  for (const pattern of expected) expect(text).toMatch(pattern);
});

test('a name of its own goes before arithmetic', () => {
  expect(ask('is the net inflow 69 or 70, given 350 and 281')).toMatch(/\b70\b/);
});

test('what is to be given for each one is a rule and no ratio', () => {
  expect(ask('for each person sent back how many must the UK take')).not.toMatch(/1\.028/);
});

test('where three events fit alike, no days between two of them are given', () => {
  expect(ask('how long between the two re-entries')).not.toMatch(/\b(?:21|37) days\b/);
});

test('one flight and one person are no rank', () => {
  expect(ask('what happened when the second man came back')).not.toMatch(/\bIt ranks\b/);
});

test('a share of what is only named in passing is none', () => {
  const { answer } = engine.ask('what percentage of voters like it, going by the piece on the first return', {
    today: '2026-11-22',
  });
  expect(answer.status).toBe('unknown');
});

test('people are no share of pounds', () => {
  const { answer } = engine.ask('what share of the charter flight cost are the returned people', {
    today: '2026-11-22',
  });
  expect(answer.lines.join('\n')).not.toContain('%');
});

test('pounds are divided by people without a percentage of one in the other', () => {
  const text = ask('cost of the Rwanda scheme divided by the people returned to France');
  expect(text).toContain('700,000,000 ÷ 1,087');
  expect(text).not.toMatch(/% more/);
});

test('arrivals divided by boats are people a boat', () => {
  expect(ask('divide the small boat arrivals of 2024 by the boats')).toMatch(
    /36,816 people ÷ 695 boats|53\.0/,
  );
});
