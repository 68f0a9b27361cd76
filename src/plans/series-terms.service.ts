// Sets the terms of registration, and what is asked of those who register, for many sessions of a series at once.

import { Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { QuestionsService } from '../registrations/questions.service.js';
import { TermsService } from '../registrations/terms.service.js';
import type { LockedSession } from '../sessions/sessions.service.js';
import type { Scope, SeriesQuestionsInput, SeriesTermsInput } from './series.dto.js';
import { SeriesChangesService } from './series-changes.service.js';

@Injectable()
export class SeriesTermsService {
  constructor(
    private readonly database: Database,
    private readonly changes: SeriesChangesService,
    private readonly terms: TermsService,
    private readonly questions: QuestionsService,
  ) {}

  /** What changes in this session's terms, changes in all of the scope. @throws DomainError not-found, version-conflict, wrong-state, invalid-input */
  async setTerms(actor: Actor, sessionId: string, { scope, ...input }: SeriesTermsInput): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.terms.setAll(tx, actor, await this.within(tx, actor, sessionId, scope), input);
    });
  }

  /** The same list in all of the scope. @throws DomainError as above */
  async setQuestions(actor: Actor, sessionId: string, { scope, ...input }: SeriesQuestionsInput): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.questions.setAll(tx, actor, await this.within(tx, actor, sessionId, scope), input);
    });
  }

  /** All locked, the session itself first: it is the one that was read. */
  private async within(
    tx: Tx,
    actor: Actor,
    sessionId: string,
    scope: Scope,
  ): Promise<[LockedSession, ...LockedSession[]]> {
    const held = await this.changes.hold(tx, actor, sessionId);
    const { pivot } = held;
    return [pivot, ...this.changes.reach(held, scope).filter(({ id }) => id !== pivot.id)];
  }
}
