import { describe, expect, it } from '@jest/globals';
import type { Role } from '../contracts/permissions.js';
import { expiryOf, isExpired, isUseWorthNoting } from './sign-in-token.rules.js';

const LIFE = { signInDays: 90, adminSignInHours: 12 };
const lastUsedAt = new Date('2026-07-01T02:00:00Z');
const after = (ms: number) => new Date(lastUsedAt.getTime() + ms);
const HOUR = 3_600_000;

describe('a sign-in', () => {
  it.each<[Role[], number]>([
    [['member'], 90 * 24],
    [['member', 'facilitator'], 90 * 24],
    [['member', 'supervisor'], 90 * 24],
    [['member', 'admin'], 12],
    [['admin', 'coordinator'], 12],
  ])('of %j lasts %d hours from its last use, and not a millisecond more', (roles, hours) => {
    expect(expiryOf({ lastUsedAt, roles }, LIFE)).toEqual(after(hours * HOUR));
    expect(isExpired({ lastUsedAt, roles }, LIFE, after(hours * HOUR - 1))).toBe(false);
    expect(isExpired({ lastUsedAt, roles }, LIFE, after(hours * HOUR))).toBe(true);
  });

  it('notes its use once an hour', () => {
    expect(isUseWorthNoting(lastUsedAt, after(HOUR - 1))).toBe(false);
    expect(isUseWorthNoting(lastUsedAt, after(HOUR))).toBe(true);
  });
});
