/** Everything that a bot can post, shown by the page; and what must never work: markup, scripts, outside pictures. */
import { join } from 'node:path';
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type Client,
  ContainerBuilder,
  MessageFlags,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
} from 'discord.js';
import type { Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { type ArrangedChannel, startSandbox } from '../../src/sandbox/index.js';
import { startTestBot } from '../sandbox/bot.js';
import { browserTest, screenshots, visiting } from './browser.js';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

shown('markup is shown as it was typed, and no script runs', async ({ page, channel, bot }) => {
  const evil = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
  const embeds = [
    { title: evil, description: evil, fields: [{ name: evil, value: evil }], footer: { text: evil } },
  ];
  await post(bot, channel, { content: `${evil} [click](javascript:alert(1))`, embeds });
  const message = page.getByRole('article', { name: /^Tally/ });
  await message.getByText(evil).first().waitFor();
  expect(await message.getByText(evil).count()).toBeGreaterThanOrEqual(5);
  expect(await message.locator('img[src="x"], script').count()).toBe(0);
  expect(await message.getByRole('link').count()).toBe(0);
  expect(await page.title()).toBe('Tally in the sandbox');
});

shown('no picture is fetched from elsewhere, whatever names it', async ({ page, channel, bot }) => {
  const url = 'https://pictures.example/1.png';
  const emoji = '<:blob:123456789012345678>';
  const embeds = [
    { title: emoji, image: { url }, thumbnail: { url }, author: { name: emoji, icon_url: url, url } },
    { description: `![](${url}) ${emoji}`, fields: [{ name: `x ${emoji} 123456789012345678`, value: url }] },
  ];
  await post(bot, channel, { content: emoji, embeds });
  await page.getByRole('link', { name: `Picture: ${url}` }).waitFor();
  expect(await page.getByText(':blob:').count()).toBeGreaterThanOrEqual(4);
});

shown('emphasis, lists, code, quotes, mentions and moments', async ({ page, channel, bot, ada }) => {
  const content = [
    '# Heading',
    '**bold _and italic_** `code **plain**` ~~gone~~ ||hidden|| snake_case_name 2 * 3 * 4',
    '- one\n- two',
    '> quoted',
    `<@${ada}> <#${channel.id}> <t:1700000000:D> [a link](https://example.org/x) \\*not\\*`,
    '```js\nlet x = 1;\n```',
    '-# small',
  ].join('\n');
  await post(bot, channel, { content });
  const message = page.getByRole('article', { name: /^Tally/ });
  await message.getByRole('heading', { name: 'Heading' }).waitFor();
  expect(await message.locator('strong').textContent()).toBe('bold and italic');
  expect(await message.locator('strong em').textContent()).toBe('and italic');
  expect(await message.locator('code').first().textContent()).toBe('code **plain**');
  expect(await message.getByRole('listitem').count()).toBe(2);
  expect(await message.locator('blockquote').textContent()).toBe('quoted');
  expect(await message.locator('pre').textContent()).toBe('let x = 1;\n');
  expect(await message.getByRole('link', { name: 'a link' }).getAttribute('href')).toBe(
    'https://example.org/x',
  );
  expect(await message.locator('time.moment').getAttribute('datetime')).toBe('2023-11-14T22:13:20.000Z');
  const text = (await message.textContent()) ?? '';
  expect(text).toContain('snake_case_name 2 * 3 * 4');
  expect(text).toContain('*not*');
  await message.getByText('Ada').waitFor();
  await message.getByText('general').waitFor();
});

shown('pictures have their alternative text, in the embed and beside it', async ({ page, channel, bot }) => {
  const files = [
    { attachment: PIXEL, name: 'chart.png', description: 'A chart of two points' },
    { attachment: PIXEL, name: 'other.png' },
  ];
  await post(bot, channel, {
    embeds: [{ title: 'With a chart', image: { url: 'attachment://chart.png' } }],
    files,
  });
  const chart = page.getByRole('img', { name: 'A chart of two points' });
  await chart.waitFor();
  expect(await chart.count()).toBe(1);
  expect(await chart.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth)).toBe(
    1,
  );
  await page.getByRole('img', { name: 'other.png' }).waitFor();
});

