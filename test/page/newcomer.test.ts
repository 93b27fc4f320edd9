/** A newcomer's way to an answer with its sources: by mouse, by keyboard alone, and on a phone. */
import { join } from 'node:path';
import { expect } from 'vitest';
import { browserTest, screenshots, visiting, withProgram } from './browser.js';

const program = withProgram();

browserTest('by mouse: an example, its answer, its sources', () =>
  visiting(
    program.address(),
    async (page) => {
      await page.getByRole('button', { name: 'How many people have been returned to France?' }).click();
      const answer = page.getByRole('article', { name: /^Tally/ }).last();
      await answer.getByText(/People returned to France: [\d,]+, as of .* \[1\]/).waitFor();
      await answer.getByRole('button', { name: 'Sources', exact: true }).click();
      const sources = page.getByRole('article', { name: /only you can see this/ });
      await sources.getByRole('link').first().waitFor();
      expect(await sources.getByRole('link').first().getAttribute('href')).toMatch(/^https:/);
      await page.screenshot({ path: join(screenshots, 'answer-dark.png') });
      await sources.getByRole('button', { name: 'Dismiss message' }).click();
      expect(await sources.count()).toBe(0);
      await page.reload();
      await page
        .getByRole('article', { name: /^Tally/ })
        .last()
        .waitFor();
      expect(await sources.count()).toBe(0);
    },
    { colorScheme: 'dark' },
  ),
);

browserTest('by keyboard alone: from the top of the page to the sources', () =>
  visiting(
    program.address(),
    async (page) => {
      const { keyboard } = page;
      await keyboard.press('Tab');
      await keyboard.press('Enter');
      await keyboard.type('@ta');
      await page.getByRole('option', { name: '@Tally' }).waitFor();
      await keyboard.press('Tab');
      await keyboard.type('how many had been let in by 10 November 2025');
      await keyboard.press('Enter');
      const answer = page.getByRole('article', { name: /^Tally/ }).last();
      await answer.getByText(/People accepted from France/).waitFor();
      expect(await page.getByRole('status').first().textContent()).toMatch(
        /^Tally: People accepted from France/,
      );
      const sources = answer.getByRole('button', { name: 'Sources', exact: true });
      await keyboard.press('Shift+Tab');
      for (let steps = 0; steps < 12 && !(await sources.evaluate(isFocused)); steps += 1)
        await keyboard.press('Shift+Tab');
      await keyboard.press('Enter');
      await page.getByRole('article', { name: /only you can see this/ }).waitFor();
      await page.screenshot({ path: join(screenshots, 'answer-light.png') });
    },
    { colorScheme: 'light' },
  ),
);

browserTest('on a phone: the channels by their button, the answer within its width', () =>
  visiting(
    program.address(),
    async (page) => {
      await page.getByRole('button', { name: 'Channels', exact: true }).tap();
      await page.getByRole('button', { name: 'Direct messages with Tally' }).tap();
      await page.getByRole('textbox', { name: 'Message @Tally' }).fill('net inflow?');
      await page.getByRole('button', { name: 'Send', exact: true }).tap();
      await page
        .getByRole('article', { name: /^Tally/ })
        .getByText(/Net inflow: \d+/)
        .waitFor();
      const width = await page.evaluate('document.scrollingElement.scrollWidth');
      expect(width).toBeLessThanOrEqual(390);
      await page.screenshot({ path: join(screenshots, 'answer-phone.png') });
    },
    { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, colorScheme: 'dark' },
  ),
);

browserTest('a chart, in words too for those who do not see it', () =>
  visiting(program.address(), async (page) => {
    await page.getByRole('button', { name: 'Thread small boats' }).click();
    await page.locator('#composer-text').fill('/figure');
    await page.keyboard.press('Enter');
    await page.keyboard.type('small boat arrivals');
    await page.getByRole('option', { name: 'Small boat arrivals', exact: true }).click();
    await page.keyboard.press('Enter');
    const chart = page
      .getByRole('article', { name: /^Tally/ })
      .last()
      .getByRole('img', { name: /Small boat arrivals/ });
    await chart.waitFor();
    await page.waitForFunction('[...document.images].every(({ complete }) => complete)');
    await page.screenshot({ path: join(screenshots, 'chart.png') });
  }),
);

/** Runs in the browser: whether the focus is on this element, which may be in a shadow root. */
function isFocused(element: { getRootNode(): { activeElement?: unknown } }): boolean {
  return element.getRootNode().activeElement === element;
}
