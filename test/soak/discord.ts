/** The sandbox in a process of its own, full of people who ask all kinds of things, and who count what comes back. */
import { setTimeout as pause } from 'node:timers/promises';
import {
  type Actor,
  type ArrangedChannel,
  type Sandbox,
  type Shown,
  type ShownMessage,
  startSandbox,
} from '../../src/sandbox/index.js';
import { percentile, seeded } from '../bench/measuring.js';
import type { DiscordIs, Fault, Outcome, Questions, ToDiscord } from './messages.js';

const GUILDS = 5;
const CHANNELS_A_GUILD = 10;
const PEOPLE = 60;
/** Longer than Discord's three seconds for an interaction; plain questions have no limit of their own. */
const PATIENCE_MS = 15_000;
/** After a fault was armed, so long everything is excused: it strikes what comes next, and that is tried again. */
const AFTER_FAULT_MS = 20_000;
const STRIKES = 8;

const METRICS = [
  'returned-to-france',
  'accepted-from-france',
  'net-inflow',
  'small-boat-arrivals',
  'boats-arrived',
];
const TYPED = ['ret', 'small boat', 'accep', 'inflow', 'xyz'];
const TOPICS = ['scheme', 'treaty', 'returns', 'law'];

const sandbox: Sandbox = await startSandbox({ patienceMs: PATIENCE_MS });
const guilds = Array.from({ length: GUILDS }, (_, at) => sandbox.guild({ name: `Server ${at}` }));
const channels: ArrangedChannel[] = [];
const actors: { actor: Actor; channels: ArrangedChannel[] }[] = [];
for (const [at, guild] of guilds.entries()) {
  const own = Array.from({ length: CHANNELS_A_GUILD }, (_, index) => guild.channel(`channel-${index}`));
  channels.push(...own);
  const moderator = guild.member({ name: `Moderator ${at}`, permissions: ['ManageGuild', 'ManageChannels'] });
  actors.push({ actor: sandbox.as(moderator), channels: own });
  for (let person = 0; person < PEOPLE / GUILDS; person++)
    actors.push({ actor: sandbox.as(guild.member({ name: `Person ${at}-${person}` })), channels: own });
}

const outcome: Outcome = {
  asked: {},
  lost: [],
  excused: 0,
  doubled: [],
  uncited: [],
  pictures: 0,
  p50: 0,
  p99: 0,
  told: [],
  problems: [],
};
const times: number[] = [];
let isDown = true;
let faultUntil = 0;
/** Goes up whenever trouble begins, so that whatever overlaps it is known. */
let troubles = 0;
let ended = false;
const pending = new Set<Promise<void>>();

type Seen = { text: string; files: number };
type Act = {
  name: string;
  /** Its answer has figures that are known, and so must cite. */
  cites?: boolean;
  run(actor: Actor, channel: ArrangedChannel): Promise<Seen | undefined>;
};

function actsFor(questions: Questions, random: () => number): readonly Act[] {
  const pick = <T>(list: readonly T[]): T => {
    const one = list[Math.floor(random() * list.length)];
    if (one === undefined) throw new Error('There is nothing to pick from.');
    return one;
  };
  const slash = async (
    actor: Actor,
    channel: ArrangedChannel,
    name: string,
    options: Record<string, string>,
  ) => seen(await actor.slash(channel, name, options));
  const answered = () => pick(questions.answered);
  return [
    {
      name: '/ask',
      cites: true,
      run: (actor, channel) => slash(actor, channel, 'ask', { question: answered() }),
    },
    {
      name: '/ask anything',
      run: (actor, channel) => slash(actor, channel, 'ask', { question: pick(questions.others) }),
    },
    {
      name: 'mention',
      cites: true,
      run: async (actor, channel) =>
        seenMessage(await actor.type(channel, `${sandbox.bot.mention} ${answered()}`)),
    },
    { name: 'direct message', cites: true, run: async (actor) => seenMessage(await actor.dm(answered())) },
    {
      name: '/figure with chart',
      cites: true,
      run: (actor, channel) => slash(actor, channel, 'figure', { metric: pick(METRICS) }),
    },
    {
      name: '/compare with chart',
      cites: true,
      run: (actor, channel) =>
        slash(actor, channel, 'compare', { first: 'returned-to-france', second: 'accepted-from-france' }),
    },
    { name: '/timeline', run: (actor, channel) => slash(actor, channel, 'timeline', {}) },
    { name: '/explain', run: (actor, channel) => slash(actor, channel, 'explain', { topic: pick(TOPICS) }) },
    {
      name: '/quote',
      cites: true,
      run: (actor, channel) => slash(actor, channel, 'quote', { speaker: 'chris-philp' }),
    },
    {
      name: 'autocomplete',
      run: async (actor, channel) => {
        await actor.autocomplete(channel, 'figure', 'metric', pick(TYPED));
        return undefined;
      },
    },
    {
      name: 'sources button',
      run: async (actor, channel) => {
        const { outcome: shown } = await actor.slash(channel, 'figure', { metric: 'returned-to-france' });
        if (shown.kind !== 'message' && shown.kind !== 'update') throw new Error('no answer to click on');
        return seen(await actor.click(shown.message, 'Sources'));
      },
    },
  ];
}

