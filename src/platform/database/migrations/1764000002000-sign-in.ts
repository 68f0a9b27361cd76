// Sign-ins and passwords.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SignIn1764000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sign_in_tokens (
        id uuid PRIMARY KEY, member_id uuid NOT NULL, hash text NOT NULL, device text NOT NULL,
        created_at timestamptz NOT NULL, last_used_at timestamptz NOT NULL, revoked_at timestamptz,
        CONSTRAINT sign_in_tokens_hash UNIQUE (hash),
        CONSTRAINT sign_in_tokens_member_fk FOREIGN KEY (member_id) REFERENCES members (id))`);
    await runner.query(`CREATE INDEX sign_in_tokens_member ON sign_in_tokens (member_id)`);
    await runner.query(`CREATE INDEX sign_in_tokens_last_used ON sign_in_tokens (last_used_at)`);
    await runner.query(`
      CREATE TABLE credentials (
        member_id uuid PRIMARY KEY, password_hash text NOT NULL, changed_at timestamptz NOT NULL,
        CONSTRAINT credentials_member_fk FOREIGN KEY (member_id) REFERENCES members (id))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['credentials', 'sign_in_tokens']) await runner.query(`DROP TABLE ${table}`);
  }
}
