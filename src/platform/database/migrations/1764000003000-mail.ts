// Outgoing mails: rows first, so that no mail is lost and none is sent by chance.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Mail1764000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outgoing_mails (
        id uuid NOT NULL, cooperative_id uuid NOT NULL, member_id uuid, kind text NOT NULL, lane text NOT NULL,
        to_address text NOT NULL, to_name text NOT NULL, language text NOT NULL, zone text NOT NULL,
        data jsonb, calendar text, calendar_method text, dedupe_key text NOT NULL,
        state text NOT NULL DEFAULT 'queued', due_at timestamptz NOT NULL, expires_at timestamptz,
        lease_token uuid, attempts integer NOT NULL DEFAULT 0, message_id text NOT NULL, last_answer text,
        created_at timestamptz NOT NULL, sent_at timestamptz,
        CONSTRAINT "PK_outgoing_mails" PRIMARY KEY (id),
        CONSTRAINT outgoing_mails_cooperative_fk FOREIGN KEY (cooperative_id) REFERENCES cooperatives (id),
        CONSTRAINT outgoing_mails_dedupe_key UNIQUE (dedupe_key),
        CONSTRAINT outgoing_mails_lane CHECK (lane IN ('now', 'transactional', 'bulk')),
        CONSTRAINT outgoing_mails_state
          CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'expired', 'uncertain')))`);
    await runner.query(
      `CREATE INDEX outgoing_mails_waiting ON outgoing_mails (lane, due_at) WHERE state IN ('queued', 'sending')`,
    );
    await runner.query(
      `CREATE INDEX outgoing_mails_ended_badly ON outgoing_mails (state)
       WHERE state IN ('failed', 'expired', 'uncertain')`,
    );
    await runner.query(`CREATE INDEX outgoing_mails_bodies ON outgoing_mails (created_at) WHERE data IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE outgoing_mails');
  }
}
