/** The sandbox in a process of its own, which outlives the bot's. */
import { type ArrangedChannel, type Sandbox, startSandbox } from '../../src/sandbox/index.js';
import type { DiscordIs, Place, Spoiling, ToDiscord, Written } from './messages.js';

/** Requests that hang are let go after so many ms: some before the bot has given up on them, some long after. */
const HANGING_MS = [1_000, 5_000, 14_000];

const channels: ArrangedChannel[] = [];

function answerTo(sandbox: Sandbox, question: ToDiscord): unknown {
  switch (question.ask) {
    case 'channels':
      return arranged(sandbox, question);
    case 'spoil':
      for (const [index, spoiling] of question.spoilings.entries()) spoil(sandbox, spoiling, index);
      return 'spoilt';
    case 'advance':
      sandbox.advance(question.ms);
      return 'advanced';
    case 'written':
      return channels.map(
        ({ id, messages }): Written => ({ channelId: id, texts: messages.map(({ content }) => content) }),
      );
  }
}

function arranged(sandbox: Sandbox, wanted: { guilds: number; channels: number }): Place[] {
  const guilds = Array.from({ length: wanted.guilds }, (_, at) => sandbox.guild({ name: `Server ${at}` }));
  return Array.from({ length: wanted.channels }, (_, at) => {
    const guild = guilds[at % guilds.length];
    if (!guild) throw new Error('There are no servers.');
    const channel = guild.channel(`channel-${at}`);
    channels.push(channel);
    return { guildId: guild.id, channelId: channel.id };
  });
}

function spoil({ faults }: Sandbox, { channelId, how, times }: Spoiling, index: number): void {
  const aim = { method: 'POST', path: `/channels/${channelId}/messages`, times } as const;
  const arm = {
    'error before': () => faults.serverError({ ...aim, status: 502 }),
    'error after': () => faults.serverError({ ...aim, when: 'after' }),
    'rate limit': () => faults.rateLimit({ ...aim, retryAfterMs: 700 }),
    hang: () => void setTimeout(faults.hang(aim), HANGING_MS[index % HANGING_MS.length]),
    'cut before': () => faults.breakConnection(aim),
    'cut after': () => faults.breakConnection({ ...aim, when: 'after' }),
  };
  arm[how]();
}

const sandbox = await startSandbox();
process.on('message', (question: ToDiscord) => {
  process.send?.(answerTo(sandbox, question));
});
process.on('disconnect', () => process.exit());
process.send?.({ apiUrl: sandbox.apiUrl, token: sandbox.token } satisfies DiscordIs);
