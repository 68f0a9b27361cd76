// Whom the roster is asked for, as its address says it: the way back from a member leads to the same list.
import { ROLES, type Role } from '../../../src/contracts/permissions.js';

export const MEMBER_STATUSES = ['calon', 'aktif', 'luar-biasa', 'keluar'] as const;
export type MemberStatus = (typeof MEMBER_STATUSES)[number];

/** Absent: not asked for. */
export interface MembersSearch {
  cari?: string;
  status?: MemberStatus;
  peran?: Role;
  unit?: string;
}

/** Anything may stand in an address: what makes no sense is not asked for. */
export function membersSearch(search: Record<string, unknown>): MembersSearch {
  const { cari, unit } = search;
  const status = MEMBER_STATUSES.find((one) => one === search.status);
  const peran = ROLES.find((one) => one === search.peran);
  return {
    ...(typeof cari === 'string' && cari.trim() !== '' ? { cari: cari.slice(0, 100) } : {}),
    ...(status ? { status } : {}),
    ...(peran ? { peran } : {}),
    ...(typeof unit === 'string' && /^[0-9a-f-]{36}$/.test(unit) ? { unit } : {}),
  };
}
