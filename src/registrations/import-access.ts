// Which lists of registrants somebody may see, and the waking of the worker that takes them.

import { Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError, found } from '../platform/errors.js';
import { JobQueue } from '../platform/queue/job-queue.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { RegistrationImport } from './registration-import.entity.js';
import { isRegistrationOpen } from './registration.rules.js';
import type { Delivered } from './seat.rules.js';

const LAST = 5;

@Injectable()
export class ImportAccess {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  /** @throws DomainError not-found, registration-closed */
  async openSession(actor: Actor, sessionId: string): Promise<Pick<Delivered, 'delivery'>> {
    const session = await this.sessions.accessSession(actor, sessionId);
    if (!isRegistrationOpen(session, this.clock.now())) throw new DomainError('registration-closed');
    return session;
  }

  /** An admin sees everybody's, others their own. @throws DomainError not-found */
  async one(actor: Actor, sessionId: string, id: string): Promise<RegistrationImport> {
    await this.sessions.accessSession(actor, sessionId);
    return found(await this.database.manager.findOneBy(RegistrationImport, { ...seenBy(actor), id, sessionId }));
  }

  /** @throws DomainError not-found */
  async last(actor: Actor, sessionId: string): Promise<RegistrationImport[]> {
    await this.sessions.accessSession(actor, sessionId);
    return this.database.manager.find(RegistrationImport, {
      where: { ...seenBy(actor), sessionId },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: LAST,
    });
  }

  wake(importId: string): void {
    void this.queue.wake('registrations.import', [{ importId }]);
  }
}

function seenBy({ cooperativeId, memberId, roles }: Actor): { cooperativeId: string; actedBy?: string } {
  return roles.includes('admin') ? { cooperativeId } : { cooperativeId, actedBy: memberId };
}
