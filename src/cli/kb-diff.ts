/** `npm run kb -- diff`: what subscribers would be told of if the bot took over the data as they are now. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { endOf } from '../answers/standing.js';
import { loadKnowledge } from '../knowledge/database.js';
import { Knowledge } from '../knowledge/reads.js';
import type { Figure } from '../knowledge/schema.js';
import { projectRoot } from '../paths.js';
import { ledgerOfFile, StateUnusable } from '../state/index.js';
import { differenceBetween, newsBetween } from '../updates/news.js';
import type { Update } from '../updates/update.js';
import type { Output } from './program.js';

/** Exit codes: 0 done, 1 the state file can't be read. It is only read, also while the bot is running. */
export async function diff(paths: readonly string[], output: Output): Promise<number> {
  const statePath = resolve(projectRoot, process.env.STATE_PATH?.trim() || 'var/state.sqlite');
  const folder = mkdtempSync(join(tmpdir(), 'tally-diff-'));
  try {
    for (const line of await linesOf(paths, statePath, join(folder, 'knowledge.sqlite'))) output.out(line);
    return 0;
  } catch (error) {
    if (!(error instanceof StateUnusable)) throw error;
    output.error(error.message);
    return 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function linesOf(paths: readonly string[], statePath: string, databasePath: string): Promise<string[]> {
  const ledger = await ledgerOfFile(statePath);
  if (ledger.size === 0)
    return [`${statePath} knows no figures yet: the bot would take all of them in and tell nobody.`];
  const database = loadKnowledge({ dataPaths: paths, databasePath, indexWords: () => () => [] });
  try {
    const knowledge = new Knowledge(database);
    const difference = await differenceBetween(ledger, knowledge);
    const updates = newsBetween(ledger, difference, knowledge, new Date());
    const told = updates.map((update) => lineOf(update, knowledge));
    const silent = difference.learned.length - updates.length;
    return [...told, summaryOf(updates.length, silent)];
  } finally {
    database.close();
  }
}

/** "new F-240: people returned to France: 1087 → 1150, as of 2026-07-31 (S-134)" */
function lineOf({ kind, figure, before }: Update, knowledge: Knowledge): string {
  const { id, metric, scope, source } = figure;
  const name = knowledge.metric(metric)?.names.en[0] ?? metric;
  const of = scope === undefined ? name : `${name} (${scope})`;
  const value = before ? `${shown(before)} → ${shown(figure)}` : shown(figure);
  return `${kind} ${id}: ${of}: ${value}, as of ${endOf(figure)} (${source})`;
}

function shown({ value, low, high, printed }: Figure): string {
  return printed ?? String(value ?? `${low} to ${high}`);
}

function summaryOf(told: number, silent: number): string {
  const news = told === 0 ? 'Nobody would be told of anything' : `${told} would be told`;
  return silent === 0 ? `${news}.` : `${news}; ${silent} more would be taken in silently.`;
}
