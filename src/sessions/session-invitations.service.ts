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
import { isEditable } from './session.rules.js';
import { SessionsService } from './sessions.service.js';

@Injectable()
export class SessionInvitationsService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly mailer: SessionInvitationMailer,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Said twice, a yes is one. @throws DomainError not-found to whom nobody asked, wrong-state once it is over, or a no after the yes */
  async answer(actor: Actor, sessionId: string, { answer }: InvitationAnswer): Promise<void> {
    await this.sessions.accessSession(actor, sessionId);
    await this.database.transaction(async (tx) => {
      const session = await this.sessions.lock(tx, sessionId);
      const asked = await tx.lock(SessionStaff, { sessionId, memberId: actor.memberId });
      if (asked.state === 'accepted' && answer === 'accepted') return;
      if (asked.state === 'accepted' || !isEditable(session.state)) throw new DomainError('wrong-state');
      await this.mailer.withdraw(tx, sessionId, [asked]);
      await (answer === 'accepted' ? this.accept(tx, asked) : this.decline(tx, asked));
      const subject = { type: 'session', id: sessionId };
      const { role } = asked;
      await this.audit.record(tx, { actor, action: `session.invitation-${answer}`, subject, after: { role } });
    });
  }

  private async accept(tx: Tx, { sessionId, memberId }: SessionStaff): Promise<void> {
    const answeredAt = this.clock.now();
    await tx.manager.update(SessionStaff, { sessionId, memberId }, { state: 'accepted', answeredAt });
  }

  private async decline(tx: Tx, { sessionId, memberId, invitedBy }: SessionStaff): Promise<void> {
    await tx.manager.delete(SessionStaff, { sessionId, memberId });
    if (invitedBy) await this.mailer.tellOfRefusal(tx, sessionId, invitedBy, memberId, this.clock.now());
  }
}
