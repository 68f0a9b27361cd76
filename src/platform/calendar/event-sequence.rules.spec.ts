import { describe, expect, it } from '@jest/globals';
import { eventSequence } from './event-sequence.rules.js';

describe('eventSequence', () => {
  it('grows through all that can happen to one member', () => {
    const story = [
      eventSequence({ revision: 0, steps: 0 }), // registered
      eventSequence({ revision: 0, steps: 2 }, true), // gave it up
      eventSequence({ revision: 0, steps: 2 }), // came back
      eventSequence({ revision: 1, steps: 2 }), // the session moved
      eventSequence({ revision: 1, steps: 3 }), // comes another way
      eventSequence({ revision: 1, steps: 5 }, true), // gave it up again
      eventSequence({ revision: 1, steps: 5 }), // came back
      eventSequence({ revision: 2, steps: 5 }), // cancelled by the organiser
    ];
    expect(story).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
});
