import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/compile.ts'],
    // Only what hangs ends by it: how long things take is for the benchmarks.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Each file cleans up after itself; loading the same modules for each of them would take most of the time.
    isolate: false,
    // Many tests wait for sockets and processes rather than for the processor.
    maxWorkers: availableParallelism() + 1,
    reporters: ['default', ['json', { outputFile: 'var/test-results.json' }]],
  },
});
