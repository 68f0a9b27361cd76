// How many mails left in the last hour is counted at every look at the figures, among millions that left before.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MailsSent1764000014100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX outgoing_mails_sent ON outgoing_mails (sent_at) WHERE state = 'sent'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX outgoing_mails_sent');
  }
}
