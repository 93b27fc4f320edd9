/** Compiles the programs once per test run, apart from `dist/`, for the tests that start them. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { projectRoot } from '../src/paths.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the compiled programs. */
    compiled: string;
  }
}

export default function compile(project: TestProject): void {
  const outDir = join(projectRoot, 'var', 'compiled');
  const compiler = join(projectRoot, 'node_modules', 'typescript', 'bin', 'tsc');
  const options = ['-p', join(projectRoot, 'tsconfig.build.json'), '--outDir', outDir];
  // Faults of type are the business of `npm run types`; here it only matters that there is something to start.
  const { stdout } = spawnSync(process.execPath, [compiler, ...options], { encoding: 'utf8' });
  if (!existsSync(join(outDir, 'src', 'main.js'))) throw new Error(`Compiling failed:\n${stdout}`);
  const page = spawnSync(process.execPath, [join(projectRoot, 'src/page/bundle.mjs'), join(outDir, 'page')], {
    encoding: 'utf8',
  });
  if (page.status !== 0) throw new Error(`Bundling the page failed:\n${page.stderr}`);
  project.provide('compiled', outDir);
}
