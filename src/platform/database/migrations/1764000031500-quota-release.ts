// When seats that are kept for units go to whoever waits.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class QuotaRelease1764000031500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE registration_terms ADD COLUMN quota_release_hours integer NOT NULL DEFAULT 24');
    await runner.query(
      `CREATE INDEX registration_terms_quotas ON registration_terms (session_id) WHERE queue_policy = 'unit-quota'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX registration_terms_quotas');
    await runner.query('ALTER TABLE registration_terms DROP COLUMN quota_release_hours');
  }
}
