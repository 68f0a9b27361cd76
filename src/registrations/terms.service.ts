// Sets the terms of registration, and tells a member what registering takes.

import { Injectable } from '@nestjs/common';
import type { FieldFault } from '../contracts/error-codes.js';
import type { Actor } from '../contracts/permissions.js';
import type { TermsInput } from '../contracts/registration-terms.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError } from '../platform/errors.js';
import { SessionsService, type LockedSession } from '../sessions/sessions.service.js';
import { questionsOf } from './questions.queries.js';
import { askedOf } from './questions.service.js';
import { RegistrationTerms } from './registration-terms.entity.js';
import { isRegistrationOpen } from './registration.rules.js';
import { RegistrationsQueries } from './registrations.queries.js';
import { MODES, openToNewcomers } from './seat.rules.js';
import { SeatGiver } from './seat-giver.js';
import { seatsSeen } from './seats.js';
import type { MyTerms, TermsOut } from './terms.dto.js';
import {
  applicantsOf,
  namesOf,
  prerequisiteTitles,
  termsOf,
  unknownIds,
  type VersionedTerms,
} from './terms.queries.js';
import {
  closingAlike,
  hoursIn,
  isClosed,
  prerequisitesBefore,
  quotasAt,
  quotasReleasedAt,
  requirementsOf,
  selfFaults,
  termsAlike,
  type Requirement,
  type Terms,
} from './terms.rules.js';

/** Terms that no day belongs to. */
export type TermsContent = Omit<Terms, 'closesAt'>;

@Injectable()
export class TermsService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly seats: SeatGiver,
    private readonly queries: RegistrationsQueries,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError not-found */
  async of(actor: Actor, sessionId: string): Promise<TermsOut> {
    await this.sessions.accessSession(actor, sessionId);
    const terms = await termsOf(this.database, sessionId);
    return outOf(terms, await prerequisiteTitles(this.database, terms));
  }

  /** What holds from now on; registrations made under other terms stand, and seats that are kept no more go to the queue. @throws DomainError not-found, version-conflict, invalid-input */
  async set(actor: Actor, sessionId: string, input: TermsInput): Promise<TermsOut> {
    await this.sessions.accessSession(actor, sessionId);
    return this.database.transaction(async (tx) => {
      const after = await this.setLocked(tx, actor, await this.sessions.lock(tx, sessionId), input);
      return outOf(after, await prerequisiteTitles(tx, after));
    });
  }

  /**
   * What changes in the first session's terms changes in those of the others as well; what each has of its own stays. Of
   * the sessions that must be attended, each leaves out itself and those that come after it.
   * @param dates locked by the caller, who has the actor's right to them; the first is the one that was read. @throws DomainError as `set`
   */
  async setAll(
    tx: Tx,
    actor: Actor,
    dates: readonly [LockedSession, ...LockedSession[]],
    input: TermsInput,
  ): Promise<void> {
    const [first, ...others] = dates;
    const before = await termsOf(tx, first.id);
    const prerequisites = prerequisitesBefore(input.prerequisites, first, dates);
    await this.setLocked(tx, actor, first, { ...input, prerequisites });
    const change = { before, after: input, startsAt: first.startsAt, dates };
    for (const other of others) {
      const own = await termsOf(tx, other.id);
      await this.write(tx, actor, other, own, termsAlike(own, change, other));
    }
  }

  private async setLocked(
    tx: Tx,
    actor: Actor,
    session: LockedSession,
    { version, ...after }: TermsInput,
  ): Promise<VersionedTerms> {
    const before = await termsOf(tx, session.id);
    if (before.version !== version) throw new DomainError('version-conflict');
    const faults = [
      ...[...closingFaults(after, session), ...selfFaults(after, session.id)],
      ...(await faultsOf(tx, session.cooperativeId, after)),
    ];
    if (faults.length > 0) throw new DomainError('invalid-input', faults);
    return this.write(tx, actor, session, before, after);
  }

  private async write(
    tx: Tx,
    actor: Actor,
    session: LockedSession,
    { version: seen, ...before }: VersionedTerms,
    after: Terms,
  ): Promise<VersionedTerms> {
    const { id: sessionId, cooperativeId } = session;
    const version = seen + 1;
    const now = this.clock.now();
    await tx.manager.save(RegistrationTerms, {
      ...{ ...mutable(after), closesAt: after.closesAt },
      ...{ sessionId, cooperativeId, version, updatedAt: now },
    });
    if (isRegistrationOpen(session, now)) await this.seats.fill(tx, session, now);
    const subject = { type: 'session', id: sessionId };
    await this.audit.record(tx, { actor, action: 'session.terms-changed', subject, before, after: { ...after } });
    return { ...after, version };
  }

  /** Another session's terms for a new one; when registration closes belongs to the first one's days, unless it is said here. */
  async copy(tx: Tx, fromId: string, sessionId: string, closesAt: Date | null = null): Promise<void> {
    await tx.sql(
      `INSERT INTO registration_terms (session_id, cooperative_id, version, needs_approval, closes_at, unit_ids, roles,
         prerequisites, queue_policy, quotas, quota_release_hours,
         freed_virtual, freed_onsite, offer_hours, updated_at)
       SELECT $2, cooperative_id, 1, needs_approval, $4::timestamptz, unit_ids, roles, prerequisites, queue_policy, quotas,
         quota_release_hours, freed_virtual, freed_onsite, offer_hours, $3
       FROM registration_terms WHERE session_id = $1`,
      [fromId, sessionId, this.clock.now(), closesAt],
    );
  }

  /** The same for a new date of its series: registration closes as long before the start as there. */
  async copyAlong(tx: Tx, from: LockedSession, session: { id: string; startsAt: Date; endsAt: Date }): Promise<void> {
    const { closesAt } = await termsOf(tx, from.id);
    await this.copy(tx, from.id, session.id, closingAlike(closesAt, from.startsAt, session));
  }

  /** A session's terms for sessions to come: all but the day on which registration closes; null where they are the usual ones. */
  async contentOf(sessionId: string): Promise<TermsContent | null> {
    const { version, closesAt: _, ...terms } = await termsOf(this.database, sessionId);
    return version === 0 ? null : terms;
  }

  /** Such terms for new sessions of the actor's cooperative. */
  async give(tx: Tx, actor: Actor, terms: TermsContent, sessionIds: readonly string[]): Promise<void> {
    const common = { closesAt: null, cooperativeId: actor.cooperativeId, version: 1, updatedAt: this.clock.now() };
    await tx.manager.insert(
      RegistrationTerms,
      sessionIds.map((sessionId) => ({ ...mutable(terms), ...common, sessionId })),
    );
  }

  /** @throws DomainError not-found */
  async mine(actor: Actor, sessionId: string): Promise<MyTerms> {
    const session = await this.sessions.accessSession(actor, sessionId);
    const now = this.clock.now();
    const terms = await termsOf(this.database, sessionId);
    const { questions } = await questionsOf(this.database, sessionId);
    const applicant = (await applicantsOf(this.database, sessionId, terms, [actor.memberId])).get(actor.memberId);
    const list = applicant ? requirementsOf(terms, applicant) : [];
    const nameOf = await namesOf(this.database, list);
    const quotas = quotasAt(terms, session, now);
    const seats = await seatsSeen(this.database, session, quotas, actor.memberId, now);
    const modes = session.delivery === 'hybrid' ? MODES : [session.delivery];
    return {
      isOpen: isRegistrationOpen(session, now) && !isClosed(terms, now),
      closesAt: terms.closesAt?.toISOString() ?? null,
      needsApproval: terms.needsApproval,
      queuePolicy: terms.queuePolicy,
      openModes: modes.filter((mode) => seats.some((one) => one.mode === mode && openToNewcomers(one) > 0)),
      quotasUntil: quotas.length === 0 ? null : (quotasReleasedAt(terms, session)?.toISOString() ?? null),
      last: (await this.queries.lastAnswer(sessionId, actor.memberId)) ?? null,
      questions: askedOf(questions),
      requirements: list.map((one) => requirementOut(one, nameOf)),
    };
  }
}

