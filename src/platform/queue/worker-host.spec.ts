import { describe, expect, it } from '@jest/globals';
import { completeHandlers } from './worker-host.js';

const handler = (mark: string, name: string) => ({ mark, name, call: () => Promise.resolve() });

describe('the boot check of jobs and handlers', () => {
  it('passes when each job has exactly one', () => {
    const complete = completeHandlers([handler('a', 'A.a'), handler('b', 'B.b')], ['a', 'b']);
    expect([...complete.keys()]).toEqual(['a', 'b']);
  });

  it('names a missing, a double and an unknown one together', () => {
    const check = () => completeHandlers([handler('a', 'A.x'), handler('a', 'A.y'), handler('c', 'C.c')], ['a', 'b']);
    expect(check).toThrow('b has no handler; a has 2 handlers: A.x, A.y; c is not a known job');
  });
});
