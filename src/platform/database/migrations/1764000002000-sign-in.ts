// Sign-ins, passwords, and the two ways in without one; what is tried too often.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SignIn1764000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sign_in_tokens (
        id uuid PRIMARY KEY, member_id uuid NOT NULL, hash text NOT NULL, device text NOT NULL,
        method text NOT NULL, created_at timestamptz NOT NULL, last_used_at timestamptz NOT NULL, revoked_at timestamptz,
        CONSTRAINT sign_in_tokens_hash UNIQUE (hash),
        CONSTRAINT sign_in_tokens_member_fk FOREIGN KEY (member_id) REFERENCES members (id))`);
    await runner.query(`CREATE INDEX sign_in_tokens_member ON sign_in_tokens (member_id)`);
    await runner.query(`CREATE INDEX sign_in_tokens_last_used ON sign_in_tokens (last_used_at)`);
    await runner.query(`
      CREATE TABLE credentials (
        member_id uuid PRIMARY KEY, password_hash text NOT NULL, changed_at timestamptz NOT NULL,
        CONSTRAINT credentials_member_fk FOREIGN KEY (member_id) REFERENCES members (id))`);
    await runner.query(`
      CREATE TABLE challenges (
        id uuid PRIMARY KEY, cooperative_id uuid NOT NULL, identifier text NOT NULL, browser_hash text NOT NULL,
        member_id uuid, code_hash text, link_hash text, tries_left integer NOT NULL,
        asked_at timestamptz NOT NULL, expires_at timestamptz NOT NULL, used_at timestamptz,
        CONSTRAINT challenges_cooperative_fk FOREIGN KEY (cooperative_id) REFERENCES cooperatives (id),
        CONSTRAINT challenges_member_fk FOREIGN KEY (member_id) REFERENCES members (id))`);
    await runner.query(`CREATE INDEX challenges_expires ON challenges (expires_at)`);
    await runner.query(`
      CREATE TABLE hand_over_links (
        id uuid PRIMARY KEY, member_id uuid NOT NULL, hash text NOT NULL,
        created_at timestamptz NOT NULL, expires_at timestamptz NOT NULL, used_at timestamptz,
        CONSTRAINT hand_over_links_hash UNIQUE (hash),
        CONSTRAINT hand_over_links_member_fk FOREIGN KEY (member_id) REFERENCES members (id))`);
    await runner.query(`CREATE INDEX hand_over_links_member ON hand_over_links (member_id)`);
    await runner.query(`
      CREATE UNLOGGED TABLE rate_limits (
        key text PRIMARY KEY, points integer NOT NULL, resets_at timestamptz NOT NULL)`);
    await runner.query(`CREATE INDEX rate_limits_resets ON rate_limits (resets_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['rate_limits', 'hand_over_links', 'challenges', 'credentials', 'sign_in_tokens'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
