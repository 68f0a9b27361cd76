// What is true of members whoever changes them: who may be reached, who may leave.

import { can, type Actor, type Permission, type Role } from '../contracts/permissions.js';

export const MEMBER_STATUSES = ['calon', 'aktif', 'luar-biasa', 'keluar'] as const;
export type MemberStatus = (typeof MEMBER_STATUSES)[number];

/** The longest each text of a member may be, in characters; the same at every edge. */
export const MEMBER_LIMITS = { number: 40, name: 120, nickname: 40, employeeNumber: 40, unit: 120 } as const;

/** How far an actor's permission reaches: the whole cooperative, or a coordinator's own units. */
export type Reach = { kind: 'cooperative' } | { kind: 'units'; unitIds: readonly string[] };

/** A coordinator's role counts for own units only; any other role that holds the permission reaches everybody. */
export function reachOf(actor: Pick<Actor, 'roles' | 'unitIds'>, permission: Permission): Reach {
  const others = actor.roles.filter((role) => role !== 'coordinator');
  if (can({ roles: others }, permission)) return { kind: 'cooperative' };
  return { kind: 'units', unitIds: actor.unitIds };
}

/** Roles as they are kept: everybody is a member, nothing twice, in the order of the table of roles. */
export function rolesKept(wanted: readonly Role[], all: readonly Role[]): Role[] {
  return all.filter((role) => role === 'member' || wanted.includes(role));
}

/** Whether a change would leave the cooperative without an active admin. */
export function losesLastAdmin(change: {
  before: { roles: readonly Role[]; status: MemberStatus };
  after: { roles: readonly Role[]; status: MemberStatus };
  otherAdmins: number;
}): boolean {
  return isAdmin(change.before) && !isAdmin(change.after) && change.otherAdmins === 0;
}

export function isAdmin(member: { roles: readonly Role[]; status: MemberStatus }): boolean {
  return member.roles.includes('admin') && member.status !== 'keluar';
}

/** What a change of status means: leaving ends sign-in at once, coming back restores it. */
export function statusMove(before: MemberStatus, after: MemberStatus): 'none' | 'leaves' | 'returns' {
  if ((before === 'keluar') === (after === 'keluar')) return 'none';
  return after === 'keluar' ? 'leaves' : 'returns';
}
