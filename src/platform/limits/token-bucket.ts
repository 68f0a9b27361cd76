// How much one member may do: bursts up to a size, refilled steadily; counted by this process alone.

/** `burst` at once, `perSecond` in the long run. */
export interface Allowance {
  burst: number;
  perSecond: number;
}

interface Bucket {
  left: number;
  at: number;
}

/** Buckets nobody has touched for longer than it takes to fill them are full: forgetting them changes nothing. */
const SWEEP_AT = 10_000;

export class TokenBuckets {
  private readonly buckets = new Map<string, Bucket>();

  /**
   * Takes one from `key`'s bucket.
   * @param nowMs any steady clock, in milliseconds.
   * @returns 0 when there was one, else the whole seconds until there will be.
   */
  take(key: string, allowance: Allowance, nowMs: number): number {
    const before = this.buckets.get(key) ?? { left: allowance.burst, at: nowMs };
    const refilled = before.left + (Math.max(0, nowMs - before.at) / 1_000) * allowance.perSecond;
    const left = Math.min(allowance.burst, refilled);
    if (this.buckets.size >= SWEEP_AT) this.forgetBefore(nowMs - 600_000);
    this.buckets.set(key, { left: left >= 1 ? left - 1 : left, at: nowMs });
    return left >= 1 ? 0 : Math.max(1, Math.ceil((1 - left) / allowance.perSecond));
  }

  /** As if it had never been touched. */
  forget(key: string): void {
    this.buckets.delete(key);
  }

  private forgetBefore(ms: number): void {
    for (const [key, bucket] of this.buckets) if (bucket.at < ms) this.buckets.delete(key);
  }
}
