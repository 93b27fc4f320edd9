/** `npm run verify -- --documents DIR`: holds the data against the original texts, both ways. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Paragraph, readDocument } from '../knowledge/documents.js';
import { readDataFolders } from '../knowledge/files.js';
import { describeProblem } from '../knowledge/problems.js';
import { verify } from '../knowledge/verification.js';
import { dataPaths } from '../paths.js';
import { type Output, runAsProgram } from './program.js';

const USAGE =
  'Usage: npm run verify -- --documents DIR [--data PATH …], where DIR holds the original texts (*.txt).';

/** Exit codes: 0 all holds, 1 there are faults, 2 bad usage. */
export function main(args: string[], output: Output): number {
  const request = readArguments(args);
  if (!request) {
    output.error(USAGE);
    return 2;
  }
  const documents = readDocuments(request.documents);
  if (typeof documents === 'string') {
    output.error(documents);
    return 2;
  }
  const { data, problems } = readDataFolders(request.paths);
  const { faults, fragments, numbers, withoutText } = verify(data, documents);
  const lines = [...problems.map(describeProblem), ...faults];
  for (const line of lines) output.error(line);
  if (lines.length > 0) {
    output.error(lines.length === 1 ? '1 fault.' : `${lines.length} faults.`);
    return 1;
  }
  const skipped = withoutText.length === 0 ? '' : ` No text is stored for ${listed(withoutText)}.`;
  output.out(
    `All holds: ${fragments} printed fragments and quotations stand in their paragraphs, ` +
      `${numbers} numbers of ${documents.size} texts are cited or left out with a reason.${skipped}`,
  );
  return 0;
}

/** A few by name, more by number. */
function listed(ids: readonly string[]): string {
  return ids.length <= 5 ? ids.join(', ') : `${ids.length} sources`;
}

function readArguments(args: string[]): { documents: string; paths: string[] } | undefined {
  try {
    const { values } = parseArgs({
      args,
      options: { documents: { type: 'string' }, data: { type: 'string', multiple: true } },
    });
    return values.documents ? { documents: values.documents, paths: values.data ?? dataPaths() } : undefined;
  } catch {
    return undefined;
  }
}

/** The texts by file name, or a sentence that says why there are none. */
function readDocuments(folder: string): Map<string, Paragraph[]> | string {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
    if (names.length === 0) return `There are no texts (*.txt) in ${folder}.`;
    return new Map(names.sort().map((name) => [name, readDocument(join(folder, name))]));
  } catch (error) {
    return `The texts in ${folder} can't be read: ${error instanceof Error ? error.message : String(error)}.`;
  }
}

runAsProgram(import.meta.url, main);
