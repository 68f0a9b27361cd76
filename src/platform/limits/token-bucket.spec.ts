import { describe, expect, it } from '@jest/globals';
import { TokenBuckets } from './token-bucket.js';

const ALLOWANCE = { burst: 3, perSecond: 0.5 };

describe('an allowance', () => {
  it('lets a burst through, then says how long to wait', () => {
    const buckets = new TokenBuckets();
    const takes = [0, 0, 0, 0, 1_000, 2_000, 2_000].map((at) => buckets.take('a', ALLOWANCE, at));
    expect(takes).toEqual([0, 0, 0, 2, 1, 0, 2]);
  });

  it('is each key’s own, and never more than the burst', () => {
    const buckets = new TokenBuckets();
    for (let n = 0; n < 4; n += 1) buckets.take('a', ALLOWANCE, 0);
    expect(buckets.take('b', ALLOWANCE, 0)).toBe(0);
    const later = [1, 2, 3, 4].map(() => buckets.take('a', ALLOWANCE, 3_600_000));
    expect(later).toEqual([0, 0, 0, 2]);
  });

  it('is not refilled by a clock that goes back', () => {
    const buckets = new TokenBuckets();
    for (let n = 0; n < 3; n += 1) buckets.take('a', ALLOWANCE, 10_000);
    expect(buckets.take('a', ALLOWANCE, 5_000)).toBeGreaterThan(0);
  });
});
