/**
 * `npm run screenshots`: pictures of real answers for the README, taken from the page with the bot behind it.
 * CHROMIUM names a browser that does not stand at /usr/bin/chromium.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];

const program = spawn(process.execPath, [here('dist/src/main.js')], { stdio: ['pipe', 'ignore', 'pipe'] });
let browser;
try {
  const address = await addressFrom(program.stderr);
  browser = await chromium.launch({ executablePath, args: FLAGS });
  const page = await browser.newPage({
    viewport: { width: 1000, height: 690 },
    deviceScaleFactor: 1.5,
    colorScheme: 'dark',
    locale: 'en-GB',
  });
  await page.goto(address);
  await page.getByText('is online').waitFor();
  await take(page, 'answer.png', async () => {
    await page.locator('#composer-text').fill('@Tally what’s the net inflow in early 2026? isn’t it 25% more in than out');
    await page.keyboard.press('Enter');
    await page.getByRole('article', { name: /^Tally/ }).getByRole('button', { name: 'Sources', exact: true }).waitFor();
  });
  await take(page, 'chart.png', async () => {
    await page.getByRole('button', { name: 'Channel figures' }).click();
    await page.locator('#composer-text').fill('/figure');
    await page.keyboard.press('Enter');
    await page.keyboard.type('people returned to France');
    await page.getByRole('listbox').getByRole('option').first().click();
    await page.keyboard.press('Enter');
    await page.getByRole('article', { name: /^Tally/ }).getByRole('img', { name: /returned/ }).waitFor();
    await page.waitForFunction('[...document.images].every(({ complete }) => complete)');
  });
} finally {
  await browser?.close();
  program.kill('SIGTERM');
  await once(program, 'exit');
}

async function take(page, name, play) {
  await play();
  // Whatever has just come in is laid out and scrolled to by then; the pointer is out of the way.
  await page.mouse.move(2, 2);
  await page.waitForTimeout(500);
  await page.screenshot({ path: here(`docs/${name}`) });
  console.log(`docs/${name}`);
}

function addressFrom(stream) {
  let text = '';
  return new Promise((resolve, reject) => {
    stream.on('data', (part) => {
      text += part;
      const found = /"page":"([^"]+)".*"msg":"ready"/.exec(text);
      if (found) resolve(found[1]);
    });
    stream.on('end', () => reject(new Error(`The program ended:\n${text}`)));
  });
}
