/**
 * The tables of the state file, step by step. A step that has been released is never changed: a new one is
 * added, with the next number. They use Kysely's schema builder and no SQL of one database only.
 */
import type { Kysely, Migration } from 'kysely';

export const migrations: Record<string, Migration> = {
  '001-answers-and-settings': { up: answersAndSettings },
  '004-check-posting': { up: checkPosting },
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
