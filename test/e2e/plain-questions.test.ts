import { describe, expect } from 'vitest';
import { scene } from './stage.js';

const QUESTION = 'how many people had been returned to France by 10 November 2025?';
const HOUR = 3_600_000;

describe('who is answered', () => {
  scene('a direct mention', async ({ sandbox, ana, general }) => {
    const answer = await sandbox.as(ana).type(general, `${sandbox.bot.mention} ${QUESTION}`);
    expect(answer.content).toMatch(/94/);
    expect(answer.pings).toEqual([]);
    expect(answer.button('Ask more')).toBeUndefined();
    expect(answer.buttons.map(({ label }) => label)).toEqual([
      'Sources',
      'Earlier values',
      'Wrong or missing?',
      'Delete',
    ]);
  });

  scene('a direct message, also the first one after a restart', async ({ sandbox, ana, restart }) => {
    expect((await sandbox.as(ana).dm(QUESTION)).content).toMatch(/94/);
    await restart();
    expect((await sandbox.as(ana).dm('net inflow?')).content).toMatch(/Net inflow: 30\b/);
  });

  scene('a mention of the bot alone is told what can be asked', async ({ sandbox, ana, general }) => {
    const answer = await sandbox.as(ana).type(general, sandbox.bot.mention);
    expect(answer.text).toMatch(/How many people have been returned to France\?/);
  });

  scene('nobody else: @everyone, a role of the bot, other people’s talk', async (play) => {
    const { sandbox, ana, moderator, general, guild } = play;
    const talk = sandbox.as(moderator);
    talk.say(general, `@everyone ${QUESTION}`);
    talk.say(general, `@here ${QUESTION}`);
    const role = [...guild.guild.roles.values()].find(({ name }) => name === sandbox.bot.name);
    talk.say(general, `<@&${role?.id ?? ''}> ${QUESTION}`);
    const said = sandbox.as(ana).say(general, QUESTION);
    talk.sayInReply(said, 'good question');
    await sandbox.settled();
    expect(general.messages).toHaveLength(5);
  });

  scene(
    'not other bots, not webhooks, not what Discord itself writes',
    async ({ sandbox, ana, general, guild }) => {
      const { world } = sandbox;
      const mentions = { users: [sandbox.bot.id], roles: [], everyone: false, channels: [] };
      const other = world.addUser({ name: 'Another bot', bot: true });
      world.addMember(guild.guild, other, []);
      const told = { channel: general.channel, content: `${sandbox.bot.mention} ${QUESTION}`, mentions };
      world.addMessage({ ...told, author: other });
      world.addMessage({ ...told, author: ana.user, webhookId: other.id });
      world.addMessage({ ...told, author: ana.user, type: 6 });
      await sandbox.settled();
      expect(general.messages).toHaveLength(3);
    },
  );
});

describe('follow-ups', () => {
  scene('a reply leans on the answer, and so does the next, also after a restart', async (play) => {
    const { sandbox, ana, ben, general } = play;
    const first = await sandbox.as(ana).type(general, `${sandbox.bot.mention} ${QUESTION}`);
    const second = await sandbox.as(ana).reply(first, 'and how many came the other way?');
    expect(second.content).toMatch(/57/);
    expect(second.repliesTo).not.toBeNull();
    await play.restart();
    const third = await sandbox.as(ben).reply(second, 'and on 31 October 2025?');
    expect(third.content).toMatch(/accepted from France/i);
    expect(third.content).not.toMatch(/57/);
    const fourth = await sandbox.as(ana).reply(third, 'and returned?');
    expect(fourth.content).toMatch(/75/);
  });

  scene('in direct messages too', async ({ sandbox, ana }) => {
    const first = await sandbox.as(ana).dm(QUESTION);
    expect((await sandbox.as(ana).reply(first, 'and the other way?')).content).toMatch(/57/);
  });

  scene('a reply that does not ping is left alone', async ({ sandbox, ana, general }) => {
    const first = await sandbox.as(ana).type(general, `${sandbox.bot.mention} ${QUESTION}`);
    sandbox.as(ana).sayInReply(first, 'and the other way?', { ping: false });
    await sandbox.settled();
    expect(general.messages).toHaveLength(3);
  });

  scene('an answer to a command is no ordinary message: it offers to ask more instead', async (play) => {
    const { sandbox, ana, general } = play;
    const { message } = await sandbox.as(ana).slash(general, 'ask', { question: QUESTION });
    sandbox.as(ana).sayInReply(message, 'and the other way?');
    await sandbox.settled();
    expect(general.messages).toHaveLength(2);
    const mentioned = await sandbox.as(ana).reply(message, `${sandbox.bot.mention} and the other way?`);
    expect(mentioned.content).toMatch(/57/);
  });

  scene(
    'after a day it says that it no longer knows what the reply leans on',
    async ({ sandbox, ana, general }) => {
      const first = await sandbox.as(ana).type(general, `${sandbox.bot.mention} ${QUESTION}`);
      sandbox.advance(25 * HOUR);
      const late = await sandbox.as(ana).reply(first, 'and how many came the other way?');
      expect(late.content).toMatch(/24 hours/);
      const whole = await sandbox.as(ana).reply(first, 'whats the net inflow?');
      expect(whole.content).toMatch(/Net inflow: 30\b/);
    },
  );

  scene(
    'an answer kept in a form of long ago counts as forgotten',
    async ({ sandbox, state, ana, general }) => {
      const first = await sandbox.as(ana).type(general, `${sandbox.bot.mention} ${QUESTION}`);
      await sandbox.settled();
      const place = { askerId: ana.id, channelId: general.id, guildId: null, language: 'en' } as const;
      await state().answers.save({ ...place, query: { of: 'another form' }, messageId: first.id });
      const reply = await sandbox.as(ana).reply(first, 'and how many came the other way?');
      expect(reply.content).toMatch(/ask the whole question again/);
    },
  );
});

