/** "12 of the 94 sent back were women": the first number is of those of whom the rest is said, the second of all. */
import { type Span, trimmed } from './pieces.js';
import type { Stated } from './stated.js';

type Numbered = Span & Pick<Stated, 'to'>;

/** How the numbers of a sentence are read: each in its piece, a whole before its part. */
export type Reading = {
  /** Places in the list of numbers, in the order of reading. */
  order: number[];
  pieces: Span[];
  /** For a part: the text with the whole blanked out, so that what is said of the part stands beside it. */
  texts: Map<number, string>;
};

const OF_THE = /^\s(?:out )?(?:of|among) (?:all )?(?:(?:the|those|these|some|about|roughly)\s){0,2}$/i;
/** What is said of them begins; not what tells which ones they are ("who were sent back"). */
const SAID =
  /(?<!\b(?:who|that|which|they|we|they'd|were|was|have|had|has|been|is|are))\s(?:were|are|was|have|has|had|got|get|gets|live|lives|speak|speaks|spoke|came back|come back|want|wanted|ended up|went|tried|turned out|say|said|claimed?)\b/gi;

/** The reading of a sentence's numbers; `pieces` are theirs as joining words part them. */
export function wholesFirst(numbers: readonly Numbered[], pieces: readonly Span[], text: string): Reading {
  const reading: Reading = { order: numbers.map((_, index) => index), pieces: [...pieces], texts: new Map() };
  for (const [index, part] of numbers.entries()) {
    const whole = numbers[index + 1];
    const [ofPart, ofWhole] = [pieces[index], pieces[index + 1]];
    if (!whole || !ofPart || !ofWhole || !OF_THE.test(text.slice(part.end, whole.start))) continue;
    const said = [...text.slice(whole.to, ofWhole.end).matchAll(SAID)].at(-1);
    if (!said) continue;
    const cut = whole.to + said.index;
    reading.pieces[index] = { start: ofPart.start, end: ofWhole.end };
    reading.pieces[index + 1] = trimmed({ start: whole.start, end: cut }, text);
    reading.texts.set(index, text.slice(0, part.end) + ' '.repeat(cut - part.end) + text.slice(cut));
    reading.order.splice(reading.order.indexOf(index), 1);
    reading.order.splice(reading.order.indexOf(index + 1) + 1, 0, index);
  }
  return reading;
}
