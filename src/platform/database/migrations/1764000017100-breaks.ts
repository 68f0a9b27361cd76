// A session that was opened again had stood still in between: that time is nobody's.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Breaks1764000017100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE session_breaks (
        session_id uuid NOT NULL CONSTRAINT session_breaks_session_fk REFERENCES sessions (id),
        from_at timestamptz NOT NULL,
        until_at timestamptz NOT NULL,
        PRIMARY KEY (session_id, from_at))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE session_breaks');
  }
}
