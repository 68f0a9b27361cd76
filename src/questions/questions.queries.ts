// Reads and writes questions' rows. Every write stands under the room's lock.

import { Injectable } from '@nestjs/common';
import {
  isPublicQuestion,
  PUBLIC_QUESTION_STATES,
  PUBLIC_SHELVES,
  SNAPSHOT_OWN_QUESTIONS,
  SNAPSHOT_QUESTIONS,
} from '../contracts/question-order.js';
import type { QuestionShelf } from '../contracts/question-shelves.js';
import type { RoomPerson } from '../contracts/room-command.js';
import type { RoomQuestion, SimilarQuestions } from '../contracts/room-questions.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { sharedAtLeast, tellingWords, type QuestionFacts } from './question.rules.js';

/** A question as it is kept, with its asker's name as the room shows it. */
export interface QuestionRow extends QuestionFacts {
  id: string;
  sessionId: string;
  cooperativeId: string;
  asker: RoomPerson;
  text: string;
  isAnonymous: boolean;
  staffSeesAsker: boolean;
  votes: number;
  askedAt: Date;
}

/** From `room_questions question JOIN members asker`. */
export const QUESTION = `question.id, question.session_id AS "sessionId", question.cooperative_id AS "cooperativeId",
  jsonb_build_object('memberId', asker.id, 'name', coalesce(asker.nickname, asker.name)) AS asker,
  question.version, question.state, question.text, question.is_anonymous AS "isAnonymous",
  question.staff_sees_asker AS "staffSeesAsker", question.is_pinned AS "isPinned", question.votes,
  question.asked_at AS "askedAt", question.approved_at AS "approvedAt", question.answer_text AS "answerText",
  question.answered_at AS "answeredAt", question.answered_by AS "answeredBy",
  question.answered_by_guest AS "answeredByGuest", question.reason,
  question.corrected_at AS "correctedAt", question.archived_at AS "archivedAt",
  question.merged_into AS "mergedInto", question.archived_from AS "archivedFrom"`;
export const ASKED = 'room_questions question JOIN members asker ON asker.id = question.asker_id';

/** What a question is found by, of its text and its answer's. */
const searchOf = (text: string, answer: string): string =>
  `setweight(to_tsvector('simple', ${text}) || to_tsvector('indonesian', ${text}) || to_tsvector('english', ${text}), 'A')
   || setweight(to_tsvector('simple', ${answer}) || to_tsvector('indonesian', ${answer})
     || to_tsvector('english', ${answer}), 'B')`;

/**
 * Every question of session $1 with its shelf and its place on it, from 1, in the order of `SHELF_ORDER`
 * (contracts/question-order.ts).
 */
const PLACES = `
  SELECT id, shelf, row_number() OVER (PARTITION BY shelf ORDER BY
    CASE WHEN shelf IN ('open', 'answered') THEN NOT is_pinned END,
    CASE WHEN shelf = 'open' THEN state <> 'answering' END,
    CASE WHEN shelf = 'open' THEN -votes END,
    CASE WHEN shelf = 'open' THEN approved_at END,
    CASE WHEN shelf = 'answered' THEN answered_at END DESC,
    CASE WHEN shelf IN ('pending', 'open') THEN id END,
    id DESC)::int AS place
  FROM (SELECT one.*, CASE WHEN state = 'pending' THEN 'pending' WHEN state IN ('approved', 'answering') THEN 'open'
      WHEN state = 'answered' THEN 'answered' ELSE 'put-away' END AS shelf
    FROM room_questions one WHERE session_id = $1) shelved`;

/** Of `room_questions question`: answered in writing, and found by every member of the cooperative. */
export const IN_LIBRARY = `(question.state = 'answered' AND question.answer_text IS NOT NULL)`;

const MOST_SIMILAR = 3;

@Injectable()
export class QuestionsQueries {
  constructor(private readonly database: Database) {}

  /** Of this session. */
  async one(tx: Tx, sessionId: string, questionId: string): Promise<QuestionRow | undefined> {
    const [row] = await this.some(tx, sessionId, [questionId]);
    return row;
  }

  /** Of which session of the cooperative it is; undefined: of none. */
  async sessionOf(tx: Tx, cooperativeId: string, questionId: string): Promise<string | undefined> {
    const [row] = await tx.sql<{ sessionId: string }>(
      'SELECT session_id AS "sessionId" FROM room_questions WHERE id = $1 AND cooperative_id = $2',
      [questionId, cooperativeId],
    );
    return row?.sessionId;
  }

  /** Whose it is to answer what the session left open; undefined: it was not left open. */
  async followUpOwner(tx: Tx, questionId: string): Promise<{ ownerId: string | null } | undefined> {
    const [row] = await tx.sql<{ ownerId: string | null }>(
      'SELECT owner_id AS "ownerId" FROM question_follow_ups WHERE question_id = $1 FOR UPDATE',
      [questionId],
    );
    return row;
  }

