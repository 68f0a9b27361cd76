import { describe, expect, it } from '@jest/globals';
import { MicroBatcher } from './micro-batcher.js';

describe('the micro-batcher', () => {
  it('flushes what came in one tick together, in order, and answers each its own', async () => {
    const batches: number[][] = [];
    const batcher = new MicroBatcher<number, number>((_key, requests) => {
      batches.push([...requests]);
      return Promise.resolve(requests.map((request) => request * 10));
    });
    const answers = await Promise.all([1, 2, 3].map((request) => batcher.submit('a', request)));
    expect(answers).toEqual([10, 20, 30]);
    expect(batches).toEqual([[1, 2, 3]]);
  });

  it('keeps one batch in flight a key, while other keys go on', async () => {
    const inFlight = new Map<string, number>();
    let most = 0;
    const batcher = new MicroBatcher<number, number>(async (key, requests) => {
      const now = (inFlight.get(key) ?? 0) + 1;
      inFlight.set(key, now);
      most = Math.max(most, now);
      await new Promise((resolve) => setImmediate(resolve));
      inFlight.set(key, now - 1);
      return requests;
    }, 2);
    const answers = await Promise.all([1, 2, 3, 4, 5].flatMap((n) => [batcher.submit('a', n), batcher.submit('b', n)]));
    expect(answers).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
    expect(most).toBe(1);
  });

  it('lets a bad request fail alone', async () => {
    const batcher = new MicroBatcher<number, number>((_key, requests) =>
      Promise.resolve(requests.map((request) => (request === 2 ? new Error('two') : request))),
    );
    const outcomes = await Promise.allSettled([1, 2, 3].map((request) => batcher.submit('a', request)));
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('fails a batch that threw and goes on with the next', async () => {
    let round = 0;
    const batcher = new MicroBatcher<number, number>((_key, requests) => {
      round += 1;
      return round === 1 ? Promise.reject(new Error('database away')) : Promise.resolve(requests);
    });
    await expect(batcher.submit('a', 1)).rejects.toThrow('database away');
    await expect(batcher.submit('a', 2)).resolves.toBe(2);
  });

  it('rejects a request its flush forgot', async () => {
    const batcher = new MicroBatcher<number, number>(() => Promise.resolve([]));
    await expect(batcher.submit('a', 1)).rejects.toThrow('no answer');
  });
});
