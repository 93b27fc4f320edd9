/** Ids as Discord makes them: milliseconds since 2015 in the upper bits, a running number below. */
import type { Clock } from './clock.js';

/** The first millisecond of 2015. https://docs.discord.com/developers/reference#snowflakes */
const DISCORD_EPOCH = 1_420_070_400_000n;

const TIME_SHIFT = 22n;

/** A source of ids that rise strictly, even while the clock stands still. */
export function snowflakes(clock: Clock): () => string {
  let last = 0n;
  return () => {
    const earliest = (BigInt(Math.trunc(clock.now())) - DISCORD_EPOCH) << TIME_SHIFT;
    last = earliest > last ? earliest : last + 1n;
    return last.toString();
  };
}
