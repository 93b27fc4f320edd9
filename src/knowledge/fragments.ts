/** Looks for printed characters in a paragraph. */

/** Typographic quotation marks and apostrophes made straight; every offset stays what it was. */
export function foldQuotes(text: string): string {
  return text.replaceAll(/[‘’‚‛`´]/g, "'").replaceAll(/[“”„‟]/g, '"');
}

/**
 * The offsets at which `fragment` stands in `paragraph` character for character (typographic quotes folded,
 * the first letter in either case), and not inside a longer word or number: "75" doesn't stand in "75,000".
 */
export function placesOf(fragment: string, paragraph: string): number[] {
  const wanted = foldQuotes(fragment);
  const text = foldQuotes(paragraph);
  const first = wanted.charAt(0);
  const places: number[] = [];
  for (const start of new Set([first, first.toLowerCase(), first.toUpperCase()])) {
    const variant = start + wanted.slice(1);
    for (let at = text.indexOf(variant); at !== -1; at = text.indexOf(variant, at + 1)) {
      if (isWhole(text.slice(0, at), variant, text.slice(at + variant.length))) places.push(at);
    }
  }
  return places;
}

function isWhole(before: string, fragment: string, after: string): boolean {
  const cutsStart = /^\d/.test(fragment)
    ? /\d[.,]?$/.test(before)
    : /^\p{L}/u.test(fragment) && /\p{L}$/u.test(before);
  const cutsEnd = /\d$/.test(fragment)
    ? /^[.,]?\d/.test(after)
    : /\p{L}$/u.test(fragment) && /^\p{L}/u.test(after);
  return !cutsStart && !cutsEnd;
}
