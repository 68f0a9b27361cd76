// Lists of registrants that a worker takes, however long they are.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RegistrationImports1764000031600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE registration_imports (
        id uuid NOT NULL, cooperative_id uuid NOT NULL, session_id uuid NOT NULL, acted_by uuid NOT NULL,
        file_name text NOT NULL, state text NOT NULL, lines jsonb NOT NULL, bad_lines jsonb NOT NULL,
        already integer NOT NULL, done integer NOT NULL DEFAULT 0, outcome jsonb, attempts integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL,
        CONSTRAINT "PK_registration_imports" PRIMARY KEY (id),
        CONSTRAINT registration_imports_cooperative_fk FOREIGN KEY (cooperative_id) REFERENCES cooperatives (id),
        CONSTRAINT registration_imports_session_fk FOREIGN KEY (session_id) REFERENCES sessions (id),
        CONSTRAINT registration_imports_actor_fk FOREIGN KEY (acted_by) REFERENCES members (id))`);
    await runner.query(
      `CREATE INDEX registration_imports_open ON registration_imports (updated_at) WHERE state = 'applying'`,
    );
    await runner.query('CREATE INDEX registration_imports_session ON registration_imports (session_id, created_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE registration_imports');
  }
}
