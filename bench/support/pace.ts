// People act when they like: so many times a second on average, at random.
import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds until somebody acts next. */
export function nextGap(perSecond: number): number {
  return (-Math.log(1 - Math.random()) * 1_000) / perSecond;
}

/** Acts at that pace until the moment (of `performance.now()`), whatever is still under way, and waits for all of it. */
export async function atPace(perSecond: number, until: number, act: () => Promise<unknown>): Promise<void> {
  const underWay = new Set<Promise<unknown>>();
  for (let next = performance.now() + nextGap(perSecond); next < until; next += nextGap(perSecond)) {
    await delay(Math.max(0, next - performance.now()));
    const one = act().finally(() => underWay.delete(one));
    underWay.add(one);
  }
  await Promise.all(underWay);
}
