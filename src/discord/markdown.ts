/** Text that comes from people or from the data, made safe to stand in a message: it neither formats nor pings. */

const ADDRESS = /https?:\/\/[^\s<>]+/gi;
const ANYWHERE = /[\\*_~`|]/g;
/** Headings, quotes, lists and small print count at the start of a line only. */
const AT_LINE_START = /^(\s*)([#>+-]|-#|\d+(?=[.)]\s))/gmu;
const ZERO_WIDTH_SPACE = '\u200b';

/**
 * Escapes what Discord would read as markup; addresses stay as they are and stay clickable.
 * https://support.discord.com/hc/en-us/articles/210298617
 */
export function escapeMarkdown(text: string): string {
  let escaped = '';
  let at = 0;
  for (const match of text.matchAll(ADDRESS)) {
    escaped += escapePlain(text.slice(at, match.index)) + match[0].replaceAll('|', '%7C');
    at = match.index + match[0].length;
  }
  return inLines(escaped + escapePlain(text.slice(at)));
}

/** Like `escapeMarkdown` for what a person typed: addresses and invitations are not made clickable either. */
export function escapeTyped(text: string): string {
  const unlinked = text
    .replaceAll('://', `:${ZERO_WIDTH_SPACE}//`)
    .replace(/discord(?:app)?(?=\.(?:gg|com|me|li)\b)/gi, `$&${ZERO_WIDTH_SPACE}`);
  return escapeMarkdown(unlinked);
}

/** `[text](address)`; plain text where there is no address. */
export function link(text: string, address: string | null): string {
  const label = escapeMarkdown(text).replace(/[[\]]/g, '\\$&');
  if (address === null) return escapeMarkdown(text);
  return `[${label}](${address.replace(/[()\s<>]/g, encodePoint)})`;
}

function escapePlain(text: string): string {
  return text
    .replace(ANYWHERE, '\\$&')
    .replaceAll('](', ']\\(')
    .replace(/<(?=[@#:a-z/])/gi, '\\<')
    .replace(/@(?=everyone|here)/gi, `@${ZERO_WIDTH_SPACE}`);
}

/** A digit can't be escaped, the point after it can. */
function inLines(text: string): string {
  return text.replace(AT_LINE_START, (_match, space: string, mark: string) =>
    /^\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
  );
}

function encodePoint(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
