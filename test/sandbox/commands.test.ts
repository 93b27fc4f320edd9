/** Registering commands, and what people can do with them. */
import { Events } from 'discord.js';
import { expect } from 'vitest';
import { z } from 'zod';
import { Impossible } from '../../src/sandbox/index.js';
import { call } from './call.js';
import { type Stage, sandboxTest } from './with-sandbox.js';

const registered = z.array(z.object({ id: z.string(), version: z.string() }));

const x = (length: number) => 'x'.repeat(length);
const command = (more: object = {}) => ({ name: 'ask', description: 'Asks', ...more });
const option = (more: object = {}) => ({ type: 3, name: 'what', description: 'What', ...more });
const choice = (at: number) => ({ name: `${at}`, value: `${at}` });
const many = (count: number) => Array.from({ length: count }, (_, at) => choice(at));

const put = ({ sandbox }: Stage, list: unknown, below = '') =>
  call(sandbox, 'PUT', `/applications/${sandbox.bot.id}${below}/commands`, list);

const REFUSED: [why: string, list: object[]][] = [
  ['upper case', [command({ name: 'Ask' })]],
  ['a blank in the name', [command({ name: 'ask me' })]],
  ['no description', [{ name: 'ask' }]],
  ['a long description', [command({ description: x(101) })]],
  ['a long translation', [command({ description_localizations: { fr: x(101) } })]],
  ['an unknown language', [command({ name_localizations: { 'fr-FR': 'demander' } })]],
  ['two of one name', [command(), command()]],
  ['26 options', [command({ options: many(26).map((_, at) => option({ name: `o${at}` })) })]],
  ['26 choices', [command({ options: [option({ choices: many(26) })] })]],
  ['a long choice', [command({ options: [option({ choices: [{ name: 'n', value: x(101) }] })] })]],
  ['choices and autocomplete', [command({ options: [option({ choices: many(1), autocomplete: true })] })]],
  ['required after optional', [command({ options: [option(), option({ name: 'b', required: true })] })]],
  ['mixed options', [command({ options: [option(), { type: 1, name: 'sub', description: 'd' }] })]],
  ['two options of one name', [command({ options: [option(), option()] })]],
  [
    'more than 8000 characters',
    [
      command({
        options: many(25).map((_, at) =>
          option({
            name: `o${at}`,
            description: x(100),
            choices: [0, 1].map((n) => ({ name: x(100), value: `${n}${x(99)}` })),
          }),
        ),
      }),
    ],
  ],
];

for (const [why, list] of REFUSED) {
  sandboxTest(`commands are refused: ${why}`, async (stage) => {
    expect(await put(stage, list)).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(stage.sandbox.world.commands.get(null)).toBeUndefined();
  });
}

sandboxTest('at most a hundred chat commands', async (stage) => {
  const list = many(100).map((_, at) => command({ name: `c${at}` }));
  expect(await put(stage, list)).toMatchObject({ status: 200 });
  expect(await put(stage, [...list, command()])).toMatchObject({ status: 400, body: { code: 30032 } });
});

sandboxTest('ids stay, versions change with the content', async (stage) => {
  const before = registered.parse((await put(stage, [command(), command({ name: 'help' })])).body);
  const changed = [command(), command({ name: 'help', description: 'New' })];
  const after = registered.parse((await put(stage, changed)).body);
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  expect(after[0]?.version).toBe(before[0]?.version);
  expect(after[1]?.version).not.toBe(before[1]?.version);
});

sandboxTest('translations are listed when asked for', async (stage) => {
  const translated = {
    name_localizations: { fr: 'demander' },
    options: [option({ name_localizations: { fr: 'quoi' } })],
  };
  const set = await put(stage, [command(translated)]);
  expect(set.body).toMatchObject([translated]);
  const path = `/applications/${stage.sandbox.bot.id}/commands`;
  const plain = await call(stage.sandbox, 'GET', path);
  expect(JSON.stringify(plain.body)).not.toContain('localizations');
  const full = await call(stage.sandbox, 'GET', `${path}?with_localizations=true`);
  expect(full.body).toMatchObject([translated]);
  const client = await stage.bot();
  const [fetched] = [...(await client.application.commands.fetch({ withLocalizations: true })).values()];
  expect(fetched?.nameLocalizations).toEqual({ fr: 'demander' });
});

