/** For everybody: axe-core finds nothing serious on dark, on light, on a phone, with everything open. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { z } from 'zod';
import { browserTest, screenshots, visiting, withProgram } from './browser.js';

const program = withProgram();
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const violations = z.array(
  z.object({
    id: z.string(),
    impact: z.string().nullable(),
    nodes: z.array(z.object({ html: z.string(), failureSummary: z.string() })),
  }),
);

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

browserTest.for([
  ['dark', {}],
  ['light', {}],
  ['dark', PHONE],
] as const)('%s %o', async ([colorScheme, size]) =>
  visiting(
    program.address(),
    async (page) => {
      const text = page.locator('#composer-text');
      const send = async (line: string) => {
        await text.fill(line);
        await text.press('Enter');
      };
      const name = `axe-${colorScheme}${'viewport' in size ? '-phone' : ''}`;
      const look = async (what: string) => {
        await page.screenshot({ path: join(screenshots, `${name}-${what}.png`) });
        expect(await seriousOn(page), what).toEqual([]);
      };
      await look('start');
      await send('@Tally how many were returned by 10 november 2025');
      await page
        .getByRole('article', { name: /^Tally/ })
        .last()
        .getByText(/: 94/)
        .first()
        .waitFor();
      await send('/help');
      await page.keyboard.press('Enter');
      await page
        .getByRole('article', { name: /only you can see this/ })
        .last()
        .waitFor();
      await look('answers');
      await text.fill('/');
      await page.getByRole('listbox', { name: 'Suggestions' }).waitFor();
      await look('palette');
      await send('/figure');
      await page.getByRole('listbox', { name: 'metric' }).getByRole('option').first().waitFor();
      await look('command');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.getByRole('article').last().focus();
      await page.keyboard.press('Shift+F10');
      await page.getByRole('menu').waitFor();
      await look('menu');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Behind the scenes' }).click();
      await page.getByRole('complementary').getByRole('listitem').last().locator('summary').click();
      await look('drawer');
      await page.getByRole('complementary').getByRole('button', { name: 'Close' }).click();
      if ('viewport' in size) {
        await page.getByRole('button', { name: 'Channels', exact: true }).click();
        await look('channels');
      }
    },
    { colorScheme, ...size },
  ),
);

browserTest('with a form of the bot open', () =>
  visiting(program.address(), async (page) => {
    await page.locator('#composer-text').fill('/ask');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'question' }).fill('net inflow?');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Ask more', exact: true }).click();
    await page.getByRole('dialog').waitFor();
    await page.screenshot({ path: join(screenshots, 'axe-form.png') });
    expect(await seriousOn(page)).toEqual([]);
  }),
);

/** What axe-core calls serious or critical, as sentences. */
async function seriousOn(page: Page): Promise<string[]> {
  // Put in from outside the page: its policy would refuse the script, as it should.
  if (await page.evaluate("typeof axe === 'undefined'")) await evaluateFile(page, axe);
  const found = violations.parse(await page.evaluate('axe.run().then(({ violations }) => violations)'));
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}

async function evaluateFile(page: Page, path: string): Promise<void> {
  await page.evaluate(readFileSync(path, 'utf8'));
}
