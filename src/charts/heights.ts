/** How high an axis reaches, and which numbers stand beside it. */
import type { Drawn } from './chart.js';

/** So many numbers at most. */
const NUMBERS = { usual: 6, few: 3 } as const;
/** For the values above and below, in parts of the height. */
const ROOM_ABOVE = { usual: 0.16, few: 0.32 } as const;
const ROOM_BELOW = 0.08;

/** The axis from below the lowest value (zero, if none is negative) to above the highest, and its numbers. */
export function heightOf(
  drawn: readonly Drawn[],
  size: keyof typeof NUMBERS = 'usual',
): { bottom: number; top: number; numbers: number[] } {
  const points = drawn.flatMap(({ series }) => series.points);
  const ends = points.flatMap(({ value, range }) =>
    range && 'low' in range ? [range.low, range.high] : [value],
  );
  const low = Math.min(0, ...ends);
  const high = Math.max(low === 0 ? 1 : 0, ...ends);
  const bottom = low < 0 ? low - (high - low) * ROOM_BELOW : 0;
  const top = high + (high - low) * ROOM_ABOVE[size];
  const areWhole = points.every(({ value }) => Number.isInteger(value));
  return { bottom, top, numbers: niceNumbers(bottom, top, NUMBERS[size], areWhole) };
}

/** Few round numbers from the lowest to the highest; whole ones where the values are. */
function niceNumbers(low: number, high: number, count: number, areWhole: boolean): number[] {
  const rough = Math.max((high - low) / count, areWhole ? 1 : 0);
  const power = 10 ** Math.floor(Math.log10(rough));
  const steps = rough > 20 ? [1, 2, 2.5, 5, 10] : [1, 2, 5, 10];
  const step = steps.map((factor) => factor * power).find((one) => one >= rough) ?? 10 * power;
  const numbers: number[] = [];
  // A zero that comes from below would be written with a minus.
  for (let index = Math.ceil(low / step) + 0; index * step <= high; index += 1)
    numbers.push(index * step + 0);
  return numbers;
}
