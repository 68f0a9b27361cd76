// When and where a session was said to be, by revision.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Announcements1764000012000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE session_announcements (
        session_id uuid NOT NULL, revision integer NOT NULL,
        starts_at timestamptz NOT NULL, ends_at timestamptz NOT NULL, delivery text NOT NULL, venue text,
        announced_at timestamptz NOT NULL,
        PRIMARY KEY (session_id, revision),
        CONSTRAINT session_announcements_session_fk FOREIGN KEY (session_id) REFERENCES sessions (id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE session_announcements`);
  }
}
