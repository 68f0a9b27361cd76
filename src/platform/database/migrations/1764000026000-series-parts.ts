// Which series were one before a change parted them, so that none of them is given a day that another has.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SeriesParts1764000026000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE session_series ADD COLUMN parted_from uuid');
    await runner.query('CREATE INDEX session_series_parts ON session_series (parted_from)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE session_series DROP COLUMN parted_from');
  }
}
