// The catalogue finds a title by the beginnings of its words too.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Catalogue1764000014001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX sessions_title_search ON sessions USING gin (to_tsvector('simple', title))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX sessions_title_search');
  }
}
