/** A small knowledge base whose figures the tests say, and what is news against one before it. */
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/database.js';
import { Knowledge } from '../../src/knowledge/reads.js';
import type { LedgerEntry } from '../../src/state/index.js';
import { differenceBetween, newsBetween } from '../../src/updates/news.js';
import type { Update } from '../../src/updates/update.js';
import { boats, figure, folderWith, BASE as MADE_UP, temporaryFolder } from '../knowledge/made-up.js';

export { boats, figure };

/** Its sources came out after everything that the tests make up. */
export const BASE = MADE_UP.replace('published: 2025-11-10', 'published: 2027-01-01');

export const LEARNED_AT = new Date('2026-03-01T12:00:00Z');

export function knowledgeOf(figures: readonly string[], base = BASE): Knowledge {
  const text = figures.length > 0 ? `figures:\n${figures.join('\n')}\n` : '';
  const database = loadKnowledge({
    dataPaths: [folderWith({ 'base.yaml': base, 'figures.yaml': text })],
    databasePath: join(temporaryFolder(), 'knowledge.sqlite'),
    indexWords: () => () => [],
  });
  onTestFinished(() => void database.close());
  return new Knowledge(database);
}

/** A knowledge base that learns: each state against the ledger that the ones before have left. */
export function learner() {
  const ledger = new Map<string, LedgerEntry>();
  return async (figures: readonly string[], base = BASE): Promise<Update[]> => {
    const knowledge = knowledgeOf(figures, base);
    const difference = await differenceBetween(ledger, knowledge);
    const updates = newsBetween(ledger, difference, knowledge, LEARNED_AT);
    for (const { id, hash, body } of difference.learned) {
      const told = (ledger.get(id)?.told ?? false) || updates.some((update) => update.figure.id === id);
      ledger.set(id, { figureId: id, hash, figure: body, told });
    }
    return updates;
  };
}

/** "F-100: 94 → 120", or "F-100: ? → 120"; a revision with "!". */
export function told(updates: readonly Update[]): string[] {
  return updates.map(({ kind, figure: { id, value }, before }) => {
    return `${id}: ${before?.value ?? '?'} ${kind === 'new' ? '→' : '!→'} ${value}`;
  });
}
