/** An SVG document as a PNG picture, with the letters of the font that comes with the program and no others. */
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { FONT } from './look.js';

const { resolve } = createRequire(import.meta.url);

/** TrueType files: resvg draws compressed web fonts (woff2) as nothing, and says nothing. */
const FONT_FILES = [
  resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'),
  resolve('@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'),
];

/** The pixels; throws where the document is none that resvg can read. */
export function imageOf(svg: string, fontFiles: readonly string[] = FONT_FILES) {
  const font = { loadSystemFonts: false, fontFiles: [...fontFiles], defaultFontFamily: FONT };
  return new Resvg(svg, { font }).render();
}

/** The picture as a file; throws as `imageOf`. */
export function pngOf(svg: string): Buffer {
  return imageOf(svg).asPng();
}
