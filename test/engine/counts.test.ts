/** "How many": one value, newest or at a time, of everybody or by somebody, asked from end to end. */
import { describe, expect, test } from 'vitest';
import { projectEngine } from './opened.js';

const engine = projectEngine();

function ask(question: string) {
  const { answer } = engine.ask(question, { today: '2026-11-22' });
  return { ...answer, first: answer.lines[0] ?? '', text: answer.lines.join('\n') };
}

test.each([
  ['how many channel migrants up to now this year', '19,135'],
  ['20 December 2025: arrivals?', '803'],
  ['boats, 29 july 2026', '9 boats'],
  ['how many people in all had been returned by 31 december 2025', '217'],
  ['enforced returns up to mid 2025', '9,072'],
  ['asylum claims in the twelve months to june 2025', '111,084'],
  ['attempts that were foiled, how many', '40,000'],
  ['what does a hotel cost per night for each asylum seeker', '199'],
  ['cost per person deported', '56,000'],
  ['latest month that we have removal numbers for', '1,087'],
  ['number of small boat migrants since records began?', '204,517'],
  ['so far in 2026 how many people have been let in under the swap', '872'],
  ['how many people have come in dinghies since the first flight left', '29,576'],
  ['how many arrived by dinghy since July 2024', '83,849'],
  ['how many were removed by the end of mar 26', '463'],
  ['how many had been let in once 2025 was over', '245'],
  ['arrivals by boat from 2019 to 2021 all together', '38,835'],
  ['how many people landed the day the treaty kicked in', '155'],
  ['how many came on the weekend before the second returnee turned up again', '852'],
  ['how many arrivals in the first nine days of April 2026', '695'],
  ['how many people have come over in dinghies under Labour', '83,849'],
  ['boats landed since Labour got in', '1,376'],
  ['arrivals by small boat 2019 to 2022', '84,609'],
  ['how many came by dinghy since the start of July this year', '7,251'],
  ['how many were let in since May began', '536'],
  ['how many had been removed when the Norris letter was sent', '900'],
  ['how many crossed the day the Iranian man came back', '369'],
  ['once 2026 began how many had been let in', '245'],
  ['how many had been removed by Easter Monday 2026', '463'],
  ['removals dec 2025 - feb 2026', '201'],
  ['how many crossed in the second half of this year so far', '7,251'],
  ['the week Burnham took office how many had landed this year', '11,884'],
  ['how many people did the dinghies bring in 2023', '29,437'],
  ['how many had been let in once April 2026 was over', '581'],
  ['how many crossed from the start of July to 28 September 2026', '7,251'],
  ['how many were sent back in q1', '246'],
  ['on 18 October 2025 when that Iranian man turned up again, how many landed that day', '369'],
  ['how many had crossed this year a day before the second man returned turned up again', '39,075'],
  ['how many boat people since the treaty took effect on 6 August', '35,171'],
  ['For July 2026, what is the most recent removals figure that was known by then?', '1,087'],
  ['2022 was the worst year for boats, so what was its total number of arrivals', '45,774'],
])('%s: %s leads', (question, value) => {
  expect(ask(question).first).toMatch(new RegExp(`(?<![\\d,])${value}(?!\\d|,\\d)`));
});

describe('the figure of whoever is named leads', () => {
  test.each([
    ['per Norris how many went back in June 2026', /more than 900 according to Alex Norris/],
    ['going by Philp, what was the net inflow', /\b70\b/],
    ['how many boat arrivals since it came into force did LBC report by September 2025', /\b3,567\b/],
    ['how many did the Home Secretary say had come in', /\b350 according to Shabana Mahmood/],
  ])('%s', (question, own) => {
    expect(ask(question).first).toMatch(own);
  });

  test('but the official table is asked for its own month, not for a total up to then', () => {
    expect(ask('per the official table how many were returned in March 2026').first).toMatch(/\b109\b/);
  });
});

describe('a count of something else is no answer', () => {
  test.each([
    'how many people queueing in France to come over',
    'how many of those let in were Indian',
    'how many Iranians have been sent back so far',
    'how many people put in an application for the legal route',
    'how many have been detained in total under the pilot',
    'how much have all the charter flights cost so far',
    'how many boats did France sink',
    'how many migrants did the UK arrest',
    'how many returned people later claimed asylum in France',
    'how many will be removed next month',
    'how many of those sent back are still living in France',
    'how many were let in since Starmer left',
    'how many return flights were there in 2026',
    'Small boat crossings in 2011, have you got that?',
  ])('%s', (question) => {
    expect(ask(question).status).toBe('unknown');
  });

  test('numbers of nothing but the scheme are its two totals', () => {
    expect(ask('got any stats on the swap deal?').text).toMatch(/1,117[\s\S]*1,087/);
  });

  test('what was told before a bare question is what it asks for', () => {
    const { text } = ask('People brought over from France by 31 March 2026. Could you please help?');
    expect(text).toMatch(/\b443\b/);
  });

  test('"how many boats and how many people" counts both', () => {
    expect(ask('how many boats and how many people in 2022').text).toMatch(/1,110 boats[\s\S]*45,774/);
  });

  test('of an amount for each one, the amount is offered', () => {
    expect(ask('how much did all the charter flights cost').text).toMatch(/each one.*\n.*250,000/);
  });

  test('"were back" counts those who came back', () => {
    const { first } = ask('how many of those removed were back in Britain by December 2025');
    expect(first).toMatch(/came back/);
    expect(first).not.toMatch(/\b(?:153|217)\b/);
  });

  test('each month of a stretch is listed', () => {
    const { text } = ask('acceptances month by month, january to march 2026');
    expect(text).toMatch(/122[\s\S]*January[\s\S]*February[\s\S]*March/);
    expect(ask('how many were removed in each month of 2026').text.split('\n').length).toBeGreaterThan(4);
  });

  test('a moment that nothing stands beside is what is asked about', () => {
    expect(ask('how many people sat on the first flight').text).not.toMatch(/\b1,(?:305|195)\b/);
  });
});