function requirementOut(
  one: Requirement,
  nameOf: (id: string) => { name: string; isDraft: boolean },
): MyTerms['requirements'][number] {
  const { kind, isMet } = one;
  switch (kind) {
    case 'unit':
      return { kind, isMet, names: one.unitIds.map((id) => nameOf(id).name) };
    case 'role':
      return { kind, isMet, roles: [...one.roles] };
    case 'approval':
      return { kind, isMet };
    case 'session': {
      const { name: title, isDraft } = nameOf(one.sessionId);
      return { kind, isMet, title, sessionId: isDraft ? null : one.sessionId };
    }
    case 'hours': {
      const { topicId, hours: need, minutes } = one;
      return { kind, isMet, topic: nameOf(topicId).name, topicId, need, have: hoursIn(minutes) };
    }
  }
}

/** Registration ends with the session whatever is set: a later time would promise what does not hold. */
function closingFaults({ closesAt }: Pick<Terms, 'closesAt'>, { endsAt }: { endsAt: Date }): FieldFault[] {
  return closesAt !== null && closesAt > endsAt ? [{ path: 'closesAt', rule: 'after-the-end' }] : [];
}

/** What is named must be there. */
async function faultsOf(tx: Tx, cooperativeId: string, input: Omit<TermsInput, 'version'>): Promise<FieldFault[]> {
  const { unitIds, quotas, prerequisites } = input;
  const unknown = await unknownIds(tx, cooperativeId, {
    unitIds: [...unitIds, ...quotas.map(({ unitId }) => unitId)],
    sessionIds: prerequisites.flatMap((one) => (one.kind === 'session' ? [one.sessionId] : [])),
    topicIds: prerequisites.flatMap((one) => (one.kind === 'hours' ? [one.topicId] : [])),
  });
  const named: [string, string[]][] = [
    ['unitIds', unitIds],
    ['quotas', quotas.map(({ unitId }) => unitId)],
    ['prerequisites', prerequisites.map((one) => (one.kind === 'session' ? one.sessionId : one.topicId))],
  ];
  return named.filter(([, ids]) => ids.some((id) => unknown.has(id))).map(([path]) => ({ path, rule: 'unknown-id' }));
}

function mutable({ unitIds, roles, prerequisites, quotas, ...terms }: TermsContent) {
  return {
    ...terms,
    unitIds: [...unitIds],
    roles: [...roles],
    prerequisites: [...prerequisites],
    quotas: [...quotas],
  };
}

function outOf(
  { closesAt, ...terms }: VersionedTerms,
  sessions: readonly { id: string; title: string; startsAt: Date }[],
): TermsOut {
  return {
    ...mutable(terms),
    version: terms.version,
    closesAt: closesAt?.toISOString() ?? null,
    sessions: sessions.map(({ startsAt, ...session }) => ({ ...session, startsAt: startsAt.toISOString() })),
  };
}
