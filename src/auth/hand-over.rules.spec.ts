import { describe, expect, it } from '@jest/globals';
import type { Role } from '../contracts/permissions.js';
import { handOverExpiry, isLinkOpen, mayHandOver } from './hand-over.rules.js';

const madeAt = new Date('2026-07-01T02:00:00Z');
const hours = (count: number) => new Date(madeAt.getTime() + count * 3_600_000);

describe('a hand-over link', () => {
  it.each<[Role[], Role[], boolean]>([
    [['member', 'admin'], ['member'], true],
    [['member', 'admin'], ['member', 'admin'], true],
    [['member', 'coordinator'], ['member'], true],
    [['member', 'coordinator'], ['member', 'facilitator'], false],
    [['member', 'coordinator'], ['member', 'admin'], false],
    [['member', 'coordinator'], ['member', 'coordinator'], false],
    [['member', 'coordinator'], ['member', 'supervisor'], false],
  ])('made by %j for %j: %s', (maker, member, may) => {
    expect(mayHandOver({ roles: maker }, member)).toBe(may);
  });

  it('works for 72 hours, once', () => {
    const link = { expiresAt: handOverExpiry(madeAt), usedAt: null };
    expect(isLinkOpen(link, hours(71.999))).toBe(true);
    expect(isLinkOpen(link, hours(72))).toBe(false);
    expect(isLinkOpen({ ...link, usedAt: hours(1) }, hours(2))).toBe(false);
  });
});
