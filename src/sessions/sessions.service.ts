// Fetches sessions for whoever may see them, and plans them: created, edited, moved, resized, staffed.

import { Injectable } from '@nestjs/common';
import { can, type Actor } from '../contracts/permissions.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError, found } from '../platform/errors.js';
import { Outbox } from '../platform/events/outbox.js';
import { newId } from '../platform/ids.js';
import { draftOf, patchOf, withoutHtml } from './session-fields.js';
import { SessionStaff, type StaffRole } from './session-staff.entity.js';
import type { SessionInput, SessionPatch } from './session.dto.js';
import { Session } from './session.entity.js';
import { canEnterRoom, capacityChange, isEditable, reschedule, roomDoor, scheduleFaults } from './session.rules.js';
import { refuse } from './refusal.js';
import { staffOf, writeStaff, type StaffMember } from './session-staffing.js';

/** A session as somebody may see it, with the reader's own role in it. */
export type SeenSession = Session & { myRole: StaffRole | null };

@Injectable()
export class SessionsService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Of the actor's own cooperative; drafts only for planners and the session's staff. @throws DomainError not-found */
  async accessSession(actor: Actor, sessionId: string): Promise<SeenSession> {
    const session = found(
      await this.database.manager.findOneBy(Session, { id: sessionId, cooperativeId: actor.cooperativeId }),
    );
    const staff = await this.database.manager.findOneBy(SessionStaff, { sessionId, memberId: actor.memberId });
    const myRole = staff?.role ?? null;
    if (session.state === 'draft' && myRole === null && !can(actor, 'sessions.plan'))
      throw new DomainError('not-found');
    return Object.assign(session, { myRole });
  }

  /** For whoever runs it: an admin, or its host or moderator. @throws DomainError not-found, forbidden */
  async accessAsHost(actor: Actor, sessionId: string): Promise<SeenSession> {
    const session = await this.accessSession(actor, sessionId);
    if (!this.canHost(actor, session)) throw new DomainError('forbidden');
    return session;
  }

  canHost(actor: Actor, session: Pick<SeenSession, 'myRole'>): boolean {
    if (!can(actor, 'sessions.host')) return false;
    return can(actor, 'sessions.plan') || session.myRole === 'host' || session.myRole === 'moderator';
  }

  /** When its room opens and at the latest closes, and whether it is open now. */
  roomDoor(session: Pick<Session, 'state' | 'startsAt' | 'endsAt'>): {
    opensAt: Date;
    closesAt: Date;
    isOpen: boolean;
  } {
    return roomDoor(session, this.clock.now());
  }

  /** Whether the reader is let into its room now. */
  canEnterRoom(who: { isConfirmed: boolean; isStaff: boolean }, session: Session): boolean {
    return canEnterRoom(who, session, this.clock.now());
  }

  /** The session's row, locked: what everybody does first who changes its seats, its state or its room. */
  async lock(tx: Tx, sessionId: string): Promise<Session> {
    return tx.lock(Session, { id: sessionId });
  }

  /** @returns the new draft's id; a retry with the same id makes no second one. @throws DomainError invalid-input, conflict */
  async create(actor: Actor, input: SessionInput): Promise<string> {
    const now = this.clock.now();
    const faults = scheduleFaults(input, now);
    if (faults.length > 0) throw new DomainError('invalid-input', faults);
    const id = input.id ?? newId();
    await this.database.transaction(async (tx) => {
      await tx.lockKey(`session ${id}`);
      if (await isMadeAlready(tx, actor, id)) return;
      const draft = await draftOf(tx, actor.cooperativeId, input);
      await tx.manager.insert(Session, {
        ...{ id, cooperativeId: actor.cooperativeId, state: 'draft', ...draft },
        ...{ createdBy: actor.memberId, createdAt: now, updatedAt: now },
      });
      const staff = input.staff ?? [];
      await writeStaff(tx, { id, cooperativeId: actor.cooperativeId }, staff);
      await this.note(tx, actor, 'session.created', id, {}, { ...withoutHtml(draft), staff });
    });
    return id;
  }

  /** Changes what is given and says so to whom it matters. @throws DomainError version-conflict, wrong-state, invalid-input */
  async change(actor: Actor, sessionId: string, patch: SessionPatch): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      const session = await tx.lock(Session, { id: sessionId, cooperativeId: actor.cooperativeId });
      if (session.version !== patch.version) throw new DomainError('version-conflict');
      if (!isEditable(session.state)) throw new DomainError('wrong-state');
      const wanted = { startsAt: patch.startsAt ?? session.startsAt, endsAt: patch.endsAt ?? session.endsAt };
      const decision = reschedule(session, wanted, now);
      if (!decision.allowed) return refuse(decision);
      const announced = session.state !== 'draft';
      const isMoved = decision.changes.moved && announced;
      const changes = {
        ...(await patchOf(tx, session, patch)),
        ...(decision.changes.moved ? wanted : {}),
        ...(isMoved ? { revision: session.revision + 1 } : {}),
      };
      const staff = await this.changeStaff(tx, session, patch.staff);
      await tx.manager.update(Session, { id: sessionId }, { ...changes, version: session.version + 1, updatedAt: now });
      const subject = { cooperativeId: actor.cooperativeId, sessionId };
      if (isMoved) await this.outbox.append(tx, 'session.rescheduled', { ...subject, revision: session.revision + 1 });
      const { capacity = session.capacity } = changes;
      if (announced && capacityChange(session.capacity, capacity) === 'raised') {
        await this.outbox.append(tx, 'session.capacity-raised', subject);
      }
      const told = withoutHtml(changes);
      const before = Object.fromEntries(Object.entries(session).filter(([field]) => field in told));
      await this.note(
        tx,
        actor,
        'session.changed',
        sessionId,
        { ...before, ...staff?.before },
        { ...told, ...staff?.after },
      );
    });
  }

  /** Whom members were told about must not be left without anybody. */
  private async changeStaff(
    tx: Tx,
    session: Session,
    staff: readonly StaffMember[] | undefined,
  ): Promise<{ before: object; after: object } | undefined> {
    if (staff === undefined) return undefined;
    if (staff.length === 0 && session.state !== 'draft') {
      throw new DomainError('invalid-input', [{ path: 'staff', rule: 'required' }]);
    }
    const before = await staffOf(tx, session.id);
    await writeStaff(tx, session, staff);
    return { before: { staff: before }, after: { staff } };
  }

  private async note(
    tx: Tx,
    actor: Actor,
    action: string,
    sessionId: string,
    before: Record<string, unknown>,
    after: Record<string, unknown>,
  ): Promise<void> {
    await this.audit.record(tx, { actor, action, subject: { type: 'session', id: sessionId }, before, after });
  }
}

/** @throws DomainError conflict when the id is another cooperative's or another's session */
async function isMadeAlready(tx: Tx, actor: Actor, id: string): Promise<boolean> {
  const session = await tx.manager.findOneBy(Session, { id });
  if (session === null) return false;
  if (session.cooperativeId !== actor.cooperativeId || session.createdBy !== actor.memberId) {
    throw new DomainError('conflict');
  }
  return true;
}
