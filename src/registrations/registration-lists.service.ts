// Shows registrations to those who may read them: a member their own, staff a session's, a coordinator their units'.

import { Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import type { Page } from '../contracts/schemas.js';
import { BulkReads } from '../platform/audit/bulk-reads.js';
import { DomainError, found } from '../platform/errors.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { RegistrantsQueries } from './registrants.queries.js';
import type {
  Matching,
  MyRegistration,
  OwnQuery,
  Registrant,
  RegistrantsFilter,
  RegistrantsQuery,
} from './registration.dto.js';
import { canDecideAll, readingReach } from './registration.rules.js';
import { RegistrationsQueries, type HeldBy } from './registrations.queries.js';

@Injectable()
export class RegistrationListsService {
  constructor(
    private readonly sessions: SessionsService,
    private readonly queries: RegistrationsQueries,
    private readonly registrants: RegistrantsQueries,
    private readonly bulkReads: BulkReads,
  ) {}

  own(actor: Actor, query: OwnQuery): Promise<Page<MyRegistration>> {
    return this.queries.own(actor, query);
  }

  /** @throws DomainError not-found, forbidden to a facilitator of other sessions */
  async ofSession(actor: Actor, sessionId: string, query: RegistrantsQuery): Promise<Page<Registrant>> {
    const { unitIds } = await this.sight(actor, sessionId);
    const page = await this.registrants.page(sessionId, query, unitIds);
    const subject = { type: 'session', id: sessionId };
    return this.bulkReads.noted({ actor, action: 'registrations.read', subject, query }, page);
  }

  /** What can still be decided of, of those the actor sees: to be chosen all at once. @throws DomainError not-found, forbidden */
  async matching(actor: Actor, sessionId: string, filter: RegistrantsFilter): Promise<Matching> {
    const { unitIds } = await this.sight(actor, sessionId);
    return this.registrants.matching(sessionId, filter, unitIds);
  }

  /** Those registrations, if the actor may decide of every one of them. @throws DomainError not-found if of one they may not */
  async accessAll(actor: Actor, sessionId: string, ids: readonly string[]): Promise<HeldBy[]> {
    await this.sessions.accessSession(actor, sessionId);
    const held = await this.queries.held(sessionId, ids);
    const units = held.map(({ unitId }) => unitId);
    if (!canDecideAll(actor, new Set(ids).size, units)) throw new DomainError('not-found');
    return held;
  }

  /** A registration that the actor may read. @throws DomainError not-found, forbidden */
  async accessOne(actor: Actor, sessionId: string, registrationId: string): Promise<HeldBy> {
    const { unitIds } = await this.sight(actor, sessionId);
    const one = found((await this.queries.held(sessionId, [registrationId]))[0]);
    if (unitIds !== null && !unitIds.some((unitId) => unitId === one.unitId)) throw new DomainError('not-found');
    return one;
  }

  /** The session, and whose registrations of it the actor sees: of these units' members only; null: of all. */
  async sight(
    actor: Actor,
    sessionId: string,
  ): Promise<{ session: { zone: string }; unitIds: readonly string[] | null }> {
    const session = await this.sessions.accessSession(actor, sessionId);
    const reach = readingReach(actor, session.myRole !== null);
    if (reach.kind === 'none') throw new DomainError('forbidden');
    return { session, unitIds: reach.kind === 'units' ? reach.unitIds : null };
  }
}
