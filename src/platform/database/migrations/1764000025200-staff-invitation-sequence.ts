// How often the calendar of somebody who runs a session was written to: the next file must bear a higher number.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class StaffInvitationSequence1764000025200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE session_staff ADD COLUMN sequence int NOT NULL DEFAULT 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE session_staff DROP COLUMN sequence');
  }
}
