// Publishes and cancels many sessions of a series at once: all or none.

import { Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import { Database } from '../platform/database/database.js';
import { SessionLifecycleService } from '../sessions/session-lifecycle.service.js';
import type { Scope } from './series.dto.js';
import { SeriesChangesService } from './series-changes.service.js';

@Injectable()
export class SeriesLifecycleService {
  constructor(
    private readonly database: Database,
    private readonly changes: SeriesChangesService,
    private readonly lifecycle: SessionLifecycleService,
  ) {}

  /** Every draft of the scope. @returns the series' id. @throws DomainError not-found, wrong-state with what is missing */
  async publish(actor: Actor, sessionId: string, scope: Scope): Promise<string> {
    return this.database.transaction(async (tx) => {
      const held = await this.changes.hold(tx, actor, sessionId);
      for (const session of this.changes.reach(held, scope)) {
        if (session.state === 'draft') await this.lifecycle.publishLocked(tx, actor, session);
      }
      return held.series.id;
    });
  }

  /** Told once to whoever has to do with it. @returns the series' id. @throws DomainError not-found, wrong-state */
  async cancel(actor: Actor, sessionId: string, scope: Scope, reason: string | null): Promise<string> {
    return this.database.transaction(async (tx) => {
      const held = await this.changes.hold(tx, actor, sessionId);
      await this.lifecycle.cancelLocked(tx, actor, this.changes.reach(held, scope), reason);
      return held.series.id;
    });
  }
}
