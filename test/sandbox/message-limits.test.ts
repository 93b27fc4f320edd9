/** Lengths and counts of messages: what just fits is taken, one more is refused with the field named. */
import { expect } from 'vitest';
import type { Sandbox } from '../../src/sandbox/index.js';
import { call } from './call.js';
import { sandboxTest } from './with-sandbox.js';

const x = (length: number) => 'x'.repeat(length);
const times = <Item>(count: number, make: (at: number) => Item) =>
  Array.from({ length: count }, (_, at) => make(at));
const button = (at: number, more: object = {}) => ({
  type: 2,
  style: 1,
  label: `B${at}`,
  custom_id: `b${at}`,
  ...more,
});
const row = (...components: object[]) => ({ type: 1, components });
const embed = (more: object) => ({ embeds: [{ title: 't', ...more }] });
const field = (more: object = {}) => ({ name: 'n', value: 'v', ...more });
const buttons = (count: number, more: object = {}) => ({
  content: 'c',
  components: [row(...times(count, (at) => button(at, more)))],
});
const option = (at: number) => ({ label: `L${at}`, value: `${at}` });
const menu = (count: number) => ({
  content: 'c',
  components: [row({ type: 3, custom_id: 'm', options: times(count, option) })],
});
const display = (length: number) => ({ flags: 1 << 15, components: [{ type: 10, content: x(length) }] });

/** What fits, what does not, and the field that is then named. */
const LIMITS: [title: string, fits: object, fails: object, field: string][] = [
  ['content', { content: x(2000) }, { content: x(2001) }, 'content'],
  ['astral characters count once', { content: '😀'.repeat(2000) }, { content: '😀'.repeat(2001) }, 'content'],
  ['title', embed({ title: x(256) }), embed({ title: x(257) }), 'embeds.0.title'],
  ['description', embed({ description: x(4096) }), embed({ description: x(4097) }), 'embeds.0.description'],
  [
    'footer',
    embed({ footer: { text: x(2048) } }),
    embed({ footer: { text: x(2049) } }),
    'embeds.0.footer.text',
  ],
  [
    'author',
    embed({ author: { name: x(256) } }),
    embed({ author: { name: x(257) } }),
    'embeds.0.author.name',
  ],
  [
    'fields',
    embed({ fields: times(25, () => field()) }),
    embed({ fields: times(26, () => field()) }),
    'embeds.0.fields',
  ],
  [
    'field name',
    embed({ fields: [field({ name: x(256) })] }),
    embed({ fields: [field({ name: x(257) })] }),
    'embeds.0.fields.0.name',
  ],
  [
    'field value',
    embed({ fields: [field({ value: x(1024) })] }),
    embed({ fields: [field({ value: ' ' })] }),
    'embeds.0.fields.0.value',
  ],
  [
    'embeds',
    { embeds: times(10, () => ({ title: 't' })) },
    { embeds: times(11, () => ({ title: 't' })) },
    'embeds',
  ],
  [
    'all embeds together',
    { embeds: [{ description: x(4000) }, { description: x(2000) }] },
    { embeds: [{ description: x(4000) }, { description: x(2001) }] },
    'embeds',
  ],
  ['embed address', embed({ url: 'https://example.org' }), embed({ url: 'example.org' }), 'embeds.0.url'],
  ['buttons of a row', buttons(5), buttons(6), 'components.0.components'],
  [
    'rows',
    { content: 'c', components: times(5, (at) => row(button(at))) },
    { content: 'c', components: times(6, (at) => row(button(at))) },
    'components',
  ],
  ['label', buttons(1, { label: x(80) }), buttons(1, { label: x(81) }), 'components.0.components.0.label'],
  [
    'custom id',
    buttons(1, { custom_id: x(100) }),
    buttons(1, { custom_id: x(101) }),
    'components.0.components.0.custom_id',
  ],
  ['custom ids differ', buttons(2), buttons(2, { custom_id: 'same' }), 'components.0.components.1.custom_id'],
  [
    'a link has an address',
    buttons(1, { style: 5, custom_id: undefined, url: 'https://example.org' }),
    buttons(1, { style: 5, url: 'https://example.org' }),
    'components.0.components.0.custom_id',
  ],
  [
    'a button says something',
    buttons(1),
    buttons(1, { label: undefined }),
    'components.0.components.0.label',
  ],
  ['menu', menu(25), menu(26), 'components.0.components.0.options'],
  ['text of components v2', display(4000), { ...display(1), content: 'both' }, 'content'],
  ['components v2 need their flag', display(1), { ...display(1), flags: 0 }, 'components.0.type'],
  [
    'allowed mentions',
    { content: 'c', allowed_mentions: { parse: ['users'] } },
    { content: 'c', allowed_mentions: { parse: ['users'], users: ['1'] } },
    'allowed_mentions.parse',
  ],
  ['nonce', { content: 'c', nonce: x(25) }, { content: 'c', nonce: x(26) }, 'nonce'],
];

for (const [title, fits, fails, named] of LIMITS) {
  sandboxTest(`limit: ${title}`, async ({ sandbox, general }) => {
    const taken = await call(sandbox, 'POST', `/channels/${general.id}/messages`, fits);
    expect(taken).toMatchObject({ status: 200 });
    const refused = await call(sandbox, 'POST', `/channels/${general.id}/messages`, fails);
    expect(refused).toMatchObject({ status: 400, body: { code: 50035, message: 'Invalid Form Body' } });
    expect(fieldsOf(refused.body)).toContain(named);
    expect(general.messages).toHaveLength(1);
    expect(sandbox.problems).toEqual([]);
  });
}

sandboxTest('a message shows something', async ({ sandbox, general }) => {
  for (const body of [{}, { content: ' \n' }, { embeds: [] }]) {
    expect(await post(sandbox, general.id, body)).toMatchObject({ status: 400, body: { code: 50006 } });
  }
});

sandboxTest(
  'a field that Discord does not know is a problem, the rest is taken',
  async ({ sandbox, general }) => {
    const { body } = await post(sandbox, general.id, {
      content: 'c',
      embeds: [{ title: 't', colour: 1 }],
      text: 'no',
    });
    expect(body).toMatchObject({ content: 'c', embeds: [{ title: 't' }] });
    expect(sandbox.problems.map((text) => text.match(/"(.*?)"/)?.[1])).toEqual(['embeds.0.colour', 'text']);
  },
);

sandboxTest('a file that is shown but not sent is a problem', async ({ sandbox, general }) => {
  await post(sandbox, general.id, embed({ image: { url: 'attachment://chart.png' } }));
  expect(sandbox.problems).toEqual(['A message shows attachment://chart.png, but has no such file.']);
});

function post(sandbox: Sandbox, channelId: string, body: object) {
  return call(sandbox, 'POST', `/channels/${channelId}/messages`, body);
}

/** Where the `errors` of a refusal have their `_errors`. */
function fieldsOf(body: unknown, path: readonly string[] = []): string[] {
  if (typeof body !== 'object' || body === null) return [];
  const tree = path.length === 0 && 'errors' in body ? body.errors : body;
  return Object.entries(tree ?? {}).flatMap(([key, branch]) =>
    key === '_errors' ? [path.join('.')] : fieldsOf(branch, [...path, key]),
  );
}
