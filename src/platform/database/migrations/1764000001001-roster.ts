// Roster imports: the file's story, and its lines until they are applied.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Roster1764000001001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE roster_imports (
        id uuid PRIMARY KEY, cooperative_id uuid NOT NULL, acted_by uuid NOT NULL, file_name text NOT NULL,
        size integer NOT NULL, sha256 text NOT NULL, encoding text NOT NULL, delimiter text NOT NULL,
        headers jsonb NOT NULL, samples jsonb NOT NULL, suggested jsonb NOT NULL, mapping jsonb,
        state text NOT NULL, mode text, done integer NOT NULL DEFAULT 0, total integer NOT NULL DEFAULT 0,
        counts jsonb, fault jsonb, attempts integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL, applied_at timestamptz,
        CONSTRAINT roster_imports_cooperative_fk FOREIGN KEY (cooperative_id) REFERENCES cooperatives (id),
        CONSTRAINT roster_imports_actor_fk FOREIGN KEY (acted_by) REFERENCES members (id))`);
    await runner.query(
      `CREATE INDEX roster_imports_open ON roster_imports (updated_at) WHERE state IN ('checking', 'applying')`,
    );
    await runner.query(`CREATE INDEX roster_imports_cooperative ON roster_imports (cooperative_id, updated_at)`);
    await runner.query(`
      CREATE TABLE roster_lines (
        import_id uuid NOT NULL, line integer NOT NULL, member_id uuid NOT NULL, number text, name text, nickname text,
        email text, mobile text, employee_number text, unit text, status text, joined_on date, zone text, language text,
        faults jsonb, PRIMARY KEY (import_id, line),
        CONSTRAINT roster_lines_import_fk FOREIGN KEY (import_id) REFERENCES roster_imports (id) ON DELETE CASCADE)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE roster_lines');
    await runner.query('DROP TABLE roster_imports');
  }
}
