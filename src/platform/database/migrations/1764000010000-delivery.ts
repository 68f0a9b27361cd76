// Sessions at a venue, or both there and on the phone: seats of their own, and what to bring.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Delivery1764000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sessions ADD delivery text NOT NULL DEFAULT 'virtual', ADD onsite_capacity integer, ADD venue text,
        ADD protocol text NOT NULL DEFAULT '', ADD protocol_html text NOT NULL DEFAULT ''`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sessions DROP delivery, DROP onsite_capacity, DROP venue, DROP protocol, DROP protocol_html`);
  }
}
