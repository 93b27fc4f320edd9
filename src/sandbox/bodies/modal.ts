/** Modals: a title and up to five inputs, in rows as of old or in labels. */
import { z } from 'zod';
import { COMPONENT, customId, selects, textDisplay } from './component.js';
import { complain, int32, listOf, optional, text } from './fields.js';

const id = int32.nullish();

/** https://docs.discord.com/developers/components/reference#text-input-text-input-structure */
const textInput = z.strictObject({
  type: z.literal(COMPONENT.textInput),
  id,
  custom_id: customId,
  style: z.union([z.literal(1), z.literal(2)]),
  label: optional(text(1, 45)),
  min_length: optional(z.int().min(0).max(4000)),
  max_length: optional(z.int().min(1).max(4000)),
  required: optional(z.boolean()),
  value: optional(text(0, 4000)),
  placeholder: optional(text(0, 100)),
});

const inputRow = z.strictObject({
  type: z.literal(COMPONENT.row),
  id,
  components: listOf(
    textInput.refine((input) => input.label !== undefined, {
      path: ['label'],
      message: 'This field is required',
    }),
    1,
    1,
  ),
});

/** https://docs.discord.com/developers/components/reference#label-label-structure */
const label = z.strictObject({
  type: z.literal(COMPONENT.label),
  id,
  label: text(1, 45),
  description: optional(text(0, 100)),
  component: z.discriminatedUnion('type', [textInput, ...selects]),
});

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal */
export const modal = z
  .strictObject({
    custom_id: customId,
    title: text(1, 45),
    components: listOf(z.discriminatedUnion('type', [inputRow, label, textDisplay]), 1, 5),
  })
  .superRefine((value, context) => {
    const ids = modalInputs(value).map((input) => input.custom_id);
    if (new Set(ids).size < ids.length) {
      complain(
        context,
        ['components'],
        'COMPONENT_CUSTOM_ID_DUPLICATED',
        'Component custom id cannot be duplicated',
      );
    }
  });

export type ModalBody = z.output<typeof modal>;
export type TextInput = z.output<typeof textInput>;

/** The inputs of a modal, wherever they stand. */
export function modalInputs(body: ModalBody) {
  return body.components.flatMap((component) => {
    if (component.type === COMPONENT.row) return component.components;
    return component.type === COMPONENT.label ? [component.component] : [];
  });
}
