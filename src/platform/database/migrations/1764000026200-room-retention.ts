// Whether what was said in a room has been taken out of it, once the cooperative's time for keeping it is over.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RoomRetention1764000026200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE rooms ADD COLUMN emptied_at timestamptz');
    await runner.query('CREATE INDEX rooms_unemptied ON rooms (session_id) WHERE emptied_at IS NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX rooms_unemptied');
    await runner.query('ALTER TABLE rooms DROP COLUMN emptied_at');
  }
}
