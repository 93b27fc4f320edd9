/** What a person sees of an interaction: at once, and once what was put off is there. */
import { FLAG } from './bodies/message.js';
import type { Change } from './changes.js';
import type { Interaction } from './model.js';
import { type Outcome, ShownMessage, ShownModal } from './shown.js';

/** What Discord shows where nothing came within three seconds. */
export const NO_RESPONSE: Outcome = { kind: 'failed', reason: 'The application did not respond' };

/** What the acknowledgement shows, or null as long as there is none. */
export function acknowledged(interaction: Interaction): Outcome | null {
  const { state, original } = interaction;
  switch (state.state) {
    case 'open':
      return null;
    case 'no-answer':
      return NO_RESPONSE;
    case 'message':
    case 'update':
      return original === null
        ? { kind: 'nothing' }
        : { kind: state.state, message: new ShownMessage(original) };
    case 'choices':
      return { kind: 'choices', choices: state.choices };
    case 'modal':
      return { kind: 'modal', modal: new ShownModal(interaction, state.modal) };
  }
}

/**
 * What is shown in the end: after a deferral that is an edit, a deletion, or a new message.
 * @param change what has just happened, if anything
 * @returns null as long as it has not come
 */
export function completed(interaction: Interaction, change: Change | null): Outcome | null {
  const { state, original } = interaction;
  const outcome = acknowledged(interaction);
  const deferred = (state.state === 'message' || state.state === 'update') && state.deferred;
  if (!deferred || original === null) return outcome;
  if (original.deleted) return { kind: 'nothing' };
  if (state.state === 'message' && (original.flags & FLAG.loading) === 0) return outcome;
  if (change?.kind === 'message-edited' && change.message === original) return outcome;
  if (change?.kind !== 'message-created' || change.message === original) return null;
  if (change.message.interaction !== interaction) return null;
  return { kind: 'message', message: new ShownMessage(change.message) };
}
