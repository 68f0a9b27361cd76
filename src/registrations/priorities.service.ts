// Staff let somebody who waits go before others, with the reason: who gets the next free seat follows it, nobody's seat does.

import { Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors.js';
import { SessionsService } from '../sessions/sessions.service.js';
import type { PriorityIn } from './registration.dto.js';
import { RegistrationListsService } from './registration-lists.service.js';
import { Registration } from './registration.entity.js';

@Injectable()
export class PrioritiesService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly lists: RegistrationListsService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError not-found, wrong-state for one that does not wait in the queue */
  async set(actor: Actor, sessionId: string, id: string, { priority, reason }: PriorityIn): Promise<void> {
    await this.lists.accessAll(actor, sessionId, [id]);
    await this.database.transaction(async (tx) => {
      // Under it the queue stands still.
      await this.sessions.lock(tx, sessionId);
      const before = await tx.lock(Registration, { id, sessionId });
      if (before.state !== 'waitlisted') throw new DomainError('wrong-state');
      const after = { priority, priorityReason: priority === 0 ? null : reason };
      await tx.manager.update(Registration, { id }, { ...after, updatedAt: this.clock.now() });
      await this.audit.record(tx, {
        ...{ actor, action: 'registration.prioritised', subject: { type: 'registration', id } },
        before: { priority: before.priority, reason: before.priorityReason },
        after: { priority, reason },
      });
    });
  }
}
