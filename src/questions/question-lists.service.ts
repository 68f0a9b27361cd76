// Lists of questions over HTTP: a session's for its staff, what is still to be answered, and the library for everybody.

import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { can, type Actor } from '../contracts/permissions.js';
import { mayInRoom, type RoomRole } from '../contracts/room-permissions.js';
import { id, instantOut, type Page, type PageQuery } from '../contracts/schemas.js';
import { searchQuery } from '../contracts/search.js';
import { BulkReads } from '../platform/audit/bulk-reads.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors.js';
import { keyOf, pageFrom } from '../platform/http/keyset.js';
import { RoomDesk } from '../room/room-desk.service.js';
import type { FollowUp, FollowUpsQuery, LibraryEntry, LibraryQuery, SessionQuestion } from './question.dto.js';
import { mayLater } from './question.rules.js';
import { shown } from './questions-part.service.js';
import { ASKED, IN_LIBRARY, QUESTION, type QuestionRow } from './questions.queries.js';

const questionKey = z.tuple([id]);
const dueKey = z.tuple([z.iso.date(), id]);
const answeredKey = z.tuple([instantOut, id]);

type FollowUpRow = QuestionRow & Pick<FollowUp, 'dueOn' | 'owner' | 'session'> & { followUpVersion: number };
type LibraryRow = Omit<LibraryEntry, 'answer' | 'mayCorrect' | 'mayArchive'> & {
  answerText: string;
  answeredAt: Date;
  correctedAt: Date | null;
  /** What the reader is in the session. */
  role: RoomRole | null;
  /** Null: a guest answered. */
  hasAnswered: boolean | null;
};

/** From `question_follow_ups follow_up`, its question, session and owner. */
const FOLLOW_UP = `
  SELECT ${QUESTION}, follow_up.version AS "followUpVersion", to_char(follow_up.due_on, 'YYYY-MM-DD') AS "dueOn",
    CASE WHEN owner.id IS NOT NULL
      THEN jsonb_build_object('memberId', owner.id, 'name', coalesce(owner.nickname, owner.name)) END AS owner,
    jsonb_build_object('id', session.id, 'title', session.title) AS session
  FROM question_follow_ups follow_up
  JOIN room_questions question ON question.id = follow_up.question_id
  JOIN members asker ON asker.id = question.asker_id
  JOIN sessions session ON session.id = follow_up.session_id
  LEFT JOIN members owner ON owner.id = follow_up.owner_id
  WHERE follow_up.cooperative_id = $1 AND question.state IN ('approved', 'answering')`;

@Injectable()
export class QuestionLists {
  constructor(
    private readonly database: Database,
    private readonly desk: RoomDesk,
    private readonly bulkReads: BulkReads,
  ) {}

  /** All of a session's, in the order asked. @throws DomainError not-found, forbidden (not its staff) */
  async ofSession(actor: Actor, sessionId: string, query: PageQuery): Promise<Page<SessionQuestion>> {
    const place = await this.desk.place(actor.memberId, sessionId);
    if (!mayInRoom(place.role, 'room.behind')) throw new DomainError('forbidden');
    const rows = await this.database.sql<QuestionRow>(
      `SELECT ${QUESTION} FROM ${ASKED}
       WHERE question.session_id = $1 AND ($2::uuid IS NULL OR question.id > $2) ORDER BY question.id LIMIT $3`,
      [sessionId, keyOf(query.cursor, questionKey)?.[0] ?? null, query.limit + 1],
    );
    const { items, nextCursor } = pageFrom(rows, query.limit, (row) => [row.id]);
    const page = { items: items.map((row) => shown(row, true)), nextCursor };
    return this.bulkReads.noted(
      { actor, action: 'questions.read', subject: { type: 'session', id: sessionId }, query },
      page,
    );
  }

