import { describe, expect, it } from '@jest/globals';
import { ROLES, type Role } from '../contracts/permissions.js';
import { losesLastAdmin, reachOf, rolesKept, statusMove } from './member.rules.js';

describe('the reach of a permission', () => {
  const unitIds = ['u1'];
  const cases: [Role[], 'cooperative' | 'units'][] = [
    [['member', 'admin'], 'cooperative'],
    [['member', 'supervisor'], 'cooperative'],
    [['member', 'coordinator'], 'units'],
    [['member', 'coordinator', 'admin'], 'cooperative'],
    [['member', 'coordinator', 'facilitator'], 'units'],
    [['member'], 'units'],
  ];
  it.each(cases)('of %j over members is %s', (roles, kind) => {
    expect(reachOf({ roles, unitIds }, 'members.read').kind).toBe(kind);
  });

  it('follows the permission: a facilitator reads all registrations', () => {
    const actor = { roles: ['member', 'coordinator', 'facilitator'] as const, unitIds };
    expect(reachOf(actor, 'registrations.read').kind).toBe('cooperative');
  });
});

describe('the last admin', () => {
  const admin = { roles: ['member', 'admin'], status: 'aktif' } as const;
  const member = { roles: ['member'], status: 'aktif' } as const;
  const gone = { roles: ['member', 'admin'], status: 'keluar' } as const;
  it.each([
    [admin, member, 0, true],
    [admin, gone, 0, true],
    [admin, member, 1, false],
    [admin, admin, 0, false],
    [member, gone, 0, false],
    [gone, member, 0, false],
  ])('%j to %j with %d others: refused %s', (before, after, otherAdmins, refused) => {
    expect(losesLastAdmin({ before, after, otherAdmins })).toBe(refused);
  });
});

it.each([
  ['aktif', 'keluar', 'leaves'],
  ['keluar', 'aktif', 'returns'],
  ['calon', 'aktif', 'none'],
  ['keluar', 'keluar', 'none'],
] as const)('from %s to %s: %s', (before, after, move) => {
  expect(statusMove(before, after)).toBe(move);
});

it('keeps everybody a member, and no role twice', () => {
  expect(rolesKept(['admin', 'admin', 'facilitator'], ROLES)).toEqual(['member', 'facilitator', 'admin']);
});