  async some(tx: Tx, sessionId: string, ids: readonly string[]): Promise<QuestionRow[]> {
    return tx.sql(`SELECT ${QUESTION} FROM ${ASKED} WHERE question.session_id = $1 AND question.id = ANY($2::uuid[])`, [
      sessionId,
      ids,
    ]);
  }

  async onStage(tx: Tx, sessionId: string): Promise<QuestionRow | undefined> {
    const [row] = await tx.sql<QuestionRow>(
      `SELECT ${QUESTION} FROM ${ASKED} WHERE question.session_id = $1 AND question.state = 'answering'`,
      [sessionId],
    );
    return row;
  }

  /** What a snapshot holds, by id: of every shelf for staff, of the public ones for members. */
  async first(tx: Tx, sessionId: string, isStaff: boolean): Promise<QuestionRow[]> {
    return tx.sql(
      `SELECT ${QUESTION} FROM ${ASKED} JOIN (${PLACES}) placed ON placed.id = question.id
       WHERE placed.place <= $2 AND ($3 OR placed.shelf = ANY ($4)) ORDER BY question.id`,
      [sessionId, SNAPSHOT_QUESTIONS, isStaff, PUBLIC_SHELVES],
    );
  }

  /** A shelf after its first `skip`, in order. */
  async onShelf(sessionId: string, shelf: QuestionShelf, skip: number, limit: number): Promise<QuestionRow[]> {
    return this.database.sql(
      `SELECT ${QUESTION} FROM ${ASKED} JOIN (${PLACES}) placed ON placed.id = question.id
       WHERE placed.shelf = $2 AND placed.place > $3 ORDER BY placed.place LIMIT $4`,
      [sessionId, shelf, skip, limit],
    );
  }

  /** Ids of what a snapshot for staff holds, and whether any shelf has more than that. */
  async held(tx: Tx, sessionId: string): Promise<{ ids: Set<string>; hasMore: boolean }> {
    const rows = await tx.sql<{ id: string; place: number }>(
      `SELECT id, place FROM (${PLACES}) placed WHERE place <= $2 + 1`,
      [sessionId, SNAPSHOT_QUESTIONS],
    );
    const held = rows.filter(({ place }) => place <= SNAPSHOT_QUESTIONS);
    return { ids: new Set(held.map(({ id }) => id)), hasMore: held.length < rows.length };
  }

  /** Ids of what a member asked and of what they voted for, by id; and of the newest they asked, those only they see. */
  async own(
    tx: Tx,
    sessionId: string,
    memberId: string,
  ): Promise<{ asked: string[]; unseen: QuestionRow[]; votes: string[] }> {
    const asked = await tx.sql<{ id: string }>(
      'SELECT id FROM room_questions WHERE session_id = $1 AND asker_id = $2 ORDER BY id',
      [sessionId, memberId],
    );
    const ids = asked.map(({ id }) => id);
    const newest = await this.some(tx, sessionId, ids.slice(-SNAPSHOT_OWN_QUESTIONS));
    const votes = await tx.sql<{ id: string }>(
      `SELECT question.id FROM room_question_votes vote JOIN room_questions question ON question.id = vote.question_id
       WHERE vote.member_id = $2 AND question.session_id = $1 ORDER BY question.id`,
      [sessionId, memberId],
    );
    return { asked: ids, unseen: newest.filter((row) => !isPublicQuestion(row)), votes: votes.map(({ id }) => id) };
  }

  /** Public questions that share at least half the telling words of a text, the best first; its last word may be unfinished. */
  async similar(sessionId: string, text: string): Promise<SimilarQuestions['questions']> {
    const words = tellingWords(text);
    if (words.length === 0) return [];
    return this.database.sql(
      `WITH typed AS MATERIALIZED (
         SELECT to_tsquery('indonesian', word || ':A') || to_tsquery('english', word || ':A')
           || to_tsquery('simple', word || ':*A') AS query FROM unnest($2::text[]) AS word)
       SELECT question.id, question.state, question.text, question.votes
       FROM room_questions question
       CROSS JOIN LATERAL (SELECT count(*) AS words FROM typed WHERE question.search @@ typed.query) shared
       WHERE question.session_id = $1 AND question.state = ANY($3) AND shared.words >= $4
       ORDER BY shared.words DESC, question.votes DESC, question.id LIMIT $5`,
      [sessionId, words, PUBLIC_QUESTION_STATES, sharedAtLeast(words), MOST_SIMILAR],
    );
  }

  async insert(tx: Tx, row: QuestionRow): Promise<void> {
    await tx.sql(
      `INSERT INTO room_questions (id, session_id, cooperative_id, asker_id, version, state, text, is_anonymous,
         staff_sees_asker, asked_at, approved_at, search)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, ${searchOf('$7', `''`)})`,
      [
        ...[row.id, row.sessionId, row.cooperativeId, row.asker.memberId, row.version, row.state, row.text],
        ...[row.isAnonymous, row.staffSeesAsker, row.askedAt, row.approvedAt],
      ],
    );
  }

