// Rooms that were emptied of chat alone are emptied once more, of all that was written in them.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RetentionOfAll1764000030500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('UPDATE rooms SET emptied_at = NULL WHERE emptied_at IS NOT NULL');
  }

  async down(): Promise<void> {
    // What was taken out is gone.
  }
}
