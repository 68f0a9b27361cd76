import { describe, expect, it } from '@jest/globals';
import { needsCurrentPassword, passwordFault } from './password.rules.js';
import type { SignInMethod } from './sign-in-token.rules.js';

const sri = { number: 'KSB-000123', name: 'Sri Wahyuni', email: 'sri.wahyuni@example.id' };

describe('a password', () => {
  it.each([
    ['', 'too-short'],
    ['empat44', 'too-short'],
    ['😀😀😀😀', 'too-short'],
    ['password', 'too-common'],
    ['Password123', 'too-common'],
    ['PASSWORD123!', 'too-common'],
    ['rahasia123', 'too-common'],
    ['bismillah', 'too-common'],
    ['88888888', 'too-common'],
    ['zzzzzzzzz', 'too-common'],
    ['ksb-000123', 'too-common'],
    ['Sri Wahyuni', 'too-common'],
    ['sriwahyuni', 'too-common'],
    ['sri.wahyuni@example.id', 'too-common'],
    ['sri.wahyuni', 'too-common'],
    ['tujuh kopi pahit', undefined],
    ['😀😀😀😀😀😀😀🙈', undefined],
    ['qwertz-uiop-42', undefined],
  ])('%j: %s', (password, fault) => {
    expect(passwordFault(password, sri)).toBe(fault);
  });

  it.each<[SignInMethod, number, boolean, boolean]>([
    ['password', 0, false, false],
    ['password', 0, true, true],
    ['mail', 0, true, false],
    ['hand-over', 14.9, true, false],
    ['mail', 15, true, true],
    ['mail', 1_000, false, false],
    ['operator', 20, true, true],
  ])('signed in by %s %d minutes ago, having one: %s, needs the current one: %s', (method, ago, has, needs) => {
    const createdAt = new Date('2026-07-01T02:00:00Z');
    const now = new Date(createdAt.getTime() + ago * 60_000);
    expect(needsCurrentPassword({ method, createdAt }, has, now)).toBe(needs);
  });
});
