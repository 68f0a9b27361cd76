// What cooperatives decide for themselves.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Policies1764000010001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE cooperatives ADD policies jsonb NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE cooperatives DROP policies');
  }
}
