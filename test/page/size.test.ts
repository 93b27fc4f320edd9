/** What the page weighs: its own script and style, apart from the components that it shows messages with. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { z } from 'zod';

/** In bytes, before compression. */
const MOST = 150_000;

const account = z.object({
  outputs: z.record(
    z.string(),
    z.object({ inputs: z.record(z.string(), z.object({ bytesInOutput: z.number() })) }),
  ),
});

test('its own script and style stay under 150 kB', () => {
  const folder = join(inject('compiled'), 'page');
  const { outputs } = account.parse(JSON.parse(readFileSync(join(folder, 'meta.json'), 'utf8')));
  const parts = Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs));
  const weigh = (own: boolean) =>
    parts
      .filter(([path]) => path.includes('node_modules') !== own)
      .reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
  console.info(
    `own ${weigh(true)} bytes, libraries ${weigh(false)}, page.js ${statSync(join(folder, 'page.js')).size}`,
  );
  expect(weigh(false)).toBeGreaterThan(0);
  expect(weigh(true)).toBeLessThan(MOST);
});
