import type { ChatInputCommandInteraction } from 'discord.js';
import { describe, expect } from 'vitest';
import { commands } from '../../commands/index.js';
import type { Command, CommandContext } from '../../src/discord/command.js';
import { respond } from '../../src/discord/reply.js';
import { type Scene, scene } from './stage.js';

const QUESTION = 'whats the net inflow?';

const broken: Command = {
  data: {
    name: 'broken',
    description: 'Fails',
    options: [{ type: 3, name: 'word', description: 'Any', autocomplete: true }],
  },
  run: () => Promise.reject(new Error('the secret inside', { cause: new Error('the cause') })),
  autocomplete() {
    throw new Error('no choices today');
  },
};

const breaksHalfway: Command = {
  data: { name: 'halfway', description: 'Answers, then fails' },
  async run(interaction, context) {
    await respond(interaction, { content: 'so far so good' }, context);
    throw new Error('the secret inside');
  },
};

const slow: Command = {
  data: { name: 'slow', description: 'Defers, then answers' },
  async run(interaction, context) {
    await interaction.deferReply();
    await respond(interaction, { content: 'at last' }, context);
  },
};

const faulty = { commands: [...commands, broken, breaksHalfway, slow] };

function errors({ log }: Scene) {
  return log.filter(({ level }) => level === 'error');
}

describe('a fault of ours', () => {
  scene(
    'is one kind sentence with a reference; the log has the cause under it',
    async (play) => {
      const { sandbox, ana, general } = play;
      const { message } = await sandbox.as(ana).slash(general, 'broken');
      expect(message.ephemeral).toBe(true);
      expect(message.text).not.toMatch(/secret/);
      const [fault] = errors(play);
      expect(message.content).toMatch(/^Sorry, something went wrong on my side\./);
      expect(message.content.endsWith(`: ${fault?.reference}`)).toBe(true);
      expect(fault).toMatchObject({ err: { message: 'the secret inside', cause: { message: 'the cause' } } });
      await sandbox.settled();
      expect(play.bot().counts()['/broken']).toMatchObject({ failed: 1, succeeded: 0 });
      expect((await sandbox.as(ana).slash(general, 'ask', { question: QUESTION })).message.content).toMatch(
        /Net inflow: 30\b/,
      );
    },
    faulty,
  );

  scene(
    'after an answer comes as a second message',
    async ({ sandbox, ana, general }) => {
      const { message } = await sandbox.as(ana).slash(general, 'halfway');
      await sandbox.settled();
      const [answer, fault] = sandbox.as(ana).sees(general);
      expect([message.content, answer?.content]).toEqual(['so far so good', 'so far so good']);
      expect(fault?.content).toMatch(/something went wrong/);
      expect(fault?.ephemeral).toBe(true);
    },
    faulty,
  );

  scene(
    'while somebody types leaves the list empty',
    async (play) => {
      const { choices } = await play.sandbox.as(play.ana).autocomplete(play.general, 'broken', 'word', 'x');
      expect(choices).toEqual([]);
      expect(errors(play)).toHaveLength(1);
    },
    faulty,
  );
});

scene(
  'what is slow is put off and then shown',
  async ({ sandbox, ana, general }) => {
    expect((await sandbox.as(ana).slash(general, 'slow')).message.content).toBe('at last');
  },
  faulty,
);

scene(
  'a button of a bygone version gets a sentence',
  async ({ sandbox, ana, general }) => {
    const { message } = await sandbox.as(ana).slash(general, 'old');
    const shown = await sandbox.as(ana).click(message, 'Old');
    expect(shown.message.content).toMatch(/no longer know/);
    expect(shown.message.ephemeral).toBe(true);
  },
  {
    commands: [
      {
        data: { name: 'old', description: 'Shows an old button' },
        async run(interaction: ChatInputCommandInteraction, context: CommandContext) {
          const button = { type: 2, style: 2, custom_id: 'bygone:abc', label: 'Old' } as const;
          await respond(
            interaction,
            { content: 'Here', components: [{ type: 1, components: [button] }] },
            context,
          );
        },
      },
    ],
  },
);

