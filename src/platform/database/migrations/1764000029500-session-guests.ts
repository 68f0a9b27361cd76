// Speakers from outside: a link each for one session, and what they say in its room under their own name.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SessionGuests1764000029500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE session_guests (
        id uuid NOT NULL, session_id uuid NOT NULL, name text NOT NULL, token_hash text NOT NULL,
        made_by uuid NOT NULL, made_at timestamptz NOT NULL, revoked_at timestamptz, seen_at timestamptz,
        CONSTRAINT "PK_session_guests" PRIMARY KEY (id),
        CONSTRAINT session_guests_token UNIQUE (token_hash),
        CONSTRAINT session_guests_session_fk FOREIGN KEY (session_id) REFERENCES sessions (id),
        CONSTRAINT session_guests_made_by_fk FOREIGN KEY (made_by) REFERENCES members (id))`);
    await runner.query('CREATE INDEX session_guests_session ON session_guests (session_id)');
    await runner.query('CREATE INDEX session_guests_made_by ON session_guests (made_by)');
    await runner.query(`
      ALTER TABLE room_events ADD COLUMN guest_id uuid, ADD COLUMN about_guest_id uuid,
        ADD CONSTRAINT room_events_guest_fk FOREIGN KEY (guest_id) REFERENCES session_guests (id),
        ADD CONSTRAINT room_events_about_guest_fk FOREIGN KEY (about_guest_id) REFERENCES session_guests (id),
        ADD CONSTRAINT room_events_guest_once UNIQUE (session_id, guest_id, client_id)`);
    await runner.query('CREATE INDEX room_events_guest ON room_events (guest_id)');
    await runner.query('CREATE INDEX room_events_about_guest ON room_events (about_guest_id)');
    await runner.query(`
      ALTER TABLE room_questions ADD COLUMN answered_by_guest uuid,
        ADD CONSTRAINT room_questions_answered_by_guest_fk FOREIGN KEY (answered_by_guest) REFERENCES session_guests (id)`);
    await runner.query('CREATE INDEX room_questions_answered_by_guest ON room_questions (answered_by_guest)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE room_questions DROP COLUMN answered_by_guest');
    await runner.query('ALTER TABLE room_events DROP COLUMN guest_id, DROP COLUMN about_guest_id');
    await runner.query('DROP TABLE session_guests');
  }
}
