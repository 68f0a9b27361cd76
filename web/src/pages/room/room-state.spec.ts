// What the page learns of hands: when to ask anew whose are up.
import { describe, expect, it } from '@jest/globals';
import type { RoomPacket } from '../../../../src/contracts/room-protocol.js';
import { USUAL_SETTINGS } from '../../../../src/contracts/room-state.js';
import { EMPTY, joined, received, type RoomState } from './room-state.js';

const at = '2026-07-01T02:00:00.000Z';

function staffIn(seq: number): RoomState {
  return joined(EMPTY, {
    ...{ ok: true, mode: 'snapshot', seq, count: 3, early: [] },
    me: { memberId: 'pemandu', name: 'Pemandu', isStaff: true, role: 'host' },
    snapshot: {
      session: { state: 'live', wentLiveAt: at, endedAt: null, breakSince: null },
      settings: USUAL_SETTINGS,
      ...{ chat: [], pinned: null, announcement: null, reports: [], polls: [], questions: [] },
      mine: { isMuted: false, isHandRaised: false, questions: [], votes: [], answered: [] },
    },
  });
}

const packet = (after: number, events: RoomPacket['events']): RoomPacket => ({
  ...{ sessionId: 'sesi', after, seq: after + events.length, events },
});
const hand = (seq: number, memberId: string, isRaised: boolean): RoomPacket['events'][number] => ({
  ...{ kind: 'hand.changed', seq, at, member: { memberId, name: memberId }, isRaised },
});

describe('hands of others', () => {
  it('are known to have changed when one goes down as another goes up, and not when anything else happens', () => {
    const before = staffIn(4);
    const { state: raised } = received(before, packet(4, [hand(5, 'sri', true)]));
    const { state: swapped } = received(raised, packet(5, [hand(6, 'sri', false), hand(7, 'budi', true)]));
    const { state: talked } = received(swapped, packet(7, [{ kind: 'poll.deleted', pollId: 'jajak', seq: 8, at }]));
    expect([before, raised, swapped, talked].map(({ handsSeq }) => handsSeq)).toEqual([4, 5, 7, 7]);
  });
});
