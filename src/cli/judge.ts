/** Holds an answer against what a question expects (see docs/questions.md). */
import { z } from 'zod';

const patterns = z.array(z.string()).optional();

export const questionSchema = z.strictObject({
  id: z.string(),
  class: z.string(),
  q: z.string(),
  previous: z.string().optional(),
  expect: z.strictObject({
    status: z.enum(['answered', 'unknown']),
    all: patterns,
    any: patterns,
    none: patterns,
    docs: z.array(z.string()).optional(),
  }),
  latest: z.boolean().optional(),
  note: z.string().optional(),
});

export type Question = z.infer<typeof questionSchema>;

export type Judged = {
  right: boolean;
  /** A number or statement was given with confidence, and it is not the right one. */
  confidentlyWrong: boolean;
  reasons: string[];
};

export type Told = {
  status: 'answered' | 'unknown';
  text: string;
  documents: readonly string[];
  figures: number;
};

/** Right if the status and every pattern fit; confidently wrong if figures were given and it is not right. */
export function judge(question: Question, told: Told): Judged {
  const { expect } = question;
  const matches = (pattern: string) => new RegExp(pattern, 'iu').test(told.text);
  const reasons = [
    told.status === expect.status ? '' : `status ${told.status}`,
    ...(expect.all ?? []).map((pattern) => (matches(pattern) ? '' : `lacks /${pattern}/`)),
    expect.any && !expect.any.some(matches) ? `lacks any of ${expect.any.join(' or ')}` : '',
    ...(expect.none ?? []).map((pattern) => (matches(pattern) ? `has /${pattern}/` : '')),
    expect.docs &&
    told.status === 'answered' &&
    !expect.docs.some((document) => told.documents.some((one) => one.startsWith(document)))
      ? `cites none of ${expect.docs.join(', ')}`
      : '',
  ].filter(Boolean);
  const right = reasons.length === 0;
  return { right, confidentlyWrong: !right && told.status === 'answered' && told.figures > 0, reasons };
}
