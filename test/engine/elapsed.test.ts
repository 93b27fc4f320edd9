/** How long ago, how long it lasted, and what was counted since: asked from end to end. */
import { expect, test } from 'vitest';
import { projectEngine } from './opened.js';

const engine = projectEngine();

function ask(question: string, today = '2026-11-22') {
  const { answer } = engine.ask(question, { today });
  return { ...answer, first: answer.lines[0] ?? '' };
}

test.each([
  'how long did the scheme last',
  'how long was the pilot running',
  'for how many days was the treaty in force',
  'combien de temps l’accord a-t-il duré',
])('"%s" is told from the treaty’s first day to the reported end', (question) => {
  const { first, lines } = ask(question);
  expect(first).toMatch(/^420 (?:days|jours) \(.*14/);
  expect(lines.join('\n')).toMatch(/\[\d+\][\s\S]*(?:ended|fin du dispositif).*\[\d+\]/);
});

test('how long it was meant to last is told, and not counted', () => {
  expect(ask('how long was the scheme meant to last').first).not.toMatch(/420/);
});

test('how long ago something was is counted to the day of the question', () => {
  expect(ask('how long ago was the first flight').first).toMatch(/^430 days .*18 September 2025/);
  expect(ask('how long ago was the first flight', '2026-09-18').first).toMatch(/^365 days/);
  expect(ask('how many days has it been since the treaty was signed').first).toMatch(/^480 days/);
});

test('nothing is counted beyond the day up to which it may be known', () => {
  const asked = { today: '2026-11-22', notAfter: '2026-03-01' };
  const first = (question: string) => engine.ask(question, asked).answer.lines[0] ?? '';
  expect(first('how long has the treaty been in force')).toMatch(/^207 days .*1 March 2026/);
  expect(first('how long ago was the first flight')).toMatch(/^164 days .*1 March 2026/);
});

test('of what nobody in particular did, no last time is known', () => {
  expect(ask('how long ago did anyone cross').first).not.toMatch(/^\d+ days \(/);
});

test('the announcement is that of the deal, in whatever order the two are named', () => {
  expect(ask('how many days from the announcement to the end of the scheme').first).toMatch(/^447 days/);
  expect(ask('days between the signing of the treaty and the announcement').first).toMatch(/^20 days/);
});

test('since when somebody holds an office is told by until when another did', () => {
  expect(ask('since when is Mahmood home secretary').first).toMatch(/Cooper.*5 September 2025/);
  expect(ask('how long has Burnham been prime minister').first).toMatch(/20 July 2026/);
});

test('of the time after the newest count nothing is known, however its beginning is named', () => {
  for (const question of [
    'how many were sent back since Burnham became prime minister',
    'how many have been let in since the scheme ended',
    'average number returned a month since Burnham took over',
  ]) {
    const { status, first } = ask(question);
    expect([question, status]).toEqual([question, 'unknown']);
    expect(first).not.toMatch(/\b1[,.]?\d{3}\b.*\[/);
  }
});

test('an average since some day begins on that day, and not with the scheme', () => {
  expect(ask('average number accepted a month since April 2026').lines.join('\n')).toContain(
    '(1,117 − 443) ÷ 3 = 224.7',
  );
  expect(ask('average monthly returns since the first flight').first).toMatch(/18 September 2025/);
});

test('what rose since the day of a count is reckoned from that count', () => {
  expect(ask('how many more were accepted since Mahmood went on LBC').lines.join('\n')).toContain(
    '1,117 − 350 = 767',
  );
});

test('pounds are not taken from people', () => {
  const { derived } = ask('difference between 56,000 for each return and the 1,117 let in');
  expect(derived.map(({ value }) => value)).not.toContain(54_883);
});

test('a backlog or a rate is a number, and words that only mention it are none', () => {
  for (const question of ['whats the asylum backlog now', 'latest grant rate for asylum'])
    expect([question, ask(question).status]).toEqual([question, 'unknown']);
});

test('too few yearly counts tell no record', () => {
  for (const question of [
    'which year was the deadliest in the Channel',
    "l'année la plus meurtrière dans la Manche",
  ]) {
    const { status, first } = ask(question);
    expect([question, status]).toEqual([question, 'unknown']);
    expect(first).not.toMatch(/\d/);
  }
});

test('a target that was supposed to be kept is reckoned from the first day of the count', () => {
  expect(ask('if they had kept to 50 returns a week, how many by 30 June 2026?').first).toContain(
    '50 × 47 = 2,350',
  );
});

test.each([
  ['returns and acceptances in August 2026', /1 to 31 August 2026|16 July/],
  ['net inflow in August 2026', /August 2026/],
  ['crossings so far in November 2026', /1 to 30 November 2026/],
  ['how many people crossed today', /22 November 2026/],
])('%s: a time after the newest count is not answered by an older one', (question, said) => {
  const { first } = ask(question);
  expect(first).toMatch(said);
  expect(first).not.toMatch(/\b(?:1,087|1,117|30,|19,135)\b/);
});

test('the numbers of a month are those of both directions', () => {
  for (const question of ['any numbers for May 2026', 'what does the official table say for May 2026']) {
    const text = ask(question).lines.join('\n');
    expect(text).toMatch(/\b222\b/);
    expect(text).toMatch(/\b218\b/);
  }
});

test('how many of the months had more of the one is counted out of all', () => {
  expect(ask('how many of the 11 months had more returns than acceptances').first).toMatch(
    /^In 5 of 11 months/,
  );
});

test('how up to date it is, is told by its newest counts with their dates', () => {
  for (const question of [
    'how up to date are you?',
    'when was your data last updated',
    'what is your newest figure',
  ]) {
    const { status, lines } = ask(question);
    expect([question, status]).toEqual([question, 'answered']);
    expect(lines.join('\n')).toMatch(/30 June 2026 \[\d+\][\s\S]*28 September 2026/);
  }
});

test('a share of all returns is one of returns, and not of those who came', () => {
  expect(ask('what percentage of all returns took place in June 2026').first).toContain(
    '264 ÷ 1,087 = 24.29 %',
  );
  expect(ask('share of acceptances that came in May and June 2026').first).not.toMatch(/arrivals/);
});

test('so many per thousand are counted against what is named after the number', () => {
  const { derived } = ask('deaths per 1,000 arrivals in 2024');
  expect(derived.length).toBeGreaterThan(0);
  expect(Math.max(...derived.map(({ value }) => value))).toBeLessThan(3);
  expect(ask('for every 100 sent back, how many come in').lines.join('\n')).toContain('1,117 ÷ 1,087 × 100');
});
