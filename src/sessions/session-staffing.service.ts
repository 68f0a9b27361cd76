// Who runs a session: members of its own cooperative who can, asked by mail, and each free to say no.

import { Injectable } from '@nestjs/common';
import type { Actor, Role } from '../contracts/permissions.js';
import type { FieldFault } from '../contracts/error-codes.js';
import { Clock } from '../platform/clock.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError } from '../platform/errors.js';
import { SessionInvitationMailer } from './session-invitation-mailer.js';
import { StaffDutyMailer } from './staff-duty-mailer.js';
import { isAble, stateOfNew, type StaffRole, type StaffState } from './session-staff.rules.js';

export interface StaffMember {
  memberId: string;
  role: StaffRole;
}

export interface StandingStaff extends StaffMember {
  state: StaffState;
}

interface StaffedSession {
  readonly id: string;
  readonly cooperativeId: string;
}

@Injectable()
export class SessionStaffingService {
  constructor(
    private readonly mailer: SessionInvitationMailer,
    private readonly duties: StaffDutyMailer,
    private readonly clock: Clock,
  ) {}

  async of(tx: Tx, sessionId: string): Promise<StandingStaff[]> {
    return tx.sql<StandingStaff>(
      'SELECT member_id AS "memberId", role, state FROM session_staff WHERE session_id = $1 ORDER BY member_id',
      [sessionId],
    );
  }

  /** Of those, who is still of the cooperative: whoever has left runs nothing, until staff take them off the list. */
  async remaining(tx: Tx, sessionId: string): Promise<StandingStaff[]> {
    return tx.sql<StandingStaff>(
      `SELECT f.member_id AS "memberId", f.role, f.state FROM session_staff f JOIN members m ON m.id = f.member_id
       WHERE f.session_id = $1 AND m.status <> 'keluar' ORDER BY f.member_id`,
      [sessionId],
    );
  }

  /**
   * Replaces the staff of a session that is locked, or new: who is new is asked, who is gone is no longer. With `asks` false
   * nobody is written to: another session of the series does it for all.
   * @throws DomainError invalid-input naming each person who is unknown, has left, or cannot host
   */
  async replace(
    tx: Tx,
    actor: Actor,
    session: StaffedSession,
    staff: readonly StaffMember[],
    { asks } = { asks: true },
  ): Promise<void> {
    await this.check(tx, session.cooperativeId, staff);
    const memberIds = staff.map(({ memberId }) => memberId);
    await this.removeOthers(tx, session.id, memberIds);
    const asked = await this.write(tx, actor, session.id, staff);
    if (asks) await this.mailer.invite(tx, session.id, actor.memberId, asked);
  }

  /** Whoever ran it is told; whoever was only asked is asked no longer. */
  private async removeOthers(tx: Tx, sessionId: string, staying: readonly string[]): Promise<void> {
    const keep = new Set(staying.map((memberId) => memberId.toLowerCase()));
    const going = (await this.of(tx, sessionId)).flatMap(({ memberId }) => (keep.has(memberId) ? [] : [memberId]));
    await this.remove(tx, sessionId, going);
  }

  /** Takes these people off a session that is locked. */
  async remove(tx: Tx, sessionId: string, memberIds: readonly string[]): Promise<void> {
    await this.duties.tellRemoved(tx, sessionId, memberIds);
    const gone = await tx.sql<{ memberId: string; invitedAt: Date | null }>(
      `DELETE FROM session_staff WHERE session_id = $1 AND member_id = ANY($2::uuid[])
       RETURNING member_id AS "memberId", invited_at AS "invitedAt"`,
      [sessionId, memberIds],
    );
    await this.mailer.withdraw(tx, sessionId, gone);
  }

  /** Of sessions that are locked: from now on the member runs them, and has them in the calendar. */
  async accept(tx: Tx, memberId: string, sessionIds: readonly string[]): Promise<void> {
    await tx.sql(
      `UPDATE session_staff SET state = 'accepted', answered_at = $3
       WHERE member_id = $1 AND session_id = ANY($2::uuid[])`,
      [memberId, sessionIds, this.clock.now()],
    );
    await this.duties.tellAccepted(tx, memberId, sessionIds);
  }

  /** @returns the members who were not there before and are now invited. */
  private async write(tx: Tx, actor: Actor, sessionId: string, staff: readonly StaffMember[]): Promise<string[]> {
    const before = new Set((await this.of(tx, sessionId)).map(({ memberId }) => memberId));
    const states = staff.map(({ memberId }) => stateOfNew(memberId, actor.memberId));
    await tx.sql(
      `INSERT INTO session_staff (session_id, member_id, role, state, invited_by, invited_at, answered_at)
       SELECT $1, member_id, role, state, CASE WHEN state = 'invited' THEN $5::uuid END,
         CASE WHEN state = 'invited' THEN $6::timestamptz END, CASE WHEN state = 'accepted' THEN $6::timestamptz END
       FROM unnest($2::uuid[], $3::text[], $4::text[]) AS new (member_id, role, state)
       ON CONFLICT (session_id, member_id) DO UPDATE SET role = excluded.role`,
      [
        sessionId,
        staff.map(({ memberId }) => memberId),
        staff.map(({ role }) => role),
        states,
        actor.memberId,
        this.clock.now(),
      ],
    );
    return staff
      .map(({ memberId }) => memberId.toLowerCase())
      .filter((memberId, index) => states[index] === 'invited' && !before.has(memberId));
  }

  private async check(tx: Tx, cooperativeId: string, staff: readonly StaffMember[]): Promise<void> {
    const known = await tx.sql<{ id: string; roles: Role[] }>(
      `SELECT id, roles FROM members WHERE cooperative_id = $1 AND id = ANY($2::uuid[]) AND status <> 'keluar'`,
      [cooperativeId, staff.map(({ memberId }) => memberId)],
    );
    const faults = staff.flatMap(({ memberId, role }, index): FieldFault[] => {
      const member = known.find(({ id }) => id === memberId.toLowerCase());
      if (!member) return [{ path: `staff.${String(index)}.memberId`, rule: 'unknown-id' }];
      return isAble(member, role) ? [] : [{ path: `staff.${String(index)}.role`, rule: 'cannot-host' }];
    });
    if (faults.length > 0) throw new DomainError('invalid-input', faults);
  }
}
