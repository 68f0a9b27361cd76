// A file that several things refer to lives as long as the last of them.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FileUses1764000015000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE stored_files ADD uses integer NOT NULL DEFAULT 0');
    await runner.query('UPDATE stored_files SET uses = 1 WHERE expires_at IS NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE stored_files DROP uses');
  }
}
