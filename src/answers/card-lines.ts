/** How the lines of cards are laid out. */

/** The lines of several cards, an empty line between one and the next. */
export function apart(cards: readonly (readonly string[])[]): string[] {
  return cards.flatMap((card, index) => (index === 0 ? card : ['', ...card]));
}

/** The text with its first letter as a capital. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
