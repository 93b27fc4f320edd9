import { expect, test } from 'vitest';
import type { Answer } from '../../src/answers/answer.js';
import type { Citation } from '../../src/answers/citations.js';
import { MESSAGE_CONTENT_LIMIT } from '../../src/discord/limits.js';
import { renderAnswer, sourcePages } from '../../src/discord/render.js';

const RENDERING = { answerId: 'abcdefghijkl', hasEarlier: true, askMore: true, private: false };

function citation(n: number, changes: Partial<Citation['source']> = {}, paragraph = n): Citation {
  const source = {
    id: `S-${n}`,
    document: null,
    label: { en: `Paper ${n}`, fr: `Journal ${n}` },
    title: `Title ${n}`,
    publisher: null,
    url: `https://paper.example/${n}`,
    published: '2025-11-10',
    publishedKnown: 'stated' as const,
    kind: 'original-reporting' as const,
    originalOpened: true,
    rewriteOf: null,
    note: { en: '', fr: '' },
    names: { en: [], fr: [] },
    ...changes,
  };
  return { n, source, paragraph, locator: undefined, origin: undefined };
}

function answer(changes: Partial<Answer>): Answer {
  return {
    language: 'en',
    status: 'answered',
    lines: ['Sent: 94 [1]'],
    corrections: [],
    missing: [],
    figures: [],
    units: new Map(),
    quotes: [],
    events: [],
    statements: [],
    derived: [],
    citations: [citation(1)],
    further: [],
    suggestions: [],
    ...changes,
  };
}

function labels(message: ReturnType<typeof renderAnswer>): unknown[] {
  return (
    message.components?.flatMap(({ components }) =>
      components.map((one) => ('label' in one ? one.label : '')),
    ) ?? []
  );
}

const below = (message: ReturnType<typeof renderAnswer>) => message.embeds?.[0]?.description ?? '';

test('the answer first, then its sources with links, then buttons', () => {
  const message = renderAnswer(answer({ lines: ['Sent: 94 [1]', 'Before that: 75 [1].'] }), RENDERING);
  expect(message.content).toBe('**Sent: 94 [1]**');
  expect(below(message)).toBe(
    'Before that: 75 [1].\n\n[1] [Paper 1: “Title 1”](https://paper.example/1) (10 November 2025, paragraph 1)',
  );
  expect(labels(message)).toEqual(['Sources', 'Earlier values', 'Ask more', 'Wrong or missing?', 'Delete']);
});

test('several places of one source are one line', () => {
  const citations = [citation(1), { ...citation(2, { id: 'S-1' }), paragraph: 7 }, citation(3)];
  const message = renderAnswer(answer({ citations }), RENDERING);
  expect(below(message).split('\n')).toEqual([
    expect.stringMatching(/^\[1\]\[2\] .*paragraphs 1, 7\)$/),
    expect.stringMatching(/^\[3\] /),
  ]);
});

test('a source without address, title or date is named plainly, in the answer’s language', () => {
  const citations = [citation(1, { url: null, title: null, published: null })];
  const message = renderAnswer(answer({ language: 'fr', citations }), RENDERING);
  expect(below(message)).toBe('[1] Journal 1 (sans date, paragraphe 1)');
});

test('without sources or earlier values there are no such buttons', () => {
  const bare = { citations: [], lines: ['I only know the pilot.'] };
  expect(labels(renderAnswer(answer(bare), { ...RENDERING, hasEarlier: false }))).toEqual([
    'Ask more',
    'Wrong or missing?',
    'Delete',
  ]);
  const plain = { ...RENDERING, askMore: false, hasEarlier: false, private: true };
  expect(labels(renderAnswer(answer(bare), plain))).toEqual(['Wrong or missing?']);
});

test('what does not fit is behind “Sources”: lines whole, every place, nothing lost', () => {
  const lines = Array.from({ length: 80 }, (_, at) => `In week ${at} it was ${38_000 + at} people. [1]`);
  const citations = Array.from({ length: 80 }, (_, at) => citation(at + 1));
  const long = answer({ lines, citations });
  const message = renderAnswer(long, { ...RENDERING, hasEarlier: false });
  expect(below(message).length).toBeLessThanOrEqual(1_800);
  for (const line of below(message)
    .split('\n')
    .filter((one) => one.startsWith('In week'))) {
    expect(lines).toContain(line);
  }
  expect(below(message)).toMatch(/There is more: press “Sources”\.$/);
  expect(labels(message)).toContain('Sources');
  const pages = sourcePages(long);
  for (const page of pages) expect(page.length).toBeLessThanOrEqual(3_000);
  const all = pages.join('\n');
  for (const line of lines) expect(all).toContain(line);
  for (const { n } of citations) expect(all).toContain(`**[${n}]**`);
});

test('an endless first line ends between words, and the whole is behind “Sources”', () => {
  const first = Array.from({ length: 400 }, (_, at) => `week ${at}: 38,${String(at).padStart(3, '0')}`).join(
    '; ',
  );
  const long = answer({ lines: [first] });
  const { content = '' } = renderAnswer(long, RENDERING);
  expect(content.length).toBeLessThanOrEqual(MESSAGE_CONTENT_LIMIT);
  expect(first.startsWith(content.replace(/ …$/, ''))).toBe(true);
  expect(content).toMatch(/(?:week|38,\d{3};?) …$/);
  expect(sourcePages(long).join(' ')).toContain('week 399: 38,399');
});

test('one endless line below the first is cut, not dropped', () => {
  const line = 'and so on, '.repeat(400);
  expect(below(renderAnswer(answer({ lines: ['Sent: 94 [1]', line] }), RENDERING))).toMatch(
    /^and so on,.* …\n/s,
  );
});

test('markup in data and suggestions is shown, not obeyed', () => {
  const message = renderAnswer(
    answer({
      lines: ['**94** @everyone'],
      citations: [citation(1, { title: '[x](y)' })],
      suggestions: ['_a_?'],
    }),
    RENDERING,
  );
  expect(message.content).toBe('**\\*\\*94\\*\\* @\u200beveryone**');
  expect(below(message)).toContain('- \\_a\\_?');
  expect(below(message)).toContain('\\[x\\]\\(y)');
});

test('of a place in a source and a narrower one inside it, the line names the narrower one', () => {
  const table = { ...citation(1), paragraph: undefined, locator: 'monthly table' };
  const row = { ...citation(1), n: 2, paragraph: undefined, locator: 'monthly table, total row' };
  const message = renderAnswer(answer({ lines: ['Sent: 94 [1][2]'], citations: [table, row] }), RENDERING);
  expect(below(message)).toMatch(/^\[1\]\[2\] .*\(10 November 2025, monthly table, total row\)$/);
});

test('what is cut off at the end of a paragraph leaves no second empty line before the sources', () => {
  const card = 'x'.repeat(400);
  const lines = ['Sent: 94 [1]', card, '', card, '', card, '', 'y'.repeat(3_000)];
  const text = below(renderAnswer(answer({ lines }), RENDERING));
  expect(text).toContain('[1]');
  expect(text).not.toContain('\n\n\n');
});
