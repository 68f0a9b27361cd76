// A session's description in the other language too, found by its words as the first is.

import type { MigrationInterface, QueryRunner } from 'typeorm';

const BEFORE = `title || ' ' || description`;
const AFTER = `title || ' ' || description || ' ' || description_other`;

export class Descriptions1764000022000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sessions ADD COLUMN description_other text NOT NULL DEFAULT '',
        ADD COLUMN description_other_html text NOT NULL DEFAULT ''`);
    await runner.query(`UPDATE session_templates SET content = content || '{"descriptionOther": ""}'`);
    await searchOver(runner, AFTER);
  }

  async down(runner: QueryRunner): Promise<void> {
    await searchOver(runner, BEFORE);
    await runner.query(`UPDATE session_templates SET content = content - 'descriptionOther'`);
    await runner.query('ALTER TABLE sessions DROP COLUMN description_other, DROP COLUMN description_other_html');
  }
}

async function searchOver(runner: QueryRunner, text: string): Promise<void> {
  await runner.query('DROP INDEX sessions_search');
  await runner.query(`
    CREATE INDEX sessions_search ON sessions
      USING gin ((to_tsvector('indonesian', ${text}) || to_tsvector('english', ${text})))`);
}
