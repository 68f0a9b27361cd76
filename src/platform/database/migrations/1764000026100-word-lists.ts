// What each cooperative does not want to read in its rooms.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WordLists1764000026100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE word_lists (
        cooperative_id uuid PRIMARY KEY, version integer NOT NULL, words text[] NOT NULL, updated_at timestamptz NOT NULL,
        CONSTRAINT word_lists_cooperative_fk FOREIGN KEY (cooperative_id) REFERENCES cooperatives (id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE word_lists');
  }
}
