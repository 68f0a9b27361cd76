// A session's list of registrations is read page by page in the order of coming, whatever their state.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RegistrationsInOrder1764000017000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX registrations_in_order ON registrations (session_id, queued_at, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX registrations_in_order');
  }
}
