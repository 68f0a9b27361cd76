// Meetings that are opened elsewhere for a session, so that they are closed behind it.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class StageProviders1764000013000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE sessions ADD stage_open_since timestamptz`);
    await runner.query(`
      CREATE INDEX sessions_stage_open ON sessions (stage_open_since) WHERE stage_open_since IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX sessions_stage_open`);
    await runner.query(`ALTER TABLE sessions DROP stage_open_since`);
  }
}
