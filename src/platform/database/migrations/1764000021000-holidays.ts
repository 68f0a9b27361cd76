// The days on which a cooperative's members are away, entered a year at a time.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Holidays1764000021000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE holiday_years (
        cooperative_id uuid NOT NULL, year integer NOT NULL, version integer NOT NULL, updated_at timestamptz NOT NULL,
        CONSTRAINT "PK_holiday_years" PRIMARY KEY (cooperative_id, year),
        CONSTRAINT holiday_years_cooperative_fk FOREIGN KEY (cooperative_id) REFERENCES cooperatives (id))`);
    await runner.query(`
      CREATE TABLE holidays (
        cooperative_id uuid NOT NULL, day date NOT NULL, name text NOT NULL, kind text NOT NULL,
        CONSTRAINT "PK_holidays" PRIMARY KEY (cooperative_id, day),
        CONSTRAINT holidays_cooperative_fk FOREIGN KEY (cooperative_id) REFERENCES cooperatives (id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE holidays');
    await runner.query('DROP TABLE holiday_years');
  }
}
