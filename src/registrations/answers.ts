// Writes answers, one statement a batch, and throws away those whose time is over.

import type { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import type { Answer } from './answer.rules.js';

export interface Answered {
  readonly registrationId: string;
  readonly answers: readonly Answer[];
}

/** Whoever calls holds the session's row locked: what is asked does not change meanwhile. */
export async function writeAnswers(tx: Tx, sessionId: string, answered: readonly Answered[], now: Date): Promise<void> {
  const rows = answered.flatMap(({ registrationId, answers }) =>
    answers.map((answer) => ({ registrationId, ...answer })),
  );
  if (rows.length === 0) return;
  await tx.sql(
    `INSERT INTO registration_answers (registration_id, question_id, session_id, value, answered_at)
     SELECT registration_id, question_id, $1, value, $2
     FROM unnest($3::uuid[], $4::uuid[], $5::jsonb[]) AS a(registration_id, question_id, value)
     ON CONFLICT (registration_id, question_id)
       DO UPDATE SET value = excluded.value, answered_at = excluded.answered_at
       WHERE registration_answers.value <> excluded.value`,
    [
      sessionId,
      now,
      rows.map((row) => row.registrationId),
      rows.map((row) => row.questionId),
      rows.map((row) => JSON.stringify(row.value)),
    ],
  );
}

export async function removeAnswers(tx: Tx, registrationId: string, questionIds: readonly string[]): Promise<void> {
  await tx.sql('DELETE FROM registration_answers WHERE registration_id = $1 AND question_id = ANY($2)', [
    registrationId,
    questionIds,
  ]);
}

/**
 * Throws away answers as many days after their session's end as their question says. What counts is the end and the days
 * as they are now: a session that was moved, or a question that was changed, needs nothing recomputed.
 * @returns how many went, at most `limit`
 */
export async function purgeAnswers(database: Pick<Database, 'sql'>, now: Date, limit: number): Promise<number> {
  const gone = await database.sql(
    `DELETE FROM registration_answers WHERE (registration_id, question_id) IN (
       SELECT a.registration_id, a.question_id
       FROM registration_questions q JOIN sessions s ON s.id = q.session_id
       CROSS JOIN jsonb_to_recordset(q.questions) AS asked(id uuid, "retentionDays" int)
       JOIN registration_answers a ON a.session_id = q.session_id AND a.question_id = asked.id
       WHERE s.state <> 'live' AND coalesce(s.ended_at, s.ends_at) + asked."retentionDays" * interval '1 day' <= $1
       LIMIT $2)
     RETURNING question_id`,
    [now, limit],
  );
  return gone.length;
}
