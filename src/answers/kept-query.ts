/** A Query as it is kept for buttons and follow-ups: what was asked, and what kind of answer it got. */
import { z } from 'zod';
import type { Query } from '../questions/query.js';
import { type PlainClaim, plainClaimSchema } from './claims/plain-claim.js';

/** Answers that are not put together from a question's words: quotations of somebody, cards, overviews, checks. */
export type Shown =
  | { kind: 'quotes'; speaker?: string | undefined; topic?: string | undefined; words?: string | undefined }
  | { kind: 'cards'; ids: string[] }
  | { kind: 'comparison' }
  | { kind: 'timeline'; from?: string | undefined; to?: string | undefined; topic?: string | undefined }
  | { kind: 'explanation'; topic: string }
  | { kind: 'check'; claims: PlainClaim[] };

/** A Query that can be answered again from what was kept of it, also after a restart. */
export type KeptQuery = Query & { shown?: Shown | undefined };

const texts = z.array(z.string());

const cue = z.enum(['on', 'by', 'before', 'since', 'after', 'in']);

const time = z.looseObject({
  from: z.string(),
  to: z.string(),
  cue,
  granularity: z.enum(['day', 'span', 'part', 'month', 'season', 'year']),
  yearGuessed: z.boolean(),
  at: z.array(z.number()),
});

const part = z
  .looseObject({
    text: z.string(),
    focus: z.enum(['quantity', 'who', 'when', 'where', 'why', 'how', 'what', 'yes-no', 'source', 'none']),
    operation: z.enum([
      'value',
      'first',
      'series',
      'change',
      'difference',
      'ratio',
      'share',
      'compare-times',
      'compare-metrics',
      'differ',
      'sum',
      'average',
      'duration',
    ]),
    metrics: z.array(
      z.looseObject({ id: z.string(), restrictions: texts, asides: texts, strength: z.number() }),
    ),
    scope: z.string().optional(),
    times: z.array(time),
    impossible: z.string().optional(),
    between: z.boolean(),
    moments: z.array(time),
    described: z.looseObject({ phrase: z.string(), offset: z.number(), step: z.string(), cue }).optional(),
    numbers: z.array(z.number()),
    premise: z.enum(['below', 'above']).optional(),
    span: z.union([z.strictObject({ days: z.number() }), z.literal('year')]).optional(),
    wantsNewest: z.boolean(),
    asReported: z.boolean(),
    people: texts,
    saidBy: z.boolean(),
    sources: texts,
    quoted: texts,
    tokens: texts,
    scene: texts,
    narrowing: texts,
    // Kept before it was known.
    foreign: texts.default([]),
    lead: texts,
    context: texts,
    unknown: texts,
    asked: texts,
    surfaces: z.record(z.string(), z.string()),
    sides: z.boolean(),
    leans: z.boolean(),
  })
  .transform((read) => ({
    ...read,
    scope: read.scope,
    premise: read.premise,
    span: read.span,
    described: read.described,
    impossible: read.impossible,
  }));

const shown = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('quotes'),
    speaker: z.string().optional(),
    topic: z.string().optional(),
    words: z.string().optional(),
  }),
  z.object({ kind: z.literal('cards'), ids: texts }),
  z.object({ kind: z.literal('comparison') }),
  z.object({
    kind: z.literal('timeline'),
    from: z.string().optional(),
    to: z.string().optional(),
    topic: z.string().optional(),
  }),
  z.object({ kind: z.literal('explanation'), topic: z.string() }),
  z.object({ kind: z.literal('check'), claims: z.array(plainClaimSchema) }),
]);

const keptQuery = z
  .looseObject({
    language: z.enum(['en', 'fr']),
    parts: z.array(part),
    today: z.string(),
    notAfter: z.string().optional(),
    shown: shown.optional(),
  })
  .transform((read) => ({ ...read, notAfter: read.notAfter }));

/** The query that was kept as JSON; undefined where an older version wrote it in another form. */
export function readKeptQuery(kept: unknown): KeptQuery | undefined {
  const { success, data } = keptQuery.safeParse(kept);
  return success ? data : undefined;
}
