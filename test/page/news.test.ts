/** What subscribers see when a figure comes in: subscribed and published by mouse, then by keyboard alone. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { browserTest, screenshots, visiting, withProgram } from './browser.js';

const program = withProgram();

/** All data are checked and built anew for each new figure; in ms. */
const PATIENCE = 120_000;

const update = (page: Page) => page.getByRole('article', { name: /^Tally/ }).last();
const told = (page: Page) => page.locator('.note').getByText(/people returned to France, [\d,]+ → [\d,]+\./);

browserTest(
  'by mouse: a channel is told of the new figure, with what it was before',
  { timeout: PATIENCE },
  () =>
    visiting(program.address(), async (page) => {
      page.setDefaultTimeout(PATIENCE / 3);
      await page.getByRole('button', { name: 'Channel figures' }).click();
      await page.getByRole('button', { name: 'Commands', exact: true }).click();
      await page.getByRole('option', { name: /^\/subscriptions add/ }).click();
      await page.getByRole('combobox', { name: /^to/ }).fill('people returned to France');
      await page.getByRole('option', { name: 'People returned to France', exact: true }).first().click();
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await page
        .getByText(/I will tell .* of new figures/)
        .first()
        .waitFor();
      await page.getByRole('button', { name: 'Channel general' }).click();
      await page.getByRole('button', { name: 'Publish a new figure' }).click();
      await page.getByRole('button', { name: 'Channel figures 1 new' }).click();
      await update(page)
        .getByText(/People returned to France: 1,087 → 1,129/)
        .waitFor();
      await update(page)
        .getByText(/made up in the sandbox/)
        .waitFor();
      await page.screenshot({ path: join(screenshots, 'news.png') });
      await update(page).getByRole('button', { name: 'Stop' }).waitFor();
    }),
);

browserTest(
  'by keyboard alone: a person is told of its revision, and it is answered',
  { timeout: PATIENCE },
  () =>
    visiting(program.address(), async (page) => {
      page.setDefaultTimeout(PATIENCE / 3);
      const { keyboard } = page;
      const goTo = async (name: string, key: 'Tab' | 'Shift+Tab') => {
        const wanted = page.getByRole('button', { name });
        const isThere = () => wanted.evaluate((element) => element === element.ownerDocument.activeElement);
        for (let steps = 0; steps < 40 && !(await isThere()); steps += 1) await keyboard.press(key);
        await keyboard.press('Enter');
      };
      await goTo('Direct messages with Tally', 'Tab');
      await keyboard.type('/subscriptions add');
      await page.getByRole('option', { name: /^\/subscriptions add/ }).waitFor();
      await keyboard.press('Enter');
      await keyboard.type('people returned to France');
      await page.getByRole('option', { name: 'People returned to France', exact: true }).first().waitFor();
      await keyboard.press('Enter');
      await keyboard.press('Enter');
      await page
        .getByText(/I will tell you/)
        .first()
        .waitFor();
      await goTo('Publish a new figure', 'Shift+Tab');
      await told(page).waitFor();
      await update(page).getByText(/1,134/).first().waitFor();
      await update(page)
        .getByText(/Revised by the visitor; it was 1,129/)
        .waitFor();
      await goTo('Direct messages with Tally', 'Shift+Tab');
      await keyboard.type('how many people have been returned to France?');
      await keyboard.press('Enter');
      await update(page)
        .getByText(/^People returned to France: 1,134/)
        .waitFor();
      expect(await page.getByRole('status').first().textContent()).toMatch(/1,134/);
    }),
);
