// Seats on the phone and seats at the venue: each registration has one of the two, and an onsite one its acknowledgement.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Modes1764000011000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE registrations ADD mode text NOT NULL DEFAULT 'virtual', ADD acknowledged_at timestamptz,
        ADD CONSTRAINT registrations_mode CHECK (mode IN ('virtual', 'onsite'))`);
    await runner.query(`
      UPDATE registrations SET mode = 'onsite' FROM sessions s
      WHERE s.id = registrations.session_id AND s.delivery = 'onsite'`);
    await runner.query('DROP INDEX registrations_queue');
    await runner.query('CREATE INDEX registrations_queue ON registrations (session_id, state, queued_at, id, mode)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX registrations_queue');
    await runner.query('CREATE INDEX registrations_queue ON registrations (session_id, state, queued_at, id)');
    await runner.query('ALTER TABLE registrations DROP mode, DROP acknowledged_at');
  }
}
