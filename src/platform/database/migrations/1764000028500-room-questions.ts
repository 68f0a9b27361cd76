// Questions asked in a room, who voted for them, each vote's command once, and those that are to be answered after the end.

import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RoomQuestions1764000028500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE room_questions (
        id uuid NOT NULL, session_id uuid NOT NULL, cooperative_id uuid NOT NULL, asker_id uuid NOT NULL,
        version integer NOT NULL, state text NOT NULL, text text NOT NULL,
        is_anonymous boolean NOT NULL, staff_sees_asker boolean NOT NULL, is_pinned boolean NOT NULL DEFAULT false,
        votes integer NOT NULL DEFAULT 0, asked_at timestamptz NOT NULL, approved_at timestamptz,
        answer_text text, answered_at timestamptz, answered_by uuid, reason text, merged_into uuid, archived_from text,
        search tsvector NOT NULL,
        CONSTRAINT "PK_room_questions" PRIMARY KEY (id),
        CONSTRAINT room_questions_session_fk FOREIGN KEY (session_id) REFERENCES sessions (id),
        CONSTRAINT room_questions_cooperative_fk FOREIGN KEY (cooperative_id) REFERENCES cooperatives (id),
        CONSTRAINT room_questions_asker_fk FOREIGN KEY (asker_id) REFERENCES members (id),
        CONSTRAINT room_questions_answered_by_fk FOREIGN KEY (answered_by) REFERENCES members (id),
        CONSTRAINT room_questions_merged_into_fk FOREIGN KEY (merged_into) REFERENCES room_questions (id))`);
    await runner.query('CREATE INDEX room_questions_session ON room_questions (session_id, id)');
    await runner.query(`CREATE UNIQUE INDEX room_questions_on_stage ON room_questions (session_id)
      WHERE state = 'answering'`);
    await runner.query('CREATE INDEX room_questions_asker ON room_questions (asker_id, session_id)');
    await runner.query('CREATE INDEX room_questions_answered_by ON room_questions (answered_by)');
    await runner.query('CREATE INDEX room_questions_merged_into ON room_questions (merged_into)');
    await runner.query(`CREATE INDEX room_questions_library ON room_questions (cooperative_id, answered_at, id)
      WHERE state = 'answered' AND answer_text IS NOT NULL`);
    await runner.query('CREATE INDEX room_questions_search ON room_questions USING gin (search)');
    await runner.query(`
      CREATE TABLE room_question_votes (
        question_id uuid NOT NULL, member_id uuid NOT NULL, voted_at timestamptz NOT NULL,
        CONSTRAINT "PK_room_question_votes" PRIMARY KEY (question_id, member_id),
        CONSTRAINT room_question_votes_question_fk FOREIGN KEY (question_id) REFERENCES room_questions (id),
        CONSTRAINT room_question_votes_member_fk FOREIGN KEY (member_id) REFERENCES members (id))`);
    await runner.query('CREATE INDEX room_question_votes_member ON room_question_votes (member_id)');
    await runner.query(`
      CREATE TABLE room_vote_commands (
        session_id uuid NOT NULL, member_id uuid NOT NULL, client_id uuid NOT NULL, seq integer NOT NULL,
        CONSTRAINT "PK_room_vote_commands" PRIMARY KEY (session_id, member_id, client_id),
        CONSTRAINT room_vote_commands_session_fk FOREIGN KEY (session_id) REFERENCES sessions (id),
        CONSTRAINT room_vote_commands_member_fk FOREIGN KEY (member_id) REFERENCES members (id))`);
    await runner.query('CREATE INDEX room_vote_commands_member ON room_vote_commands (member_id)');
    await runner.query(`
      CREATE TABLE question_follow_ups (
        question_id uuid NOT NULL, cooperative_id uuid NOT NULL, session_id uuid NOT NULL, version integer NOT NULL,
        owner_id uuid, due_on date NOT NULL, made_at timestamptz NOT NULL,
        CONSTRAINT "PK_question_follow_ups" PRIMARY KEY (question_id),
        CONSTRAINT question_follow_ups_question_fk FOREIGN KEY (question_id) REFERENCES room_questions (id),
        CONSTRAINT question_follow_ups_cooperative_fk FOREIGN KEY (cooperative_id) REFERENCES cooperatives (id),
        CONSTRAINT question_follow_ups_session_fk FOREIGN KEY (session_id) REFERENCES sessions (id),
        CONSTRAINT question_follow_ups_owner_fk FOREIGN KEY (owner_id) REFERENCES members (id))`);
    await runner.query(
      'CREATE INDEX question_follow_ups_due ON question_follow_ups (cooperative_id, due_on, question_id)',
    );
    await runner.query('CREATE INDEX question_follow_ups_owner ON question_follow_ups (owner_id)');
    await runner.query('CREATE INDEX question_follow_ups_session ON question_follow_ups (session_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE question_follow_ups');
    await runner.query('DROP TABLE room_vote_commands');
    await runner.query('DROP TABLE room_question_votes');
    await runner.query('DROP TABLE room_questions');
  }
}