describe('the moderators’ switch', () => {
  scene('off for a channel: silent there, also after a restart; commands still work', async (play) => {
    const { sandbox, ana, moderator, general, guild } = play;
    const other = guild.channel('other');
    await sandbox.as(moderator).slash(general, 'settings plain-questions', { state: 'off' });
    await play.restart();
    sandbox.as(ana).say(general, `${sandbox.bot.mention} ${QUESTION}`);
    await sandbox.settled();
    expect(general.messages).toHaveLength(1);
    expect((await sandbox.as(ana).type(other, `${sandbox.bot.mention} ${QUESTION}`)).content).toMatch(/94/);
    const { message } = await sandbox.as(ana).slash(general, 'ask', { question: QUESTION });
    expect(message.content).toMatch(/94/);
    await sandbox.as(moderator).slash(general, 'settings plain-questions', { state: 'on' });
    expect((await sandbox.as(ana).type(general, `${sandbox.bot.mention} ${QUESTION}`)).content).toMatch(/94/);
  });

  scene('off for the server: silent everywhere there, not in direct messages', async (play) => {
    const { sandbox, ana, moderator, general, guild } = play;
    const other = guild.channel('other');
    await sandbox.as(moderator).slash(general, 'settings plain-questions', { state: 'off', where: 'server' });
    for (const channel of [general, other])
      sandbox.as(ana).say(channel, `${sandbox.bot.mention} ${QUESTION}`);
    await sandbox.settled();
    expect([...general.messages, ...other.messages]).toHaveLength(2);
    expect((await sandbox.as(ana).dm(QUESTION)).content).toMatch(/94/);
  });
});

describe('where the bot may not', () => {
  scene('send messages: nothing is sent, and the log says why', async (play) => {
    const { sandbox, ana, general, log } = play;
    general.overwrite(sandbox.bot, { deny: ['SendMessages'] });
    sandbox.as(ana).say(general, `${sandbox.bot.mention} ${QUESTION}`);
    await sandbox.settled();
    expect(general.messages).toHaveLength(1);
    expect(log.filter(({ msg }) => msg === 'may not write in this channel')).toHaveLength(1);
    expect(log.filter(({ level }) => level === 'error')).toEqual([]);
    expect(sandbox.traffic.filter(({ path }) => path.endsWith('/messages'))).toEqual([]);
  });

  scene('read the history: it answers without replying', async ({ sandbox, ana, general }) => {
    general.overwrite(sandbox.bot, { deny: ['ReadMessageHistory'] });
    const answer = await sandbox.as(ana).type(general, `${sandbox.bot.mention} ${QUESTION}`);
    expect(answer.repliesTo).toBeNull();
    expect(answer.content).toMatch(/94/);
  });

  scene('embed links: the first line says it all the same', async ({ sandbox, ana, general }) => {
    general.overwrite(sandbox.bot, { deny: ['EmbedLinks'] });
    const answer = await sandbox.as(ana).type(general, `${sandbox.bot.mention} ${QUESTION}`);
    expect(answer.content).toMatch(/94/);
    expect(answer.embeds).toEqual([]);
    expect((await sandbox.as(ana).click(answer, 'Sources')).message.text).toMatch(/paragraph/);
  });
});

scene('nothing that was typed pings or formats', async ({ sandbox, ana, moderator, general }) => {
  const typed = `${sandbox.bot.mention} what did ${moderator.mention} say of **gnomes** @everyone ||x|| [a](https://b.example)?`;
  const answer = await sandbox.as(ana).type(general, typed);
  expect(answer.pings).toEqual([]);
  expect(answer.pingsMany).toBe(false);
  expect(answer.text).not.toMatch(/@everyone|\]\(https:\/\/b\.example|\|\|x|gnomes\*\*/);
});

scene(
  'too many at once: told how long to wait',
  async ({ sandbox, ana, general }) => {
    const ask = sandbox.as(ana);
    await ask.type(general, `${sandbox.bot.mention} ${QUESTION}`);
    const told = await ask.type(general, `${sandbox.bot.mention} ${QUESTION}`);
    expect(told.content).toMatch(/in 10 seconds/);
  },
  { cooldowns: { user: { size: 1, perSecond: 0.1 }, channel: { size: 9, perSecond: 1 } } },
);
