import { describe, expect } from 'vitest';
import { scene } from './stage.js';

describe('commands', () => {
  scene(
    'a question is answered with the figure first, its date and its sources',
    async ({ sandbox, ana, general }) => {
      const { message } = await sandbox.as(ana).slash(general, 'ask', {
        question: 'how many people had been sent back to France by 10 November 2025?',
      });
      expect(message.content).toMatch(/94, as of about 10 November 2025.*\[1\]/);
      expect(message.embeds[0]?.description).toMatch(/\[1\].*\(.*paragraph/);
      expect(message.buttons.map(({ label }) => label)).toEqual([
        'Sources',
        'Earlier values',
        'Ask more',
        'Wrong or missing?',
        'Delete',
      ]);
      expect(message.ephemeral).toBe(false);
      expect(sandbox.as(ana).sees(general)).toHaveLength(1);
    },
  );

  scene('a private answer is seen by nobody else', async ({ sandbox, ana, ben, general }) => {
    const { message } = await sandbox
      .as(ana)
      .slash(general, 'ask', { question: 'net inflow?', private: true });
    expect(message.ephemeral).toBe(true);
    expect(message.button('Delete')).toBeUndefined();
    expect(sandbox.as(ben).sees(general)).toEqual([]);
  });

  scene('a figure, picked from what is offered while typing', async ({ sandbox, ana, general }) => {
    const ask = sandbox.as(ana);
    const { choices } = await ask.autocomplete(general, 'figure', 'metric', 'ret');
    expect(choices.length).toBeGreaterThan(0);
    expect(choices.length).toBeLessThanOrEqual(25);
    const metric = choices.find(({ name }) => /returned to France/i.test(name))?.value ?? '';
    const dates = await ask.autocomplete(general, 'figure', 'as_of', '', { metric });
    expect(dates.choices.length).toBeGreaterThan(1);
    const asOf = dates.choices.find(({ name }) => name === '31 October 2025')?.value ?? '';
    const { message } = await ask.slash(general, 'figure', { metric, as_of: asOf });
    expect(message.content).toMatch(/75.*31 October 2025/);
  });

  scene('what was typed and not picked works too', async ({ sandbox, ana, general }) => {
    const { message } = await sandbox
      .as(ana)
      .slash(general, 'figure', { metric: 'returned to france', as_of: 'halloween 2025' });
    expect(message.content).toMatch(/75/);
  });

  scene(
    'a name that means nothing gets a sentence, for the person alone',
    async ({ sandbox, ana, general }) => {
      const { message } = await sandbox
        .as(ana)
        .slash(general, 'figure', { metric: '**penguins** @everyone' });
      expect(message.ephemeral).toBe(true);
      expect(message.content).toMatch(/penguins/);
      expect(message.content).not.toMatch(/\*|@everyone/);
      expect(message.pingsMany).toBe(false);
    },
  );

  scene('quotations, sources and help', async ({ sandbox, ana, general, bot }) => {
    const ask = sandbox.as(ana);
    const quote = await ask.slash(general, 'quote', { speaker: 'Chris Philp' });
    expect(quote.message.text).toMatch(/“.+”/);
    const source = await ask.slash(general, 'source', { name: 'S-001' });
    expect(source.message.text).toMatch(/BritBrief/);
    const entry = await ask.slash(general, 'source', { name: 'F-001' });
    expect(entry.message.text).toMatch(/F-001/);
    const help = await ask.slash(general, 'help');
    expect(help.message.ephemeral).toBe(true);
    expect(help.message.text).toMatch(/30 days/);
    expect(bot().counts()).toMatchObject({ '/quote': { succeeded: 1 }, '/source': { succeeded: 2 } });
  });

  scene(
    'French people are answered in French, in the words of their client',
    async ({ sandbox, guild, general }) => {
      const zoe = guild.member({ name: 'Zoé', locale: 'fr' });
      const { message } = await sandbox.as(zoe).slash(general, 'figure', { metric: 'returned-to-france' });
      expect(message.content).toMatch(/Personnes renvoyées en France/);
      expect(message.buttons.map(({ label }) => label)).toContain('Supprimer');
      const { choices } = await sandbox.as(zoe).autocomplete(general, 'figure', 'metric', 'renv');
      expect(choices.map(({ name }) => name).join()).toMatch(/renvoyées/);
    },
  );

  scene('a French question is answered in French, whatever the client', async ({ sandbox, ana, general }) => {
    const question = 'combien de personnes renvoyées en France au 31 octobre 2025 ?';
    const { message } = await sandbox.as(ana).slash(general, 'ask', { question });
    expect(message.content).toMatch(/75/);
    expect(message.content).toMatch(/octobre/);
  });

  scene('commands work in direct messages', async ({ sandbox, ana }) => {
    const ask = sandbox.as(ana);
    const { message } = await ask.slash(ask.directChannel, 'ask', { question: 'net inflow?' });
    expect(message.content).toMatch(/Net inflow: 30\b/);
  });

  scene(
    'who asks too much is told how long to wait',
    async ({ sandbox, ana, ben, general, bot }) => {
      const ask = sandbox.as(ana);
      for (let count = 0; count < 2; count++) await ask.slash(general, 'ask', { question: 'net inflow?' });
      const { message } = await ask.slash(general, 'ask', { question: 'net inflow?' });
      expect(message.content).toMatch(/in \d+ seconds?\./);
      expect(message.ephemeral).toBe(true);
      const other = await sandbox.as(ben).slash(general, 'ask', { question: 'net inflow?' });
      expect(other.message.content).toMatch(/Net inflow: 30\b/);
      sandbox.advance(10_000);
      expect((await ask.slash(general, 'ask', { question: 'net inflow?' })).message.content).toMatch(
        /Net inflow: 30\b/,
      );
      await sandbox.settled();
      expect(bot().counts()['/ask']).toEqual({ succeeded: 4, mistaken: 0, cooledDown: 1, failed: 0 });
    },
    { cooldowns: { user: { size: 2, perSecond: 0.1 }, channel: { size: 100, perSecond: 1 } } },
  );

  scene('commands are registered once, and again only when they differ', async ({ sandbox, restart }) => {
    const puts = () =>
      sandbox.traffic.filter(({ method, path }) => method === 'PUT' && /commands$/.test(path)).length;
    expect(puts()).toBe(1);
    await restart();
    expect(puts()).toBe(1);
  });
});
