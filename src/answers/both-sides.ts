/** Both sides of a contested point, where the question is about the contest. */
import type { Entry } from '../knowledge/entries.js';
import type { Context } from './context.js';
import type { Found } from './find.js';

const ASKS_SIDES =
  /\b(?:both|two|2|each|either|opposing) (?:sides?|camps?|views?|arguments?|points? of view)\b|\bsides? (?:say|says|think|of the argument)\b|\bfor and against\b|\bpros and cons\b|\b(?:side|view|take) and (?:the )?[\p{L}' ]{3,40}(?:side|view|take)\b|\bproof .{0,40}\bor (?:proof|not|that)\b|\bshows? .{0,40}\bor (?:that|not|the opposite)\b|\bles deux (?:camps|côtés|points de vue)\b|\ble pour et le contre\b/iu;
/** Share of the asked words that the other side's entry must hold. */
const TOUCHES = 0.2;

/** True where the question asks what each side says. */
export function asksBothSides(context: Context): boolean {
  return ASKS_SIDES.test(context.part.text);
}

/** The best entry of each side among those found; fewer where a side says nothing on it. */
export function oneOfEachSide(all: readonly Found[], context: Context): Found[] {
  const held = all.filter(
    ({ entry, coverage }) => coverage >= TOUCHES && sideOf(entry, context) !== undefined,
  );
  const [first] = held;
  if (!first) return [];
  const second = held.find(
    ({ entry }) => sideOf(entry, context) !== sideOf(first.entry, context) && sharesTopic(entry, first.entry),
  );
  return second ? [first, second] : [first];
}

/** Where the holder stands in the dispute; anybody else is a side of their own. */
function sideOf(entry: Entry, context: Context): string | undefined {
  const holder =
    entry.kind === 'quote' ? entry.body.speaker : entry.kind === 'statement' ? entry.body.heldBy : undefined;
  return holder === undefined ? undefined : (context.knowledge.person(holder)?.side ?? holder);
}

/** True for entries on the same subject. */
export function sharesTopic(a: Entry, b: Entry): boolean {
  const topicsOf = (entry: Entry) => ('topics' in entry.body ? entry.body.topics : []);
  return topicsOf(a).some((topic) => topicsOf(b).includes(topic));
}