function seen(shown: Shown): Seen {
  const { outcome: what } = shown;
  if (what.kind === 'failed') throw new Error(what.reason);
  return what.kind === 'message' || what.kind === 'update'
    ? seenMessage(what.message)
    : { text: '', files: 0 };
}

function seenMessage(message: ShownMessage): Seen {
  return { text: message.text, files: message.files.length };
}

async function live({ questions, perSecond, seed }: Extract<ToDiscord, { ask: 'begin' }>): Promise<void> {
  const random = seeded(seed);
  const acts = actsFor(questions, random);
  const started = performance.now();
  for (let count = 0; !ended; ) {
    const due = ((performance.now() - started) / 1000) * perSecond;
    for (; count < due && !ended; count++) {
      const act = acts[count % acts.length];
      const who = actors[Math.floor(random() * actors.length)];
      const where = who?.channels[Math.floor(random() * who.channels.length)];
      if (!act || !who || !where || isDown) continue;
      const running = perform(act, who.actor, where).finally(() => pending.delete(running));
      pending.add(running);
    }
    await pause(5);
  }
}

async function perform(act: Act, actor: Actor, channel: ArrangedChannel): Promise<void> {
  const troubleBefore = troubles;
  const from = performance.now();
  outcome.asked[act.name] = (outcome.asked[act.name] ?? 0) + 1;
  const isExcused = () => isDown || troubles !== troubleBefore || performance.now() < faultUntil;
  const excusedFromStart = isExcused();
  try {
    const shown = await act.run(actor, channel);
    times.push(performance.now() - from);
    outcome.pictures += shown?.files ?? 0;
    const isFault = /something went wrong/i.test(shown?.text ?? '');
    if (act.cites && shown && !isFault && !/\[\d+\]/.test(shown.text))
      outcome.uncited.push(shown.text.slice(0, 200));
    if (isFault && !excusedFromStart && !isExcused())
      outcome.lost.push(`${act.name}: ${shown?.text.slice(0, 200)}`);
  } catch (error) {
    if (excusedFromStart || isExcused()) outcome.excused++;
    else outcome.lost.push(`${act.name}: ${String(error).slice(0, 200)}`);
  }
}

function spoil(how: Fault): void {
  troubles++;
  faultUntil = performance.now() + AFTER_FAULT_MS;
  const { faults, gateway } = sandbox;
  const aim = { method: 'POST', times: STRIKES } as const;
  const arm: Record<Fault, () => void> = {
    errors: () => faults.serverError(aim),
    'errors after': () => faults.serverError({ ...aim, when: 'after' }),
    'rate limits': () => faults.rateLimit({ ...aim, retryAfterMs: 500 }),
    hangs: () => void setTimeout(faults.hang(aim), 3_000),
    'cut connections': () => faults.breakConnection(aim),
    'gateway cut': () => gateway.cut(),
  };
  arm[how]();
}

/** The ids in the buttons of the messages that tell of new figures. */
function told(): Outcome['told'] {
  return channels.map((channel) => ({
    channelId: channel.id,
    ids: channel.messages.flatMap((message) =>
      message.buttons.flatMap(({ custom_id }) => /F-77\d+/.exec(custom_id ?? '')?.[0] ?? []),
    ),
  }));
}

/** Plain questions that were answered more than once. */
function doubled(): string[] {
  const replies = new Map<string, number>();
  for (const channel of channels)
    for (const { repliesTo } of channel.messages)
      if (repliesTo) replies.set(repliesTo, (replies.get(repliesTo) ?? 0) + 1);
  return [...replies].filter(([, count]) => count > 1).map(([id]) => id);
}

async function answerTo(question: ToDiscord): Promise<unknown> {
  switch (question.ask) {
    case 'begin':
      await subscribe();
      void live(question);
      return 'begun';
    case 'trouble':
      if (question.on) troubles++;
      isDown = question.on;
      return 'noted';
    case 'fault':
      spoil(question.how);
      return 'spoilt';
    case 'end':
      ended = true;
      await Promise.allSettled([...pending]);
      return {
        ...outcome,
        doubled: doubled(),
        told: told(),
        p50: percentile(times, 0.5),
        p99: percentile(times, 0.99),
        problems: [...sandbox.problems],
      } satisfies Outcome;
  }
}

/** Every channel is subscribed, by the moderator of its server. */
async function subscribe(): Promise<void> {
  for (const { actor, channels: own } of actors.filter((_, at) => at % (PEOPLE / GUILDS + 1) === 0))
    for (const channel of own) {
      const shown = await actor.slash(channel, 'subscriptions add', { to: 'everything', when: 'at-once' });
      if (shown.outcome.kind === 'failed') throw new Error(shown.outcome.reason);
    }
}

process.on('message', (question: ToDiscord) => {
  void answerTo(question).then((answer) => process.send?.(answer as object));
});
process.on('disconnect', () => process.exit());
process.send?.({
  apiUrl: sandbox.apiUrl,
  token: sandbox.token,
  channels: channels.length,
} satisfies DiscordIs);
