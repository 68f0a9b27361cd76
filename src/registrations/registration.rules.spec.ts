// When registration is open, and who reads it, as tables.
import { describe, expect, it } from '@jest/globals';
import { acceptOffer, canDecideAll, isRegistrationOpen, readingReach } from './registration.rules.js';

describe('registration', () => {
  const endsAt = new Date('2026-07-03T04:00:00Z');
  it.each<[string, string, boolean]>([
    ['draft', '03:00', false],
    ['published', '03:59', true],
    ['published', '04:00', false],
    ['live', '04:30', true],
    ['ended', '03:00', false],
    ['cancelled', '03:00', false],
  ])('of a session that is %s at %s is open: %s', (state, time, open) => {
    expect(isRegistrationOpen({ state, endsAt }, new Date(`2026-07-03T${time}:00Z`))).toBe(open);
  });
});

describe('reading registrations', () => {
  it.each<[string, Parameters<typeof readingReach>[0], boolean, string]>([
    ['an admin', { roles: ['admin'], unitIds: [] }, false, 'all'],
    ['a supervisor', { roles: ['supervisor'], unitIds: [] }, false, 'all'],
    ['a facilitator here', { roles: ['facilitator'], unitIds: [] }, true, 'all'],
    ['a facilitator elsewhere', { roles: ['facilitator'], unitIds: [] }, false, 'none'],
    ['a coordinator', { roles: ['coordinator'], unitIds: ['u'] }, false, 'units'],
    ['a member who speaks here', { roles: ['member'], unitIds: [] }, true, 'none'],
  ])('%s', (_, actor, isStaffHere, kind) => {
    expect(readingReach(actor, isStaffHere).kind).toBe(kind);
  });
});

describe('an offer', () => {
  const at = (time: string): Date => new Date(`2026-07-03T${time}:00Z`);
  it.each<[Parameters<typeof acceptOffer>[0], string, string]>([
    ['offered', '03:59', 'accepted'],
    ['offered', '04:00', 'offer-expired'],
    ['confirmed', '04:00', 'has-it'],
    ['waitlisted', '03:00', 'wrong-state'],
    ['pending', '03:00', 'wrong-state'],
  ])('that ends at 04:00, of one %s, at %s: %s', (state, now, expected) => {
    expect(acceptOffer(state, at('04:00'), at(now))).toBe(expected);
  });
});

describe('deciding', () => {
  const coordinator = { roles: ['coordinator'], unitIds: ['u'] } as const;
  it.each<[string, Parameters<typeof canDecideAll>[0], number, (string | null)[], boolean]>([
    ['an admin of all', { roles: ['admin'], unitIds: [] }, 2, ['u', null], true],
    ['an admin of one that is not there', { roles: ['admin'], unitIds: [] }, 2, ['u'], false],
    ['a coordinator of own units', coordinator, 2, ['u', 'u'], true],
    ['a coordinator of another unit', coordinator, 2, ['u', 'v'], false],
    ['a coordinator of nobody’s unit', coordinator, 1, [null], false],
  ])('%s', (_, actor, count, units, may) => {
    expect(canDecideAll(actor, count, units)).toBe(may);
  });
});
