// What a session left open: somebody's to answer by a day.

import { Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import { mayInRoom } from '../contracts/room-permissions.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError, found } from '../platform/errors.js';
import { RoomDesk } from '../room/room-desk.service.js';
import type { FollowUpPatch } from './question.dto.js';
import { dueOn } from './question.rules.js';

interface Kept {
  sessionId: string;
  version: number;
  ownerId: string | null;
  dueOn: string;
}

@Injectable()
export class QuestionFollowUps {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly desk: RoomDesk,
    private readonly audit: Audit,
  ) {}

  /** The session's end stands: what was approved and not answered is its host's to answer. Again: nothing changes. */
  async make(tx: Tx, sessionId: string): Promise<void> {
    const [session] = await tx.sql<{ zone: string }>('SELECT zone FROM sessions WHERE id = $1', [sessionId]);
    if (!session) return;
    const now = this.clock.now();
    await tx.sql(
      `INSERT INTO question_follow_ups (question_id, cooperative_id, session_id, version, owner_id, due_on, made_at)
       SELECT question.id, question.cooperative_id, question.session_id, 1,
         (SELECT staff.member_id FROM session_staff staff WHERE staff.session_id = question.session_id
            AND staff.role = 'host' AND staff.state = 'accepted' ORDER BY staff.member_id LIMIT 1), $2, $3
       FROM room_questions question WHERE question.session_id = $1 AND question.state IN ('approved', 'answering')
       ON CONFLICT DO NOTHING`,
      [sessionId, dueOn(now, session.zone), now],
    );
  }

  /**
   * Gives it to somebody else, or another day.
   * @throws DomainError not-found, forbidden, version-conflict, invalid-input (`ownerId`: who could not answer it)
   */
  async change(actor: Actor, questionId: string, patch: FollowUpPatch): Promise<void> {
    await this.database.transaction(async (tx) => {
      const before = await this.lock(tx, actor, questionId);
      await this.assertMay(tx, actor, before);
      if (before.version !== patch.version) throw new DomainError('version-conflict');
      const after = { ownerId: patch.ownerId ?? before.ownerId, dueOn: patch.dueOn ?? before.dueOn };
      if (patch.ownerId !== undefined) await this.assertCanOwn(tx, actor, before.sessionId, patch.ownerId);
      await tx.sql(
        'UPDATE question_follow_ups SET version = version + 1, owner_id = $2, due_on = $3 WHERE question_id = $1',
        [questionId, after.ownerId, after.dueOn],
      );
      await this.audit.record(tx, {
        actor,
        action: 'question-follow-up.changed',
        subject: { type: 'question', id: questionId },
        before: { ownerId: before.ownerId, dueOn: before.dueOn },
        after,
      });
    });
  }

  private async lock(tx: Tx, actor: Actor, questionId: string): Promise<Kept> {
    const [kept] = await tx.sql<Kept>(
      `SELECT session_id AS "sessionId", version, owner_id AS "ownerId", to_char(due_on, 'YYYY-MM-DD') AS "dueOn"
       FROM question_follow_ups WHERE question_id = $1 AND cooperative_id = $2 FOR UPDATE`,
      [questionId, actor.cooperativeId],
    );
    return found(kept);
  }

  /** The owner may, and whoever may in the session's room. */
  private async assertMay(tx: Tx, actor: Actor, { ownerId, sessionId }: Kept): Promise<void> {
    if (ownerId === actor.memberId) return;
    const { role } = await this.desk.place(actor.memberId, sessionId, tx);
    if (!mayInRoom(role, 'questions.moderate')) throw new DomainError('forbidden');
  }

  /** Staff of the session, and every facilitator and admin of the cooperative. */
  private async assertCanOwn(tx: Tx, actor: Actor, sessionId: string, ownerId: string): Promise<void> {
    const [owner] = await tx.sql(
      `SELECT FROM members member WHERE member.id = $1 AND member.cooperative_id = $2 AND member.status <> 'keluar'
         AND (member.roles && ARRAY['admin', 'facilitator'] OR EXISTS (
           SELECT FROM session_staff staff WHERE staff.session_id = $3 AND staff.member_id = member.id
             AND staff.state = 'accepted'))`,
      [ownerId, actor.cooperativeId, sessionId],
    );
    if (!owner) throw new DomainError('invalid-input', [{ path: 'ownerId', rule: 'unknown-id' }]);
  }
}
