/** What is kept of a checked claim: its number and what decides it, none of the message's words and nobody's name. */
import { z } from 'zod';
import type { CheckedClaim } from './check.js';

const ids = z.array(z.string());

export const plainClaimSchema = z.object({
  verdict: z.enum(['supported', 'contradicted', 'outdated', 'disputed', 'no-data']),
  stated: z.object({
    kind: z.enum(['count', 'percent', 'times', 'money', 'date']),
    manner: z.enum(['exact', 'about', 'nearly', 'over', 'at-least', 'under', 'up-to', 'between']),
    value: z.number(),
    high: z.number(),
  }),
  metric: z.string().nullable(),
  figures: ids,
  older: ids,
  derived: z.array(z.object({ expression: z.string(), value: z.number(), inputs: ids })),
  events: ids.default([]),
});

export type PlainClaim = z.infer<typeof plainClaimSchema>;

/** A claim without the words that claim it. */
export function plainClaim({
  verdict,
  stated,
  metric,
  figures,
  older,
  derived,
  events,
}: CheckedClaim): PlainClaim {
  const { kind, manner, value, high } = stated;
  return {
    verdict,
    stated: { kind, manner, value, high },
    metric: metric ?? null,
    figures: figures.map(({ id }) => id),
    older: older.map(({ id }) => id),
    derived,
    events: events.map(({ id }) => id),
  };
}
