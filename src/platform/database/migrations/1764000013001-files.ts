// Uploads; a session's cover and materials.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Files1764000013001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE stored_files (
        id uuid PRIMARY KEY, cooperative_id uuid NOT NULL, use text NOT NULL, type text NOT NULL, name text NOT NULL,
        size integer NOT NULL, sha256 text NOT NULL, expires_at timestamptz, created_at timestamptz NOT NULL,
        CONSTRAINT stored_files_cooperative_fk FOREIGN KEY (cooperative_id) REFERENCES cooperatives (id))`);
    await runner.query(`CREATE INDEX stored_files_expired ON stored_files (expires_at) WHERE expires_at IS NOT NULL`);
    await runner.query(`
      CREATE TABLE session_materials (
        id uuid PRIMARY KEY, session_id uuid NOT NULL, file_id uuid NOT NULL, title text NOT NULL,
        shown_from text NOT NULL, created_at timestamptz NOT NULL,
        CONSTRAINT session_materials_session_fk FOREIGN KEY (session_id) REFERENCES sessions (id))`);
    await runner.query(`CREATE INDEX session_materials_session ON session_materials (session_id, created_at, id)`);
    await runner.query(`ALTER TABLE sessions ADD cover_file_id uuid`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE sessions DROP cover_file_id`);
    for (const table of ['session_materials', 'stored_files']) await runner.query(`DROP TABLE ${table}`);
  }
}
