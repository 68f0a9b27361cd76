import { describe, expect, it } from '@jest/globals';
import { eventSequence } from './event-sequence.rules.js';

describe('eventSequence', () => {
  it('grows through all that can happen to one member', () => {
    const story = [
      eventSequence({ revision: 0, endings: 0 }), // registered
      eventSequence({ revision: 0, endings: 1 }, true), // gave it up
      eventSequence({ revision: 0, endings: 1 }), // came back
      eventSequence({ revision: 1, endings: 1 }), // moved
      eventSequence({ revision: 1, endings: 2 }, true), // gave it up again
      eventSequence({ revision: 1, endings: 2 }), // came back
      eventSequence({ revision: 2, endings: 2 }), // cancelled by the organiser
    ];
    expect(story).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});
