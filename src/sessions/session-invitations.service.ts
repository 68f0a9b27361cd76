// Answers to invitations: who accepts runs the session from then on; who declines is off it, and whoever asked is told.

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
import { Session } from './session.entity.js';
import { isEditable } from './session.rules.js';
import { SessionsService } from './sessions.service.js';
import { StaffDutyMailer } from './staff-duty-mailer.js';

@Injectable()
export class SessionInvitationsService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly mailer: SessionInvitationMailer,
    private readonly duties: StaffDutyMailer,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Said twice, a yes is one. In a series it is the answer for every session of it that was asked for and not answered yet.
   * @throws DomainError not-found to whom nobody asked, wrong-state once it is over, or a no after the yes
   */
  async answer(actor: Actor, sessionId: string, { answer }: InvitationAnswer): Promise<void> {
    await this.sessions.accessSession(actor, sessionId);
    await this.database.transaction(async (tx) => {
      const session = await this.sessions.lock(tx, sessionId);
      const asked = await tx.lock(SessionStaff, { sessionId, memberId: actor.memberId });
      if (asked.state === 'accepted' && answer === 'accepted') return;
      if (asked.state === 'accepted' || !isEditable(session.state)) throw new DomainError('wrong-state');
      const all = [asked, ...(await openInSeries(tx, session, actor.memberId))];
      for (const one of all) {
        await this.mailer.withdraw(tx, one.sessionId, [one]);
        await (answer === 'accepted' ? this.accept(tx, one) : this.decline(tx, one));
        const subject = { type: 'session', id: one.sessionId };
        const { role } = one;
        await this.audit.record(tx, { actor, action: `session.invitation-${answer}`, subject, after: { role } });
      }
      if (answer === 'accepted') {
        const ids = all.map((one) => one.sessionId);
        await this.duties.tellAccepted(tx, actor.memberId, ids);
      } else if (asked.invitedBy) {
        await this.mailer.tellOfRefusal(tx, sessionId, asked.invitedBy, actor.memberId, this.clock.now());
      }
    });
  }

  private async accept(tx: Tx, { sessionId, memberId }: SessionStaff): Promise<void> {
    const answeredAt = this.clock.now();
    await tx.manager.update(SessionStaff, { sessionId, memberId }, { state: 'accepted', answeredAt });
  }

  private async decline(tx: Tx, { sessionId, memberId }: SessionStaff): Promise<void> {
    await tx.manager.delete(SessionStaff, { sessionId, memberId });
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
