import { describe, expect, it } from '@jest/globals';
import { Turns } from './turns.js';

/** Work that ends when told to. */
function work() {
  let running = 0;
  let most = 0;
  const order: number[] = [];
  const ends: (() => void)[] = [];
  const start = (name: number) => async (): Promise<number> => {
    order.push(name);
    most = Math.max(most, (running += 1));
    await new Promise<void>((resolve) => ends.push(resolve));
    running -= 1;
    return name;
  };
  return { start, order, ends, most: () => most };
}

/** Lets everything that can go on go on. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('turns', () => {
  it('run two at once and the rest in order, whether they succeed or fail', async () => {
    const turns = new Turns(2, 10);
    const { start, order, ends, most } = work();
    const broken = () => start(0)().then(() => Promise.reject(new Error('broken')));
    const failing = expect(turns.run(broken)).rejects.toThrow('broken');
    const others = [1, 2, 3, 4].map((name) => turns.run(start(name)));
    await settle();
    expect(order).toEqual([0, 1]);
    for (let ended = 0; ended < 5; ended += 1) {
      ends[ended]?.();
      await settle();
    }
    await failing;
    expect(await Promise.all(others)).toEqual([1, 2, 3, 4]);
    expect(order).toEqual([0, 1, 2, 3, 4]);
    expect(most()).toBe(2);
  });

  it('refuse who would wait too long, and take the next when there is room again', async () => {
    const turns = new Turns(1, 1);
    const { start, ends } = work();
    const first = turns.run(start(1));
    const second = turns.run(start(2));
    await expect(turns.run(start(3))).rejects.toMatchObject({ code: 'unavailable', retryAfterSeconds: 5 });
    ends[0]?.();
    await settle();
    ends[1]?.();
    await Promise.all([first, second]);
    const fourth = turns.run(start(4));
    await settle();
    ends[2]?.();
    expect(await fourth).toBe(4);
  });
});