sandboxTest('commands of one server are only there', async (stage) => {
  const { sandbox, guild, ada } = stage;
  const elsewhere = sandbox.guild({ name: 'Elsewhere' });
  elsewhere.member(ada);
  const hall = elsewhere.channel('hall');
  expect(await put(stage, [command({ name: 'local' })], `/guilds/${guild.id}`)).toMatchObject({
    status: 200,
  });
  await expect(sandbox.as(ada).slash(hall, 'local')).rejects.toThrow('There is no command /local');
  const abroad = sandbox.guild({ bot: false });
  expect(await put(stage, [command()], `/guilds/${abroad.id}`)).toMatchObject({ status: 404 });
});

sandboxTest('people can only send what Discord lets them', async (stage) => {
  const { sandbox, general, guild, ada, bot } = stage;
  const options: unknown[] = [];
  const client = await bot((ready) => {
    ready.on(Events.InteractionCreate, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      options.push(interaction.options.data);
      await interaction.reply(interaction.options.getSubcommand(false) ?? 'none');
    });
  });
  await put(stage, [
    command({
      contexts: [0],
      options: [option({ required: true, max_length: 5 }), option({ type: 4, name: 'page', min_value: 1 })],
    }),
    command({
      name: 'settings',
      default_member_permissions: '32',
      options: [{ type: 1, name: 'show', description: 'd' }],
    }),
  ]);
  const actor = sandbox.as(ada);
  const tries: [() => Promise<unknown>, string][] = [
    [() => actor.slash(general, 'ask'), 'cannot be sent without "what"'],
    [() => actor.slash(general, 'ask', { what: '123456' }), '6 characters'],
    [() => actor.slash(general, 'ask', { what: 'a', page: 0 }), 'out of range'],
    [() => actor.slash(general, 'ask', { what: 'a', page: 'one' }), 'a string cannot be given'],
    [() => actor.slash(general, 'ask', { what: 'a', other: 'b' }), 'no option "other"'],
    [() => actor.slash(actor.directChannel, 'ask', { what: 'a' }), 'not offered here'],
    [() => actor.slash(general, 'settings show'), 'not shown to Ada'],
    [() => actor.autocomplete(general, 'ask', 'what', 'a'), 'suggests nothing'],
  ];
  for (const [attempt, why] of tries) {
    const failure = await attempt().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Impossible);
    expect(String(failure)).toContain(why);
  }
  const eva = sandbox.as(guild.member({ name: 'Eva', permissions: ['ManageGuild'] }));
  expect((await eva.slash(general, 'settings show')).message.content).toBe('show');
  await actor.slash(general, 'ask', { what: 'a', page: 2 });
  expect(options.at(-1)).toMatchObject([
    { name: 'what', value: 'a' },
    { name: 'page', value: 2 },
  ]);
  expect(client.isReady()).toBe(true);
});

sandboxTest('options can name people, channels and roles', async (stage) => {
  const { sandbox, general, guild, ada, bot } = stage;
  const client = await bot();
  const named: (string | undefined)[] = [];
  client.on(Events.InteractionCreate, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const { options } = interaction;
    named.push(
      options.getUser('who')?.globalName ?? undefined,
      options.getChannel('where')?.name ?? undefined,
    );
    named.push(options.getRole('role')?.name);
    await interaction.reply('x');
  });
  const options = [
    option({ type: 6, name: 'who' }),
    option({ type: 7, name: 'where' }),
    option({ type: 8, name: 'role' }),
  ];
  await put(stage, [command({ options })]);
  const role = guild.role({ name: 'Editors' });
  await sandbox.as(ada).slash(general, 'ask', { who: ada.id, where: general.id, role: role.id });
  expect(named).toEqual(['Ada', 'general', 'Editors']);
  await expect(sandbox.as(ada).slash(general, 'ask', { who: '1' })).rejects.toThrow('nothing with the id 1');
  guild.removeBot();
  await expect(sandbox.as(ada).slash(general, 'ask')).rejects.toThrow('Tally is not on Newsroom');
});
