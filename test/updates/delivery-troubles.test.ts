/** What goes wrong beside Discord while news is delivered: the state file, our own messages, the clock. */
import Sqlite from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { plainMessage } from './plain.js';
import { stage, written } from './stage.js';

const MINUTE = 60_000;

/** SQLite objects of the tests, kept for the reason that src/state/sqlite.ts gives. */
const kept: unknown[] = [];

const until = (holds: () => void | Promise<void>) => vi.waitFor(holds, { timeout: 15_000, interval: 20 });

test('a message that can’t be written holds up nobody else', async () => {
  const { guild, subscribe, tell, log } = await stage({
    write: (updates, addressed) => {
      if (addressed.subscription.channelId === faulty) throw new Error('It can’t be written.');
      return plainMessage(updates, addressed);
    },
  });
  const [bad, good] = [guild.channel('bad'), guild.channel('good')];
  const faulty = bad.id;
  await subscribe({ channelId: bad.id });
  await tell('aaa');
  await until(() => expect(log.some(({ msg }) => msg === 'a fault of ours')).toBe(true));
  await subscribe({ channelId: good.id });
  await tell('bbb');
  await until(() => expect(written(good)).toEqual(['bbb']));
  expect(written(bad)).toEqual([]);
});

test('a state that can’t be written while others are on their way ends nothing, and all are told once', async () => {
  const { guild, subscribe, tell, statePath, state, log } = await stage();
  const channels = Array.from({ length: 50 }, (_, index) => guild.channel(`c${index}`));
  for (const { id } of channels) await subscribe({ channelId: id });
  const full = spoilt(statePath);
  await tell('aaa');
  await until(() => expect(log.some(({ level }) => level === 'error')).toBe(true));
  full.mend();
  await until(async () => expect(await state().outbox.counts()).toMatchObject({ sent: 50, open: 0 }));
  expect(channels.map(written)).toEqual(channels.map(() => ['aaa']));
});

test('what may have arrived before the clock was set back is looked for, not sent again', async () => {
  const { sandbox, guild, subscribe, tell, subscription, restart, state, setClockBack } = await stage();
  const channel = guild.channel('one');
  const { id } = await subscribe({ channelId: channel.id });
  setClockBack(-60 * MINUTE);
  sandbox.faults.serverError({ method: 'POST', path: '/messages', when: 'after' });
  await tell('aaa');
  await until(async () => expect((await subscription(id)).lastProblem).toBeDefined());
  await restart(() => {
    // Nonces are forgotten by now.
    sandbox.advance(6 * MINUTE);
    setClockBack(0);
  });
  await until(async () => expect(await state().outbox.counts()).toMatchObject({ sent: 1, open: 0 }));
  expect(written(channel)).toEqual(['aaa']);
});

/** Lets no more than the first batch of deliveries be written, as a disk does that has just become full. */
function spoilt(path: string): { mend(): void } {
  const other = new Sqlite(path, { timeout: 5_000 });
  kept.push(other);
  other.exec(`CREATE TRIGGER full BEFORE INSERT ON deliveries
    WHEN (SELECT count(*) FROM deliveries) >= 20 BEGIN SELECT RAISE(ABORT, 'no room'); END`);
  return {
    mend: () => {
      other.exec('DROP TRIGGER full');
      other.close();
    },
  };
}
