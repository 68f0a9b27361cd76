// A break that staff call lasts until they end it: while it does, it has no end.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class BreaksOfStaff1764000030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE session_breaks ALTER COLUMN until_at DROP NOT NULL');
    await runner.query(
      'CREATE UNIQUE INDEX session_breaks_one_open ON session_breaks (session_id) WHERE until_at IS NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX session_breaks_one_open');
    await runner.query('DELETE FROM session_breaks WHERE until_at IS NULL');
    await runner.query('ALTER TABLE session_breaks ALTER COLUMN until_at SET NOT NULL');
  }
}
