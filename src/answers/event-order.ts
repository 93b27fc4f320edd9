/** Which of two events came first. */
import { answered, type Context, type PartAnswer } from './context.js';
import { eventNamed } from './event-of.js';
import { eventText } from './wording.js';

/** How people ask for the order of two events; the groups hold what is said of each. */
const ASKS_ORDER: readonly RegExp[] = [
  /\b(?:what|which|wot)(?: one| of (?:them|the two|these))? (?:came|happened|was|went|occurred|took place|comes)(?: the)? (?:first|earlier|earliest|sooner|before|last|later)\W+(?<one>.{4,80}?)\W+or (?<other>.{4,80})/i,
  /^\W*(?:(?:and|so|but|ok) )*(?:did|was|were|had|has) (?<one>.{4,80}?)(?: (?:happen|come|take place|occur|be|go))? (?:before(?: or after)?|after(?: or before)?|earlier than|later than) (?<other>.{4,80})/i,
  /\b(?:qu['’]est-ce qui|lequel|laquelle) .{0,20}\b(?:d['’]abord|en premier|premier)\W+(?<one>.{4,80}?)\W+ou (?<other>.{4,80})/i,
];

/** Both events, the earlier one first; undefined where the question does not set two of them in order. */
export function answerOrder(context: Context): PartAnswer | undefined {
  const { text, metrics } = context.part;
  if (metrics.some(({ strength }) => strength > 1)) return undefined;
  for (const pattern of ASKS_ORDER) {
    const { one, other } = pattern.exec(text)?.groups ?? {};
    if (!one || !other) continue;
    const events = [eventNamed(one, context), eventNamed(other, context)].filter(
      (event) => event !== undefined,
    );
    const [first, second] = events.sort((a, b) => a.date.localeCompare(b.date));
    if (!first || !second || first.id === second.id || first.date === second.date) return undefined;
    return answered([eventText(first, context), eventText(second, context)]);
  }
  return undefined;
}
