// Who runs a session: members of its own cooperative; hosts and moderators must be able to.

import { can, type Role } from '../contracts/permissions.js';
import type { FieldFault } from '../contracts/error-codes.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError } from '../platform/errors.js';
import type { StaffRole } from './session-staff.entity.js';

export interface StaffMember {
  memberId: string;
  role: StaffRole;
}

export async function staffOf(tx: Tx, sessionId: string): Promise<StaffMember[]> {
  return tx.sql<StaffMember>(
    'SELECT member_id AS "memberId", role FROM session_staff WHERE session_id = $1 ORDER BY member_id',
    [sessionId],
  );
}

/** Replaces the staff. @throws DomainError invalid-input naming each person who is unknown, has left, or cannot host */
export async function writeStaff(
  tx: Tx,
  session: { id: string; cooperativeId: string },
  staff: readonly StaffMember[],
): Promise<void> {
  const memberIds = staff.map((one) => one.memberId);
  const known = await tx.sql<{ id: string; roles: Role[] }>(
    `SELECT id, roles FROM members WHERE cooperative_id = $1 AND id = ANY($2::uuid[]) AND status <> 'keluar'`,
    [session.cooperativeId, memberIds],
  );
  const faults = staff.flatMap((one, index): FieldFault[] => {
    const member = known.find((candidate) => candidate.id === one.memberId.toLowerCase());
    if (!member) return [{ path: `staff.${String(index)}.memberId`, rule: 'unknown-id' }];
    const isAble = one.role === 'speaker' || can(member, 'sessions.host');
    return isAble ? [] : [{ path: `staff.${String(index)}.role`, rule: 'cannot-host' }];
  });
  if (faults.length > 0) throw new DomainError('invalid-input', faults);
  await tx.sql('DELETE FROM session_staff WHERE session_id = $1', [session.id]);
  await tx.sql(
    `INSERT INTO session_staff (session_id, member_id, role)
     SELECT $1, member_id, role FROM unnest($2::uuid[], $3::text[]) AS new(member_id, role)`,
    [session.id, memberIds, staff.map((one) => one.role)],
  );
}
