// What members did, as they and their staff may see it; everything is read from the ledger.

import { Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import type { Page, PageQuery } from '../contracts/schemas.js';
import { MembersService } from '../members/members.service.js';
import { EngagementQueries, type AttendedSession, type LedgerRow } from './engagement.queries.js';
import type { TopicInYear } from './record.rules.js';

@Injectable()
export class EngagementService {
  constructor(
    private readonly queries: EngagementQueries,
    private readonly members: MembersService,
  ) {}

  ownRecord(actor: Actor): Promise<TopicInYear[]> {
    return this.queries.sums(actor.memberId);
  }

  ownAttended(actor: Actor, page: PageQuery): Promise<Page<AttendedSession>> {
    return this.queries.attended(actor.memberId, page);
  }

  /** @throws DomainError not-found when the member is out of the actor's reach */
  async record(actor: Actor, memberId: string): Promise<TopicInYear[]> {
    const { id } = await this.members.accessMember(actor, memberId);
    return this.queries.sums(id);
  }

  /** @throws DomainError not-found when the member is out of the actor's reach */
  async attended(actor: Actor, memberId: string, page: PageQuery): Promise<Page<AttendedSession>> {
    const { id } = await this.members.accessMember(actor, memberId);
    return this.queries.attended(id, page);
  }

  ownLedger(actor: Actor, page: PageQuery): Promise<Page<LedgerRow>> {
    return this.queries.ledger(actor.memberId, page);
  }
}
