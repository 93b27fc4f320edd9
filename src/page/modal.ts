/** A modal of the bot as a dialog; it stays open, with what was typed, until it has been sent. */
import type { Component, Modal, Outcome } from '../sandbox/page/wire.js';
import { TYPE } from './components.js';
import { type Child, el, newId } from './element.js';
import type { Names } from './inline.js';
import { markdown } from './markdown.js';

const PARAGRAPH = 2;

type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** @param submit sends it; what failed is shown in the dialog */
export function openModal(
  { id, title, components }: Modal,
  names: Names,
  submit: (modal: string, values: Record<string, string>) => Promise<Outcome>,
): void {
  const inputs = new Map<string, Input>();
  const heading = newId('modal');
  const fault = el('p', { class: 'fault', role: 'alert' });
  const send = el('button', { type: 'submit', class: 'main-button' }, 'Submit');
  const cancel = el('button', { type: 'button', class: 'quiet', click: () => dialog.close() }, 'Cancel');
  const form = el(
    'form',
    {},
    el('h2', { id: heading }, title),
    ...components.map((component) => part(component, names, inputs)),
    fault,
    el('div', { class: 'form-buttons' }, send, cancel),
  );
  const dialog: HTMLDialogElement = el('dialog', { class: 'modal', 'aria-labelledby': heading }, form);
  const opener = document.activeElement;
  dialog.addEventListener('close', () => {
    dialog.remove();
    const inner = opener?.shadowRoot?.querySelector<HTMLElement>('button');
    const back = inner ?? opener;
    if (back instanceof HTMLElement) back.focus();
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    send.disabled = true;
    const typed = [...inputs].map(([name, { value }]) => [name, value] as const);
    const outcome = await submit(id, Object.fromEntries(typed.filter(([, value]) => value !== '')));
    send.disabled = false;
    if (outcome.kind === 'failed') fault.textContent = outcome.reason;
    else dialog.close();
  });
  // A second click, while the first one's form was still on its way.
  for (const earlier of document.querySelectorAll<HTMLDialogElement>('dialog.modal')) earlier.close();
  document.body.append(dialog);
  dialog.showModal();
}

function part(component: Component, names: Names, inputs: Map<string, Input>): HTMLElement {
  switch (component.type) {
    case TYPE.textDisplay:
      return el('div', { class: 'markdown' }, ...markdown(component.content ?? '', names));
    case TYPE.row:
      return el(
        'div',
        {},
        ...(component.components ?? []).map((input) => field(input, input.label, null, inputs)),
      );
    case TYPE.label:
      return component.component
        ? field(component.component, component.label, component.description, inputs)
        : el('div');
    default:
      return el('p', { class: 'empty' }, 'The page cannot show this part; Discord can.');
  }
}

function field(
  component: Component,
  label = '',
  description: string | null | undefined,
  inputs: Map<string, Input>,
): HTMLElement {
  const id = newId('input');
  const hint = newId('hint');
  const required = component.required !== false;
  const input = inputOf(component, {
    id,
    required,
    minlength: component.min_length,
    maxlength: component.max_length,
    placeholder: component.placeholder,
    'aria-describedby': description ? hint : undefined,
  });
  inputs.set(component.custom_id ?? '', input);
  const shown: Child[] = [
    el('label', { for: id }, label, required ? null : el('span', { class: 'faint' }, ' (optional)')),
    description ? el('p', { id: hint, class: 'hint' }, description) : null,
    input,
  ];
  return el('div', { class: 'field' }, ...shown);
}

function inputOf(
  component: Component,
  attributes: Readonly<Record<string, string | number | boolean | undefined>>,
): Input {
  const { type, style, value = '', options = [] } = component;
  if (type === TYPE.stringSelect) {
    const { id, required, 'aria-describedby': described } = attributes;
    return el(
      'select',
      { id, required, 'aria-describedby': described },
      el('option', { value: '' }, component.placeholder ?? 'Choose'),
      ...options.map((one) => el('option', { value: one.value, selected: one.default }, one.label)),
    );
  }
  const input: HTMLInputElement | HTMLTextAreaElement =
    style === PARAGRAPH
      ? el('textarea', { ...attributes, rows: 4 })
      : el('input', { ...attributes, type: 'text' });
  input.value = value;
  return input;
}
