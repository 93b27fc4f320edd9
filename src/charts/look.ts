/** How charts look: sizes in pixels of the picture, colours, letters. */

/** A phone shows the picture at about a third of this size, so that 22 px there are read as 8 pt. */
export const WIDTH = 1000;
/** Of a picture with one panel, and with two. */
export const HEIGHT = { one: 580, two: 720 } as const;
export const MARGIN = 36;

export const FONT = 'Inter';

export const SIZE = {
  title: 32,
  heading: 26,
  subtitle: 21,
  legend: 21,
  axis: 21,
  value: 24,
  small: 16,
} as const;

/** Its own card, so that it reads on Discord's dark and light alike. */
export const COLOUR = { card: '#fcfbf8', ink: '#1d2126', soft: '#555b63', grid: '#dddbd4', axis: '#8b8f95' };

/** Blue and vermilion of Okabe and Ito, told apart with every kind of colour vision; shapes differ as well. */
export const SERIES = [
  { colour: '#0072b2', symbol: 'circle', dash: undefined },
  { colour: '#c84a00', symbol: 'square', dash: '9 6' },
] as const;

/** Widths of letters of Inter in parts of their size, near enough to break lines and to set a legend. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += widthOf(letter);
  return width * size;
}

/** The text in at most `most` lines of this width; the last one ends with "…" where there is more. */
export function wrapped(text: string, size: number, width: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line !== '') lines.push(line);
  if (lines.length <= most) return lines;
  const shown = lines.slice(0, most);
  return [...shown.slice(0, -1), `${(shown.at(-1) ?? '').replace(/[\s,;:.]+$/, '')} …`];
}

function widthOf(letter: string): number {
  if (/[ijlI.,:;'’|!()[\]\s]/.test(letter)) return 0.3;
  if (/[frt-]/.test(letter)) return 0.4;
  if (/[mwMW—…%]/.test(letter)) return 0.88;
  if (/[A-ZÀ-Þ]/.test(letter)) return 0.7;
  return 0.59;
}
