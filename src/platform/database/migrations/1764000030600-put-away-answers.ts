// Written answers are corrected, and taken out of the library: when each was, last.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PutAwayAnswers1764000030600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE room_questions ADD COLUMN corrected_at timestamptz, ADD COLUMN archived_at timestamptz',
    );
    // Nobody wrote down when: as long ago as it can be.
    await runner.query(
      `UPDATE room_questions SET archived_at = coalesce(answered_at, asked_at) WHERE state = 'archived'`,
    );
    await runner.query(`CREATE INDEX room_questions_put_away ON room_questions (archived_at)
      WHERE state = 'archived' AND answer_text IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX room_questions_put_away');
    await runner.query('ALTER TABLE room_questions DROP COLUMN archived_at, DROP COLUMN corrected_at');
  }
}
