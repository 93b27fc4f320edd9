/** A subscription: who is told of what, where and when, and how telling them has gone so far. */
import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Language, SubscriptionsTable } from './tables.js';

/** What is subscribed to: ids of the data's metrics and topics. */
export type Target = { kind: 'metric' | 'topic'; id: string } | { kind: 'everything' };

/** Digests come at nine in the morning in London, weekly ones on Mondays. */
export type Timing = 'at-once' | 'daily' | 'weekly';

/** Why nothing can be delivered for now. */
export const PAUSE_REASONS = [
  'no-access',
  'no-permission',
  'direct-messages-closed',
  'no-shared-server',
  'direct-messages-too-fast',
  'thread-archived',
] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** Why nothing will ever be delivered again: Discord says that channel or server are gone, or the bot was removed. */
export const END_REASONS = ['channel-gone', 'server-gone', 'server-left'] as const;
export type EndReason = (typeof END_REASONS)[number];

/** What went wrong when it was last tried. `refused`: Discord found our message faulty, which is our bug. */
export const PROBLEMS = [
  ...PAUSE_REASONS,
  ...END_REASONS,
  'discord-failing',
  'unreachable',
  'rate-limited',
  'refused',
  'uncertain',
] as const;
export type Problem = (typeof PROBLEMS)[number];

export type SubscriptionStatus =
  | { kind: 'active' }
  | { kind: 'paused'; reason: PauseReason; since: Date }
  | { kind: 'ended'; reason: EndReason; at: Date };

export type SubscriptionToAdd = {
  /** Null in direct messages. */
  guildId: string | null;
  /** A thread or a conversation is a channel too. */
  channelId: string;
  createdBy: string;
  to: Target;
  when: Timing;
  /** The role to mention. */
  roleId: string | null;
  language: Language;
};

export type Subscription = SubscriptionToAdd & {
  /** 6 characters of [A-Za-z0-9_-]. */
  id: string;
  createdAt: Date;
  status: SubscriptionStatus;
  lastDelivered?: Date;
  lastProblem?: { problem: Problem; at: Date };
  /** When something that failed is tried again; no moment is known for what merely waits for its digest. */
  nextTry?: Date;
};

const rowSchema = z.object({
  id: z.string(),
  guild_id: z.string().nullable(),
  channel_id: z.string(),
  created_by: z.string(),
  to_kind: z.enum(['metric', 'topic', 'everything']),
  to_id: z.string(),
  timing: z.enum(['at-once', 'daily', 'weekly']),
  role_id: z.string().nullable(),
  language: z.enum(['en', 'fr']),
  created_at: z.number(),
  last_delivered_at: z.number().nullable(),
  last_problem: z.enum(PROBLEMS).nullable(),
  last_problem_at: z.number().nullable(),
  next_try_at: z.number().nullable(),
});

const statusSchema = z.union([
  z.object({ status: z.literal('active') }),
  z.object({ status: z.literal('paused'), status_reason: z.enum(PAUSE_REASONS), status_at: z.number() }),
  z.object({ status: z.literal('ended'), status_reason: z.enum(END_REASONS), status_at: z.number() }),
]);

/** Throws where the row is not as this file writes it: another program has changed it. */
export function subscriptionOf(row: Selectable<SubscriptionsTable>): Subscription {
  const { data, error } = rowSchema.and(statusSchema).safeParse(row);
  if (!data)
    throw new Error(`The subscription ${row.id} in the state file can't be read: ${z.prettifyError(error)}`);
  return {
    id: data.id,
    guildId: data.guild_id,
    channelId: data.channel_id,
    createdBy: data.created_by,
    to: data.to_kind === 'everything' ? { kind: 'everything' } : { kind: data.to_kind, id: data.to_id },
    when: data.timing,
    roleId: data.role_id,
    language: data.language,
    createdAt: new Date(data.created_at),
    status: statusOf(data),
    ...(data.last_delivered_at === null ? {} : { lastDelivered: new Date(data.last_delivered_at) }),
    ...(data.last_problem === null
      ? {}
      : { lastProblem: { problem: data.last_problem, at: new Date(data.last_problem_at ?? 0) } }),
    ...(data.next_try_at === null ? {} : { nextTry: new Date(data.next_try_at) }),
  };
}

function statusOf(row: z.infer<typeof statusSchema>): SubscriptionStatus {
  switch (row.status) {
    case 'active':
      return { kind: 'active' };
    case 'paused':
      return { kind: 'paused', reason: row.status_reason, since: new Date(row.status_at) };
    case 'ended':
      return { kind: 'ended', reason: row.status_reason, at: new Date(row.status_at) };
  }
}
