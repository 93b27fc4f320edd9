/** Files that come with messages, and the log of requests. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ComponentType, MessageFlags } from 'discord.js';
import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.js';
import { startTestBot } from './bot.js';
import { call } from './call.js';
import { sandboxTest } from './with-sandbox.js';

sandboxTest(
  'a file is stored, shown where the embed wants it, and can be fetched',
  async ({ sandbox, general, ada, bot }) => {
    const client = await bot();
    const user = await client.users.fetch(ada.id);
    const sent = await user.send({
      files: [{ attachment: Buffer.from('picture'), name: 'chart.png', description: 'A chart' }],
      embeds: [{ title: 'Chart', image: { url: 'attachment://chart.png' } }],
    });
    const file = sent.attachments.first();
    expect(file).toMatchObject({ name: 'chart.png', size: 7, description: 'A chart' });
    expect(sent.embeds[0]?.image?.url).toBe(file?.url);
    expect(await (await fetch(file?.url ?? '')).text()).toBe('picture');
    const shown = await user.send({
      flags: MessageFlags.IsComponentsV2,
      files: [{ attachment: Buffer.from('text'), name: 'notes.txt' }],
      components: [{ type: ComponentType.File, file: { url: 'attachment://notes.txt' } }],
    });
    expect(shown.components[0]?.toJSON()).toMatchObject({ file: { url: shown.attachments.first()?.url } });
    const edited = await sent.edit({ attachments: [], embeds: [], content: 'gone' });
    expect(edited.attachments.size).toBe(0);
    expect(sandbox.problems).toEqual([]);
    expect(general.messages).toEqual([]);
  },
);

test('the log has every request as a line of JSON', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  const trafficLog = join(folder, 'below', 'traffic.jsonl');
  const sandbox = await startSandbox({ trafficLog });
  const general = sandbox.guild().channel();
  await call(sandbox, 'POST', `/channels/${general.id}/messages`, { content: 'x' });
  await call(sandbox, 'GET', `/channels/${general.id}/messages?limit=1`);
  const client = await startTestBot(sandbox);
  const channel = client.channels.cache.get(general.id);
  if (channel?.isSendable()) await channel.send({ files: [{ attachment: Buffer.from('x'), name: 'x.txt' }] });
  await client.destroy();
  await sandbox.close();
  const lines = readFileSync(trafficLog, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  rmSync(folder, { recursive: true });
  const path = `/channels/${general.id}/messages`;
  expect(lines.slice(0, 3)).toEqual([
    { method: 'POST', path, body: { content: 'x' } },
    { method: 'GET', path },
    { method: 'GET', path: '/gateway/bot' },
  ]);
  expect(lines[3]).toMatchObject({ method: 'POST', path, body: { attachments: [{ id: '0' }] }, files: 1 });
});
