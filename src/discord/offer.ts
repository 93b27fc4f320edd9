/** Autocomplete of things that the engine knows by name. */
import type { ChoiceKind } from '../answers/directory.js';
import type { Choice, CommandContext, Focused } from './command.js';

/** What the typed beginning may become: people read the name, the command is handed the id. */
export function offer(
  kind: ChoiceKind,
  { value, others }: Focused,
  { engine, language }: CommandContext,
): Choice[] {
  return engine.choices(kind, value, language, others).map(({ id, label }) => ({ name: label, value: id }));
}