  /** What the reader owns, and what sessions of theirs left open; an admin sees all. The longest due first. */
  async followUps(actor: Actor, query: FollowUpsQuery): Promise<Page<FollowUp>> {
    const key = keyOf(query.cursor, dueKey);
    const rows = await this.database.sql<FollowUpRow>(
      `${FOLLOW_UP} AND (follow_up.owner_id = $2 OR ($3 = 'all' AND ($4 OR EXISTS (
           SELECT FROM session_staff staff WHERE staff.session_id = follow_up.session_id AND staff.member_id = $2
             AND staff.state = 'accepted'))))
         AND ($5::date IS NULL OR (follow_up.due_on, follow_up.question_id) > ($5, $6::uuid))
       ORDER BY follow_up.due_on, follow_up.question_id LIMIT $7`,
      [
        ...[actor.cooperativeId, actor.memberId, query.whose, can(actor, 'cooperative.manage')],
        ...[key?.[0] ?? null, key?.[1] ?? null, query.limit + 1],
      ],
    );
    const { items, nextCursor } = pageFrom(rows, query.limit, (row) => [row.dueOn, row.id]);
    const subject = { type: 'cooperative', id: actor.cooperativeId };
    return this.bulkReads.noted(
      { actor, action: 'question-follow-ups.read', subject, query },
      { items: items.map(toFollowUp), nextCursor },
    );
  }

  /**
   * Every question of the cooperative that was answered in writing, the newest answer first; or, of those that were put
   * away, what the reader may put back.
   */
  async library(actor: Actor, query: LibraryQuery): Promise<Page<LibraryEntry>> {
    const key = keyOf(query.cursor, answeredKey);
    const isAdmin = can(actor, 'cooperative.manage');
    const rows = await this.database.sql<LibraryRow>(
      `SELECT question.id, question.version, question.text, question.answer_text AS "answerText",
         question.answered_at AS "answeredAt", question.corrected_at AS "correctedAt",
         question.answered_by = $8 AS "hasAnswered", CASE WHEN $9 THEN 'host' ELSE staff.role END AS role,
         jsonb_build_object('id', session.id, 'title', session.title) AS session,
         CASE WHEN topic.id IS NOT NULL THEN jsonb_build_object('id', topic.id, 'name', topic.name) END AS topic
       FROM room_questions question
       JOIN sessions session ON session.id = question.session_id
       LEFT JOIN topics topic ON topic.id = session.topic_id
       LEFT JOIN session_staff staff
         ON staff.session_id = session.id AND staff.member_id = $8 AND staff.state = 'accepted'
       WHERE question.cooperative_id = $1 AND ${SHELVES[query.shelf]}
         AND ($2::text IS NULL OR question.search @@ (websearch_to_tsquery('indonesian', $2)
           || websearch_to_tsquery('english', $2) || to_tsquery('simple', $3)))
         AND ($4::uuid IS NULL OR session.topic_id = $4)
         AND ($5::timestamptz IS NULL OR (question.answered_at, question.id) < ($5, $6::uuid))
       ORDER BY question.answered_at DESC, question.id DESC LIMIT $7`,
      [
        ...[actor.cooperativeId, query.search ?? null, beginningsOf(query.search ?? ''), query.topic ?? null],
        ...[key?.[0] ?? null, key?.[1] ?? null, query.limit + 1, actor.memberId, isAdmin],
      ],
    );
    const { items, nextCursor } = pageFrom(rows, query.limit, (row) => [row.answeredAt.toISOString(), row.id]);
    return { items: items.map(toEntry), nextCursor };
  }
}

/** What each shelf of the library holds; $8 is the reader, $9 whether they are an admin. */
const SHELVES: Record<LibraryQuery['shelf'], string> = {
  open: IN_LIBRARY,
  'put-away': `question.state = 'archived' AND question.archived_from = 'answered' AND question.answer_text IS NOT NULL
    AND ($9 OR staff.role IN ('host', 'moderator'))`,
};

/** Who is still typing finds what they are about to type; who quotes or leaves a word out means exactly that. */
function beginningsOf(search: string): string {
  return /"|(^|\s)-/.test(search) ? '' : (searchQuery(search) ?? '');
}

function toFollowUp(row: FollowUpRow): FollowUp {
  const { followUpVersion: version, dueOn, owner, session } = row;
  return { version, dueOn, owner, session, question: shown(row, true) };
}

function toEntry({ answerText, answeredAt, correctedAt, role, hasAnswered, ...entry }: LibraryRow): LibraryEntry {
  const who = { role, isOwner: false, hasAnswered: hasAnswered ?? false };
  return {
    ...entry,
    answer: { text: answerText, at: answeredAt.toISOString(), correctedAt: correctedAt?.toISOString() ?? null },
    mayCorrect: mayLater('correct', who),
    mayArchive: mayLater('archive', who),
  };
}
