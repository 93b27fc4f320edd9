/** The terminal of the prompt: a line to edit, and Tab. */
import { createInterface, type Interface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Completer, Completions } from './completion.js';
import type { Output } from './program.js';

/** What readline takes from a completer: texts, and the end of the line that they stand in place of. */
type Found = [texts: string[], typed: string];

/** A readline interface with a prompt; Ctrl-C closes it as Ctrl-D does. */
export function terminalFor(complete: Completer['complete'], input: Readable, output: Output): Interface {
  let listed: string | undefined;
  /**
   * readline puts what all texts share in place of what is typed, which is right only where they go on from
   * that. Where they don't, they are listed, and Tab once more takes the first, the best.
   */
  const found = (line: string, { typed, texts }: Completions): Found => {
    const [best] = texts;
    const goOn = texts.every((text) => text.toLowerCase().startsWith(typed.toLowerCase()));
    if (best === undefined || texts.length === 1 || (goOn && typed !== '')) return [texts, typed];
    if (line === listed) return [[best], typed];
    listed = line;
    output.out(`\n${texts.join('\n')}\n(Tab again: ${best})`);
    terminal.prompt(true);
    return [[], typed];
  };
  const terminal = createInterface({
    input,
    output: process.stdout,
    prompt: '> ',
    completer: (line: string, done: (error: Error | null, found: Found) => void) => {
      complete(line).then(
        (completions) => done(null, found(line, completions)),
        (error: unknown) => {
          output.error(error instanceof Error ? error.message : String(error));
          done(null, [[], line]);
        },
      );
    },
  });
  terminal.on('SIGINT', () => terminal.close());
  return terminal;
}
