/**
 * Tests of the page in a real browser: the program as people start it, and Chromium from the system. Without one
 * these tests are skipped and say so; CHROMIUM names one that stands elsewhere.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../../src/paths.js';
import { type Launched, launched } from '../launched.js';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = [process.env.CHROMIUM ?? '', ...PLACES].find(
  (path) => path !== '' && existsSync(path),
);

/** Nothing of its own accord; `--no-sandbox` because tests may run as root. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where pictures of the page are left, to be looked at. */
export const screenshots = join(projectRoot, 'var', 'screenshots');

let browser: Promise<Browser> | undefined;

if (executablePath === undefined)
  console.warn('No Chromium was found, so the page is not tested in a browser: apt-get install chromium');

/** A test that is skipped where there is no browser. */
export const browserTest = test.skipIf(executablePath === undefined);

/** The browser of this worker: started when it is first needed, and ended with the worker's process. */
function running(): Promise<Browser> {
  if (executablePath === undefined) throw new Error('There is no browser.');
  browser ??= chromium.launch({ executablePath, args: FLAGS, headless: true });
  return browser;
}

/** Starts the program before the tests of a file as well; gives the address of its page. */
export function withProgram(environment: NodeJS.ProcessEnv = {}): { address(): string } {
  let program: Launched | undefined;
  let address = '';
  let folder = '';
  beforeAll(async () => {
    if (executablePath === undefined) return;
    folder = mkdtempSync(join(tmpdir(), 'tally-'));
    program = launched({ stdin: null, environment, folder });
    address = (await program.says(/"page":"([^"]+)".*"msg":"ready"/))[1] ?? '';
  });
  afterAll(async () => {
    program?.kill('SIGTERM');
    await program?.ended;
    rmSync(folder, { recursive: true, force: true });
  });
  return { address: () => address };
}

/**
 * Opens the page as a reader of its own, plays, and holds that the page has asked nobody else for anything,
 * that nothing was refused by its policy, and that its script has thrown nothing.
 */
export async function visiting(
  address: string,
  play: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const context = await (await running()).newContext({ viewport: { width: 1280, height: 800 }, ...options });
  // Sooner than the test itself ends, so that it says for what it waited in vain.
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !url.startsWith('data:')) troubles.push(`asked for ${url}`);
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(message.text());
  });
  try {
    await page.goto(address);
    await page.getByText('is online').waitFor({ state: 'attached' });
    await play(page);
    expect(troubles).toEqual([]);
  } finally {
    await context.close();
  }
}
