import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RoomEvent } from '../contracts/room-protocol.js';
import type { RoomQuestion } from '../contracts/room-questions.js';
import type { RoomSnapshot } from '../contracts/room-snapshot.js';
import { applyEvent, USUAL_SETTINGS } from '../contracts/room-state.js';
import { lightened } from './room-lane.js';

const at = '2026-07-01T02:00:00.000Z';
const ME = { memberId: 'saya', isStaff: false };

function aQuestion(id: string, facts: Partial<RoomQuestion> = {}): RoomQuestion {
  return {
    ...{ id, version: 1, state: 'approved', text: id, author: null, isAnonymous: true, isPinned: false, votes: 0 },
    ...{ askedAt: at, approvedAt: at, answer: null, reason: null, mergedInto: null },
    ...facts,
  };
}

const before: RoomSnapshot = {
  session: { state: 'live', wentLiveAt: at, endedAt: null, breakSince: null },
  settings: USUAL_SETTINGS,
  ...{ chat: [], pinned: null, announcement: null, reports: [], polls: [] },
  questions: ['a', 'b', 'c'].map((id) => aQuestion(id)),
  mine: { isMuted: false, isHandRaised: false, questions: [], votes: ['a'], answered: [] },
};

const after = (events: readonly RoomEvent[]): RoomSnapshot =>
  events.reduce((state, event) => applyEvent(state, event, ME), before);

const id = fc.constantFrom('a', 'b', 'c');
const votes = fc.nat({ max: 9 });
const event = fc.oneof(
  { weight: 4, arbitrary: fc.record({ id, votes }).map((total) => ({ kind: 'voted' as const, ...total })) },
  {
    weight: 1,
    arbitrary: fc
      .record({ id, votes, state: fc.constantFrom('approved' as const, 'answered' as const, 'archived' as const) })
      .map((question) => ({ kind: 'changed' as const, ...question })),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'said' as const }) },
);

function numbered(events: (typeof event extends fc.Arbitrary<infer One> ? One : never)[]): RoomEvent[] {
  return events.map((one, place): RoomEvent => {
    const number = { seq: place + 1, at };
    if (one.kind === 'voted') {
      return { ...number, kind: 'question.voted', totals: [{ questionId: one.id, votes: one.votes }] };
    }
    if (one.kind === 'changed') {
      const { state } = one;
      return {
        ...number,
        kind: 'question.changed',
        isMine: false,
        question: aQuestion(one.id, { state, votes: one.votes }),
      };
    }
    const author = { memberId: 'lain', name: 'Lain', isStaff: false };
    return { ...number, kind: 'chat.posted', id: String(place), text: 'halo', isEdited: false, author };
  });
}

describe('what is told to whoever reads text only', () => {
  it('leaves the room as all of it would, but for the chat, and tells of votes once', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        const all = numbered(events);
        const { events: told, unreadChat = 0 } = lightened(all);
        expect({ ...after(told), chat: [] }).toEqual({ ...after(all), chat: [] });
        expect(unreadChat).toBe(all.filter(({ kind }) => kind === 'chat.posted').length);
        expect(told.filter(({ kind }) => kind === 'question.voted').length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
