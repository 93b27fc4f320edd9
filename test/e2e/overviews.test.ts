/** `/compare`, `/timeline` and `/explain`, as people use them. */
import { describe, expect } from 'vitest';
import { pictureIn, scene } from './stage.js';

describe('/compare', () => {
  scene('both values at one date, with their working and a chart', async ({ sandbox, ana, general }) => {
    const ask = sandbox.as(ana);
    const { choices } = await ask.autocomplete(general, 'compare', 'second', 'accepted');
    const second = choices.find(({ name }) => /accepted from France/.test(name))?.value ?? '';
    const { message } = await ask.slash(general, 'compare', { first: 'returned-to-france', second });
    expect(message.content).toMatch(
      /returned to France: 1,087 \[1\].*accepted from France: 1,117.*30 June 2026/,
    );
    expect(message.text).toMatch(/Difference, computed here: 1,117 − 1,087 = 30\. \[1\]/);
    expect(message.text).toMatch(/1,117 ÷ 1,087 = 1\.03, that is 2\.8 % more/);
    expect(message.text).toMatch(/1,087 ÷ 1,117 = 97\.31 %/);
    const { description } = await pictureIn(message);
    expect(description).toMatch(/People returned to France.*People accepted from France/);
    expect((await ask.click(message, 'Sources')).message.text).toMatch(/gov\.uk/);
  });

  scene('a date in words; what differs is shown', async ({ sandbox, ana, general }) => {
    const { message } = await sandbox.as(ana).slash(general, 'compare', {
      first: 'sent back',
      second: 'accepted from france',
      as_of: 'halloween 2025',
    });
    expect(message.text).toMatch(/75 − 54 = 21/);
    expect(message.text).toMatch(/Sources differ: 54 .*51/);
    expect((await pictureIn(message)).description).not.toMatch(/2026/);
  });

  scene('what is not of one kind is told, not computed', async ({ sandbox, ana, general }) => {
    const ask = sandbox.as(ana);
    const units = await ask.slash(general, 'compare', {
      first: 'cost-per-return',
      second: 'returned-to-france',
    });
    expect(units.message.text).toMatch(/different units/);
    expect(units.message.text).not.toMatch(/÷|−/);
    expect(units.message.text).toMatch(/each is the nearest there is/);
    const periods = await ask.slash(general, 'compare', {
      first: 'returned-to-france',
      second: 'small-boat-arrivals',
    });
    expect(periods.message.text).toMatch(/different periods/);
    expect(periods.message.text).toMatch(/10\.93 times/);
    await pictureIn(periods.message);
    const same = await ask.slash(general, 'compare', { first: 'returned', second: 'returned-to-france' });
    expect(same.message.content).toMatch(/pick two different figures/);
    const narrowed = await ask.slash(general, 'compare', { first: 'women returned', second: 'arrivals' });
    expect(narrowed.message.content).toMatch(/no figure.*women/);
    const nothing = await ask.slash(general, 'compare', { first: 'penguins', second: 'arrivals' });
    expect(nothing.message.ephemeral).toBe(true);
    expect(nothing.message.content).toMatch(/penguins/);
  });

  scene('in French, in a direct message', async ({ sandbox, guild }) => {
    const zoe = sandbox.as(guild.member({ name: 'Zoé', locale: 'fr' }));
    const { message } = await zoe.slash(zoe.directChannel, 'compare', {
      first: 'returned-to-france',
      second: 'accepted-from-france',
    });
    expect(message.content.replaceAll('\u00a0', ' ')).toMatch(/Personnes renvoyées en France : 1 087/);
    expect(message.text).toMatch(/Différence, calculée ici/);
    expect((await pictureIn(message)).filename).toBe('graphique.png');
  });
});

