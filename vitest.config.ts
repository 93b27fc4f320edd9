import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

/** Tests that start the program as people do, or a browser: seconds each, where the others take milliseconds. */
const PROGRAMS = [
  'test/main{,-on-discord}.test.ts',
  'test/main/**/*.test.ts',
  'test/{register,terminal}.test.ts',
  'test/page/**/*.test.ts',
  'test/crash/**/*.test.ts',
];

/** What every project has. */
const SHARED = {
  globalSetup: ['test/compile.ts'],
  // Only what hangs ends by it: how long things take is for the benchmarks.
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // Each file cleans up after itself; loading the same modules for each of them would take most of the time.
  isolate: false,
};

export default defineConfig({
  test: {
    // Many tests wait for sockets and processes rather than for the processor.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        test: {
          ...SHARED,
          name: 'parts',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...PROGRAMS],
        },
      },
      { test: { ...SHARED, name: 'programs', include: PROGRAMS } },
    ],
  },
});
