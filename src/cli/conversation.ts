/** Lines, each answered before the next is read. */
import type { Output } from './program.js';

export type Conversation = {
  lines: AsyncIterable<string>;
  /** What is to be shown for a line; '' for nothing. */
  answer: (line: string) => Promise<string>;
  output: Output;
  /** Called whenever the next line may come: shows the prompt. */
  ready?: () => void;
  /** Typing one of these ends the conversation. */
  leaveBy?: readonly string[];
};

/** Answers until the lines end; empty ones are passed over. Gives how many lines there were. */
export async function converse({
  lines,
  answer,
  output,
  ready,
  leaveBy = [],
}: Conversation): Promise<number> {
  let count = 0;
  ready?.();
  for await (const line of lines) {
    count += 1;
    const typed = line.trim();
    if (leaveBy.includes(typed.toLowerCase())) return count;
    const shown = typed === '' ? '' : await answer(typed);
    if (shown !== '') output.out(`${shown}\n`);
    await output.drained();
    ready?.();
  }
  return count;
}
