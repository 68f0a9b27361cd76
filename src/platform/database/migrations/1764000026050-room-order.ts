// Who is told what happened in a room, the latest of each kind, and what holds for a member in it.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RoomOrder1764000026050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE room_events ADD COLUMN audience text NOT NULL DEFAULT 'all', ADD COLUMN about_id uuid,
        ADD CONSTRAINT room_events_about_fk FOREIGN KEY (about_id) REFERENCES members (id)`);
    await runner.query(`CREATE INDEX room_events_kind ON room_events (session_id, kind, seq)`);
    await runner.query(`CREATE INDEX room_events_about ON room_events (about_id)`);
    await runner.query(`
      CREATE TABLE room_standings (
        session_id uuid NOT NULL, member_id uuid NOT NULL,
        muted_at timestamptz, removed_at timestamptz, hand_raised_at timestamptz,
        PRIMARY KEY (session_id, member_id),
        CONSTRAINT room_standings_session_fk FOREIGN KEY (session_id) REFERENCES sessions (id),
        CONSTRAINT room_standings_member_fk FOREIGN KEY (member_id) REFERENCES members (id))`);
    await runner.query(`CREATE INDEX room_standings_member ON room_standings (member_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE room_standings');
    await runner.query('DROP INDEX room_events_kind');
    await runner.query('DROP INDEX room_events_about');
    await runner.query('ALTER TABLE room_events DROP COLUMN audience, DROP COLUMN about_id');
  }
}
