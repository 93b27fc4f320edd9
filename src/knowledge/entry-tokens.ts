/** The tokens by which people and sources are indexed. */

/** The token by which a person is indexed. */
export function personToken(id: string): string {
  return `p-${id}`;
}

/** The token by which a source is indexed. */
export function sourceToken(id: string): string {
  return `s-${id.toLowerCase()}`;
}
