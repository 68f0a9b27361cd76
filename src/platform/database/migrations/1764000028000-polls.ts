// Polls and quizzes of a room: what is asked, each time it was, and what was answered.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Polls1764000028000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE polls (
        id uuid NOT NULL, session_id uuid NOT NULL, version integer NOT NULL, state text NOT NULL, run integer NOT NULL,
        kind text NOT NULL, text text NOT NULL, options text[] NOT NULL, scale_to integer NOT NULL, right_options integer[],
        shows_results text NOT NULL, created_by uuid NOT NULL, created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (id),
        CONSTRAINT polls_session_fk FOREIGN KEY (session_id) REFERENCES sessions (id),
        CONSTRAINT polls_created_by_fk FOREIGN KEY (created_by) REFERENCES members (id))`);
    await runner.query('CREATE INDEX polls_session ON polls (session_id, id)');
    await runner.query('CREATE INDEX polls_created_by ON polls (created_by)');
    await runner.query(`CREATE UNIQUE INDEX polls_one_open ON polls (session_id) WHERE state = 'open'`);
    await runner.query(`
      CREATE TABLE poll_runs (
        poll_id uuid NOT NULL, run integer NOT NULL, opened_at timestamptz NOT NULL, closed_at timestamptz,
        results jsonb NOT NULL, counted_at timestamptz,
        PRIMARY KEY (poll_id, run),
        CONSTRAINT poll_runs_poll_fk FOREIGN KEY (poll_id) REFERENCES polls (id))`);
    await runner.query(`
      CREATE TABLE poll_answers (
        poll_id uuid NOT NULL, run integer NOT NULL, member_id uuid NOT NULL, answer jsonb NOT NULL,
        answered_at timestamptz NOT NULL, commands jsonb NOT NULL,
        PRIMARY KEY (poll_id, run, member_id),
        CONSTRAINT poll_answers_run_fk FOREIGN KEY (poll_id, run) REFERENCES poll_runs (poll_id, run),
        CONSTRAINT poll_answers_member_fk FOREIGN KEY (member_id) REFERENCES members (id))`);
    await runner.query('CREATE INDEX poll_answers_member ON poll_answers (member_id, poll_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE poll_answers');
    await runner.query('DROP TABLE poll_runs');
    await runner.query('DROP TABLE polls');
  }
}
