// The ledger: append-only and hash-chained per cooperative, refused change by the database from its first row on.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Engagement1764000009000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ledger_entries (
        cooperative_id uuid NOT NULL, sequence integer NOT NULL, member_id uuid NOT NULL, session_id uuid NOT NULL,
        kind text NOT NULL, quantity integer NOT NULL, reason text, rule_version integer NOT NULL,
        source_event_id uuid NOT NULL, recorded_at timestamptz NOT NULL, previous_hash text NOT NULL, hash text NOT NULL,
        PRIMARY KEY (cooperative_id, sequence),
        CONSTRAINT ledger_entries_once UNIQUE (source_event_id, member_id, kind),
        CONSTRAINT ledger_entries_cooperative_fk FOREIGN KEY (cooperative_id) REFERENCES cooperatives (id),
        CONSTRAINT ledger_entries_member_fk FOREIGN KEY (member_id) REFERENCES members (id),
        CONSTRAINT ledger_entries_session_fk FOREIGN KEY (session_id) REFERENCES sessions (id))`);
    await runner.query(`CREATE INDEX ledger_entries_member ON ledger_entries (member_id, sequence)`);
    await runner.query(`CREATE INDEX ledger_entries_session ON ledger_entries (session_id, member_id)`);
    await runner.query(`
      CREATE TRIGGER ledger_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entries
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    await runner.query(`
      CREATE TABLE ledger_heads (
        cooperative_id uuid PRIMARY KEY, sequence integer NOT NULL, hash text NOT NULL,
        CONSTRAINT ledger_heads_cooperative_fk FOREIGN KEY (cooperative_id) REFERENCES cooperatives (id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['ledger_heads', 'ledger_entries']) await runner.query(`DROP TABLE ${table}`);
  }
}
