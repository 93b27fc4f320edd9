/** Behind the scenes: requests and events as they happen, and what can be made to go wrong. */
import { expect } from 'vitest';
import { browserTest, visiting, withProgram } from './browser.js';

const program = withProgram();

browserTest('the drawer tells what is asked and answered, and the bot comes through what goes wrong', () =>
  visiting(program.address(), async (page) => {
    const opener = page.getByRole('button', { name: 'Behind the scenes' });
    await opener.click();
    const drawer = page.getByRole('complementary', { name: 'Behind the scenes' });
    const lines = drawer.getByRole('listitem');
    const ask = async (text: string) => {
      await page.locator('#composer-text').fill(`@Tally ${text}`);
      await page.locator('#composer-text').press('Enter');
    };
    await lines.filter({ hasText: /PUT.*commands/ }).waitFor();
    await drawer.getByRole('button', { name: 'Answer 500' }).click();
    await ask('net inflow?');
    await lines.filter({ hasText: /request.*POST .*messages.*500/ }).waitFor();
    await lines.filter({ hasText: /request.*POST .*messages.*200/ }).waitFor();
    await page.getByRole('article', { name: /^Tally/ }).waitFor();
    await drawer.getByRole('button', { name: 'Answer 429' }).click();
    await ask('how many were returned by 10 november 2025');
    await lines.filter({ hasText: '429' }).waitFor();
    await page
      .getByText(/^People returned to France: 94/)
      .last()
      .waitFor();
    await drawer.getByRole('button', { name: 'Cut the gateway' }).click();
    await lines.filter({ hasText: 'gateway resumed' }).waitFor();
    await page.getByText('Tally is online').waitFor();
    await ask('how many were returned by 31 october 2025');
    await page
      .getByText(/^People returned to France: 75/)
      .last()
      .waitFor();
    const request = lines.filter({ hasText: /POST .*messages/ }).first();
    await request.locator('summary').click();
    await request.getByText(/"content": /).waitFor();
    await drawer.getByRole('button', { name: 'Close' }).click();
    expect(await drawer.isVisible()).toBe(false);
    expect(await opener.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
  }),
);
