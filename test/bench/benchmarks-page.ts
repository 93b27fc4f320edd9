/** `docs/benchmarks.md`: one section for each benchmark, replaced whenever that one has run. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { openSqlite, prepared } from '../../src/knowledge/sqlite.js';
import { projectRoot } from '../../src/paths.js';

const PAGE = join(projectRoot, 'docs', 'benchmarks.md');
const HEAD = `# Benchmarks

Written by the programs themselves: \`npm run bench\` (finding, answering, serving, starting, reloading, delivering) and
\`npm run soak\`. Contenders are measured in one run on one machine; compare ratios rather
than milliseconds: the same program took up to 1.4 times as long an hour later.
`;

/** Writes the section with this heading, where it stood before or at the end, and prints it. */
export function writeSection(heading: string, lines: readonly string[]): void {
  const section = `## ${heading}\n\n${[ranOn(), '', ...lines].join('\n').trim()}\n`;
  process.stdout.write(`\n${section}`);
  const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : HEAD;
  const [head = HEAD, ...sections] = page.split(/^(?=## )/m);
  const others = sections.map((one) => one.trim());
  const place = others.findIndex((one) => one.startsWith(`## ${heading}\n`));
  if (place < 0) others.push(section.trim());
  else others[place] = section.trim();
  writeFileSync(PAGE, `${[head.trim(), ...others].join('\n\n')}\n`);
}

/** A table in Markdown; the first column is text, the others are numbers. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const rule = head.map((_, index) => (index === 0 ? '---' : '---:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

/** Milliseconds with as many digits as tell something. */
export function ms(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString('en-GB')} ms`;
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function ranOn(): string {
  const database = openSqlite(':memory:');
  const sqlite = prepared<[], string>(database, 'SELECT sqlite_version()').pluck().get();
  database.close();
  const model = cpus()[0]?.model.trim() || process.arch;
  const memory = Math.round(totalmem() / 2 ** 30);
  const day = new Date().toISOString().slice(0, 10);
  const [load = 0] = loadavg();
  return `${day}; ${cpus().length} × ${model}, ${memory} GB (load ${load.toFixed(1)} when written); Node ${process.versions.node}; SQLite ${sqlite}`;
}
