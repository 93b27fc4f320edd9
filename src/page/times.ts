/** Moments in the reader's own zone and manner of writing. */

const MINUTE = 60_000;
const DAY = 86_400_000;

const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'short' });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' });
const exact = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

/** As above a message: "Today at 14:05", "Yesterday at 09:30", "03/11/2025 14:05". */
export function shortTime(time: Date): string {
  const days = Math.round((startOfDay(new Date()) - startOfDay(time)) / DAY);
  if (days === 0) return `Today at ${clock.format(time)}`;
  return days === 1 ? `Yesterday at ${clock.format(time)}` : `${day.format(time)} ${clock.format(time)}`;
}

/** To the second. */
export function clockTime(time: Date): string {
  return exact.format(time);
}

export function fullTime(time: Date): string {
  return full.format(time);
}

/**
 * A moment in a text. https://docs.discord.com/developers/reference#message-formatting-timestamp-styles
 * @param style one letter of those that Discord knows
 */
export function styledTime(time: Date, style: string): string {
  switch (style) {
    case 't':
      return clock.format(time);
    case 'T':
      return exact.format(time);
    case 'd':
      return day.format(time);
    case 'D':
      return new Intl.DateTimeFormat(undefined, { dateStyle: 'long' }).format(time);
    case 'F':
      return full.format(time);
    case 'R':
      return ago(time.getTime() - Date.now());
    default:
      return new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' }).format(time);
  }
}

function ago(ms: number): string {
  const units = [
    ['year', 365 * DAY],
    ['month', 30 * DAY],
    ['day', DAY],
    ['hour', 60 * MINUTE],
    ['minute', MINUTE],
  ] as const;
  const [unit, size] = units.find(([, length]) => Math.abs(ms) >= length) ?? (['second', 1_000] as const);
  return relative.format(Math.round(ms / size), unit);
}

function startOfDay(time: Date): number {
  return new Date(time.getFullYear(), time.getMonth(), time.getDate()).getTime();
}
