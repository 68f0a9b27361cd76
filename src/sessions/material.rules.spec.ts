// Who sees which material when.
import { describe, expect, it } from '@jest/globals';
import { canChangeFiles, canSeeMaterial, comesLater } from './material.rules.js';

const nobody = { isConfirmed: false, isStaff: false, isPlanner: false };
const confirmed = { ...nobody, isConfirmed: true };

describe('a material', () => {
  it.each([
    ['registration', confirmed, 'published', true],
    ['registration', confirmed, 'live', true],
    ['registration', confirmed, 'ended', true],
    ['end', confirmed, 'published', false],
    ['end', confirmed, 'live', false],
    ['end', confirmed, 'ended', true],
    ['end', confirmed, 'cancelled', false],
    ['registration', nobody, 'published', false],
    ['end', nobody, 'ended', false],
    ['end', { ...nobody, isStaff: true }, 'draft', true],
    ['end', { ...nobody, isPlanner: true }, 'draft', true],
  ] as const)('shown from %s is for %j while %s: %s', (shownFrom, reader, state, isSeen) => {
    expect(canSeeMaterial(shownFrom, reader, state)).toBe(isSeen);
  });

  it.each([
    ['end', confirmed, 'published', true],
    ['end', confirmed, 'ended', false],
    ['registration', confirmed, 'published', false],
    ['end', nobody, 'published', false],
    ['end', { ...nobody, isStaff: true }, 'published', false],
  ] as const)('shown from %s comes later for %j while %s: %s', (shownFrom, reader, state, isLater) => {
    expect(comesLater(shownFrom, reader, state)).toBe(isLater);
  });

  it.each([
    ['draft', true],
    ['live', true],
    ['ended', true],
    ['cancelled', false],
  ] as const)('of a session that is %s can be changed: %s', (state, can) => {
    expect(canChangeFiles(state)).toBe(can);
  });
});
