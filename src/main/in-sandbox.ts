/** The bot in a sandbox on this machine, and a prompt at which one person talks to it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { commands } from '../../commands/index.js';
import { converse } from '../cli/conversation.js';
import { linesOf } from '../cli/lines.js';
import type { Output } from '../cli/program.js';
import { banner, type Prompt, promptFor } from '../cli/prompt.js';
import { terminalFor } from '../cli/terminal.js';
import { type Config, defaultStatePath } from '../config.js';
import { catalogueOf } from '../language/catalogue.js';
import { type PageAction, type Sandbox, startSandbox } from '../sandbox/index.js';
import { Life } from './life.js';
import { MadeUpNews } from './made-up-news.js';
import { arrangeServer, type SandboxServer } from './sandbox-server.js';
import { portFault } from './start-fault.js';
import { stopSignal } from './stopping.js';
import { visitorIn } from './visitor.js';

const LEAVE_BY = ['quit', 'exit'];

/** One person at a keyboard, or a file of questions: there is nobody to be protected from them. */
const NO_COOLDOWNS = {
  user: { size: Number.POSITIVE_INFINITY, perSecond: 1 },
  channel: { size: Number.POSITIVE_INFINITY, perSecond: 1 },
};

/** A file of questions is answered as fast as the bot can; Discord's own pace is for tests. */
const NO_RATE_LIMITS = {
  messages: { requests: 1_000_000, perMs: 1 },
  others: { requests: 1_000_000, perMs: 1 },
  global: { requests: 1_000_000, perMs: 1 },
};

/** The built page stands beside the compiled program. */
const pageFiles = fileURLToPath(new URL('../../page', import.meta.url));

export type Desk = { output: Output; input: Readable; isTerminal: boolean };

/**
 * Answers what is typed, or the lines of a pipe, until they end; with no line at all it serves until a
 * signal. A signal ends it in each case.
 */
export async function runInSandbox(config: Config, desk: Desk, log: Logger): Promise<void> {
  const signalled = stopSignal();
  const sandbox = await sandboxFor(config);
  const folder = mkdtempSync(join(tmpdir(), 'tally-sandbox-'));
  const news = new MadeUpNews(join(folder, 'data'));
  const life = new Life(
    { ...config, dataPaths: [...config.dataPaths, news.folder], statePath: stateFor(config, folder) },
    log,
  );
  try {
    const server = arrangeServer(sandbox);
    const visitor = visitorIn(sandbox, server, commands);
    const { token, apiUrl } = sandbox;
    const publish = news.action({ engine: () => life.engine, reload: () => life.reload() });
    const page = showPage(sandbox, server, [publish]);
    const bot = await life.start({ token, apiUrl, cooldowns: NO_COOLDOWNS });
    const tell = desk.isTerminal ? desk.output.out : desk.output.error;
    tell(banner(page, LEAVE_BY));
    log.info({ sandbox: apiUrl, page }, 'ready');
    const talked = talk(promptFor(visitor), desk).then(async (lines) => {
      if (lines === 0 && !desk.isTerminal) await signalled;
    });
    const lost = bot.lost.then((fault) => Promise.reject(fault));
    await Promise.race([talked, signalled, lost]);
  } finally {
    desk.input.destroy();
    await life.stop();
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  }
  log.info('stopped');
}

/**
 * What is remembered here is about servers that vanish with the sandbox, so it goes with them; and what a bot
 * remembers on Discord would look, from here, like servers that are gone.
 */
function stateFor({ statePath }: Config, folder: string): string {
  return statePath === defaultStatePath ? join(folder, 'state.sqlite') : statePath;
}

/** Gives the address of the page. */
function showPage(
  sandbox: Sandbox,
  { guild, moderator, member }: SandboxServer,
  actions: readonly PageAction[],
): string {
  return sandbox.showPage({
    files: pageFiles,
    guild,
    people: [
      { person: moderator, role: 'moderator' },
      { person: member, role: 'member' },
    ],
    examples: catalogueOf('en').examples,
    actions,
  });
}

async function sandboxFor({ sandboxPort, trafficLog }: Config): Promise<Sandbox> {
  const pace = { rateLimits: NO_RATE_LIMITS };
  const recorded = trafficLog ? { trafficLog } : {};
  return startSandbox({ port: sandboxPort, ...pace, ...recorded }).catch((error: unknown) => {
    throw portFault('SANDBOX_PORT', sandboxPort, error);
  });
}

/** Gives how many lines came. */
async function talk(prompt: Prompt, { output, input, isTerminal }: Desk): Promise<number> {
  const { answer } = prompt;
  if (!isTerminal) return converse({ lines: linesOf(input), answer, output });
  const terminal = terminalFor(prompt.complete, input, output);
  const ready = () => terminal.prompt();
  const count = await converse({ lines: terminal, answer, output, ready, leaveBy: LEAVE_BY });
  terminal.close();
  output.out('\nGoodbye.');
  return count;
}
