// Answers to invitations: who accepts runs the session until they step down; who says no is off it, and whoever asked is told.

import { Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError } from '../platform/errors.js';
import { SessionInvitationMailer } from './session-invitation-mailer.js';
import type { InvitationAnswer } from './session-staff.dto.js';
import { SessionStaff } from './session-staff.entity.js';
import { stepDownFaults } from './session-staff.rules.js';
import { SessionStaffingService } from './session-staffing.service.js';
import { Session } from './session.entity.js';
import { canStaffLeave, isEditable } from './session.rules.js';
import { SessionsService } from './sessions.service.js';

@Injectable()
export class SessionInvitationsService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly staffing: SessionStaffingService,
    private readonly mailer: SessionInvitationMailer,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Said twice, a yes is one; a no after the yes steps down from this session. In a series the first answer is the one for
   * every session of it that was asked for and not answered yet.
   * @throws DomainError not-found to whom nobody asked, wrong-state once it is on or over, or without anybody to run it
   */
  async answer(actor: Actor, sessionId: string, { answer }: InvitationAnswer): Promise<void> {
    await this.sessions.accessSession(actor, sessionId);
    await this.database.transaction(async (tx) => {
      const session = await this.sessions.lock(tx, sessionId);
      const asked = await tx.lock(SessionStaff, { sessionId, memberId: actor.memberId });
      if (asked.state === 'accepted') {
        if (answer === 'declined') await this.stepDown(tx, actor, session, asked);
        return;
      }
      if (!isEditable(session.state)) throw new DomainError('wrong-state');
      const all = [asked, ...(await openInSeries(tx, session, actor.memberId))];
      for (const one of all) {
        await this.mailer.withdraw(tx, one.sessionId, [one]);
        if (answer === 'declined') await this.decline(tx, one);
        await this.note(tx, actor, `session.invitation-${answer}`, one);
      }
      if (answer === 'accepted') {
        const ids = all.map((one) => one.sessionId);
        await this.staffing.accept(tx, actor.memberId, ids);
      } else if (asked.invitedBy) {
        await this.mailer.tellOfRefusal(tx, sessionId, asked.invitedBy, actor.memberId, this.clock.now());
      }
    });
  }

  /** Under the session's lock: of two who leave at once, one stays. */
  private async stepDown(tx: Tx, actor: Actor, session: Session, duty: SessionStaff): Promise<void> {
    if (!canStaffLeave(session.state)) throw new DomainError('wrong-state');
    const staff = await this.staffing.remaining(tx, session.id);
    const faults = stepDownFaults(session.state !== 'draft', staff, actor.memberId);
    if (faults.length > 0) throw new DomainError('wrong-state', faults);
    // Whom to tell stands beside who leaves.
    await this.mailer.tellOfLeaving(tx, session.id, actor.memberId, this.clock.now());
    await this.staffing.remove(tx, session.id, [actor.memberId]);
    await this.note(tx, actor, 'session.stepped-down', duty);
  }

  private async decline(tx: Tx, { sessionId, memberId }: SessionStaff): Promise<void> {
    await tx.manager.delete(SessionStaff, { sessionId, memberId });
  }

  private async note(tx: Tx, actor: Actor, action: string, { sessionId, role }: SessionStaff): Promise<void> {
    await this.audit.record(tx, { actor, action, subject: { type: 'session', id: sessionId }, after: { role } });
  }
}

/** What else of the same series somebody is asked to run. */
async function openInSeries(tx: Tx, { id, seriesId }: Session, memberId: string): Promise<SessionStaff[]> {
  if (seriesId === null) return [];
  return tx.manager
    .createQueryBuilder(SessionStaff, 'staff')
    .innerJoin(Session, 'session', 'session.id = staff.sessionId')
    .where('session.seriesId = :seriesId AND session.id <> :id', { seriesId, id })
    .andWhere(`session.state IN ('draft', 'published', 'live')`)
    .andWhere(`staff.memberId = :memberId AND staff.state = 'invited'`, { memberId })
    .orderBy('staff.sessionId')
    .setLock('pessimistic_write', undefined, ['staff'])
    .getMany();
}
