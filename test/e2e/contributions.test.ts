/** Suggesting a figure, and saying what is wrong or missing. */
import { describe, expect } from 'vitest';
import { type Scene, scene } from './stage.js';

const GOOD = {
  metric: 'people returned to france',
  value: 'about 1,200',
  date: '31 July 2026',
  address: 'https://news.example/returns',
  words: 'By the end of July, 1,200 people had been sent back, the minister said.',
};

const HOUR = 3_600_000;

async function suggestionModal({ sandbox, ana, general }: Scene) {
  const help = (await sandbox.as(ana).slash(general, 'help')).message;
  return (await sandbox.as(ana).click(help, 'Suggest a figure')).modal;
}

scene('a suggestion is kept for review, read as a figure, without the person', async (play) => {
  const { sandbox, ana, state } = play;
  const modal = await suggestionModal(play);
  expect(modal.title).toBe('Suggest a figure');
  const { message } = await sandbox.as(ana).submitModal(modal, GOOD);
  expect(message.ephemeral).toBe(true);
  expect(message.content).toMatch(
    /^Thank you\. Noted for review: People returned to France: about 1,200, as of 31 July 2026\. It appears in answers once/,
  );
  const waiting = await state().suggestions.waiting();
  expect(waiting).toHaveLength(1);
  expect(waiting[0]).toMatchObject({
    typed: GOOD,
    language: 'en',
    reading: {
      metric: 'returned-to-france',
      value: 1200,
      qualifier: 'about',
      printed: '1,200',
      asOf: '2026-07-31',
      datePrecision: 'day',
      address: GOOD.address,
      words: GOOD.words,
    },
  });
  expect(JSON.stringify(waiting)).not.toContain(ana.id);
});

scene('what counts per period is read with its period, and ranges as ranges', async (play) => {
  const { sandbox, ana, state } = play;
  await sandbox.as(ana).submitModal(await suggestionModal(play), {
    ...GOOD,
    metric: 'small boat arrivals',
    value: 'between 50 and 60',
    date: '6 to 8 November 2025',
    words: 'Fifty to 60 people arrived.',
  });
  expect((await state().suggestions.waiting())[0]?.reading).toMatchObject({
    metric: 'small-boat-arrivals',
    low: 50,
    high: 60,
    qualifier: 'between',
    printed: 'Fifty to 60',
    period: { from: '2025-11-06', to: '2025-11-08' },
  });
});

describe('what has to be mended is said in a sentence', () => {
  const cases: readonly [string, Partial<typeof GOOD>, RegExp][] = [
    ['a metric', { metric: 'qzxqzx' }, /^- I know no figure called “qzxqzx”/m],
    ['a part of a metric', { metric: 'women returned to france' }, /I only keep the whole count/],
    ['no number', { value: 'many' }, /^- There is no number in “many”/m],
    ['several numbers', { value: '1 2 3' }, /^- There are several numbers/m],
    ['a date', { date: 'soonish' }, /^- I can’t read “soonish” as a date/m],
    ['a day that has not come', { date: '1 January 2099' }, /^- 1 January 2099 has not come yet/m],
    ['an address', { address: 'news.example' }, /^- “news\.example” is no address/m],
    ['an address that is no page', { address: 'javascript:alert(1)' }, /is no address of a page/],
    ['words without the number', { words: 'Some were sent back.' }, /don’t hold the number 1,200/],
  ];
  for (const [what, wrong, told] of cases) {
    scene(what, async (play) => {
      const { sandbox, ana, state } = play;
      const { message } = await sandbox
        .as(ana)
        .submitModal(await suggestionModal(play), { ...GOOD, ...wrong });
      expect(message.content).toMatch(told);
      expect(message.ephemeral).toBe(true);
      expect(await state().suggestions.waiting()).toEqual([]);
    });
  }
});

scene(
  'nothing that was typed is lost: a button opens the modal again, filled in, also after a restart',
  async (play) => {
    const { sandbox, ana, state } = play;
    const wrong = { ...GOOD, value: 'many', date: 'soonish', address: 'nowhere' };
    const told = (await sandbox.as(ana).submitModal(await suggestionModal(play), wrong)).message;
    expect(told.content.match(/^- /gm)).toHaveLength(3);
    await play.restart();
    const { modal } = await sandbox.as(ana).click(told, 'Mend it');
    const values = modal.inputs.map((input) => ('value' in input ? input.value : undefined));
    expect(values).toEqual([wrong.metric, 'many', 'soonish', 'nowhere', wrong.words]);
    const { value, date, address } = GOOD;
    const thanks = await sandbox.as(ana).submitModal(modal, { value, date, address });
    expect(thanks.message.content).toMatch(/^Thank you/);
    expect((await state().suggestions.waiting()).map(({ typed }) => typed)).toEqual([GOOD]);
    const gone = await sandbox.as(ana).click(told, 'Mend it');
    expect(gone.message.content).toMatch(/kept for 24 hours only/);
  },
);

