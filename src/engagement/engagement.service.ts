// What members did, as they and their staff may see it; everything is read from the ledger.

import { Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import type { Page, PageQuery } from '../contracts/schemas.js';
import { MembersService } from '../members/members.service.js';
import { EngagementQueries, type AttendedSession, type LedgerRow } from './engagement.queries.js';

@Injectable()
export class EngagementService {
  constructor(
    private readonly queries: EngagementQueries,
    private readonly members: MembersService,
  ) {}

  ownRecord(actor: Actor): Promise<AttendedSession[]> {
    return this.queries.attended(actor.memberId);
  }

  /** @throws DomainError not-found when the member is out of the actor's reach */
  async record(actor: Actor, memberId: string): Promise<AttendedSession[]> {
    const { id } = await this.members.accessMember(actor, memberId);
    return this.queries.attended(id);
  }

  ownLedger(actor: Actor, page: PageQuery): Promise<Page<LedgerRow>> {
    return this.queries.ledger(actor.memberId, page);
  }
}
