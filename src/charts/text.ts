/** Text in an SVG document. */
import { COLOUR } from './look.js';

/** One line, its baseline at `y`; a size is in pixels of the picture. */
export function text(
  content: string,
  x: number,
  y: number,
  { size, weight = 400, fill = COLOUR.ink }: { size: number; weight?: number; fill?: string },
): string {
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escaped(content)}</text>`;
}

/** Without characters that XML does not know, and with those that mean something in it written out. */
function escaped(content: string): string {
  return content
    .replace(/[\p{Cc}\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
