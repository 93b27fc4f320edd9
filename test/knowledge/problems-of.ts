/** Problems of made-up data, and pieces to make them of. */
import { readDataFolders } from '../../src/knowledge/files.js';
import { describeProblem } from '../../src/knowledge/problems.js';
import { checkRules } from '../../src/knowledge/rules.js';
import { BASE, figure, folderWith } from './made-up.js';

/** All problems of a made-up base with these further files, one line each. */
export function problemsOf(files: Record<string, string | Buffer>): string[] {
  const { data, problems, fileOf, refused } = readDataFolders([folderWith({ 'base.yaml': BASE, ...files })]);
  return [...problems, ...checkRules(data, fileOf, refused)].map(describeProblem);
}

export const NOTE = '{ en: Counted at noon., fr: Compté à midi. }';

export const noted = (id: string, changes: Record<string, string | null>) =>
  figure(id, { ...changes, note: NOTE });

/** A third source, of which no text is stored. */
export const SOURCE = BASE.slice(BASE.indexOf('  - id: S-101'), BASE.indexOf('people:')).replace(
  'S-101',
  'S-109',
);

export const figures = (...list: string[]) => ({ 'figures.yaml': `figures:\n${list.join('\n')}\n` });
