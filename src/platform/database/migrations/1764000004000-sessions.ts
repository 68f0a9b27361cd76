// Topics, sessions and who runs them.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Sessions1764000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE topics (
        id uuid PRIMARY KEY, cooperative_id uuid NOT NULL, name text NOT NULL,
        CONSTRAINT topics_name UNIQUE (cooperative_id, name),
        CONSTRAINT topics_cooperative_fk FOREIGN KEY (cooperative_id) REFERENCES cooperatives (id))`);
    await runner.query(`
      CREATE TABLE sessions (
        id uuid PRIMARY KEY, cooperative_id uuid NOT NULL, state text NOT NULL DEFAULT 'draft', title text NOT NULL,
        topic_id uuid, description text NOT NULL DEFAULT '', description_html text NOT NULL DEFAULT '',
        language text NOT NULL, zone text NOT NULL, starts_at timestamptz NOT NULL, ends_at timestamptz NOT NULL,
        capacity integer, stage_kind text NOT NULL DEFAULT 'none', stage_url text,
        went_live_at timestamptz, ended_at timestamptz, cancelled_at timestamptz,
        revision integer NOT NULL DEFAULT 0, version integer NOT NULL DEFAULT 1, created_by uuid,
        created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL,
        CONSTRAINT sessions_cooperative_fk FOREIGN KEY (cooperative_id) REFERENCES cooperatives (id),
        CONSTRAINT sessions_topic_fk FOREIGN KEY (topic_id) REFERENCES topics (id))`);
    await runner.query(`CREATE INDEX sessions_upcoming ON sessions (cooperative_id, starts_at, id)`);
    await runner.query(`CREATE INDEX sessions_topic ON sessions (topic_id)`);
    await runner.query(`
      CREATE INDEX sessions_search ON sessions USING gin ((
        to_tsvector('indonesian', title || ' ' || description) || to_tsvector('english', title || ' ' || description)))`);
    await runner.query(`
      CREATE TABLE session_staff (
        session_id uuid NOT NULL, member_id uuid NOT NULL, role text NOT NULL,
        PRIMARY KEY (session_id, member_id),
        CONSTRAINT session_staff_session_fk FOREIGN KEY (session_id) REFERENCES sessions (id),
        CONSTRAINT session_staff_member_fk FOREIGN KEY (member_id) REFERENCES members (id))`);
    await runner.query(`CREATE INDEX session_staff_member ON session_staff (member_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['session_staff', 'sessions', 'topics']) await runner.query(`DROP TABLE ${table}`);
  }
}
