// Raised hands of a room, in their order.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RaisedHands1764000028600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX room_standings_hands ON room_standings (session_id, hand_raised_at, member_id)
      WHERE hand_raised_at IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX room_standings_hands');
  }
}
