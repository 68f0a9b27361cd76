// Reminders: what goes to whom, and when, as rows.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Reminders1764000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reminders (
        id uuid NOT NULL, cooperative_id uuid NOT NULL, session_id uuid NOT NULL, member_id uuid NOT NULL,
        registration_id uuid NOT NULL, kind text NOT NULL, occasion text NOT NULL, due_at timestamptz NOT NULL,
        state text NOT NULL DEFAULT 'waiting', decided_at timestamptz, created_at timestamptz NOT NULL,
        CONSTRAINT "PK_reminders" PRIMARY KEY (id),
        CONSTRAINT reminders_cooperative_fk FOREIGN KEY (cooperative_id) REFERENCES cooperatives (id),
        CONSTRAINT reminders_session_fk FOREIGN KEY (session_id) REFERENCES sessions (id),
        CONSTRAINT reminders_member_fk FOREIGN KEY (member_id) REFERENCES members (id),
        CONSTRAINT reminders_registration_fk FOREIGN KEY (registration_id) REFERENCES registrations (id),
        CONSTRAINT reminders_once UNIQUE (session_id, member_id, kind, occasion),
        CONSTRAINT reminders_state CHECK (state IN ('waiting', 'sent', 'missed', 'withdrawn', 'unreachable')))`);
    await runner.query(`CREATE INDEX reminders_due ON reminders (due_at, id) WHERE state = 'waiting'`);
    await runner.query(`CREATE INDEX reminders_member ON reminders (member_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE reminders');
  }
}