describe('/timeline', () => {
  scene(
    'events in their order, each with its date and sources, on pages',
    async ({ sandbox, ana, ben, general }) => {
      const ask = sandbox.as(ana);
      const { message } = await ask.slash(general, 'timeline');
      expect(message.content).toMatch(/^\*\*Timeline: \d+ events, 2018 to 30 September 2026/);
      expect(message.text).toMatch(/Page 1 of \d+/);
      const lines = message.text.split('\n').filter((line) => line.startsWith('- '));
      expect(lines.length).toBeGreaterThan(5);
      expect(lines.filter((line) => !/\[\d+\]$/.test(line))).toEqual([]);
      const marks = [...lines.join().matchAll(/\[(\d+)\]/g)].map((mark) => mark[0]);
      const sources = message.text
        .split('\n')
        .filter((line) => /^\[\d+\]/.test(line))
        .join();
      expect(marks.filter((mark) => !sources.includes(mark))).toEqual([]);
      const next = await ask.click(message, 'Next page');
      expect(next.message.id).toBe(message.id);
      expect(message.text).toMatch(/Page 2 of/);
      const other = await sandbox.as(ben).click(message, 'Next page');
      expect(other.message.ephemeral).toBe(true);
      expect(other.message.text).toMatch(/Page 3 of/);
      expect(message.text).toMatch(/Page 2 of/);
      await sandbox.as(ben).click(other.message, 'Page before');
      expect(other.message.text).toMatch(/Page 2 of/);
      expect(other.message.button('Delete')).toBeUndefined();
      await ask.click(message, 'Page before');
      expect(message.text).toMatch(/Page 1 of/);
    },
  );

  scene('a stretch of time and a topic, picked or in words', async ({ sandbox, ana, general }) => {
    const ask = sandbox.as(ana);
    const from = await ask.autocomplete(general, 'timeline', 'from', 'oct');
    const october = from.choices.find(({ name }) => name === 'October 2025')?.value ?? '';
    const topics = await ask.autocomplete(general, 'timeline', 'topic', 'court');
    const topic = topics.choices.find(({ name }) => name === 'Court cases')?.value ?? '';
    const { message } = await ask.slash(general, 'timeline', { from: october, to: 'november 2025', topic });
    expect(message.content).toMatch(/Timeline, court cases: 2 events, 22 October 2025/);
    expect(message.button('Next page')).toBeUndefined();
    const worded = await ask.slash(general, 'timeline', { from: 'the first flight', to: '31/10/2025' });
    expect(worded.message.content).toMatch(/September 2025 to 31 October 2025/);
  });

  scene(
    'where there is nothing, or no such date or topic, that is told',
    async ({ sandbox, ana, general }) => {
      const ask = sandbox.as(ana);
      const later = await ask.slash(general, 'timeline', { from: '2027' });
      expect(later.message.text).toMatch(/no dated event from 1 January 2027[\s\S]*run from 2018/);
      const backwards = await ask.slash(general, 'timeline', { from: 'november 2025', to: 'july 2025' });
      expect(backwards.message.content).toMatch(/swap the two dates/);
      const date = await ask.slash(general, 'timeline', { from: 'xyzzy' });
      expect(date.message.content).toMatch(/xyzzy.*Months with an event: September 2026/);
      expect(date.message.ephemeral).toBe(true);
      const topic = await ask.slash(general, 'timeline', { topic: 'penguins' });
      expect(topic.message.content).toMatch(/no topic called “penguins”/);
    },
  );

  scene('buttons work after a restart, and in French', async ({ sandbox, guild, general, restart }) => {
    const zoe = sandbox.as(guild.member({ name: 'Zoé', locale: 'fr' }));
    const { message } = await zoe.slash(general, 'timeline', { topic: 'returns' });
    expect(message.content).toMatch(/Chronologie, les renvois en France : \d+ événements/);
    await restart();
    await zoe.click(message, 'Page suivante');
    expect(message.text).toMatch(/Page 2 sur/);
  });
});

describe('/explain', () => {
  scene('the exchange: each sentence cited, both sides, what is open', async ({ sandbox, ana, general }) => {
    const ask = sandbox.as(ana);
    const { choices } = await ask.autocomplete(general, 'explain', 'topic', 'legal');
    expect(choices).toContainEqual({ name: 'The legal route', value: 'legal-route' });
    const { message } = await ask.slash(general, 'explain', { topic: 'deterrence' });
    expect(message.content).toMatch(/^\**Deterrence: .*\[1\]/);
    expect(message.text).toMatch(/\*\*What is said of it\*\*[\s\S]*Government · .*[\s\S]*Critics · /);
    expect(message.text).toMatch(/Still open/);
    const lines = message.text.split('\n').filter((line) => line.startsWith('- '));
    expect(lines.filter((line) => !/\[\d+\]$/.test(line))).toEqual([]);
  });

  scene(
    'every topic, in both languages, within Discord’s limits',
    async ({ sandbox, ana, guild, general }) => {
      const zoe = sandbox.as(guild.member({ name: 'Zoé', locale: 'fr' }));
      for (const person of [sandbox.as(ana), zoe]) {
        const { choices } = await person.autocomplete(general, 'explain', 'topic', '');
        expect(choices.length).toBeGreaterThan(15);
        for (const { value } of choices) {
          const { message } = await person.slash(general, 'explain', { topic: value });
          expect(message.content, String(value)).toMatch(/\[\d+\]/);
          expect(message.embeds[0]?.description?.length ?? 0).toBeLessThanOrEqual(4_096);
        }
      }
    },
  );

  scene('the treaty has its dates; the rest is on the next page', async ({ sandbox, ana, general }) => {
    const ask = sandbox.as(ana);
    const { message } = await ask.slash(general, 'explain', { topic: 'the treaty' });
    expect(message.content).toMatch(/signed on 29 and 30 July 2025 and took effect on 6 August 2025/);
    expect(message.text).toMatch(/\*\*Dates\*\*\n- 10 July 2025: /);
    await ask.click(message, 'Next page');
    expect(message.text).toMatch(/More on this/);
  });

  scene('by somebody who installed the bot, where it is not', async ({ sandbox, ana }) => {
    ana.installBot();
    const elsewhere = sandbox.guild({ name: 'Elsewhere', bot: false });
    const there = elsewhere.channel('talk');
    const visitor = sandbox.as(elsewhere.member(ana));
    const { message } = await visitor.slash(there, 'explain', { topic: 'after-return' });
    expect(message.content).toMatch(/accommodation centres/);
    const { message: timeline } = await visitor.slash(there, 'timeline', { from: 'october 2025' });
    await visitor.click(timeline, 'Next page');
    expect(timeline.text).toMatch(/Page 2 of/);
    const compared = await visitor.slash(there, 'compare', {
      first: 'returned-to-france',
      second: 'net-inflow',
    });
    await pictureIn(compared.message);
  });
});
