// Verdicts, in versions, and which sessions have theirs.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Attendance1764000008001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE attendance_rounds (
        session_id uuid PRIMARY KEY, cooperative_id uuid NOT NULL, went_live_at timestamptz,
        ended_at timestamptz NOT NULL, finalised_at timestamptz NOT NULL,
        CONSTRAINT attendance_rounds_session_fk FOREIGN KEY (session_id) REFERENCES sessions (id),
        CONSTRAINT attendance_rounds_cooperative_fk FOREIGN KEY (cooperative_id) REFERENCES cooperatives (id))`);
    await runner.query(`
      CREATE TABLE attendances (
        session_id uuid NOT NULL, member_id uuid NOT NULL, version integer NOT NULL, cooperative_id uuid NOT NULL,
        verdict text NOT NULL, counted_seconds integer NOT NULL, broadcast_seconds integer NOT NULL,
        source text NOT NULL, rule_version integer NOT NULL, inputs_hash text NOT NULL, spans jsonb NOT NULL,
        reason text, decided_by uuid, decided_at timestamptz NOT NULL, superseded_at timestamptz,
        PRIMARY KEY (session_id, member_id, version),
        CONSTRAINT attendances_session_fk FOREIGN KEY (session_id) REFERENCES sessions (id),
        CONSTRAINT attendances_member_fk FOREIGN KEY (member_id) REFERENCES members (id),
        CONSTRAINT attendances_decider_fk FOREIGN KEY (decided_by) REFERENCES members (id),
        CONSTRAINT attendances_cooperative_fk FOREIGN KEY (cooperative_id) REFERENCES cooperatives (id))`);
    await runner.query(
      `CREATE UNIQUE INDEX attendances_current ON attendances (session_id, member_id) WHERE superseded_at IS NULL`,
    );
    await runner.query(`CREATE INDEX attendances_member ON attendances (member_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['attendances', 'attendance_rounds']) await runner.query(`DROP TABLE ${table}`);
  }
}