scene('a draft is forgotten after a day', async (play) => {
  const { sandbox, ana, state } = play;
  const told = (await sandbox.as(ana).submitModal(await suggestionModal(play), { ...GOOD, value: 'many' }))
    .message;
  sandbox.advance(25 * HOUR);
  await play.restart();
  const gone = await sandbox.as(ana).click(told, 'Mend it');
  expect(gone.message.content).toMatch(/kept for 24 hours only/);
  expect(await state().suggestions.purge()).toBe(0);
});

scene('an answer that lacks a figure offers to suggest it, with the metric filled in', async (play) => {
  const { sandbox, ana, general } = play;
  const { message } = await sandbox
    .as(ana)
    .slash(general, 'ask', { question: 'how many women were returned to France?' });
  expect(message.buttons.map(({ label }) => label)).toContain('Suggest a figure');
  expect(message.buttons.length).toBeLessThanOrEqual(5);
  const { modal } = await sandbox.as(ana).click(message, 'Suggest a figure');
  const [metric] = modal.inputs.map((input) => ('value' in input ? input.value : undefined));
  expect(metric).toBe('people returned to France');
});

scene('an answer that has its figure, or that is about something else, does not', async (play) => {
  const { sandbox, ana, general } = play;
  for (const question of ['how many people have been returned to France?', 'what is the capital of Peru?']) {
    const { message } = await sandbox.as(ana).slash(general, 'ask', { question });
    expect(message.button('Suggest a figure')).toBeUndefined();
  }
});

scene(
  'wrong or missing: kept with question and answer, without the person, also after a restart',
  async (play) => {
    const { sandbox, ana, ben, general, state } = play;
    const question = 'how many people had been returned to France by 31 October 2025?';
    const { message } = await sandbox.as(ana).slash(general, 'ask', { question });
    await play.restart();
    const { modal } = await sandbox.as(ben).click(message, 'Wrong or missing?');
    const said = 'The minister gave another number:\nhttps://news.example';
    const { message: thanks } = await sandbox.as(ben).submitModal(modal, { said });
    expect(thanks.ephemeral).toBe(true);
    expect(thanks.content).toMatch(/^Thank you: noted, .*without your name/);
    expect(thanks.button('Suggest a figure')).toBeDefined();
    const [remark] = await state().feedback.remarks();
    expect(remark?.said).toBe(said);
    expect(remark?.question).toMatch(/returned to France by 31 October 2025/);
    expect(remark?.answer).toMatch(/75/);
    expect(JSON.stringify(remark)).not.toMatch(new RegExp(`${ana.id}|${ben.id}`));
  },
);

scene('questions without an answer are counted by their words, however they are asked', async (play) => {
  const { sandbox, ana, ben, general, state } = play;
  const question = 'how many women were returned to France?';
  await sandbox.as(ana).slash(general, 'ask', { question });
  await sandbox.as(ben).type(general, `${sandbox.bot.mention} How many women were returned to France?`);
  await sandbox.as(ben).slash(general, 'ask', { question: 'how many people have been returned to France?' });
  await sandbox.settled();
  const [counted, ...others] = await state().feedback.unknown();
  expect(others).toEqual([]);
  expect(counted).toMatchObject({ times: 2, language: 'en' });
  expect(counted?.question).toMatch(/women were returned to France/);
});

scene('in French', async (play) => {
  const { sandbox, guild, general } = play;
  const zoe = sandbox.as(guild.member({ name: 'Zoé', locale: 'fr' }));
  const help = (await zoe.slash(general, 'help')).message;
  const { modal } = await zoe.click(help, 'Proposer un chiffre');
  const told = await zoe.submitModal(modal, {
    ...GOOD,
    metric: 'personnes renvoyées en France',
    date: 'bientôt',
  });
  expect(told.message.content).toMatch(
    /^Il reste quelque chose à corriger.*\n- Je n’arrive pas à lire « bientôt »/,
  );
  const again = await zoe.click(told.message, 'Corriger');
  const thanks = await zoe.submitModal(again.modal, {
    date: '31 juillet 2026',
    value: 'environ 1 200',
    words: 'Environ 1 200 personnes.',
  });
  expect(thanks.message.content).toMatch(
    /^Merci\. C’est noté.*: Personnes renvoyées en France : environ 1.200, au 31 juillet 2026\./,
  );
});