describe('acknowledgements', () => {
  scene('that come too late are let be', async (play) => {
    const { sandbox, ana, general } = play;
    sandbox.faults.lateInteractions();
    const shown = await sandbox.as(ana).slash(general, 'ask', { question: QUESTION });
    expect(shown.error).toMatch(/did not respond/);
    await sandbox.settled();
    expect(errors(play)).toEqual([]);
    expect(play.log).toContainEqual(expect.objectContaining({ level: 'info', code: 10062 }));
    expect((await sandbox.as(ana).slash(general, 'ask', { question: QUESTION })).message.content).toMatch(
      /Net inflow: 30\b/,
    );
  });

  scene('that come twice, because word of the first was lost, lose nothing', async (play) => {
    const { sandbox, ana, general } = play;
    sandbox.faults.serverError({ when: 'after', path: '/callback' });
    const { message } = await sandbox.as(ana).slash(general, 'ask', { question: QUESTION });
    await sandbox.settled(1_500);
    expect(errors(play)).toEqual([]);
    expect(sandbox.as(ana).sees(general)).toHaveLength(1);
    expect((await sandbox.as(ana).click(message, 'Sources')).message.text).toMatch(/\*\*\[1\]\*\*/);
    expect(sandbox.traffic.some(({ status, path }) => status === 400 && path.endsWith('/callback'))).toBe(
      true,
    );
  });
});

describe('Discord in trouble', () => {
  scene('429: waits and answers', async (play) => {
    const { sandbox, ana, general } = play;
    sandbox.faults.rateLimit({ path: '/messages', times: 2 });
    const answer = await sandbox.as(ana).type(general, `${sandbox.bot.mention} ${QUESTION}`);
    expect(answer.content).toMatch(/Net inflow: 30\b/);
    sandbox.faults.rateLimit({ path: '/callback' });
    const { message } = await sandbox.as(ana).slash(general, 'ask', { question: QUESTION });
    expect(message.content).toMatch(/Net inflow: 30\b/);
    expect(sandbox.traffic.filter(({ status }) => status === 429)).toHaveLength(3);
    expect(errors(play)).toEqual([]);
  });

  scene('a 500 after the message was stored: it is not sent twice', async ({ sandbox, ana, general }) => {
    sandbox.faults.serverError({ when: 'after', path: '/messages' });
    const answer = await sandbox.as(ana).type(general, `${sandbox.bot.mention} ${QUESTION}`);
    await sandbox.settled(1_500);
    expect(general.messages).toHaveLength(2);
    expect((await sandbox.as(ana).reply(answer, 'and accepted?')).text).toMatch(/accepted/i);
  });

  scene('500 for good: logged with a reference, and the next question is answered', async (play) => {
    const { sandbox, ana, general } = play;
    sandbox.faults.serverError({ path: '/messages', times: 8 });
    sandbox.as(ana).say(general, `${sandbox.bot.mention} ${QUESTION}`);
    await sandbox.settled(2_500);
    expect(errors(play).length).toBeGreaterThan(0);
    const answer = await sandbox.as(ana).type(general, `${sandbox.bot.mention} ${QUESTION}`);
    expect(answer.content).toMatch(/Net inflow: 30\b/);
  });

  scene('the gateway is cut: the session resumes and nothing is missed', async (play) => {
    const { sandbox, ana, general } = play;
    sandbox.gateway.cut();
    const answer = await sandbox.as(ana).type(general, `${sandbox.bot.mention} ${QUESTION}`);
    expect(answer.content).toMatch(/Net inflow: 30\b/);
    expect(sandbox.transcript).toMatch(/gateway resumed/);
    expect(play.bot().health().state).toBe('ready');
    expect(general.messages).toHaveLength(2);
  });

  scene('the session is lost: the bot starts another', async (play) => {
    const { sandbox, ana, general } = play;
    sandbox.gateway.invalidate();
    await sandbox.settled(1_500);
    await sandbox.ready();
    const { message } = await sandbox.as(ana).slash(general, 'ask', { question: QUESTION });
    expect(message.content).toMatch(/Net inflow: 30\b/);
  });

  scene('an event comes twice: one answer', async ({ sandbox, ana, general, log }) => {
    sandbox.gateway.duplicateNext('MESSAGE_CREATE');
    await sandbox.as(ana).type(general, `${sandbox.bot.mention} ${QUESTION}`);
    sandbox.gateway.duplicateNext('INTERACTION_CREATE');
    await sandbox.as(ana).slash(general, 'ask', { question: QUESTION });
    await sandbox.settled();
    expect(general.messages).toHaveLength(3);
    expect(log.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
