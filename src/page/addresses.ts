/** Which addresses the page may show, and how: nothing outside this machine is ever loaded. */

/** A link that a person may follow; null for other kinds of address (`javascript:` and the like). */
export function linkable(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}

/** Where the sandbox itself serves the file with this address; null for a file elsewhere. */
export function ownFile(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { hostname, pathname } = new URL(address);
  return hostname === '127.0.0.1' && pathname.startsWith('/attachments/') ? pathname : null;
}

const COLOURS = ['#5865f2', '#3ba55d', '#c27c0e', '#b03a5b', '#2b7a9b', '#7a5cc9'];

/** A picture for somebody: their initial on a colour of their name, as a data address. */
export function avatar(name: string): string {
  const sum = [...name].reduce((all, letter) => all + (letter.codePointAt(0) ?? 0), 0);
  const colour = COLOURS[sum % COLOURS.length];
  const initial = /[\p{L}\p{N}]/u.exec(name)?.[0]?.toUpperCase() ?? '?';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="${colour}"/><text x="20" y="27" font-family="sans-serif" font-size="19" font-weight="600" fill="#fff" text-anchor="middle">${initial}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
