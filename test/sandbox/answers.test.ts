/** Answers in full: every route and every kind of content, whose shapes are held against Discord's description. */
import { expect } from 'vitest';
import { call } from './call.js';
import { type Stage, sandboxTest } from './with-sandbox.js';

const button = { type: 2, style: 1, label: 'B', custom_id: 'b' };
const RICH = {
  content: 'c',
  embeds: [
    {
      title: 't',
      description: 'd',
      url: 'https://example.org',
      color: 255,
      timestamp: '2026-02-01T12:00:00Z',
      footer: { text: 'f', icon_url: 'https://example.org/f.png' },
      author: { name: 'a', url: 'https://example.org' },
      image: { url: 'https://example.org/i.png' },
      thumbnail: { url: 'https://example.org/t.png' },
      fields: [{ name: 'n', value: 'v' }],
    },
  ],
  components: [
    {
      type: 1,
      components: [button, { type: 2, style: 5, emoji: { name: '🔗' }, url: 'https://example.org' }],
    },
    {
      type: 1,
      components: [{ type: 3, custom_id: 's', options: [{ label: 'L', value: 'v', emoji: { name: '😀' } }] }],
    },
    { type: 1, components: [{ type: 5, custom_id: 'u', placeholder: 'Who' }] },
  ],
  allowed_mentions: { parse: [], replied_user: false },
};
const V2 = {
  flags: 1 << 15,
  components: [
    {
      type: 17,
      components: [
        { type: 10, content: 'text' },
        { type: 9, components: [{ type: 10, content: 'beside' }], accessory: button },
        {
          type: 9,
          components: [{ type: 10, content: 'beside' }],
          accessory: { type: 11, media: { url: 'https://example.org/t.png' } },
        },
        { type: 14 },
        { type: 12, items: [{ media: { url: 'https://example.org/i.png' } }] },
        { type: 1, components: [{ ...button, custom_id: 'c' }] },
      ],
    },
  ],
};
const OPTIONS = [
  { type: 3, name: 'word', description: 'd', required: true, autocomplete: true, max_length: 9 },
  { type: 4, name: 'count', description: 'd', choices: [{ name: 'one', value: 1 }] },
  { type: 5, name: 'yes', description: 'd' },
  { type: 6, name: 'who', description: 'd' },
  { type: 7, name: 'where', description: 'd', channel_types: [0] },
  { type: 10, name: 'size', description: 'd', min_value: 0.5 },
];
const COMMANDS = [
  {
    name: 'plain',
    description: 'd',
    options: OPTIONS,
    name_localizations: { fr: 'simple' },
    contexts: [0, 1],
  },
  {
    name: 'nested',
    description: 'd',
    default_member_permissions: '32',
    options: [
      { type: 1, name: 'one', description: 'd', options: [OPTIONS[0]] },
      { type: 2, name: 'more', description: 'd', options: [{ type: 1, name: 'two', description: 'd' }] },
    ],
  },
  { name: 'Quote this', type: 3 },
];

const id = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'id' in body ? String(body.id) : '';

sandboxTest('messages', async (stage) => {
  const messages = `/channels/${stage.general.id}/messages`;
  const plain = await ok(stage, 'POST', messages, { content: 'first', nonce: 7 });
  const rich = await ok(stage, 'POST', messages, { ...RICH, message_reference: { message_id: id(plain) } });
  const v2 = await ok(stage, 'POST', messages, V2);
  await ok(stage, 'PUT', `${messages}/${id(rich)}/reactions/%F0%9F%91%8D/@me`);
  await ok(stage, 'PATCH', `${messages}/${id(v2)}`, { components: [{ type: 10, content: 'changed' }] });
  await ok(stage, 'GET', `${messages}/${id(rich)}`);
  expect(stage.general.messages[1]?.reactions).toEqual(['👍']);
  await ok(stage, 'DELETE', `${messages}/${id(plain)}`);
  const page = await ok(stage, 'GET', `${messages}?limit=2`);
  expect(page).toMatchObject([{ id: id(v2) }, { id: id(rich), referenced_message: null }]);
  expect(await ok(stage, 'GET', `${messages}?before=${id(v2)}`)).toMatchObject([{ id: id(rich) }]);
  expect(await ok(stage, 'GET', `${messages}?after=${id(rich)}`)).toMatchObject([{ id: id(v2) }]);
  await ok(stage, 'DELETE', `${messages}/${id(rich)}/reactions/%F0%9F%91%8D/@me`);
  expect(stage.general.messages[0]?.reactions).toEqual([]);
  await ok(stage, 'POST', `/channels/${stage.general.id}/typing`);
});

sandboxTest('commands', async (stage) => {
  const everywhere = `/applications/${stage.sandbox.bot.id}/commands`;
  const here = `/applications/${stage.sandbox.bot.id}/guilds/${stage.guild.id}/commands`;
  for (const path of [everywhere, here]) {
    await ok(stage, 'PUT', path, COMMANDS);
    const made = await ok(stage, 'POST', path, { name: 'more', description: 'd' });
    await ok(stage, 'GET', `${path}/${id(made)}`);
    await ok(stage, 'DELETE', `${path}/${id(made)}`);
    expect(await ok(stage, 'GET', `${path}?with_localizations=true`)).toMatchObject(COMMANDS);
    expect(await call(stage.sandbox, 'GET', `${path}/1`)).toMatchObject({ body: { code: 10063 } });
  }
});

sandboxTest('accounts and places', async (stage) => {
  const { sandbox, guild, general, ada } = stage;
  const paths = [
    '/gateway',
    '/gateway/bot',
    '/applications/@me',
    '/oauth2/applications/@me',
    '/users/@me',
    `/users/${ada.id}`,
    `/channels/${general.id}`,
    `/channels/${sandbox.as(ada).directChannel.id}`,
    `/guilds/${guild.id}`,
    `/guilds/${guild.id}/roles`,
    `/guilds/${guild.id}/channels`,
    `/guilds/${guild.id}/members/${ada.id}`,
  ];
  general.overwrite(ada, { deny: ['SendMessages'] });
  for (const path of paths) await ok(stage, 'GET', path);
  expect(await call(sandbox, 'GET', '/users/1')).toMatchObject({ body: { code: 10013 } });
  expect(await call(sandbox, 'GET', '/guilds/1')).toMatchObject({ body: { code: 10004 } });
  expect(await call(sandbox, 'GET', `/guilds/${guild.id}/members/1`)).toMatchObject({
    body: { code: 10007 },
  });
});

async function ok({ sandbox }: Stage, method: string, path: string, body?: unknown): Promise<unknown> {
  const answer = await call(sandbox, method, path, body);
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  expect(sandbox.problems).toEqual([]);
  return answer.body;
}
