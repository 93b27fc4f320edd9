/** Text made to fit Discord's limits by whole lines; a line that is too long ends between words, never in a number. */

const CUT = ' …';
/** A sentence that ends in the last part of the room is a better place to cut than the last word. */
const SENTENCE_FROM = 0.6;

export type Fitted = { shown: string[]; rest: string[] };

/** Lines from the front that, joined by line feeds, are at most `limit` characters long, and those that are left. */
export function fitLines(lines: readonly string[], limit: number): Fitted {
  let length = -1;
  let count = 0;
  for (const line of lines) {
    length += line.length + 1;
    if (length > limit) break;
    count++;
  }
  return { shown: lines.slice(0, count), rest: lines.slice(count) };
}

/** Blocks put on pages of at most `limit` characters each, parted by empty lines; a longer block is cut. */
export function paginate(blocks: readonly string[], limit: number): string[] {
  const pages: string[] = [];
  for (const block of blocks.flatMap((one) => piecesOf(one, limit))) {
    const last = pages.at(-1);
    if (last !== undefined && last.length + 2 + block.length <= limit)
      pages[pages.length - 1] = `${last}\n\n${block}`;
    else pages.push(block);
  }
  return pages;
}

/** At most `limit` characters (UTF-16 units, which is never fewer than Discord counts), with " …" where it was cut. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, cutAt(text, limit - CUT.length))}${CUT}`;
}

/** The whole text in pieces of at most `limit` characters: nothing is lost. */
function piecesOf(text: string, limit: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const at = cutAt(rest, limit);
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at).trimStart();
  }
  return rest === '' ? pieces : [...pieces, rest];
}

/** Where to end a text that may have `room` characters: after a sentence, else between words beside no number. */
function cutAt(text: string, room: number): number {
  let word = 0;
  let sentence = 0;
  for (const { index } of text.slice(0, room + 1).matchAll(/[ \n]/g)) {
    const before = text.slice(0, index);
    if (/[\d,:–−+÷×=][.!?]?$/.test(before)) continue;
    word = before.trimEnd().length;
    if (/[.!?:;][”»)\]]*$/.test(before)) sentence = word;
  }
  if (sentence >= room * SENTENCE_FROM) return sentence;
  return word > 0 ? word : insideWord(text, room);
}

/** One endless word: not in its digits, not between the halves of a character, not after a lone backslash. */
function insideWord(text: string, room: number): number {
  let at = room;
  while (at > 1 && /[\d.,\u00a0\u202f%]/.test(text[at - 1] ?? '')) at--;
  if (at <= 1) at = room;
  if (/[\ud800-\udbff]/.test(text[at - 1] ?? '')) at--;
  const slashes = /\\*$/.exec(text.slice(0, at))?.[0].length ?? 0;
  return Math.max(1, at - (slashes % 2));
}
