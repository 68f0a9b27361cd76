// Rooms and what happened in them.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Room1764000007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE rooms (
        session_id uuid PRIMARY KEY, last_seq integer NOT NULL DEFAULT 0,
        CONSTRAINT rooms_session_fk FOREIGN KEY (session_id) REFERENCES sessions (id))`);
    await runner.query(`
      CREATE TABLE room_events (
        session_id uuid NOT NULL, seq integer NOT NULL, kind text NOT NULL, payload jsonb NOT NULL,
        at timestamptz NOT NULL, member_id uuid, client_id uuid,
        PRIMARY KEY (session_id, seq),
        CONSTRAINT room_events_once UNIQUE (session_id, member_id, client_id),
        CONSTRAINT room_events_room_fk FOREIGN KEY (session_id) REFERENCES rooms (session_id),
        CONSTRAINT room_events_member_fk FOREIGN KEY (member_id) REFERENCES members (id))`);
    await runner.query(`CREATE INDEX room_events_member ON room_events (member_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['room_events', 'rooms']) await runner.query(`DROP TABLE ${table}`);
  }
}
