// Session staff are asked, and say yes before they run anything. Those who stood already have said it.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Invitations1764000012100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE session_staff ADD state text NOT NULL DEFAULT 'accepted', ADD invited_by uuid,
        ADD invited_at timestamptz, ADD answered_at timestamptz,
        ADD CONSTRAINT session_staff_state CHECK (state IN ('invited', 'accepted'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE session_staff DROP state, DROP invited_by, DROP invited_at, DROP answered_at`);
  }
}
