// What a session asks of those who register, and what they answered.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Questions1764000019000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE registration_questions (
        session_id uuid NOT NULL, cooperative_id uuid NOT NULL, version integer NOT NULL, questions jsonb NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT "PK_registration_questions" PRIMARY KEY (session_id),
        CONSTRAINT registration_questions_session_fk FOREIGN KEY (session_id) REFERENCES sessions (id),
        CONSTRAINT registration_questions_cooperative_fk FOREIGN KEY (cooperative_id) REFERENCES cooperatives (id))`);
    await runner.query(`
      CREATE TABLE registration_answers (
        registration_id uuid NOT NULL, question_id uuid NOT NULL, session_id uuid NOT NULL, value jsonb NOT NULL,
        answered_at timestamptz NOT NULL,
        CONSTRAINT "PK_registration_answers" PRIMARY KEY (registration_id, question_id),
        CONSTRAINT registration_answers_registration_fk FOREIGN KEY (registration_id) REFERENCES registrations (id),
        CONSTRAINT registration_answers_session_fk FOREIGN KEY (session_id) REFERENCES sessions (id))`);
    await runner.query('CREATE INDEX registration_answers_question ON registration_answers (session_id, question_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE registration_answers');
    await runner.query('DROP TABLE registration_questions');
  }
}
