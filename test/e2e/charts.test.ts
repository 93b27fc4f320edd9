/** Pictures beside figures, as people get them. */
import { Resvg } from '@resvg/resvg-js';
import { describe, expect } from 'vitest';
import { ChartFailed, type Charts } from '../../src/charts/index.js';
import { pictureIn, scene } from './stage.js';

const PNG = [0x89, 0x50, 0x4e, 0x47];

describe('/figure with a chart', () => {
  scene('the picture comes with the answer and says what it shows', async ({ sandbox, ana, general }) => {
    const { message } = await sandbox.as(ana).slash(general, 'figure', { metric: 'returned-to-france' });
    const { bytes, filename, description } = await pictureIn(message);
    expect(message.content).toMatch(/1,087/);
    expect([...bytes.slice(0, 4)]).toEqual(PNG);
    expect(filename).toBe('chart.png');
    expect(description).toMatch(/People returned to France.*1,087 \(30 June 2026\)/);
    expect(message.embeds[0]?.image?.url).toBe('attachment://chart.png');
  });

  scene('none later than the date that was asked for', async ({ sandbox, ana, general }) => {
    const { message } = await sandbox
      .as(ana)
      .slash(general, 'figure', { metric: 'returned-to-france', as_of: '2025-10-31' });
    const { description } = await pictureIn(message);
    expect(description).toMatch(/to 75 \(31 October 2025\)/);
    expect(description).not.toMatch(/November|2026/);
  });

  scene('in French, in a direct message', async ({ sandbox, guild }) => {
    const zoe = sandbox.as(guild.member({ name: 'Zoé', locale: 'fr' }));
    const { message } = await zoe.slash(zoe.directChannel, 'figure', { metric: 'net-inflow' });
    const { filename, description } = await pictureIn(message);
    expect(filename).toBe('graphique.png');
    expect(description).toMatch(/Solde net.*30 \(30 juin 2026\)/);
  });

  scene('by somebody who installed the bot, where it is not', async ({ sandbox, ana }) => {
    ana.installBot();
    const elsewhere = sandbox.guild({ name: 'Elsewhere', bot: false });
    const there = elsewhere.channel('talk');
    const visitor = elsewhere.member(ana);
    const { message } = await sandbox.as(visitor).slash(there, 'figure', { metric: 'returned-to-france' });
    expect(message.content).toMatch(/1,087/);
    await pictureIn(message);
    expect((await sandbox.as(visitor).click(message, 'Sources')).message.text).toMatch(/gov\.uk/);
  });

  scene('too few dates, or words: no picture', async ({ sandbox, ana, general }) => {
    const few = await sandbox.as(ana).slash(general, 'figure', { metric: 'cost-per-return' });
    expect(few.message.files).toEqual([]);
    const unknown = await sandbox.as(ana).slash(general, 'figure', { metric: 'women sent back' });
    expect(unknown.message.files).toEqual([]);
  });

  scene('where files may not be attached there is none', async ({ sandbox, ana, general }) => {
    general.overwrite(sandbox.bot, { deny: ['AttachFiles'] });
    const { message } = await sandbox.as(ana).slash(general, 'figure', { metric: 'returned-to-france' });
    expect(message.content).toMatch(/1,087/);
    expect(message.files).toEqual([]);
  });
});

const broken: Charts = {
  draw: () => Promise.reject(new ChartFailed('No picture after 10 ms.')),
  warm: () => undefined,
  close: async () => undefined,
};

scene(
  'a chart that fails does not stop the answer, and is logged',
  async ({ sandbox, ana, general, log }) => {
    const { message } = await sandbox.as(ana).slash(general, 'figure', { metric: 'returned-to-france' });
    expect(message.content).toMatch(/1,087/);
    expect(message.files).toEqual([]);
    expect(log.filter(({ level, msg }) => level === 'error' && /chart/.test(msg ?? ''))).toHaveLength(1);
  },
  { charts: broken },
);

const picture = Buffer.from(
  new Resvg('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>').render().asPng(),
);
scene(
  'a picture that is there in time comes with the text: nothing is changed afterwards',
  async ({ sandbox, ana, general }) => {
    const { message } = await sandbox.as(ana).slash(general, 'figure', { metric: 'returned-to-france' });
    expect(message.files).toHaveLength(1);
    await sandbox.settled();
    expect(message.edited).toBe(false);
  },
  { charts: { ...broken, draw: async () => picture } },
);

let release = () => undefined as unknown;
const held = new Promise<void>((resolve) => {
  release = resolve;
});
const slow: Charts = { ...broken, draw: () => held.then(() => picture) };

scene(
  'a slow picture is added to the answer that is there already',
  async ({ sandbox, ana, general }) => {
    const { message } = await sandbox.as(ana).slash(general, 'figure', { metric: 'returned-to-france' });
    expect(message.content).toMatch(/1,087/);
    expect(message.files).toEqual([]);
    release();
    await sandbox.settled();
    expect(message.files).toHaveLength(1);
    expect(message.content).toMatch(/1,087/);
    expect(message.button('Sources')).toBeDefined();
  },
  { charts: slow },
);
