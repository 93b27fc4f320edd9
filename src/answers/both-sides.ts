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
  const telling = all.filter(({ coverage }) => coverage >= TOUCHES);
  const government = telling.find(({ entry }) => sideOf(entry, context) === 'government');
  const critics = telling.find(({ entry }) => sideOf(entry, context) === 'critics');
  return [government, critics].filter((found): found is Found => found !== undefined);
}

function sideOf(entry: Entry, context: Context): 'government' | 'critics' | undefined {
  const holder =
    entry.kind === 'quote' ? entry.body.speaker : entry.kind === 'statement' ? entry.body.heldBy : undefined;
  return holder === undefined ? undefined : context.knowledge.person(holder)?.side;
}
