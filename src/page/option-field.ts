/** The field of one option of a command, with its choices or live suggestions. */

import { OPTION } from '../sandbox/option-types.js';
import type { CommandOption, Typed } from '../sandbox/page/wire.js';
import { descriptionIn, nameIn } from './commands.js';
import { el, newId } from './element.js';
import { type Item, Listbox } from './listbox.js';
import type { Model } from './model.js';

/** Suggestions are asked for once typing pauses, in ms. */
const PAUSE = 120;

const YES_NO: readonly Item[] = [
  { label: 'True', value: 'true' },
  { label: 'False', value: 'false' },
];

export type Suggest = (option: string, typed: string) => Promise<readonly Item[] | string>;

export class OptionField {
  readonly option: CommandOption;
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  readonly #listbox: Listbox | null;
  readonly #fixed: readonly Item[] | null;
  readonly #suggest: Suggest;
  #picked: Item | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  constructor(option: CommandOption, model: Model, suggest: Suggest) {
    const { locale } = model.me;
    this.option = option;
    this.#suggest = suggest;
    this.#fixed = fixedItems(option, model);
    const hint = newId('hint');
    this.input = el('input', {
      type: 'text',
      id: newId('value'),
      'aria-describedby': hint,
      'aria-required': String(option.required ?? false),
      maxlength: option.max_length,
    });
    const suggests = this.#fixed !== null || option.autocomplete === true;
    this.#listbox = suggests
      ? new Listbox(this.input, nameIn(option, locale), (item) => this.#take(item))
      : null;
    const optional = option.required ? '' : ' (optional)';
    this.element = el(
      'div',
      { class: 'option' },
      el('label', { for: this.input.id }, nameIn(option, locale), el('span', { class: 'faint' }, optional)),
      this.input,
      el('p', { id: hint, class: 'hint' }, descriptionIn(option, locale)),
      this.#listbox?.element,
    );
    this.input.addEventListener('input', () => this.#typed());
    this.input.addEventListener('focus', () => this.#list());
    this.input.addEventListener('click', () => this.#listbox?.open || this.#list());
    this.input.addEventListener('blur', () => this.#listbox?.hide());
    this.input.addEventListener('keydown', (event) => this.#listbox?.takes(event));
  }

  /** What is to be sent, undefined where nothing is typed, or why it cannot be sent. */
  get value(): { value: Typed | undefined } | { fault: string } {
    const typed = this.input.value.trim();
    const { type, name } = this.option;
    if (typed === '')
      return this.option.required ? { fault: `“${name}” has to be filled in.` } : { value: undefined };
    if (this.#fixed !== null) {
      const wanted = typed.toLowerCase();
      const item = this.#picked ?? this.#fixed.find(({ label }) => label.toLowerCase() === wanted);
      if (item === undefined) return { fault: `“${name}” has to be one of the list.` };
      if (type === OPTION.boolean) return { value: item.value === 'true' };
      return { value: isNumeric(type) ? Number(item.value) : item.value };
    }
    const value = this.#picked?.value ?? typed;
    if (!isNumeric(type)) return { value };
    return Number.isFinite(Number(value))
      ? { value: Number(value) }
      : { fault: `“${name}” has to be a number.` };
  }

  #take(item: Item): void {
    this.input.value = item.label;
    this.#picked = item;
  }

  #typed(): void {
    this.#picked = null;
    this.#list();
  }

  #list(): void {
    if (this.#listbox === null) return;
    if (this.#fixed !== null) {
      const typed = this.#picked ? '' : this.input.value.trim().toLowerCase();
      const items = this.#fixed.filter(({ label }) => label.toLowerCase().includes(typed));
      this.#listbox.show(items, 'Nothing of that name.');
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), PAUSE);
  }

  async #ask(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const found = await this.#suggest(this.option.name, this.input.value);
    // Another letter has been typed, or the person has gone on, while the bot was looking.
    if (asked !== this.#asked || document.activeElement !== this.input || this.#picked !== null) return;
    if (typeof found === 'string') this.#listbox?.show([], found);
    else this.#listbox?.show(found, 'The bot suggests nothing for this.');
  }
}

function isNumeric(type: number): boolean {
  return type === OPTION.integer || type === OPTION.number;
}

/** What can be chosen, where that is known beforehand. */
function fixedItems({ type, choices }: CommandOption, model: Model): readonly Item[] | null {
  const { scene, me } = model;
  const people = model.everybody.map(({ id, name }) => ({ label: `@${name}`, value: id }));
  const roles = scene.roles.map(({ id, name }) => ({ label: `@${name}`, detail: 'role', value: id }));
  switch (type) {
    case OPTION.boolean:
      return YES_NO;
    case OPTION.user:
      return people;
    case OPTION.role:
      return roles;
    case OPTION.mentionable:
      return [...people, ...roles];
    case OPTION.channel:
      return scene.channels
        .filter(({ kind }) => kind !== 'direct')
        .map(({ id, name }) => ({ label: `#${name}`, value: id }));
    default:
      return choices?.length
        ? choices.map((choice) => ({ label: nameIn(choice, me.locale), value: String(choice.value) }))
        : null;
  }
}