  async save(tx: Tx, row: QuestionRow): Promise<void> {
    await tx.sql(
      `UPDATE room_questions SET version = $2, state = $3, is_pinned = $4, approved_at = $5, answer_text = $6,
         answered_at = $7, answered_by = $8, reason = $9, merged_into = $10, archived_from = $11, answered_by_guest = $12,
         corrected_at = $13, archived_at = $14,
         search = ${searchOf('text', `coalesce($6::text, '')`)}
       WHERE id = $1`,
      [
        ...[row.id, row.version, row.state, row.isPinned, row.approvedAt, row.answerText],
        ...[row.answeredAt, row.answeredBy, row.reason, row.mergedInto, row.archivedFrom],
        ...[row.answeredByGuest, row.correctedAt, row.archivedAt],
      ],
    );
  }

  /**
   * Takes the words out of what these sessions asked, and out of what was told. Written answers stay, those that were put
   * away too: `emptyPutAway` sees to them.
   */
  async empty(tx: Tx, sessionIds: readonly string[]): Promise<void> {
    await tx.sql(
      `WITH emptied AS (
         UPDATE room_questions question SET text = '', answer_text = NULL, reason = NULL, search = ''
         WHERE session_id = ANY ($1::uuid[])
           AND (question.state NOT IN ('answered', 'archived') OR question.answer_text IS NULL) RETURNING id)
       DELETE FROM question_follow_ups USING emptied WHERE question_id = emptied.id`,
      [sessionIds],
    );
    await tx.sql(
      `UPDATE room_events SET payload = jsonb_set(payload, '{question}', payload->'question' || $2::jsonb)
       WHERE session_id = ANY ($1::uuid[]) AND kind = 'question.changed'`,
      [sessionIds, JSON.stringify({ text: '', answer: null, reason: null })],
    );
  }

  /** The same of written answers that were put away before `before`, in rooms that have been emptied. */
  async emptyPutAway(tx: Tx, before: Date): Promise<void> {
    await tx.sql(
      `UPDATE room_questions question SET text = '', answer_text = NULL, reason = NULL, search = ''
       FROM rooms room
       WHERE room.session_id = question.session_id AND room.emptied_at IS NOT NULL
         AND question.state = 'archived' AND question.answer_text IS NOT NULL AND question.archived_at < $1`,
      [before],
    );
  }

  /** Votes and asker of one question go over to another, each once. @returns the other one's votes */
  async pour(tx: Tx, from: QuestionRow, into: QuestionRow, now: Date): Promise<number> {
    await tx.sql(
      `INSERT INTO room_question_votes (question_id, member_id, voted_at)
       SELECT $2::uuid, member_id, voted_at FROM room_question_votes WHERE question_id = $1 AND member_id <> $4
       UNION ALL SELECT $2::uuid, $3::uuid, $5::timestamptz WHERE $3::uuid <> $4::uuid
       ON CONFLICT DO NOTHING`,
      [from.id, into.id, from.asker.memberId, into.asker.memberId, now],
    );
    await tx.sql('DELETE FROM room_question_votes WHERE question_id = $1', [from.id]);
    const totals = await this.count(tx, [from.id, into.id]);
    return totals.get(into.id) ?? 0;
  }

  /** What was merged into one question goes on into another. @returns as each stands then, by id */
  async mergeOn(tx: Tx, from: QuestionRow, into: QuestionRow): Promise<QuestionRow[]> {
    const merged = await tx.sql<{ id: string }>(
      'UPDATE room_questions SET merged_into = $2, version = version + 1 WHERE merged_into = $1 RETURNING id',
      [from.id, into.id],
    );
    if (merged.length === 0) return [];
    const rows = await this.some(
      tx,
      from.sessionId,
      merged.map(({ id }) => id),
    );
    return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Counts the votes of these questions anew. @returns the totals by id */
  async count(tx: Tx, ids: readonly string[]): Promise<Map<string, number>> {
    const rows = await tx.sql<{ id: string; votes: number }>(
      `UPDATE room_questions question
       SET votes = (SELECT count(*)::int FROM room_question_votes vote WHERE vote.question_id = question.id)
       WHERE id = ANY($1::uuid[]) RETURNING id, votes`,
      [ids],
    );
    return new Map(rows.map(({ id, votes }) => [id, votes]));
  }
}

/** A question as the room tells of it, without its author. */
export function toQuestion(row: QuestionRow): Omit<RoomQuestion, 'author'> {
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    text: row.text,
    isAnonymous: row.isAnonymous,
    isPinned: row.isPinned,
    votes: row.votes,
    askedAt: row.askedAt.toISOString(),
    approvedAt: row.approvedAt?.toISOString() ?? null,
    answer: row.answeredAt && { text: row.answerText, at: row.answeredAt.toISOString() },
    reason: row.reason,
    mergedInto: row.mergedInto,
  };
}
