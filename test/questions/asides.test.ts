import { describe, expect, test } from 'vitest';
import { projectEngine } from '../engine/opened.js';

const engine = projectEngine();
const ask = (question: string) => engine.ask(question, { today: '2026-11-22' });
const read = (question: string) => ask(question).query.parts[0];
const plain = { id: 'returned-to-france', restrictions: [], asides: [] };

describe('what the asker says of themselves is no part of what is asked', () => {
  test.each([
    ['for my tap dancing blog, how many were sent back to france', 'how many were sent back to france'],
    [
      'how many were sent back to france, my pilates instructor is stumped',
      'how many were sent back to france',
    ],
    ['how many were sent back to france to impress my parole officer', 'how many were sent back to france'],
    ['in pirate speak, how many were sent back to france', 'how many were sent back to france'],
    ['how many, snobbery aside, were sent back to france', 'how many, were sent back to france'],
    [
      "we're icing a cake about this, so: how many were sent back to france?",
      'how many were sent back to france?',
    ],
    ['not being nosy but how many were sent back to france', 'how many were sent back to france'],
  ])('%s', (question, bare) => {
    expect(read(question)?.text).toBe(bare);
    expect(read(question)?.metrics[0]).toMatchObject(plain);
  });

  test.each([
    ['of the 94, how many were let in', /of the 94/],
    ['for women, how many were sent back', /for women/],
    ['in Dundee, how many hotels are there', /Dundee/],
    ['hows the scheme doing, numbers pls', /numbers/],
    ['the first flight went to Bristol, right?', /right/],
  ])('what restricts or asks stays: %s', (question, kept) => {
    expect(read(question)?.text).toMatch(kept);
  });
});

describe('how something was done narrows no count', () => {
  test.each([
    'how many had grudgingly been sent back to france',
    'how many have they theatrically sent back to france',
    'how many were sent back to france under the much-ballyhooed deal',
    'how many did they manage to winkle back to france',
    'how many got catapulted back by june 2026',
  ])('%s', (question) => {
    expect(read(question)?.metrics[0]).toMatchObject(plain);
  });

  test('nor how the deal came about', () => {
    expect(
      read('how many boat arrivals since the deal was cobbled together')?.metrics[0]?.restrictions,
    ).toEqual([]);
  });

  test.each([
    'how many were sent back voluntarily',
    'how many newly wed people were sent back',
    'how many were sent back twice',
    'how many over 70s were sent back',
    'how many arrived by small boat clutching teddies in 2025',
    'how many people crossed the Adriatic in small boats in 2025',
    'how many small boats capsized in 2025',
    'how many deaths on the motorways in 2025',
    'how many people had been returned to France by 31 March 2026 after a harpsichord recital',
    'how many harpists worked on the scheme',
    'how many kittens were sent back',
  ])('what parts those counted does: %s', (question) => {
    expect(ask(question).answer.status).toBe('unknown');
  });
});

describe('a thing of another field is not the one that is told of here', () => {
  test.each([
    'when was the treaty of utrecht signed',
    'when does the treaty with Vanuatu start',
    'what does one acceptance cost the taxpayer',
    'what did macron sing with starmer in july 2025',
    'after how many months would the swap be reviewed by oslo',
  ])('%s', (question) => {
    expect(ask(question).answer.status).toBe('unknown');
  });
});

test('the iranian man is sent back by whatever verb carries him to France', () => {
  expect(ask('when was the iranian guy escorted to france the first time').answer.lines.join(' ')).toMatch(
    /19 September 2025/,
  );
});

test('"ahead by how many" asks for the difference', () => {
  expect(read('on 31 march 2026 returns vs acceptances: ahead by how many')?.operation).toBe('difference');
});
