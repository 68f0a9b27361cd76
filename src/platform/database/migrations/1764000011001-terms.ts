// Terms of registration: who may, until when, with whose approval; what a freed seat does; offers and who comes first.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Terms1764000011001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE registration_terms (
        session_id uuid NOT NULL, cooperative_id uuid NOT NULL, version integer NOT NULL,
        needs_approval boolean NOT NULL, closes_at timestamptz, unit_ids uuid[] NOT NULL, roles text[] NOT NULL,
        prerequisites jsonb NOT NULL, queue_policy text NOT NULL, quotas jsonb NOT NULL,
        freed_virtual text NOT NULL, freed_onsite text NOT NULL, offer_hours integer NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT "PK_registration_terms" PRIMARY KEY (session_id),
        CONSTRAINT registration_terms_session_fk FOREIGN KEY (session_id) REFERENCES sessions (id),
        CONSTRAINT registration_terms_cooperative_fk FOREIGN KEY (cooperative_id) REFERENCES cooperatives (id))`);
    await runner.query(`
      ALTER TABLE registrations ADD priority integer NOT NULL DEFAULT 0, ADD offer_ends_at timestamptz,
        ADD promotion jsonb`);
    await runner.query(`CREATE INDEX registrations_offers ON registrations (offer_ends_at) WHERE state = 'offered'`);
    await runner.query('DROP INDEX registrations_queue');
    await runner.query(
      'CREATE INDEX registrations_queue ON registrations (session_id, state, queued_at, id, mode, priority)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX registrations_queue');
    await runner.query('CREATE INDEX registrations_queue ON registrations (session_id, state, queued_at, id, mode)');
    await runner.query('DROP INDEX registrations_offers');
    await runner.query('ALTER TABLE registrations DROP priority, DROP offer_ends_at, DROP promotion');
    await runner.query('DROP TABLE registration_terms');
  }
}
