/** Checks the figures of written-down messages and says how many checks are right. */
import { readFileSync } from 'node:fs';
import { checkRecord } from '../answers/claims/check-record.js';
import type { Engine } from '../engine.js';
import { type CheckedMessage, faultsOf, messageSchema } from './check-judge.js';
import type { Output } from './program.js';

export type MessageChecked = { message: CheckedMessage; faults: string[] };

/** Checks all messages of a file; throws, naming file and line, where one is malformed. */
export function checkMessages(file: string, engine: Engine, today: string): MessageChecked[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const parsed = messageSchema.safeParse(JSON.parse(line));
      if (!parsed.success) throw new Error(`${file}, line ${index + 1}: ${parsed.error.message}`);
      return [{ message: parsed.data, faults: faultsIn(parsed.data, engine, today) }];
    });
}

/** Misses with their faults, then the counts: right ones, and claims found where there are none. */
export function reportMessages(checked: readonly MessageChecked[], show: string, output: Output): void {
  for (const { message, faults } of checked) {
    if (show === 'none' || (show === 'misses' && faults.length === 0)) continue;
    output.out(`${faults.length === 0 ? 'right' : 'miss'} ${message.id} ${message.message.slice(0, 160)}`);
    for (const fault of faults) output.out(`    ${fault}`);
  }
  const right = checked.filter(({ faults }) => faults.length === 0).length;
  const quiet = checked.filter(({ message }) => message.claims.length === 0);
  const invented = quiet.filter(({ faults }) => faults.length > 0).length;
  const percent = checked.length > 0 ? ((100 * right) / checked.length).toFixed(1) : '–';
  output.out(
    `messages ${right} of ${checked.length} right (${percent} %); claims invented in ${invented} of ${quiet.length} quiet ones`,
  );
}

function faultsIn(message: CheckedMessage, engine: Engine, today: string): string[] {
  const { claims } = checkRecord(engine.check(message.message, { today }));
  return faultsOf(
    message,
    claims.map(({ span, verdict, figures, derived, text }) => ({
      span,
      verdict,
      figures: `${JSON.stringify([figures, derived])} ${text}`,
    })),
  );
}
