// Outbox and audit. What is append-only is refused change by the database, to everybody, from here on.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Foundations1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege'; END $$`);
    await runner.query(`
      CREATE TABLE outbox_events (
        id uuid NOT NULL, name text NOT NULL, payload jsonb NOT NULL,
        occurred_at timestamptz NOT NULL, due_at timestamptz NOT NULL,
        completed_at timestamptz, failed_at timestamptz,
        attempts integer NOT NULL DEFAULT 0, last_error text,
        CONSTRAINT "PK_outbox" PRIMARY KEY (id))`);
    await runner.query(
      `CREATE INDEX outbox_events_waiting ON outbox_events (due_at) WHERE completed_at IS NULL AND failed_at IS NULL`,
    );
    await runner.query(
      `CREATE INDEX outbox_events_completed ON outbox_events (completed_at) WHERE completed_at IS NOT NULL`,
    );
    await runner.query(`
      CREATE TABLE handled_events (
        event_id uuid NOT NULL, handler text NOT NULL, handled_at timestamptz NOT NULL,
        PRIMARY KEY (event_id, handler))`);
    await runner.query(`
      CREATE TABLE audit_entries (
        cooperative_id uuid NOT NULL, number integer NOT NULL, actor_member_id uuid, action text NOT NULL,
        subject_type text NOT NULL, subject_id uuid NOT NULL, fields text[] NOT NULL, values_hash text NOT NULL,
        at timestamptz NOT NULL, from_hash text, previous_hash text NOT NULL, hash text NOT NULL,
        PRIMARY KEY (cooperative_id, number))`);
    await runner.query(
      `CREATE INDEX audit_entries_subject ON audit_entries (cooperative_id, subject_type, subject_id)`,
    );
    await runner.query(`
      CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    await runner.query(`
      CREATE TABLE audit_values (
        cooperative_id uuid NOT NULL, number integer NOT NULL, salt text NOT NULL,
        before jsonb NOT NULL, after jsonb NOT NULL, PRIMARY KEY (cooperative_id, number))`);
    await runner.query(`
      CREATE TABLE audit_heads (
        cooperative_id uuid NOT NULL PRIMARY KEY, number integer NOT NULL, hash text NOT NULL)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['audit_heads', 'audit_values', 'audit_entries', 'handled_events', 'outbox_events']) {
      await runner.query(`DROP TABLE ${table}`);
    }
    await runner.query('DROP FUNCTION refuse_change()');
  }
}
