// Who may run a session: by their role in it, their craft, and their own word.
import { describe, expect, it } from '@jest/globals';
import type { Role } from '../contracts/permissions.js';
import {
  hostsAmong,
  isAble,
  runsSession,
  stateOfNew,
  stepDownFaults,
  type StaffRole,
  type StaffState,
} from './session-staff.rules.js';

const PLAIN: Role[] = ['member'];
const TRAINED: Role[] = ['member', 'facilitator'];

describe('who is able', () => {
  it.each<[StaffRole, Role[], boolean]>([
    ['host', PLAIN, false],
    ['host', TRAINED, true],
    ['host', ['admin'], true],
    ['moderator', PLAIN, true],
    ['speaker', PLAIN, true],
  ])('%s with %s: %s', (role, roles, able) => {
    expect(isAble({ roles }, role)).toBe(able);
  });
});

describe('who runs it', () => {
  it.each<[StaffRole | null, Role[], boolean]>([
    [null, TRAINED, false],
    ['speaker', TRAINED, false],
    ['moderator', PLAIN, true],
    ['host', TRAINED, true],
    ['host', PLAIN, false],
  ])('%s with %s: %s', (role, roles, runs) => {
    expect(runsSession({ roles }, role)).toBe(runs);
  });
});

it('takes adding oneself for a yes', () => {
  expect([stateOfNew('AB', 'ab'), stateOfNew('ab', 'cd')]).toEqual(['accepted', 'invited']);
});

describe('stepping down', () => {
  const one = (memberId: string, role: StaffRole, state: StaffState = 'accepted') => ({ memberId, role, state });
  it.each([
    ['the only host', true, [one('me', 'host')], false],
    ['the only host of a draft', false, [one('me', 'host')], true],
    ['a host beside another', true, [one('me', 'host'), one('b', 'moderator')], true],
    ['a host beside one who has not answered', true, [one('me', 'host'), one('b', 'host', 'invited')], false],
    ['a host beside a speaker', true, [one('me', 'host'), one('b', 'speaker')], false],
    ['a speaker', true, [one('me', 'speaker'), one('b', 'host')], true],
    ['a speaker where nobody runs it', true, [one('me', 'speaker')], true],
  ])('is free to %s (members know of it: %s)', (_, isKnown, staff, isFree) => {
    expect(stepDownFaults(isKnown, staff, 'me')).toEqual(isFree ? [] : [{ path: 'staff', rule: 'last-host' }]);
  });
});

it('counts who can run it, by their word', () => {
  const staff = [
    { role: 'host', state: 'invited' },
    { role: 'moderator', state: 'accepted' },
    { role: 'speaker', state: 'accepted' },
  ] as const;
  expect(hostsAmong(staff)).toEqual({ accepted: 1, invited: 1 });
});
