// Sessions that recur by a rule.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Series1764000016000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE session_series (
        id uuid PRIMARY KEY, cooperative_id uuid NOT NULL, rrule text NOT NULL, zone text NOT NULL,
        first_start text NOT NULL, minutes integer NOT NULL, "except" text[] NOT NULL, registration text NOT NULL,
        version integer NOT NULL, created_by uuid NOT NULL, created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL,
        CONSTRAINT session_series_registration CHECK (registration IN ('each', 'whole')),
        CONSTRAINT session_series_cooperative_fk FOREIGN KEY (cooperative_id) REFERENCES cooperatives (id))`);
    await runner.query('CREATE INDEX session_series_cooperative ON session_series (cooperative_id)');
    await runner.query(`
      ALTER TABLE sessions ADD series_id uuid, ADD recurrence_at timestamptz,
        ADD CONSTRAINT sessions_series_fk FOREIGN KEY (series_id) REFERENCES session_series (id)`);
    await runner.query(`
      CREATE UNIQUE INDEX sessions_series ON sessions (series_id, recurrence_at) WHERE series_id IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX sessions_series');
    await runner.query('ALTER TABLE sessions DROP series_id, DROP recurrence_at');
    await runner.query('DROP TABLE session_series');
  }
}
