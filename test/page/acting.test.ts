/** What people do on a server: commands with their suggestions, buttons, modals, replies, roles, languages. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { browserTest, visiting, withProgram } from './browser.js';

const program = withProgram();

const field = (page: Page) => page.locator('#composer-text');
const newest = (page: Page) => page.getByRole('article', { name: /^Tally/ }).last();

browserTest('the palette: what is registered, narrowed by typing, options with live suggestions', () =>
  visiting(program.address(), async (page) => {
    const { keyboard } = page;
    await page.getByRole('button', { name: 'Commands', exact: true }).click();
    const palette = page.getByRole('listbox', { name: 'Suggestions' });
    await palette.getByRole('option', { name: /^\/ask Ask in plain words/ }).waitFor();
    expect(await palette.getByRole('option').count()).toBeGreaterThan(5);
    await keyboard.type('fig');
    expect(await palette.getByRole('option').first().textContent()).toMatch(/^\/figure /);
    expect(await palette.getByRole('option', { name: /^\/ask/ }).count()).toBe(0);
    await keyboard.press('Enter');
    const metric = page.getByRole('combobox', { name: 'metric' });
    await metric.waitFor();
    expect(await metric.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    await keyboard.type('accep');
    const suggested = page.getByRole('listbox', { name: 'metric' });
    await suggested.getByRole('option', { name: 'People accepted from France' }).click();
    expect(await metric.inputValue()).toBe('People accepted from France');
    await keyboard.press('Tab');
    await keyboard.type('31 oct');
    await page.getByRole('listbox', { name: 'as_of' }).getByRole('option').first().waitFor();
    await keyboard.press('Escape');
    await page.getByRole('combobox', { name: 'private' }).fill('true');
    await keyboard.press('Escape');
    await keyboard.press('Enter');
    const answer = page.getByRole('article', { name: /only you can see this/ });
    await answer.getByText(/People accepted from France: 54, as of 31 October 2025/).waitFor();
    await answer.getByText('figure', { exact: true }).waitFor();
  }),
);

browserTest('what cannot be sent says why, and nothing that was typed is lost', () =>
  visiting(program.address(), async (page) => {
    await field(page).fill('/nothing');
    await page.getByText('There is no such command here.').waitFor();
    await field(page).fill('/settings');
    await page.getByRole('option', { name: /plain-questions/ }).click();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('alert').getByText('“state” has to be filled in.').waitFor();
    await page.getByRole('combobox', { name: 'state' }).fill('perhaps');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('alert').getByText('“state” has to be one of the list.').waitFor();
    await page.getByRole('combobox', { name: 'state' }).fill('');
    await page.getByRole('option', { name: 'on', exact: true }).click();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page
      .getByRole('article', { name: /only you can see this/ })
      .last()
      .waitFor();
  }),
);

browserTest('a member is not offered what moderators are; each sees their own private answers', () =>
  visiting(program.address(), async (page) => {
    await field(page).fill('/help');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const privately = page.getByRole('article', { name: /only you can see this/ });
    await privately.getByText('What I can answer').waitFor();
    await page.getByRole('combobox', { name: 'You are' }).selectOption('Alex (member)');
    await privately.first().waitFor({ state: 'detached' });
    await field(page).fill('/settings');
    await page.getByText('There is no such command here.').waitFor();
  }),
);

browserTest('a button opens a modal; it is sent, and its answer is shown', () =>
  visiting(program.address(), async (page) => {
    await page.getByRole('button', { name: 'Channel figures' }).click();
    await field(page).fill('/ask');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'question' }).fill('how many were returned by 10 november 2025');
    await page.keyboard.press('Enter');
    const more = newest(page).getByRole('button', { name: 'Ask more', exact: true });
    await more.click();
    const dialog = page.getByRole('dialog', { name: 'Ask more' });
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await more.click();
    await dialog.getByRole('textbox').fill('and how many came the other way?');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await newest(page)
      .getByText(/People accepted from France: 57/)
      .waitFor();
  }),
);

browserTest('replies, the menu of a message by its key, deleting an own message', () =>
  visiting(program.address(), async (page) => {
    await page.getByRole('button', { name: 'Thread small boats' }).click();
    await field(page).fill('@tally how many were returned by 10 november 2025');
    await page.keyboard.press('Enter');
    await newest(page)
      .getByText(/: 94, as of/)
      .waitFor();
    await newest(page).click({ button: 'right', position: { x: 400, y: 50 } });
    await page.getByRole('menuitem', { name: 'Reply' }).click();
    await page.keyboard.type('and by 31 october?');
    await page.keyboard.press('Enter');
    await newest(page)
      .getByText(/^People returned to France: 75, as of/)
      .waitFor();
    const own = page.getByRole('article', { name: /^Sam/ }).filter({ hasText: 'and by 31 october?' });
    await own.focus();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Delete message' }).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await own.waitFor({ state: 'detached' });
  }),
);

browserTest('a command of the menu of a message: by mouse, and by keyboard alone', () =>
  visiting(program.address(), async (page) => {
    await page.getByRole('button', { name: 'Channel figures' }).click();
    await field(page).fill('75 people had been returned to France by 31 October 2025');
    await page.keyboard.press('Enter');
    const claim = page.getByRole('article', { name: /^Sam/ }).last();
    const verdict = page.getByRole('article', { name: /^Tally.*only you can see this/ });
    await claim.click({ button: 'right', position: { x: 300, y: 20 } });
    await page.getByRole('menuitem', { name: 'Apps: Check the figures' }).click();
    await verdict
      .getByText(/\b75\b/)
      .first()
      .waitFor();
    await verdict.getByRole('button', { name: 'Dismiss message' }).click();
    await page.keyboard.press('Shift+Tab');
    for (let steps = 0; steps < 12 && !(await claim.evaluate(isFocused)); steps += 1)
      await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+F10');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await verdict
      .getByText(/\b75\b/)
      .first()
      .waitFor();
  }),
);

browserTest('in French: commands, their descriptions and the answers', () =>
  visiting(program.address(), async (page) => {
    const language = page.getByRole('combobox', { name: 'Your Discord’s language' });
    await language.selectOption('Français');
    await page.getByRole('button', { name: 'Direct messages with Tally' }).click();
    await field(page).fill('/figure');
    await page.getByRole('option', { name: /chiffre/ }).waitFor();
    await page.keyboard.press('Escape');
    await field(page).fill('combien de personnes renvoyées en France au 31 octobre 2025 ?');
    await page.keyboard.press('Enter');
    await newest(page)
      .getByText(/ 75, .*31 octobre 2025/)
      .waitFor();
    await language.selectOption('English');
  }),
);

browserTest('what others say elsewhere is counted at its channel', () =>
  visiting(program.address(), async (page) => {
    await visiting(program.address(), async (other) => {
      await other.getByRole('combobox', { name: 'You are' }).selectOption('Alex (member)');
      await other
        .getByRole('combobox', { name: 'You are' })
        .getByText('Alex (member)')
        .waitFor({ state: 'attached' });
      await other.getByRole('button', { name: /^Channel figures/ }).click();
      await field(other).fill('hello everybody');
      await field(other).press('Enter');
      await other.getByRole('article', { name: /^Alex/ }).waitFor();
    });
    await page.getByRole('button', { name: 'Channel figures 1 new' }).click();
    await page.getByRole('article', { name: /^Alex/ }).getByText('hello everybody').waitFor();
    await page.getByRole('button', { name: 'Channel figures', exact: true }).waitFor();
  }),
);

/** Runs in the browser. */
function isFocused(element: { ownerDocument: { activeElement: unknown } }): boolean {
  return element.ownerDocument.activeElement === element;
}
