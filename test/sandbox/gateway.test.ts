/** Logging in, what the bot gets to see, and connections that break. */
import { type Client, Events, GatewayIntentBits, type Message } from 'discord.js';
import { expect } from 'vitest';
import { WebSocket } from 'ws';
import { type Stage, sandboxTest } from './with-sandbox.js';

/** A bot that keeps the texts of messages that people write, a blank for one that it may not read. */
async function reader({ bot }: Stage, options = {}): Promise<{ client: Client<true>; read: string[] }> {
  const read: string[] = [];
  const client = await bot((ready) => {
    ready.on(Events.MessageCreate, (message: Message) => {
      if (!message.author.bot) read.push(message.content);
    });
  }, options);
  return { client, read };
}

sandboxTest('a wrong token is refused, by REST and by the gateway', async ({ sandbox, bot }) => {
  await expect(bot(undefined, { rest: { authPrefix: 'Bearer' } })).rejects.toMatchObject({
    code: 'TokenInvalid',
  });
  const socket = new WebSocket(sandbox.gateway.url);
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  socket.once('message', () => {
    socket.send(JSON.stringify({ op: 2, d: { token: 'wrong', intents: 0, properties: {} } }));
  });
  expect(await closed).toBe(4004);
  expect(sandbox.gateway.reachable).toBe(false);
});

sandboxTest('privileged intents have to be granted', async ({ bot }) => {
  const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent];
  await expect(bot(undefined, { intents })).rejects.toThrow('disallowed intents');
});

sandboxTest(
  'the bot reads what is addressed to it, and only that it was written of the rest',
  async (stage) => {
    const { sandbox, general, ada } = stage;
    const { read } = await reader(stage);
    const actor = sandbox.as(ada);
    actor.say(general, 'among ourselves');
    actor.say(general, `${sandbox.bot.mention} to you`);
    actor.say(actor.directChannel, 'in private');
    await sandbox.settled();
    expect(read).toEqual(['', `${sandbox.bot.mention} to you`, 'in private']);
  },
);

sandboxTest(
  'with the privileged intent it reads all',
  async (stage) => {
    const { Guilds, GuildMessages, MessageContent } = GatewayIntentBits;
    const { read } = await reader(stage, { intents: [Guilds, GuildMessages, MessageContent] });
    stage.sandbox.as(stage.ada).say(stage.general, 'among ourselves');
    stage.sandbox.as(stage.ada).say(stage.sandbox.as(stage.ada).directChannel, 'in private');
    await stage.sandbox.settled();
    expect(read).toEqual(['among ourselves']);
  },
  { privilegedIntents: true },
);

sandboxTest('a channel that the bot does not see is silent', async (stage) => {
  const { read } = await reader(stage);
  stage.general.overwrite(stage.sandbox.bot, { deny: ['ViewChannel'] });
  stage.sandbox.as(stage.ada).say(stage.general, `${stage.sandbox.bot.mention} psst`);
  await stage.sandbox.settled();
  expect(read).toEqual([]);
});

sandboxTest('after a cut the bot resumes and gets what it missed', async (stage) => {
  const { sandbox, general, ada } = stage;
  const { client, read } = await reader(stage);
  const resumed = new Promise<number>((resolve) =>
    client.once(Events.ShardResume, (_id, events) => resolve(events)),
  );
  sandbox.gateway.cut();
  sandbox.as(ada).say(general, `${sandbox.bot.mention} while you were away`);
  // The missed message and RESUMED itself.
  expect(await resumed).toBe(2);
  expect(read).toEqual([`${sandbox.bot.mention} while you were away`]);
});

sandboxTest('asked to reconnect, the bot resumes', async (stage) => {
  const { client } = await reader(stage);
  const resumed = new Promise<void>((resolve) => client.once(Events.ShardResume, () => resolve()));
  stage.sandbox.gateway.askToReconnect();
  await resumed;
  expect(stage.sandbox.gateway.connected).toBe(true);
});

sandboxTest('an invalid session has to log in anew', async (stage) => {
  const { sandbox, general, ada } = stage;
  const { client, read } = await reader(stage);
  const back = new Promise<void>((resolve) => client.once(Events.ShardReady, () => resolve()));
  sandbox.gateway.invalidate();
  sandbox.as(ada).say(general, `${sandbox.bot.mention} lost`);
  await back;
  sandbox.as(ada).say(general, `${sandbox.bot.mention} found`);
  await sandbox.settled();
  expect(read).toEqual([`${sandbox.bot.mention} found`]);
});

sandboxTest('an event can come twice', async (stage) => {
  const { sandbox, general, ada } = stage;
  let seen = 0;
  const { client } = await reader(stage);
  client.on(Events.Raw, (packet: { t: string | null }) => {
    if (packet.t === 'MESSAGE_CREATE') seen += 1;
  });
  sandbox.gateway.duplicateNext('MESSAGE_CREATE');
  sandbox.as(ada).say(general, `${sandbox.bot.mention} twice`);
  sandbox.as(ada).say(general, `${sandbox.bot.mention} once`);
  await sandbox.settled();
  expect(seen).toBe(3);
});

sandboxTest('servers, channels and permissions change under a running bot', async (stage) => {
  const { sandbox, guild, general, bot } = stage;
  const left: string[] = [];
  const client = await bot((ready) => {
    ready.on(Events.GuildDelete, ({ name }) => left.push(name));
  });
  const me = () => client.guilds.cache.get(guild.id)?.members.me;
  const side = guild.channel('side');
  await sandbox.settled();
  expect(me()?.permissionsIn(side.id).has('SendMessages')).toBe(true);
  side.overwrite(sandbox.bot, { deny: ['SendMessages'] });
  await sandbox.settled();
  expect(me()?.permissionsIn(side.id).has('SendMessages')).toBe(false);
  general.delete();
  const added = sandbox.guild({ name: 'Joined later' });
  await sandbox.settled();
  expect(client.channels.cache.has(general.id)).toBe(false);
  expect(client.guilds.cache.get(added.id)?.name).toBe('Joined later');
  guild.setOutage(true);
  await sandbox.settled();
  expect([left, client.guilds.cache.get(guild.id)?.available]).toEqual([[], false]);
  guild.setOutage(false);
  added.removeBot();
  await sandbox.settled();
  expect([left, client.guilds.cache.get(guild.id)?.available]).toEqual([['Joined later'], true]);
});
