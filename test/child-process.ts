/** Talking to a process that a test or a benchmark has forked. */
import type { ChildProcess } from 'node:child_process';

/** The next message of a process; rejects where it ends instead. */
export function heard<Message>(child: ChildProcess): Promise<Message> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('The process has ended.'));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message as Message);
    });
  });
}