shown(
  'menus, disabled and link buttons, and the parts of newer messages',
  async ({ page, channel, bot, pressed }) => {
    const button = (id: string) =>
      new ButtonBuilder().setCustomId(id).setLabel(id).setStyle(ButtonStyle.Danger);
    const link = new ButtonBuilder()
      .setURL('https://example.org/')
      .setLabel('Read')
      .setStyle(ButtonStyle.Link);
    const menu = new StringSelectMenuBuilder()
      .setCustomId('menu')
      .setPlaceholder('Pick one')
      .addOptions({ label: 'First', value: '1' }, { label: 'Second', value: '2' });
    const components = [
      new ActionRowBuilder<ButtonBuilder>().addComponents(
        button('go'),
        button('stop').setDisabled(true),
        link,
      ),
      new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu),
    ];
    await post(bot, channel, { content: 'Choose', components });
    await page.getByRole('button', { name: 'go', exact: true }).click();
    expect(await page.getByRole('button', { name: 'stop' }).isDisabled()).toBe(true);
    expect(await page.getByRole('link', { name: 'Read' }).getAttribute('href')).toBe('https://example.org/');
    await page.getByRole('combobox', { name: 'Pick one' }).selectOption('Second');
    await page.getByText('picked 2', { exact: true }).waitFor();
    expect(pressed).toEqual(['go', 'menu']);
    const container = new ContainerBuilder()
      .setAccentColor(0xff8800)
      .addTextDisplayComponents(new TextDisplayBuilder().setContent('## In a container'));
    await post(bot, channel, { components: [container], flags: MessageFlags.IsComponentsV2 });
    await page.getByRole('heading', { name: 'In a container' }).waitFor();
    await page.screenshot({ path: join(screenshots, 'components.png') });
  },
);

shown('a bot that thinks, then answers; one that does not answer at all', async ({ page, channel, bot }) => {
  const buttons = new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder().setCustomId('slow').setLabel('slow').setStyle(ButtonStyle.Secondary),
    new ButtonBuilder().setCustomId('never').setLabel('never').setStyle(ButtonStyle.Secondary),
  );
  await post(bot, channel, { content: 'Choose', components: [buttons] });
  await page.getByRole('button', { name: 'slow' }).click();
  await page.getByText('Tally is thinking…').waitFor();
  await page.getByText('thought of it', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'never' }).click();
  await page.getByText('The application did not respond').first().waitFor();
});

type Played = {
  page: Page;
  channel: ArrangedChannel;
  bot: Client<true>;
  ada: string;
  /** Custom ids of what has been clicked. */
  pressed: string[];
};

/** Plays with a bot of the test's own, which answers components. */
function shown(name: string, play: (played: Played) => Promise<void>): void {
  browserTest(name, async () => {
    const sandbox = await startSandbox();
    const guild = sandbox.guild();
    const channel = guild.channel('general');
    const ada = guild.member({ name: 'Ada' });
    const pressed: string[] = [];
    const bot = await startTestBot(sandbox, (client) => answerComponents(client, pressed));
    const files = join(inject('compiled'), 'page');
    try {
      const address = sandbox.showPage({ files, guild, people: [{ person: ada, role: 'member' }] });
      await visiting(address, (page) => play({ page, channel, bot, ada: ada.id, pressed }));
    } finally {
      await bot.destroy();
      await sandbox.close();
    }
  });
}

function answerComponents(client: Client<true>, pressed: string[]): void {
  client.on('interactionCreate', async (interaction) => {
    if (!interaction.isMessageComponent() || interaction.customId === 'never') return;
    pressed.push(interaction.customId);
    if (interaction.customId === 'slow') {
      await interaction.deferReply();
      setTimeout(() => void interaction.editReply('thought of it'), 500);
    } else if (interaction.isStringSelectMenu())
      await interaction.reply(`picked ${interaction.values.join()}`);
    else await interaction.deferUpdate();
  });
}

async function post(bot: Client<true>, { id }: ArrangedChannel, message: object): Promise<void> {
  const channel = bot.channels.cache.get(id);
  if (!channel?.isSendable()) throw new Error('The bot cannot write there.');
  await channel.send(message);
}
