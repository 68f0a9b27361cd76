// Registrations: seats and queues.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Registrations1764000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE registrations (
        id uuid PRIMARY KEY, cooperative_id uuid NOT NULL, session_id uuid NOT NULL, member_id uuid NOT NULL,
        state text NOT NULL, queued_at timestamptz NOT NULL, confirmed_at timestamptz, cancelled_at timestamptz,
        reason text, seats_taken_before integer, capacity_seen integer, registered_by uuid,
        created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL,
        CONSTRAINT registrations_cooperative_fk FOREIGN KEY (cooperative_id) REFERENCES cooperatives (id),
        CONSTRAINT registrations_session_fk FOREIGN KEY (session_id) REFERENCES sessions (id),
        CONSTRAINT registrations_member_fk FOREIGN KEY (member_id) REFERENCES members (id))`);
    await runner.query(`
      CREATE UNIQUE INDEX registrations_live ON registrations (session_id, member_id)
      WHERE state IN ('pending', 'confirmed', 'waitlisted', 'offered')`);
    await runner.query(`CREATE INDEX registrations_queue ON registrations (session_id, state, queued_at, id)`);
    await runner.query(`CREATE INDEX registrations_member ON registrations (member_id, session_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE registrations');
  }
}
