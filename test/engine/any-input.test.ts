import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Engine } from '../../src/engine.js';
import { anyInput } from './any-input.js';
import { projectEngine } from './opened.js';

const LIVE_MENTION = /(?:^|[^\\`\u200b])@(?:everyone|here)\b|(?:^|[^\\`])<(?:[@#][!&]?|@&)\d+>/iu;
const LEAK =
  /SQLITE_|fts5: |syntax error|unterminated string|malformed MATCH|\bundefined\b|\[object |\bNaN\b/;

const engine = projectEngine();

test.each(Object.entries(anyInput))(
  'any input is answered or unknown, and no mention comes back live: %s',
  (_, { inputs, runs }) => {
    let previous: ReturnType<Engine['ask']>['query'] | undefined;
    fc.assert(
      fc.property(inputs, (question) => {
        const { query, answer } = engine.ask(question, { today: '2026-11-22', previous });
        previous = query;
        expect(['answered', 'unknown']).toContain(answer.status);
        const text = [...answer.lines, ...answer.corrections, ...answer.missing, ...answer.suggestions].join(
          '\n',
        );
        expect(text.trim()).not.toBe('');
        expect(text).not.toMatch(LIVE_MENTION);
        expect(text).not.toMatch(LEAK);
        expect(text).not.toMatch(/\bhttps?:/i);
      }),
      { numRuns: runs },
    );
  },
  120_000,
);
