// Who may run a session, and what is needed of those who were asked to.

import type { FieldFault } from '../contracts/error-codes.js';
import { can, type Role } from '../contracts/permissions.js';

export type StaffRole = 'host' | 'moderator' | 'speaker';

/** Somebody who was asked runs nothing before they have said yes. */
export type StaffState = 'invited' | 'accepted';

interface Standing {
  readonly role: StaffRole;
  readonly state: StaffState;
}

/** A host must know the craft; anybody may moderate one session, or speak in it. */
export function isAble(member: { readonly roles: readonly Role[] }, role: StaffRole): boolean {
  return role !== 'host' || can(member, 'sessions.host');
}

/** Whether the member runs the session: its host or moderator. @param role theirs in it, once they have accepted it. */
export function runsSession(member: { readonly roles: readonly Role[] }, role: StaffRole | null): boolean {
  return role !== null && role !== 'speaker' && isAble(member, role);
}

/** Who adds themself has said yes by that; what somebody was before the edit they stay. */
export function stateOfNew(memberId: string, byMemberId: string): StaffState {
  return memberId.toLowerCase() === byMemberId.toLowerCase() ? 'accepted' : 'invited';
}

/** How many can run it, by whether they have said yes. */
export interface Hosts {
  readonly accepted: number;
  readonly invited: number;
}

/** Somebody who can run it must have said yes. */
export function hostFaults({ accepted, invited }: Hosts): FieldFault[] {
  if (accepted > 0) return [];
  return [{ path: 'staff', rule: invited > 0 ? 'not-accepted' : 'required' }];
}

/** What stands in the way of stepping down: members who know of a session must find somebody who runs it. */
export function stepDownFaults(
  isKnown: boolean,
  staff: readonly (Standing & { readonly memberId: string })[],
  memberId: string,
): FieldFault[] {
  const staying = staff.filter((one) => one.memberId !== memberId);
  const isLast = hostsAmong(staff).accepted > 0 && hostsAmong(staying).accepted === 0;
  return isKnown && isLast ? [{ path: 'staff', rule: 'last-host' }] : [];
}

/** Those who can run it, by whether they have accepted. */
export function hostsAmong(staff: readonly Standing[]): Hosts {
  const able = staff.filter(({ role }) => role !== 'speaker');
  const accepted = able.filter(({ state }) => state === 'accepted').length;
  return { accepted, invited: able.length - accepted };
}
