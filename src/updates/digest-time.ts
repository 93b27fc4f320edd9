/** When an update is due: at once, or at the next digest, which comes at nine in the morning in London. */
import { addDays, daysBetween, type IsoDate, todayInLondon } from '../knowledge/calendar.js';
import type { Timing } from '../state/index.js';

const DIGEST_HOUR = 9;

/** A Monday, from which the others are counted. */
const SOME_MONDAY: IsoDate = '2024-01-01';

const londonHour = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** The moment at which what is learned at `now` is due; a digest that is due at this very moment takes it along. */
export function dueAt(when: Timing, now: Date): Date {
  if (when === 'at-once') return now;
  for (let date = todayInLondon(now); ; date = addDays(date, 1)) {
    const moment = digestOn(date);
    if (moment >= now && (when === 'daily' || isMonday(date))) return moment;
  }
}

/** Nine o'clock in London; clocks change at one in the morning, so that there is one nine o'clock every day. */
function digestOn(date: IsoDate): Date {
  const inUtc = new Date(`${date}T0${DIGEST_HOUR}:00:00Z`);
  const ahead = Number(londonHour.format(inUtc)) - DIGEST_HOUR;
  return new Date(inUtc.getTime() - ahead * 3_600_000);
}

function isMonday(date: IsoDate): boolean {
  return daysBetween(SOME_MONDAY, date) % 7 === 0;
}
