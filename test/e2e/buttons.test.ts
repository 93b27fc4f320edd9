import { describe, expect } from 'vitest';
import type { ShownMessage } from '../../src/sandbox/index.js';
import { BASE, figure } from '../knowledge/made-up.js';
import { type Scene, scene } from './stage.js';

const QUESTION = 'how many people have been returned to France?';
const DAY = 86_400_000;

async function answered({ sandbox, ana, general }: Scene, question = QUESTION): Promise<ShownMessage> {
  return (await sandbox.as(ana).slash(general, 'ask', { question })).message;
}

/** Whatever holds for a button holds before the bot was restarted and after. */
const WHEN: readonly [string, (play: Scene) => Promise<void>][] = [
  ['at once', async () => undefined],
  ['after a restart', (play) => play.restart()],
];

describe.each(WHEN)('%s', (when, pass) => {
  scene(`sources: every place in full, for the one who clicked (${when})`, async (play) => {
    const message = await answered(play);
    await pass(play);
    const shown = await play.sandbox.as(play.ben).click(message, 'Sources');
    expect(shown.message.ephemeral).toBe(true);
    const marks = message.content.match(/\[\d+\]/g) ?? [];
    expect(marks.length).toBeGreaterThan(2);
    for (const mark of marks) expect(shown.message.text).toContain(`**${mark}**`);
    expect(shown.message.text).toMatch(/total row, seen only through others\)\nhttps:\/\//);
    expect(play.sandbox.as(play.ana).sees(play.general)).toHaveLength(1);
  });

  scene(`earlier values, for the one who clicked (${when})`, async (play) => {
    const message = await answered(play, 'how many had been returned to France by 30 November 2025?');
    await pass(play);
    const shown = await play.sandbox.as(play.ben).click(message, 'Earlier values');
    expect(shown.message.ephemeral).toBe(true);
    expect(shown.message.text).toMatch(/^94\b.*10 November 2025/m);
    expect(shown.message.text).toMatch(/^75\b.*31 October 2025/m);
  });

  scene(`ask more: the next question leans on the answer above (${when})`, async (play) => {
    const message = await answered(play, 'how many had been returned to France by 10 November 2025?');
    await pass(play);
    const asker = play.sandbox.as(play.ben);
    const { modal } = await asker.click(message, 'Ask more');
    await pass(play);
    const { message: next } = await asker.submitModal(modal, {
      question: 'and how many came the other way?',
    });
    expect(next.content).toMatch(/57/);
    expect(next.ephemeral).toBe(false);
    const { modal: third } = await asker.click(next, 'Ask more');
    const { message: last } = await asker.submitModal(third, { question: 'and on 31 October?' });
    expect(last.content).toMatch(/accepted from France/i);
    expect(last.content).not.toMatch(/57/);
  });

  scene(`delete: for the one who asked (${when})`, async (play) => {
    const message = await answered(play);
    await pass(play);
    expect((await play.sandbox.as(play.ana).click(message, 'Delete')).kind).toBe('nothing');
    expect(message.deleted).toBe(true);
  });

  scene(`delete: not for others, who are told so kindly (${when})`, async (play) => {
    const message = await answered(play);
    await pass(play);
    const refusal = await play.sandbox.as(play.ben).click(message, 'Delete');
    expect(refusal.message.content).toMatch(/^Only the person who asked/);
    expect(refusal.message.ephemeral).toBe(true);
    expect(message.deleted).toBe(false);
  });

  scene(`delete: for moderators (${when})`, async (play) => {
    const message = await answered(play);
    await pass(play);
    await play.sandbox.as(play.moderator).click(message, 'Delete');
    expect(message.deleted).toBe(true);
  });
});

scene('buttons under an answer to a plain question work too', async (play) => {
  const { sandbox, ana, general } = play;
  const message = await sandbox.as(ana).type(general, `${sandbox.bot.mention} ${QUESTION}`);
  await play.restart();
  const sources = await sandbox.as(ana).click(message, 'Sources');
  expect(sources.message.text).toMatch(/\*\*\[1\]\*\*/);
  await sandbox.as(ana).click(message, 'Delete');
  expect(message.deleted).toBe(true);
});

scene('what is asked after a private answer stays private', async (play) => {
  const { sandbox, ana, ben, general } = play;
  const ask = sandbox.as(ana);
  const { message } = await ask.slash(general, 'ask', { question: QUESTION, private: true });
  const { modal } = await ask.click(message, 'Ask more');
  const { message: next } = await ask.submitModal(modal, { question: 'and accepted?' });
  expect(next.ephemeral).toBe(true);
  expect(sandbox.as(ben).sees(general)).toEqual([]);
});

scene(
  'a long list has pages that can be turned both ways, also after a restart',
  async (play) => {
    const { sandbox, ana, general } = play;
    const { message } = await sandbox.as(ana).slash(general, 'figure', { metric: 'sent' });
    expect(message.content).toMatch(/9,400, as of 10 November 2025 \[1\]/);
    const first = (await sandbox.as(ana).click(message, 'Sources')).message;
    const start = first.text;
    expect(start).toContain('**[1]**');
    expect(start).toContain('Page 1 of 2');
    expect(first.button('Page before')).toBeUndefined();
    await play.restart();
    const second = await sandbox.as(ana).click(first, 'Next page');
    expect(second.kind).toBe('update');
    expect(second.message.text).toContain('**[60]**');
    expect(second.message.text).not.toContain('**[1]**');
    const back = await sandbox.as(ana).click(second.message, 'Page before');
    expect(back.message.text).toBe(start);
  },
  { data: { 'base.yaml': BASE, 'many.yaml': `figures:\n${sixtyValues()}\n` } },
);

scene('after thirty days a button says that it is too old', async (play) => {
  const message = await answered(play);
  play.sandbox.advance(31 * DAY);
  for (const label of ['Sources', 'Earlier values', 'Ask more']) {
    const shown = await play.sandbox.as(play.ana).click(message, label);
    expect(shown.message.content).toMatch(/more than 30 days old/);
    expect(shown.message.ephemeral).toBe(true);
  }
  await play.sandbox.as(play.moderator).click(message, 'Delete');
  expect(message.deleted).toBe(true);
});

/** Sixty values for one date, each in its own paragraph of one source; the marks of one value would be cut to a few. */
function sixtyValues(): string {
  return Array.from({ length: 60 }, (_, at) => {
    const value = String(9400 + at);
    return figure(`F-${200 + at}`, { value, printed: `"${value}"`, paragraph: String(at + 1) });
  }).join('\n');
}
