// One mail for all that a member registered for at once: which registrations it is still to tell of, and its invitations.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SeriesMail1764000023000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE series_arrivals (
        registration_id uuid NOT NULL, cooperative_id uuid NOT NULL, series_id uuid NOT NULL, member_id uuid NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT "PK_series_arrivals" PRIMARY KEY (registration_id),
        CONSTRAINT series_arrivals_registration_fk FOREIGN KEY (registration_id) REFERENCES registrations (id),
        CONSTRAINT series_arrivals_cooperative_fk FOREIGN KEY (cooperative_id) REFERENCES cooperatives (id),
        CONSTRAINT series_arrivals_series_fk FOREIGN KEY (series_id) REFERENCES session_series (id),
        CONSTRAINT series_arrivals_member_fk FOREIGN KEY (member_id) REFERENCES members (id))`);
    await runner.query('CREATE INDEX series_arrivals_member ON series_arrivals (series_id, member_id)');
    await runner.query('ALTER TABLE outgoing_mails ADD COLUMN invitations jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outgoing_mails DROP COLUMN invitations');
    await runner.query('DROP TABLE series_arrivals');
  }
}
