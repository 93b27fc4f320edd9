/** Holds the check of a message against what was expected of it (see docs/questions.md). */
import { z } from 'zod';

export const verdicts = ['supported', 'contradicted', 'outdated', 'disputed', 'no-data'] as const;

export const messageSchema = z.strictObject({
  id: z.string(),
  message: z.string(),
  claims: z.array(
    z.strictObject({
      span: z.string(),
      verdict: z.enum(verdicts),
      figures: z.array(z.string()),
      docs: z.array(z.string()).optional(),
    }),
  ),
  note: z.string().optional(),
});

export type CheckedMessage = z.infer<typeof messageSchema>;

export type Found = { span: string; verdict: string; figures: string };

/** What is wrong: nothing if each expected claim was found with its verdict and its figures, and no other. */
export function faultsOf({ message, claims }: CheckedMessage, found: readonly Found[]): string[] {
  const left = [...found];
  const faults = claims.flatMap(({ span, verdict, figures }) => {
    const index = left.findIndex((one) => isSame(one.span, span, message));
    const [one] = index < 0 ? [] : left.splice(index, 1);
    if (!one) return [`not found: ${span}`];
    const lacking = figures.filter((pattern) => !new RegExp(pattern, 'iu').test(one.figures));
    return [
      ...(one.verdict === verdict ? [] : [`${one.verdict} instead of ${verdict}: ${span}`]),
      ...(one.verdict === verdict && lacking.length > 0 ? [`lacks ${lacking.join(', ')}: ${span}`] : []),
    ];
  });
  return [...faults, ...left.map(({ span, verdict }) => `invented: ${span} (${verdict})`)];
}

/** Two spans are the same claim if they overlap by half of the shorter one or more. */
function isSame(one: string, other: string, message: string): boolean {
  const [from, to] = [message.indexOf(one), message.indexOf(other)];
  const overlap = Math.min(from + one.length, to + other.length) - Math.max(from, to);
  return from >= 0 && to >= 0 && overlap >= Math.min(one.length, other.length) / 2;
}
