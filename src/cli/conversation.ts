/** Questions line by line, each answered before the next is read; a question may lean on the one before. */
import type { Engine, Reply } from '../engine.js';
import { catalogueOf } from '../language/catalogue.js';
import type { Output } from './program.js';
import { answerText } from './text.js';

export type Conversation = {
  engine: Engine;
  lines: AsyncIterable<string>;
  output: Output;
  /** Called whenever the next question may come: shows the prompt. */
  ready?: () => void;
  /** Typing one of these ends the conversation. */
  leaveBy?: readonly string[];
};

/** Answers until the lines end; empty ones are passed over. */
export async function converse({ engine, lines, output, ready, leaveBy = [] }: Conversation): Promise<void> {
  let previous: Reply['query'] | undefined;
  ready?.();
  for await (const line of lines) {
    const question = line.trim();
    if (leaveBy.includes(question.toLowerCase())) return;
    if (question !== '') {
      const reply = engine.ask(question, { previous });
      previous = reply.query;
      output.out(`${answerText(reply.answer)}\n`);
      await output.drained();
    }
    ready?.();
  }
}

/** What a person sees who starts it in a terminal. */
export function banner(leaveBy: readonly string[]): string {
  const { examples } = catalogueOf('en');
  return [
    'Tally answers questions about the UK–France “one in, one out” pilot, in English or French, with sources.',
    `For example: ${examples.join(' ')}`,
    `To leave, press Ctrl-D or type ${leaveBy.join(' or ')}.\n`,
  ].join('\n');
}
