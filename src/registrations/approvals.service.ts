// Staff answer those who asked: many at once, each decision with its entry in the audit.

import { Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError } from '../platform/errors.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { approvePending, rejectPending } from './approvals.js';
import type { Approved } from './registration.dto.js';
import { RegistrationListsService } from './registration-lists.service.js';
import { isRegistrationOpen } from './registration.rules.js';
import { SeatGiver } from './seat-giver.js';
import { termsOf } from './terms.queries.js';
import { quotasAt } from './terms.rules.js';

@Injectable()
export class ApprovalsService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly lists: RegistrationListsService,
    private readonly seats: SeatGiver,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** A seat while there is one, else the end of the queue; who is decided already stays so. @throws DomainError not-found, registration-closed */
  async approve(actor: Actor, sessionId: string, ids: readonly string[]): Promise<Approved> {
    await this.lists.accessAll(actor, sessionId, ids);
    return this.database.transaction(async (tx) => {
      const session = await this.sessions.lock(tx, sessionId);
      const now = this.clock.now();
      if (!isRegistrationOpen(session, now)) throw new DomainError('registration-closed');
      const quotas = quotasAt(await termsOf(tx, sessionId), session, now);
      const approved = await approvePending(tx, session, quotas, ids, now);
      const confirmed = approved.filter((one) => one.state === 'confirmed');
      const queued = approved.filter((one) => one.state === 'waitlisted');
      await this.seats.tell(tx, 'registration.approved', session, confirmed);
      await this.seats.tell(tx, 'registration.waitlisted', session, queued);
      for (const { registrationId, state } of approved) {
        await this.note(tx, actor, 'registration.approved', registrationId, { state });
      }
      return { confirmed: confirmed.length, queued: queued.length };
    });
  }

  /** @param reason for the member to read. @throws DomainError not-found */
  async reject(actor: Actor, sessionId: string, ids: readonly string[], reason: string): Promise<void> {
    await this.lists.accessAll(actor, sessionId, ids);
    await this.database.transaction(async (tx) => {
      const session = await this.sessions.lock(tx, sessionId);
      const rejected = await rejectPending(tx, sessionId, ids, reason, this.clock.now());
      await this.seats.tell(tx, 'registration.rejected', session, rejected);
      for (const { registrationId } of rejected) {
        await this.note(tx, actor, 'registration.rejected', registrationId, { state: 'rejected', reason });
      }
    });
  }

  private async note(tx: Tx, actor: Actor, action: string, registrationId: string, after: object): Promise<void> {
    const subject = { type: 'registration', id: registrationId };
    await this.audit.record(tx, { actor, action, subject, before: { state: 'pending' }, after: { ...after } });
  }
}
