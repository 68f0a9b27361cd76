import { describe, expect, it } from '@jest/globals';
import { PulseTally } from './room-pulse.js';

const signal = (nodeId: string, typing = 0, clap = 0) => ({ nodeId, typing, reactions: clap > 0 ? { clap } : {} });

describe('the mood of a room', () => {
  it('tells each lane every reaction once', () => {
    const tally = new PulseTally();
    expect(tally.hear(signal('a', 0, 3), 0)).toBe(true);
    expect(tally.take('full', 0).reactions).toEqual({ clap: 3 });
    tally.hear(signal('b', 0, 2), 10);
    expect(tally.take('full', 20).reactions).toEqual({ clap: 2 });
    expect(tally.take('full', 30).reactions).toEqual({});
    expect(tally.take('text', 30).reactions).toEqual({ clap: 5 });
  });

  it('adds up who types on each node, and forgets a node that says no more', () => {
    const tally = new PulseTally();
    expect(tally.hear(signal('a', 2), 0)).toBe(true);
    expect(tally.hear(signal('a', 2), 1_000)).toBe(false);
    expect(tally.hear(signal('b', 1), 2_000)).toBe(true);
    expect(tally.take('full', 2_000).typing).toBe(3);
    expect(tally.fadesIn(2_000)).toBe(5_000);
    expect(tally.take('full', 7_500).typing).toBe(1);
    expect(tally.hear(signal('b', 0), 7_600)).toBe(true);
    expect(tally.take('full', 7_600).typing).toBe(0);
    expect(tally.fadesIn(7_600)).toBeUndefined();
  });
});
