/** A list of suggestions at a field, by mouse or by keyboard. https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ */
import { append, type Child, el, newId } from './element.js';

export type Item = { readonly label: string; readonly detail?: string; readonly value: string };

type Field = HTMLInputElement | HTMLTextAreaElement;

export class Listbox {
  readonly #field: Field;
  readonly #pick: (item: Item) => void;
  readonly #list: HTMLUListElement;
  readonly #empty: HTMLElement;
  readonly #box: HTMLElement;
  #items: readonly Item[] = [];
  #active = 0;

  /** @param label what is listed, for screen readers */
  constructor(field: Field, label: string, pick: (item: Item) => void) {
    this.#field = field;
    this.#pick = pick;
    this.#list = el('ul', { role: 'listbox', id: newId('list'), 'aria-label': label, tabindex: 0 });
    this.#empty = el('p', { class: 'empty', role: 'status' });
    this.#box = el('div', { class: 'suggestions', hidden: true }, this.#list, this.#empty);
    // The field keeps the focus.
    this.#box.addEventListener('mousedown', (event) => event.preventDefault());
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-controls', this.#list.id);
    field.setAttribute('autocomplete', 'off');
    // An input is a combobox; a field of several lines can only be a textbox, which does not expand.
    if (field instanceof HTMLInputElement) field.setAttribute('role', 'combobox');
    else field.setAttribute('aria-haspopup', 'listbox');
    this.hide();
  }

  /** To be placed where the list is to appear: above the field. */
  get element(): HTMLElement {
    return this.#box;
  }

  get open(): boolean {
    return !this.#box.hidden && this.#items.length > 0;
  }

  /** @param otherwise what is said where there is nothing to list */
  show(items: readonly Item[], otherwise: string): void {
    this.#items = items;
    this.#active = 0;
    this.#list.replaceChildren(...items.map((item, index) => this.#entry(item, index)));
    this.#list.hidden = items.length === 0;
    this.#empty.textContent = items.length === 0 ? otherwise : '';
    this.#box.hidden = items.length === 0 && otherwise === '';
    this.#mark();
  }

  hide(): void {
    this.#box.hidden = true;
    this.#items = [];
    this.#empty.textContent = '';
    this.#mark();
  }

  /** Takes the keys that are for the list; true: it was one. */
  takes(event: KeyboardEvent): boolean {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return false;
    if (event.key === 'Escape' && !this.#box.hidden) this.hide();
    else if (!this.open) return false;
    else if (event.key === 'ArrowDown') this.#move(1);
    else if (event.key === 'ArrowUp') this.#move(-1);
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) this.#choose(this.#active);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  #choose(index: number): void {
    const item = this.#items[index];
    this.hide();
    if (item) this.#pick(item);
  }

  #move(by: number): void {
    const { length } = this.#items;
    this.#active = (this.#active + by + length) % length;
    this.#mark();
  }

  #entry(item: Item, index: number): HTMLElement {
    const entry = el('li', {
      role: 'option',
      id: newId('option'),
      click: () => this.#choose(index),
    });
    const shown: Child[] = [el('span', { class: 'label' }, item.label)];
    if (item.detail) shown.push(' ', el('span', { class: 'detail' }, item.detail));
    append(entry, shown);
    return entry;
  }

  #mark(): void {
    for (const [index, entry] of [...this.#list.children].entries()) {
      entry.setAttribute('aria-selected', String(index === this.#active));
    }
    const marked = this.open ? this.#list.children[this.#active] : undefined;
    if (marked) this.#field.setAttribute('aria-activedescendant', marked.id);
    else this.#field.removeAttribute('aria-activedescendant');
    if (this.#field instanceof HTMLInputElement) this.#field.setAttribute('aria-expanded', String(this.open));
    marked?.scrollIntoView({ block: 'nearest' });
  }
}
