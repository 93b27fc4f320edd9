import { expect, test } from 'vitest';
import { main } from '../../src/cli/check.js';
import type { Program } from '../../src/cli/program.js';
import { lentEngine } from '../engine/opened.js';
import { capturedRun } from './captured.js';

const lent: Program = (args, output, input) => main(args, output, input, lentEngine);
const TODAY = ['--today', '2026-11-22'];
const MESSAGE = 'only 94 sent back to france by 10 nov 2025, my rent is 350';

test('the text is a line a claim, a blank line, and the numbered sources', async () => {
  const { code, out, error } = await capturedRun(lent, [...TODAY, MESSAGE]);
  expect([code, error]).toEqual([0, []]);
  const [claims, sources] = out.join('\n').split('\n\n');
  expect(claims).toMatch(/^“only 94 sent back to france by 10 nov 2025”: Supported\. 94, as of .*\[1\].*\.$/);
  expect(sources).toMatch(/^\[1\] .*; https:/);
});

test('a message without claims gets one line', async () => {
  const { code, out } = await capturedRun(lent, [...TODAY, 'my rent is 350']);
  expect([code, out]).toEqual([0, [expect.stringMatching(/no figures about the “one in, one out” pilot/)]]);
});

test('as JSON: span, verdict, figures and sources of each claim', async () => {
  const { out } = await capturedRun(lent, ['--json', ...TODAY, MESSAGE]);
  expect(JSON.parse(out.join(''))).toMatchObject({
    claims: [
      {
        span: 'only 94 sent back to france by 10 nov 2025',
        verdict: 'supported',
        figures: expect.arrayContaining([
          expect.objectContaining({ value: 94, metric: 'returned-to-france' }),
        ]),
        sources: expect.arrayContaining([expect.objectContaining({ n: 1, url: expect.any(String) })]),
      },
    ],
  });
});

test('one message a line in, one object a line out; a bad line says what to mend', async () => {
  const lines = [
    '{"message": "hi"}',
    '',
    '{"question": "hi"}',
    '{"message": "281 sent back to France"}',
    '{',
  ];
  const { code, out } = await capturedRun(lent, ['--ndjson', ...TODAY], lines.join('\n'));
  expect(code).toBe(1);
  expect(out.map((line) => JSON.parse(line))).toEqual([
    { claims: [] },
    { error: expect.stringMatching(/"message"/), line: 3 },
    { claims: [expect.objectContaining({ verdict: 'outdated' })] },
    { error: expect.stringMatching(/"message"/), line: 5 },
  ]);
});

test('nothing later than --as-of is shown', async () => {
  const { out } = await capturedRun(lent, ['--as-of', '2026-02-01', '281 sent back to France so far']);
  expect(out[0]).toMatch(/Supported|Out of date\. .*305/);
  expect(out.join('\n')).not.toMatch(/1,087/);
});

test.each([[[]], [['--today', '31 October', 'x']], [['--ndjson', 'x']], [['--nonsense']]])(
  'bad usage: %j',
  async (args) => {
    const { code, out, error } = await capturedRun(lent, args);
    expect([code, out.length, error.length]).toEqual([2, 0, 1]);
  },
);
