// Takes sessions from draft to ended, one step at a time, each told to whoever must act on it.

import { Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import type { RoomHours } from '../contracts/policies.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { Outbox } from '../platform/events/outbox.js';
import { refuse } from './refusal.js';
import { keepAnnounced } from './session-announcing.js';
import { standStill } from './session-breaks.js';
import { hostsAmong } from './session-staff.rules.js';
import { SessionStaffingService } from './session-staffing.service.js';
import { StaffDutyMailer } from './staff-duty-mailer.js';
import { Session } from './session.entity.js';
import { cancel, closeUnended, end, goLive, publish, reopen, undoEnd, type Decision } from './session.rules.js';
import { SessionsService } from './sessions.service.js';

type Changes = Partial<
  Pick<Session, 'state' | 'revision' | 'wentLiveAt' | 'endsAt' | 'endedAt' | 'cancelledAt' | 'cancelReason'>
>;

type Step = 'session.published' | 'session.went-live' | 'session.ended' | 'session.reopened';

const SWEEP_AT_ONCE = 200;

@Injectable()
export class SessionLifecycleService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly staffing: SessionStaffingService,
    private readonly duties: StaffDutyMailer,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Shows a draft to the members. @throws DomainError wrong-state, with what is missing */
  async publish(actor: Actor, sessionId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.publishLocked(tx, actor, await this.lockOwn(tx, actor, sessionId));
    });
  }

  /** The same for one that the caller has locked, and has the actor's right to. @throws DomainError as above */
  async publishLocked(tx: Tx, actor: Actor, session: Session): Promise<void> {
    const hosts = hostsAmong(await this.staffing.remaining(tx, session.id));
    await this.take(tx, actor, session, 'session.published', publish(session, hosts, this.clock.now()));
  }

  /** @param reason as everybody with a place reads it; null: none is given. @throws DomainError wrong-state */
  async cancel(actor: Actor, sessionId: string, reason: string | null): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.cancelLocked(tx, actor, [await this.lockOwn(tx, actor, sessionId)], reason);
    });
  }

  /**
   * Sessions of one series that the caller has locked, and has the actor's right to. Whoever has to do with several of
   * them is told of all at once. @throws DomainError wrong-state
   */
  async cancelLocked(tx: Tx, actor: Actor, sessions: readonly Session[], reason: string | null): Promise<void> {
    // No member knew of a draft: there is nobody to tell.
    const known = sessions.filter(({ state }) => state !== 'draft');
    const [first] = known;
    const seriesId = known.length > 1 ? (first?.seriesId ?? undefined) : undefined;
    for (const session of sessions) {
      const revision = await this.cancelOne(tx, actor, session, reason);
      if (!known.includes(session)) continue;
      const told = { revision, ...(seriesId === undefined ? {} : { seriesId }) };
      await this.outbox.append(tx, 'session.cancelled', { ...subjectOf(session), ...told });
    }
    await this.duties.tellCancelled(
      tx,
      sessions.map(({ id }) => id),
      reason,
    );
    if (!first || seriesId === undefined) return;
    const sessionIds = known.map(({ id }) => id);
    const { cooperativeId } = first;
    await this.outbox.append(tx, 'series.cancelled', { cooperativeId, seriesId, sessionIds, afterMemberId: null });
  }

  /** @returns the SEQUENCE of what takes it out of calendars. @throws DomainError wrong-state */
  private async cancelOne(tx: Tx, actor: Actor, session: Session, reason: string | null): Promise<number> {
    const decision = cancel(session, reason, this.clock.now());
    if (!decision.allowed) return refuse(decision);
    const revision = session.revision + 1;
    await this.write(tx, session, { ...decision.changes, revision });
    await this.note(tx, actor, 'session.cancelled', session, { ...decision.changes, revision });
    return revision;
  }

  async goLive(actor: Actor, sessionId: string): Promise<void> {
    await this.sessions.accessAsHost(actor, sessionId);
    await this.step(actor, sessionId, 'session.went-live', (session, hours, now) => goLive(session, hours, now));
  }

  async end(actor: Actor, sessionId: string): Promise<void> {
    await this.sessions.accessAsHost(actor, sessionId);
    await this.step(actor, sessionId, 'session.ended', (session, _, now) => end(session, now));
  }

  async undoEnd(actor: Actor, sessionId: string): Promise<void> {
    await this.sessions.accessAsHost(actor, sessionId);
    await this.step(actor, sessionId, 'session.reopened', (session, hours, now) => undoEnd(session, hours, now));
  }

  /**
   * An ended session goes on until another planned end, of which everybody with a place is told; its verdicts are decided
   * anew at its next end, without the break. One that nobody started can be started then. @throws DomainError wrong-state, invalid-input
   */
  async reopen(actor: Actor, sessionId: string, endsAt: Date): Promise<void> {
    await this.database.transaction(async (tx) => {
      const session = await this.lockOwn(tx, actor, sessionId);
      const now = this.clock.now();
      const decision = reopen(session, endsAt, now);
      if (!decision.allowed) return refuse(decision);
      const changes = { ...decision.changes, revision: session.revision + 1 };
      if (session.endedAt && session.wentLiveAt) await standStill(tx, sessionId, session.endedAt, now);
      await this.write(tx, session, changes);
      await keepAnnounced(tx, session, Object.assign({}, session, changes), now);
      await this.duties.tellChanged(tx, sessionId, session);
      await this.outbox.append(tx, 'session.reopened', subjectOf(session));
      await this.outbox.append(tx, 'session.rescheduled', { ...subjectOf(session), revision: changes.revision });
      await this.note(tx, actor, 'session.reopened', session, changes);
    });
  }

  /** Ends what nobody ended, once its room has closed by itself. */
  async closeUnended(): Promise<void> {
    const candidates = await this.database.sql<{ id: string }>(
      `SELECT id FROM sessions WHERE state IN ('published', 'live') AND ends_at <= $1 ORDER BY ends_at LIMIT $2`,
      [this.clock.now(), SWEEP_AT_ONCE],
    );
    for (const { id } of candidates) {
      await this.database.transaction(async (tx) => {
        const session = await this.sessions.lock(tx, id);
        const changes = closeUnended(session, await this.sessions.hoursOf(tx, session), this.clock.now());
        if (!changes) return;
        await this.write(tx, session, changes);
        await this.outbox.append(tx, 'session.ended', subjectOf(session));
      });
    }
  }

  private async step(
    actor: Actor,
    sessionId: string,
    done: Step,
    decide: (session: Session, hours: RoomHours, now: Date) => Decision<Changes>,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const session = await this.lockOwn(tx, actor, sessionId);
      const hours = await this.sessions.hoursOf(tx, session);
      await this.take(tx, actor, session, done, decide(session, hours, this.clock.now()));
    });
  }

  private async take(tx: Tx, actor: Actor, session: Session, done: Step, decision: Decision<Changes>): Promise<void> {
    if (!decision.allowed) return refuse(decision);
    await this.write(tx, session, decision.changes);
    await this.outbox.append(tx, done, subjectOf(session));
    await this.note(tx, actor, done, session, decision.changes);
  }

  private async lockOwn(tx: Tx, actor: Actor, sessionId: string): Promise<Session> {
    return tx.lock(Session, { id: sessionId, cooperativeId: actor.cooperativeId });
  }

  private async write(tx: Tx, session: Session, changes: Changes): Promise<void> {
    const now = this.clock.now();
    await tx.manager.update(Session, { id: session.id }, { ...changes, version: session.version + 1, updatedAt: now });
  }

  private async note(tx: Tx, actor: Actor, action: string, session: Session, changes: Changes): Promise<void> {
    const before = Object.fromEntries(Object.entries(session).filter(([field]) => field in changes));
    const subject = { type: 'session', id: session.id };
    await this.audit.record(tx, { actor, action, subject, before, after: { ...changes } });
  }
}

function subjectOf(session: Session): { cooperativeId: string; sessionId: string } {
  return { cooperativeId: session.cooperativeId, sessionId: session.id };
}
