// Templates of sessions, by name.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Templates1764000018000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE session_templates (
        id uuid PRIMARY KEY, cooperative_id uuid NOT NULL, name text NOT NULL, content jsonb NOT NULL, terms jsonb,
        created_by uuid NOT NULL, created_at timestamptz NOT NULL,
        CONSTRAINT session_templates_cooperative_fk FOREIGN KEY (cooperative_id) REFERENCES cooperatives (id))`);
    await runner.query('CREATE UNIQUE INDEX session_templates_name ON session_templates (cooperative_id, lower(name))');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE session_templates');
  }
}
