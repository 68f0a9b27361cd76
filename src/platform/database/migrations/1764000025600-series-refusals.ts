// Who of a whole series was not let into a session that came to it later: the mail about the series says why.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SeriesRefusals1764000025600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE series_refusals (
        session_id uuid NOT NULL, member_id uuid NOT NULL, cooperative_id uuid NOT NULL, code text NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT "PK_series_refusals" PRIMARY KEY (session_id, member_id),
        CONSTRAINT series_refusals_session_fk FOREIGN KEY (session_id) REFERENCES sessions (id),
        CONSTRAINT series_refusals_member_fk FOREIGN KEY (member_id) REFERENCES members (id),
        CONSTRAINT series_refusals_cooperative_fk FOREIGN KEY (cooperative_id) REFERENCES cooperatives (id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE series_refusals');
  }
}
