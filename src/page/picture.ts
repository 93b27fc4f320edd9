/** A picture that the sandbox itself serves; it opens in full by a click. */
import { ownFile } from './addresses.js';
import { el } from './element.js';

/** @returns null for a picture from elsewhere, which is never loaded */
export function picture(address: string, description: string): HTMLElement | null {
  const path = ownFile(address);
  if (path === null) return null;
  const image = el('img', { class: 'picture', src: path, alt: description });
  return el('a', { class: 'picture-link', href: path, target: '_blank', title: 'Open the picture' }, image);
}
