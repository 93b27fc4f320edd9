/** What a filled-in modal sends. */
import { COMPONENT } from './bodies/component.js';
import { lengthOf } from './bodies/fields.js';
import { type ModalBody, modalInputs } from './bodies/modal.js';
import { Impossible } from './options.js';

type Values = Readonly<Record<string, string>>;
type Input = ReturnType<typeof modalInputs>[number];

/**
 * The `components` of the submission, laid out like those of the modal.
 * @throws Impossible for a value that Discord would not let be sent
 */
export function submittedComponents(modal: ModalBody, values: Values): readonly unknown[] {
  const ids = modalInputs(modal).map((input) => input.custom_id);
  const stranger = Object.keys(values).find((id) => !ids.includes(id));
  if (stranger !== undefined)
    throw new Impossible(`The modal has no input "${stranger}", only ${ids.join(', ')}.`);
  return modal.components.map((component, index) => {
    const id = component.id ?? index + 1;
    const sent = { type: component.type, id };
    if (component.type === COMPONENT.row) {
      return { ...sent, components: component.components.map((input) => filled(input, values)) };
    }
    return component.type === COMPONENT.label
      ? { ...sent, component: filled(component.component, values) }
      : sent;
  });
}

function filled(input: Input, values: Values) {
  const typed = values[input.custom_id];
  const shared = { type: input.type, id: input.id ?? 1, custom_id: input.custom_id };
  if (input.type !== COMPONENT.textInput) return { ...shared, values: typed === undefined ? [] : [typed] };
  const value = typed ?? input.value ?? '';
  const length = lengthOf(value);
  if (length === 0 && input.required !== false)
    throw new Impossible(`"${input.custom_id}" has to be filled in.`);
  const fits = length >= (input.min_length ?? 0) && length <= (input.max_length ?? 4000);
  if (length > 0 && !fits) throw new Impossible(`"${input.custom_id}" cannot hold ${length} characters.`);
  return { ...shared, value };
}
