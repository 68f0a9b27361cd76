// Changes sessions: edited, moved, resized, staffed; says so to whom it matters, and never over somebody else's edit.

import { Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import type { SessionPatch } from '../contracts/session-input.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError } from '../platform/errors.js';
import { Outbox } from '../platform/events/outbox.js';
import { refuse } from './refusal.js';
import { keepAnnounced } from './session-announcing.js';
import { patchOf, withoutHtml } from './session-fields.js';
import { hostFaults, hostsAmong } from './session-staff.rules.js';
import { StaffDutyMailer } from './staff-duty-mailer.js';
import { SessionStaffingService, type StaffMember } from './session-staffing.service.js';
import { StageProviders } from './stage-providers.js';
import { Session } from './session.entity.js';
import { isEditable, isRelocated, isRoomMade, reschedule } from './session.rules.js';

@Injectable()
export class SessionChangesService {
  constructor(
    private readonly database: Database,
    private readonly staffing: SessionStaffingService,
    private readonly duties: StaffDutyMailer,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly stages: StageProviders,
  ) {}

  /** Changes what is given. @throws DomainError not-found, version-conflict, wrong-state, invalid-input */
  async change(actor: Actor, sessionId: string, patch: SessionPatch): Promise<void> {
    await this.database.transaction(async (tx) => {
      const session = await tx.lock(Session, { id: sessionId, cooperativeId: actor.cooperativeId });
      if (session.version !== patch.version) throw new DomainError('version-conflict');
      await this.changeLocked(tx, actor, session, patch);
    });
  }

  /**
   * The same for a session that the caller has locked, and has the actor's right to.
   * @param asking `asks` false: who is new in its staff is asked by another session of the series. @throws DomainError as above
   */
  async changeLocked(
    tx: Tx,
    actor: Actor,
    session: Session,
    patch: Omit<SessionPatch, 'version'>,
    asking = { asks: true },
  ): Promise<void> {
    const now = this.clock.now();
    const { id } = session;
    const changes = await this.changesOf(tx, session, patch, now);
    const staff = await this.changeStaff(tx, actor, session, patch.staff, asking);
    await tx.manager.update(Session, { id }, { ...changes, version: session.version + 1, updatedAt: now });
    await moveClosing(tx, session, changes, now);
    await this.tell(tx, session, Object.assign({}, session, changes), now);
    const written = withoutHtml(changes);
    const before = Object.fromEntries(Object.entries(session).filter(([field]) => field in written));
    await this.audit.record(tx, {
      ...{ actor, action: 'session.changed', subject: { type: 'session', id } },
      before: { ...before, ...staff?.before },
      after: { ...written, ...staff?.after },
    });
  }

  /** The columns that change; another time or place of a session that members know of is a new revision. */
  private async changesOf(
    tx: Tx,
    session: Session,
    patch: Omit<SessionPatch, 'version'>,
    now: Date,
  ): Promise<Partial<Session>> {
    if (!isEditable(session.state)) throw new DomainError('wrong-state');
    this.stages.assertOffered(patch.stage);
    const wanted = { startsAt: patch.startsAt ?? session.startsAt, endsAt: patch.endsAt ?? session.endsAt };
    const decision = reschedule(session, wanted, now);
    if (!decision.allowed) return refuse(decision);
    const { moved } = decision.changes;
    const changes = { ...(await patchOf(tx, session, patch)), ...(moved ? wanted : {}) };
    const isMaterial = moved || isRelocated(session, Object.assign({}, session, changes));
    return { ...changes, ...(isMaterial && session.state !== 'draft' ? { revision: session.revision + 1 } : {}) };
  }

  private async tell(tx: Tx, before: Session, after: Session, now: Date): Promise<void> {
    if (isMoved(before, after)) await this.duties.tellChanged(tx, before.id, before);
    if (before.state === 'draft') return;
    const subject = { cooperativeId: before.cooperativeId, sessionId: before.id };
    if (after.revision !== before.revision) {
      await keepAnnounced(tx, before, after, now);
      await this.outbox.append(tx, 'session.rescheduled', { ...subject, revision: after.revision });
    }
    if (isRoomMade(before, after)) {
      await this.outbox.append(tx, 'session.capacity-raised', subject);
    }
  }

  /** Whom members were told about must not be left without anybody. */
  private async changeStaff(
    tx: Tx,
    actor: Actor,
    session: Session,
    staff: readonly StaffMember[] | undefined,
    asking: { asks: boolean },
  ): Promise<{ before: object; after: object } | undefined> {
    if (staff === undefined) return undefined;
    const before = await this.staffing.of(tx, session.id);
    await this.staffing.replace(tx, actor, session, staff, asking);
    const after = await this.staffing.of(tx, session.id);
    const faults = session.state === 'draft' ? [] : hostFaults(hostsAmong(after));
    if (faults.length > 0) throw new DomainError('invalid-input', faults);
    return { before: { staff: before }, after: { staff: after } };
  }
}

/** Whoever runs it is told already of a draft: its time and place are in their calendars. */
function isMoved(before: Session, after: Session): boolean {
  const isSameTime =
    before.startsAt.getTime() === after.startsAt.getTime() && before.endsAt.getTime() === after.endsAt.getTime();
  return !isSameTime || isRelocated(before, after);
}

/** When registration closes goes along with the start, and is never after the end; whoever has it open to edit is told. */
async function moveClosing(tx: Tx, before: Session, changes: Partial<Session>, now: Date): Promise<void> {
  const { startsAt = before.startsAt, endsAt = before.endsAt } = changes;
  const byMs = startsAt.getTime() - before.startsAt.getTime();
  if (byMs === 0 && endsAt.getTime() === before.endsAt.getTime()) return;
  await tx.sql(
    `UPDATE registration_terms t SET closes_at = new.at, version = t.version + 1, updated_at = $4
     FROM (SELECT session_id, least(closes_at + make_interval(secs => $2::float8 / 1000), $3::timestamptz) AS at
       FROM registration_terms WHERE session_id = $1 AND closes_at IS NOT NULL) new
     WHERE t.session_id = new.session_id AND t.closes_at <> new.at`,
    [before.id, byMs, endsAt, now],
  );
}
