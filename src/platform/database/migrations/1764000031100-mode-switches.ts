// How often somebody has gone between the phone and the venue: each time their calendar gets the place anew.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ModeSwitches1764000031100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE registrations ADD COLUMN mode_switches int NOT NULL DEFAULT 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE registrations DROP COLUMN mode_switches');
  }
}
