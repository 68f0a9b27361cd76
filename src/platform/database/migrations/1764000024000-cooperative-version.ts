// A cooperative's settings guarded against two editors, and only those kept that are not the usual ones.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CooperativeVersion1764000024000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE cooperatives ADD COLUMN version int NOT NULL DEFAULT 1');
    // A change of one policy used to store the usual value of the other along with it.
    await runner.query(`
      UPDATE cooperatives SET policies = policies
        - CASE WHEN policies -> 'presentPercent' = '70' THEN 'presentPercent' ELSE '' END
        - CASE WHEN policies -> 'bridgedSeconds' = '180' THEN 'bridgedSeconds' ELSE '' END`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE cooperatives DROP COLUMN version');
  }
}
