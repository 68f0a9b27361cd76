// Copies a session with its terms and questions to another time: a draft, without anybody who runs it or comes.

import { Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/ids.js';
import { QuestionsService } from '../registrations/questions.service.js';
import { TermsService } from '../registrations/terms.service.js';
import { SessionsService } from '../sessions/sessions.service.js';
import type { CloneInput } from './clone.dto.js';

@Injectable()
export class ClonesService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly terms: TermsService,
    private readonly questions: QuestionsService,
  ) {}

  /** @returns the new draft's id; a retry with the same id makes no second one. @throws DomainError not-found, invalid-input, conflict */
  async clone(actor: Actor, sessionId: string, { id = newId(), startsAt, endsAt, zone }: CloneInput): Promise<string> {
    await this.database.transaction(async (tx) => {
      const outcome = await this.sessions.copy(tx, actor, sessionId, { id, startsAt, endsAt, zone });
      if (outcome !== 'made') return;
      await this.terms.copy(tx, sessionId, id);
      await this.questions.copy(tx, actor, sessionId, id);
    });
    return id;
  }
}
