/** A figure that a visitor makes up is in the answers at once, and its revision says what it was. */
import { join } from 'node:path';
import { expect } from 'vitest';
import { browserTest, screenshots, visiting, withProgram } from './browser.js';

const program = withProgram();

/** All data are checked and built anew each time; in ms. */
const PATIENCE = 120_000;

browserTest(
  'a published figure is what is answered now; a second one revises it',
  { timeout: PATIENCE },
  () =>
    visiting(program.address(), async (page) => {
      const publish = page.getByRole('button', { name: 'Publish a new figure' });
      const told = page.getByText(/(?:published|revised): people returned to France, [\d,]+ → [\d,]+\./);
      const newest = async () => {
        const text = (await told.last().textContent()) ?? '';
        return / → ([\d,]+)\./.exec(text)?.[1] ?? text;
      };
      page.setDefaultTimeout(PATIENCE);
      await page.getByRole('button', { name: 'Direct messages with Tally' }).click();
      for (const count of [1, 2]) {
        await publish.click();
        await told.nth(count - 1).waitFor();
        await page.locator('#composer-text').fill('how many people have been returned to France?');
        await page.keyboard.press('Enter');
        const answer = page.getByRole('article', { name: /^Tally/ }).nth(count - 1);
        await answer.getByText(`People returned to France: ${await newest()}`).waitFor();
        await answer.getByText(/made up in the sandbox/).waitFor();
      }
      expect(await newest()).not.toBe(await told.first().textContent());
      await page.screenshot({ path: join(screenshots, 'news.png') });
    }),
);
