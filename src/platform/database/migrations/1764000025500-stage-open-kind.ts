// Which kind of meeting is open for a session: the session may have changed to another since.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class StageOpenKind1764000025500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sessions ADD COLUMN stage_open_kind text');
    // Nothing else is opened elsewhere; whichever the session says now, the one that is open is this.
    await runner.query(`UPDATE sessions SET stage_open_kind = 'bbb' WHERE stage_open_since IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sessions DROP COLUMN stage_open_kind');
  }
}
