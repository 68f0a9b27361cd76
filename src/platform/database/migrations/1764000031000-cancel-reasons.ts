// Why a session was cancelled, as its members read it.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CancelReasons1764000031000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sessions ADD COLUMN cancel_reason text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sessions DROP COLUMN cancel_reason');
  }
}
