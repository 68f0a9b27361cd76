// Who was connected to which session, from when to when: one row a connection.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Presence1764000008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE presence_spans (
        id uuid PRIMARY KEY, cooperative_id uuid NOT NULL, session_id uuid NOT NULL, member_id uuid NOT NULL,
        node_id uuid NOT NULL, connected_at timestamptz NOT NULL, last_seen_at timestamptz NOT NULL,
        ended_at timestamptz,
        CONSTRAINT presence_spans_cooperative_fk FOREIGN KEY (cooperative_id) REFERENCES cooperatives (id),
        CONSTRAINT presence_spans_session_fk FOREIGN KEY (session_id) REFERENCES sessions (id),
        CONSTRAINT presence_spans_member_fk FOREIGN KEY (member_id) REFERENCES members (id))`);
    await runner.query(`CREATE INDEX presence_spans_session ON presence_spans (session_id, member_id)`);
    await runner.query(`CREATE INDEX presence_spans_member ON presence_spans (member_id)`);
    await runner.query(`
      CREATE INDEX presence_spans_open ON presence_spans (session_id, member_id, last_seen_at) WHERE ended_at IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE presence_spans');
  }
}
