// Reads what a session asks, and what was answered: one statement for a whole batch or page.

import type { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import type { Answer, KeptAnswer } from './answer.rules.js';
import type { KeptQuestion } from './question.rules.js';

/** A transaction, or the database outside of one. */
type Reader = Pick<Tx | Database, 'sql'>;

export interface QuestionList {
  /** 0 where nobody has asked anything yet. */
  readonly version: number;
  /** In order, the archived ones last. */
  readonly questions: readonly KeptQuestion[];
}

export async function questionsOf(reader: Reader, sessionId: string): Promise<QuestionList> {
  const [row] = await reader.sql<QuestionList>(
    'SELECT version, questions FROM registration_questions WHERE session_id = $1',
    [sessionId],
  );
  return row ?? { version: 0, questions: [] };
}

/** Which of a session's questions have an answer. */
export async function answeredIn(reader: Reader, sessionId: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await reader.sql<{ id: string }>(
    `SELECT id FROM unnest($2::uuid[]) AS asked(id)
     WHERE EXISTS (SELECT FROM registration_answers WHERE session_id = $1 AND question_id = asked.id)`,
    [sessionId, ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** By registration id, then by question id. */
export async function answersOf(
  reader: Reader,
  registrationIds: readonly string[],
): Promise<Map<string, Map<string, KeptAnswer>>> {
  const rows = await reader.sql<Answer & { registrationId: string }>(
    `SELECT registration_id AS "registrationId", question_id AS "questionId", value FROM registration_answers
     WHERE registration_id = ANY($1)`,
    [registrationIds],
  );
  const byRegistration = new Map<string, Map<string, KeptAnswer>>();
  for (const { registrationId, questionId, value } of rows) {
    const answers = byRegistration.get(registrationId) ?? new Map<string, KeptAnswer>();
    byRegistration.set(registrationId, answers.set(questionId, value));
  }
  return byRegistration;
}
