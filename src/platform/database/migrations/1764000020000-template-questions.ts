// A template asks what its session asked.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TemplateQuestions1764000020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE session_templates ADD questions jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE session_templates DROP questions');
  }
}
