/**
 * `npm run test:crash [-- --seed N]`: every channel has each update exactly once, whatever is killed and spoilt; and
 * without `enforce_nonce` that is not so, which shows that this test can fail. Exit code 0 where both hold.
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Crashes, crash, type Outcome } from './crashes.js';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    channels: { type: 'string', default: '1000' },
    kills: { type: 'string', default: '20' },
  },
});
/** Long enough for a thousand channels to be in the midst of it, in ms. */
const LIFE = 2_500;

const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 32));
const channels = Number(values.channels);
const kills = Number(values.kills);
const tell = (line: string) => void process.stdout.write(`${line}\n`);
const programs = dirname(fileURLToPath(import.meta.url));

async function played(different: Partial<Crashes>): Promise<Outcome> {
  const spoilt = Math.ceil(channels * 0.3);
  const outcome = await crash({
    programs,
    channels,
    kills,
    spoilt,
    times: 3,
    isHurried: false,
    seed,
    life: LIFE,
    enforceNonce: true,
    tell,
    ...different,
  });
  const { messages, missing, doubled } = outcome;
  tell(`${messages} messages; ${missing.length} missing, ${doubled.length} doubled`);
  for (const line of [...missing.slice(0, 10), ...doubled.slice(0, 10)]) tell(`  ${line}`);
  return outcome;
}

tell(`seed ${seed}`);
const real = await played({});
tell('\nthe same without enforce_nonce, smaller');
const without = await played({ enforceNonce: false, channels: 60, spoilt: 30, kills: 3 });
const isRight = real.missing.length === 0 && real.doubled.length === 0;
const canFail = without.doubled.length > 0;
tell(isRight ? '\nEvery channel has each update exactly once.' : '\nSomething is missing or doubled.');
tell(
  canFail
    ? 'Without enforce_nonce it would not.'
    : 'Without enforce_nonce it would too: the test proves nothing.',
);
process.exit(isRight && canFail ? 0 : 1);
