// Why staff let somebody go before others in the queue.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PriorityReason1764000025000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE registrations ADD COLUMN priority_reason text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE registrations DROP COLUMN priority_reason');
  }
}
