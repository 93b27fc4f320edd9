/** A slash command being filled in: its options as fields, sent by Enter. */
import type { Typed } from '../sandbox/page/wire.js';
import type { Callable } from './commands.js';
import { el } from './element.js';
import type { Item } from './listbox.js';
import type { Model } from './model.js';
import { OptionField } from './option-field.js';

export type Filled = Record<string, Typed>;

export type FormActs = {
  send(command: Callable, options: Filled): void;
  suggest(
    command: Callable,
    option: string,
    typed: string,
    others: Filled,
  ): Promise<readonly Item[] | string>;
  cancel(): void;
};

export class CommandForm {
  readonly element: HTMLFormElement;
  readonly #fields: readonly OptionField[];
  readonly #command: Callable;
  readonly #acts: FormActs;
  readonly #fault = el('p', { class: 'fault', role: 'alert' });
  readonly #submit = el('button', { type: 'submit', class: 'main-button' }, 'Send');

  constructor(command: Callable, model: Model, acts: FormActs) {
    this.#command = command;
    this.#acts = acts;
    const suggest = (option: string, typed: string) =>
      acts.suggest(command, option, typed, this.#others(option));
    this.#fields = command.options.map((option) => new OptionField(option, model, suggest));
    const cancel = el('button', { type: 'button', class: 'quiet', click: () => acts.cancel() }, 'Cancel');
    this.element = el(
      'form',
      { class: 'command-form', 'aria-label': `Command /${command.shown}`, novalidate: true },
      el(
        'p',
        { class: 'command-name' },
        `/${command.shown} `,
        el('span', { class: 'faint' }, command.description),
      ),
      el('div', { class: 'options' }, ...this.#fields.map(({ element }) => element)),
      this.#fault,
      el('div', { class: 'form-buttons' }, this.#submit, cancel),
    );
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#send();
    });
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      acts.cancel();
    });
  }

  focus(): void {
    (this.#fields[0]?.input ?? this.#submit).focus();
  }

  #send(): void {
    const options: Filled = {};
    for (const { option, value, input } of this.#fields) {
      if ('fault' in value) {
        this.#fault.textContent = value.fault;
        input.focus();
        return;
      }
      if (value.value !== undefined) options[option.name] = value.value;
    }
    this.#acts.send(this.#command, options);
  }

  /** What is filled in besides this option, as far as it can be sent. */
  #others(name: string): Filled {
    const filled = this.#fields.flatMap(({ option, value }) =>
      option.name !== name && 'value' in value && value.value !== undefined
        ? [[option.name, value.value]]
        : [],
    );
    return Object.fromEntries(filled);
  }
}
