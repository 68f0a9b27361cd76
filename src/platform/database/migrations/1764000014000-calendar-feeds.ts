// Private calendar addresses, one a member.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CalendarFeeds1764000014000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE calendar_feeds (
        member_id uuid PRIMARY KEY, hash text NOT NULL, created_at timestamptz NOT NULL, last_read_at timestamptz,
        CONSTRAINT calendar_feeds_hash UNIQUE (hash),
        CONSTRAINT calendar_feeds_member_fk FOREIGN KEY (member_id) REFERENCES members (id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE calendar_feeds');
  }
}
