/** The body of an interaction's callback, which type of answer it is, and which interactions may be answered so. */
import { z } from 'zod';
import type { InteractionKind } from '../model.js';
import { listOf, text } from './fields.js';
import { webhookMessage } from './message.js';
import { modal } from './modal.js';

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type */
export const CALLBACK = {
  message: 4,
  deferredMessage: 5,
  deferredUpdate: 6,
  update: 7,
  choices: 8,
  modal: 9,
} as const;

const choice = z.strictObject({
  name: text(1, 100),
  value: z.union([text(0, 100), z.number()]),
  name_localizations: z.record(z.string(), z.string().nullable()).nullish(),
});

export const callback = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal(CALLBACK.message), data: webhookMessage }),
  z.strictObject({
    type: z.literal(CALLBACK.deferredMessage),
    data: z.object({ flags: z.int().nullish() }).nullish(),
  }),
  z.strictObject({ type: z.literal(CALLBACK.deferredUpdate), data: z.unknown().optional() }),
  z.strictObject({ type: z.literal(CALLBACK.update), data: webhookMessage.nullish() }),
  z.strictObject({
    type: z.literal(CALLBACK.choices),
    data: z.strictObject({ choices: listOf(choice, 0, 25) }),
  }),
  z.strictObject({ type: z.literal(CALLBACK.modal), data: modal }),
]);

export type Callback = z.output<typeof callback>;

/**
 * Whether an interaction of this kind may be answered by this type.
 * @param source whether it came from a message: a button, or a modal opened by one
 */
export function fits(kind: InteractionKind, type: Callback['type'], source: boolean): boolean {
  switch (type) {
    case CALLBACK.message:
    case CALLBACK.deferredMessage:
      return kind !== 'autocomplete';
    case CALLBACK.deferredUpdate:
    case CALLBACK.update:
      return source && (kind === 'component' || kind === 'modal');
    case CALLBACK.choices:
      return kind === 'autocomplete';
    case CALLBACK.modal:
      return kind === 'command' || kind === 'component';
  }
}
