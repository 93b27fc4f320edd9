/**
 * The tables of the state file, step by step. A step that has been released is never changed: a new one is
 * added, with the next number. They use Kysely's schema builder and no SQL of one database only.
 */
import { type Kysely, type Migration, sql } from 'kysely';

export const migrations: Record<string, Migration> = {
  '001-answers-and-settings': { up: answersAndSettings },
  '002-subscriptions': { up: subscriptions },
  '003-suggestions-and-feedback': { up: suggestionsAndFeedback },
  '004-check-posting': { up: checkPosting },
  '005-deliveries-by-status': { up: deliveriesByStatus },
  '006-outbox-by-subscription': { up: outboxBySubscription },
};

async function answersAndSettings(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('answers')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('message_id', 'text', (column) => column.unique())
    .addColumn('query', 'text', (column) => column.notNull())
    .addColumn('asker_id', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('guild_id', 'text')
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('saved_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema.createIndex('answers_by_age').on('answers').column('saved_at').execute();
  await schema.createIndex('answers_by_guild').on('answers').column('guild_id').execute();
  await schema
    .createTable('plain_questions')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('allowed', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('plain_questions_key', ['guild_id', 'channel_id'])
    .execute();
  await schema
    .createTable('left_guilds')
    .addColumn('guild_id', 'text', (column) => column.primaryKey())
    .addColumn('left_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema
    .createTable('checks')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('checked_at', 'bigint', (column) => column.notNull())
    .execute();
}

/** Whether checks of a message's figures may be posted, by channel or server. */
async function checkPosting({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('check_posting')
    .addColumn('guild_id', 'text', (column) => column.notNull())
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('allowed', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('check_posting_key', ['guild_id', 'channel_id'])
    .execute();
}

/** Ninety days of deliveries are many; those of a status, and what is old of it, are found without reading all. */
async function deliveriesByStatus({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createIndex('deliveries_by_status')
    .on('deliveries')
    .columns(['status', 'settled_at'])
    .execute();
}

/** What waits for one channel is found without reading what waits for all the others. */
async function outboxBySubscription({ schema }: Kysely<unknown>): Promise<void> {
  await schema.createIndex('subscriptions_by_channel').on('subscriptions').column('channel_id').execute();
  await schema
    .createIndex('outbox_waiting_by_subscription')
    .on('outbox')
    .columns(['subscription_id', 'due_at'])
    .where(sql.ref('delivery_id'), 'is', null)
    .where(sql.ref('covered_by'), 'is', null)
    .execute();
  await schema
    .createIndex('outbox_by_cover')
    .on('outbox')
    .column('covered_by')
    .where(sql.ref('covered_by'), 'is not', null)
    .execute();
}

async function subscriptions(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('subscriptions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('guild_id', 'text')
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('to_kind', 'text', (column) => column.notNull())
    .addColumn('to_id', 'text', (column) => column.notNull())
    .addColumn('timing', 'text', (column) => column.notNull())
    .addColumn('role_id', 'text')
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('status_reason', 'text')
    .addColumn('status_at', 'bigint')
    .addColumn('last_delivered_at', 'bigint')
    .addColumn('last_problem', 'text')
    .addColumn('last_problem_at', 'bigint')
    .addColumn('next_try_at', 'bigint')
    .execute();
  await schema
    .createIndex('subscriptions_once')
    .unique()
    .on('subscriptions')
    .columns(['channel_id', 'to_kind', 'to_id'])
    .where(sql.ref('status'), '!=', 'ended')
    .execute();
  await schema.createIndex('subscriptions_by_guild').on('subscriptions').column('guild_id').execute();
  await schema.createIndex('subscriptions_by_person').on('subscriptions').column('created_by').execute();
  await schema
    .createTable('ledger')
    .addColumn('figure_id', 'text', (column) => column.primaryKey())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('figure', 'text', (column) => column.notNull())
    .addColumn('told', 'integer', (column) => column.notNull())
    .addColumn('learned_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema
    .createTable('updates')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('figure', 'text', (column) => column.notNull())
    .addColumn('before', 'text')
    .addColumn('learned_at', 'bigint', (column) => column.notNull())
    .execute();
  await schema
    .createTable('outbox')
    .addColumn('update_id', 'text', (column) => column.notNull())
    .addColumn('subscription_id', 'text', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('covered_by', 'text')
    .addColumn('delivery_id', 'text')
    .addPrimaryKeyConstraint('outbox_key', ['update_id', 'subscription_id'])
    .execute();
  await schema
    .createIndex('outbox_waiting')
    .on('outbox')
    .column('due_at')
    .where(sql.ref('delivery_id'), 'is', null)
    .where(sql.ref('covered_by'), 'is', null)
    .execute();
  await schema.createIndex('outbox_by_subscription').on('outbox').column('subscription_id').execute();
  await schema.createIndex('outbox_by_delivery').on('outbox').column('delivery_id').execute();
  await schema
    .createTable('deliveries')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('guild_id', 'text')
    .addColumn('channel_id', 'text', (column) => column.notNull())
    .addColumn('subscription_id', 'text', (column) => column.notNull())
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('unknown_since', 'bigint')
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('next_try_at', 'bigint', (column) => column.notNull())
    .addColumn('message_id', 'text')
    .addColumn('problem', 'text')
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addColumn('settled_at', 'bigint')
    .execute();
  await schema
    .createIndex('deliveries_open')
    .on('deliveries')
    .column('next_try_at')
    .where(sql.ref('status'), '=', 'open')
    .execute();
  await schema.createIndex('deliveries_by_subscription').on('deliveries').column('subscription_id').execute();
}

async function suggestionsAndFeedback(database: Kysely<unknown>): Promise<void> {
  const { schema } = database;
  await schema
    .createTable('suggestions')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('metric', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('date', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('words', 'text', (column) => column.notNull())
    .addColumn('reading', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('saved_at', 'bigint', (column) => column.notNull())
    .addColumn('settled_at', 'bigint')
    .execute();
  await schema.createIndex('suggestions_by_status').on('suggestions').column('status').execute();
  await schema
    .createTable('remarks')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('said', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('answer', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('saved_at', 'bigint', (column) => column.notNull())
    .addColumn('done_at', 'bigint')
    .execute();
  await schema
    .createTable('unknown_questions')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('folded', 'text', (column) => column.notNull().unique())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('times', 'integer', (column) => column.notNull())
    .addColumn('last_asked_at', 'bigint', (column) => column.notNull())
    .addColumn('done_at', 'bigint')
    .execute();
}
