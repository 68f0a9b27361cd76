// Every step a session can and cannot take.
import { describe, expect, it } from '@jest/globals';
import { USUAL_POLICIES } from '../contracts/policies.js';
import {
  canEnterRoom,
  canSeeDraft,
  canSeeStage,
  cancel,
  capacityChange,
  isRoomMade,
  closeUnended,
  end,
  goLive,
  isEditable,
  isRelocated,
  planningScope,
  publish,
  reschedule,
  roomDoor,
  scheduleFaults,
  setBreak,
  reopen,
  undoEnd,
  type Lifecycle,
  type Meeting,
  type SessionState,
} from './session.rules.js';

const STATES: SessionState[] = ['draft', 'published', 'live', 'ended', 'cancelled'];
const at = (time: string): Date => new Date(`2026-07-03T${time}Z`);

function aSession(overrides: Partial<Lifecycle & Meeting> = {}): Lifecycle & Meeting {
  return {
    state: 'draft',
    startsAt: at('03:00:00'),
    endsAt: at('04:00:00'),
    wentLiveAt: null,
    endedAt: null,
    delivery: 'virtual',
    venue: null,
    ...overrides,
  };
}

const HOSTED = { accepted: 1, invited: 0 };
const NOBODY = { accepted: 0, invited: 0 };

describe('publishing', () => {
  it('waits for the word of whoever was asked', () => {
    const asked = publish(aSession(), { accepted: 0, invited: 2 }, at('02:00:00'));
    expect(asked).toMatchObject({ fields: [{ path: 'staff', rule: 'not-accepted' }] });
  });

  it('turns a draft with staff and a future start into a published session', () => {
    expect(publish(aSession(), HOSTED, at('02:00:00'))).toEqual({ allowed: true, changes: { state: 'published' } });
  });

  it.each(['onsite', 'hybrid'] as const)('wants to know where, when it is %s', (delivery) => {
    const fields = [{ path: 'venue', rule: 'required' }];
    expect(publish(aSession({ delivery }), HOSTED, at('02:00:00'))).toEqual({
      allowed: false,
      code: 'wrong-state',
      fields,
    });
    expect(publish(aSession({ delivery, venue: 'Aula' }), HOSTED, at('02:00:00')).allowed).toBe(true);
  });

  it('names everything that is missing at once', () => {
    expect(publish(aSession(), NOBODY, at('03:00:00'))).toEqual({
      allowed: false,
      code: 'wrong-state',
      fields: [
        { path: 'staff', rule: 'required' },
        { path: 'startsAt', rule: 'in-the-past' },
      ],
    });
  });

  it.each(STATES.filter((state) => state !== 'draft'))('is refused when %s', (state) => {
    expect(publish(aSession({ state }), HOSTED, at('02:00:00')).allowed).toBe(false);
  });
});

describe('cancelling', () => {
  it.each<[SessionState, boolean]>([
    ['draft', true],
    ['published', true],
    ['live', false],
    ['ended', false],
    ['cancelled', false],
  ])('when %s: %s', (state, allowed) => {
    expect(cancel(aSession({ state }), null, at('02:00:00')).allowed).toBe(allowed);
  });

  it('notes when', () => {
    expect(cancel(aSession(), 'Pemateri sakit', at('02:00:00'))).toMatchObject({
      changes: { state: 'cancelled', cancelledAt: at('02:00:00') },
    });
  });
});

describe('going live', () => {
  it.each<[string, string, SessionState, boolean]>([
    ['before the room opens', '02:44:59', 'published', false],
    ['when the room opens', '02:45:00', 'published', true],
    ['late', '05:59:59', 'published', true],
    ['after the room closed', '06:00:00', 'published', false],
    ['twice', '03:00:00', 'live', false],
    ['as a draft', '03:00:00', 'draft', false],
    ['after the end', '03:00:00', 'ended', false],
    ['cancelled', '03:00:00', 'cancelled', false],
  ])('%s', (_, time, state, allowed) => {
    expect(goLive(aSession({ state }), USUAL_POLICIES, at(time)).allowed).toBe(allowed);
  });

  it('notes the actual start', () => {
    expect(goLive(aSession({ state: 'published' }), USUAL_POLICIES, at('03:01:00'))).toMatchObject({
      changes: { state: 'live', wentLiveAt: at('03:01:00') },
    });
  });
});

describe('ending, and taking it back', () => {
  it.each(STATES.filter((state) => state !== 'live'))('a session that is %s cannot be ended', (state) => {
    expect(end(aSession({ state }), at('03:30:00')).allowed).toBe(false);
  });

  it('notes the actual end', () => {
    expect(end(aSession({ state: 'live' }), at('03:50:00'))).toMatchObject({ changes: { endedAt: at('03:50:00') } });
  });

  it.each<[string, string, Partial<Lifecycle>, boolean]>([
    ['within ten minutes', '04:00:00', {}, true],
    ['after ten minutes', '04:00:01', {}, false],
    ['of one that never began', '03:55:00', { wentLiveAt: null }, false],
    ['of one that is live', '03:55:00', { state: 'live', endedAt: null }, false],
    ['once the room would have closed', '06:00:00', { endedAt: at('05:55:00') }, false],
  ])('undo %s', (_, time, overrides, allowed) => {
    const ended = aSession({ state: 'ended', wentLiveAt: at('03:00:00'), endedAt: at('03:50:00'), ...overrides });
    expect(undoEnd(ended, USUAL_POLICIES, at(time)).allowed).toBe(allowed);
  });
});

describe('a break', () => {
  it.each([
    ['live', false, true, 'start'],
    ['live', true, false, 'end'],
    ['live', true, true, 'nothing'],
    ['live', false, false, 'nothing'],
  ] as const)('of a %s session, on: %p, wanted: %p', (state, isOnBreak, wanted, changes) => {
    expect(setBreak({ state }, isOnBreak, wanted)).toEqual({ allowed: true, changes });
  });

  it.each(STATES.filter((state) => state !== 'live'))('is none of a session that is %s', (state) => {
    for (const wanted of [true, false]) {
      expect(setBreak({ state }, !wanted, wanted)).toMatchObject({ allowed: false, code: 'wrong-state' });
    }
  });
});

describe('opening again', () => {
  const later = new Date('2026-07-03T05:30:00Z');
  it.each<[string, string, Partial<Lifecycle>, Date, boolean | string]>([
    ['within 48 hours', '2026-07-05T03:50:00Z', {}, new Date('2026-07-05T04:30:00Z'), true],
    ['after 48 hours', '2026-07-05T03:50:01Z', {}, new Date('2026-07-05T04:30:00Z'), false],
    ['one that never began', '2026-07-03T04:00:00Z', { wentLiveAt: null }, later, 'published'],
    ['one that is live', '2026-07-03T04:00:00Z', { state: 'live', endedAt: null }, later, false],
    ['one that was cancelled', '2026-07-03T04:00:00Z', { state: 'cancelled' }, later, false],
    ['until what is past', '2026-07-03T05:30:00Z', {}, later, 'in-the-past'],
    ['for more than a day', '2026-07-03T05:29:59Z', {}, new Date('2026-07-04T05:30:00Z'), 'too-long'],
  ])('%s', (_, now, overrides, endsAt, said) => {
    const ended = aSession({ state: 'ended', wentLiveAt: at('03:00:00'), endedAt: at('03:50:00'), ...overrides });
    const decision = reopen(ended, endsAt, new Date(now));
    if (said === true) expect(decision).toEqual({ allowed: true, changes: { state: 'live', endedAt: null, endsAt } });
    else if (said === 'published') expect(decision).toMatchObject({ allowed: true, changes: { state: said, endsAt } });
    else if (said === false) expect(decision).toMatchObject({ allowed: false, code: 'wrong-state' });
    else expect(decision).toMatchObject({ code: 'invalid-input', fields: [{ path: 'endsAt', rule: said }] });
  });
});

describe('a session that nobody ended', () => {
  it.each<[string, Partial<Lifecycle>, string, Date | undefined]>([
    ['is left alone while its room is open', { state: 'live' }, '05:59:59', undefined],
    ['ends when it was planned to', { state: 'live', wentLiveAt: at('03:02:00') }, '06:00:00', at('04:00:00')],
    ['ends although nobody started it', { state: 'published' }, '06:30:00', at('04:00:00')],
    ['never ends before it began', { state: 'live', wentLiveAt: at('05:00:00') }, '06:00:00', at('05:00:00')],
    ['stays a draft', { state: 'draft' }, '23:00:00', undefined],
    ['stays cancelled', { state: 'cancelled' }, '23:00:00', undefined],
    ['stays ended', { state: 'ended' }, '23:00:00', undefined],
  ])('%s', (_, overrides, time, endedAt) => {
    expect(closeUnended(aSession(overrides), USUAL_POLICIES, at(time))?.endedAt).toEqual(endedAt);
  });
});

describe('the room', () => {
  it.each<[string, SessionState, boolean]>([
    ['02:44:59', 'published', false],
    ['02:45:00', 'published', true],
    ['05:59:59', 'live', true],
    ['06:00:00', 'live', false],
    ['03:00:00', 'draft', false],
    ['03:00:00', 'ended', false],
    ['03:00:00', 'cancelled', false],
  ])('at %s, %s: open %s', (time, state, isOpen) => {
    expect(roomDoor(aSession({ state }), USUAL_POLICIES, at(time)).isOpen).toBe(isOpen);
  });
});

describe('entering the room', () => {
  const [stranger, member, staff] = [
    { isConfirmed: false, isStaff: false },
    { isConfirmed: true, isStaff: false },
    { isConfirmed: false, isStaff: true },
  ];
  const ended = { endedAt: at('03:50:00') };
  it.each<[string, typeof member, SessionState, string, boolean, Partial<Lifecycle>?]>([
    ['is not for others', stranger, 'live', '03:30:00', false],
    ['is not for a member before it opens', member, 'published', '02:44:59', false],
    ['is for a member once it opens', member, 'published', '02:45:00', true],
    ['is for staff from publication on', staff, 'published', '00:00:00', true],
    ['is for nobody in a draft', staff, 'draft', '03:00:00', false],
    ['is for nobody once cancelled', staff, 'cancelled', '03:00:00', false],
    ['is for a member while it is live', member, 'live', '05:59:59', true],
    ['is over when nobody ended it in two hours', staff, 'live', '06:00:00', false],
    ['goes on while the end can be undone', member, 'ended', '03:59:59', true, ended],
    ['is over when the end stands', member, 'ended', '04:00:00', false, ended],
    ['is over for staff too', staff, 'ended', '04:00:00', false, ended],
  ])('%s', (_, who, state, time, may, overrides = {}) => {
    expect(canEnterRoom(who, aSession({ state, ...overrides }), USUAL_POLICIES, at(time))).toBe(may);
  });
});

describe('times', () => {
  it.each<[string, string, string, string[]]>([
    ['fit', '03:00:00', '04:00:00', []],
    ['in the past', '01:59:59', '04:00:00', ['startsAt in-the-past']],
    ['without length', '03:00:00', '03:00:00', ['endsAt end-before-start']],
    ['backwards and past', '01:00:00', '00:30:00', ['startsAt in-the-past', 'endsAt end-before-start']],
  ])('%s', (_, startsAt, endsAt, faults) => {
    const found = scheduleFaults({ startsAt: at(startsAt), endsAt: at(endsAt) }, at('02:00:00'));
    expect(found.map((fault) => `${fault.path} ${fault.rule}`)).toEqual(faults);
  });

  it('end within a day', () => {
    const twoDays = { startsAt: at('03:00:00'), endsAt: new Date('2026-07-05T03:00:00Z') };
    expect(scheduleFaults(twoDays, at('02:00:00'))).toEqual([{ path: 'endsAt', rule: 'too-long', limit: '24 h' }]);
  });
});

describe('moving', () => {
  const now = at('03:10:00');
  it.each<[string, Partial<Lifecycle>, { startsAt: Date; endsAt: Date }, boolean | string]>([
    ['nothing', { state: 'live' }, { startsAt: at('03:00:00'), endsAt: at('04:00:00') }, false],
    ['a published one', { state: 'published' }, { startsAt: at('05:00:00'), endsAt: at('06:00:00') }, true],
    ['only the end, once it has begun', { state: 'live' }, { startsAt: at('03:00:00'), endsAt: at('04:30:00') }, true],
    ['a live one', { state: 'live' }, { startsAt: at('05:00:00'), endsAt: at('06:00:00') }, 'wrong-state'],
    ['into the past', { state: 'published' }, { startsAt: at('02:00:00'), endsAt: at('06:00:00') }, 'invalid-input'],
    ['its end into the past', { state: 'live' }, { startsAt: at('03:00:00'), endsAt: at('03:05:00') }, 'invalid-input'],
    ['an ended one', { state: 'ended' }, { startsAt: at('05:00:00'), endsAt: at('06:00:00') }, 'wrong-state'],
  ])('%s', (_, overrides, wanted, outcome) => {
    const decision = reschedule(aSession(overrides), wanted, now);
    expect(decision.allowed ? decision.changes.moved : decision.code).toBe(outcome);
  });

  it.each(STATES)('an edit of a session that is %s', (state) => {
    expect(isEditable(state)).toBe(!['ended', 'cancelled'].includes(state));
  });
});

describe('another place', () => {
  it.each<[string, Meeting, Meeting, boolean]>([
    ['the same', { delivery: 'onsite', venue: 'Aula' }, { delivery: 'onsite', venue: 'Aula' }, false],
    ['another venue', { delivery: 'onsite', venue: 'Aula' }, { delivery: 'onsite', venue: 'Ruang 2' }, true],
    ['at a venue as well', { delivery: 'virtual', venue: null }, { delivery: 'hybrid', venue: 'Aula' }, true],
    [
      'a venue that nobody goes to',
      { delivery: 'virtual', venue: null },
      { delivery: 'virtual', venue: 'Aula' },
      false,
    ],
  ])('%s: %s', (_, before, after, isOther) => {
    expect(isRelocated(before, after)).toBe(isOther);
  });
});

describe('capacity', () => {
  it.each<[number | null, number | null, string]>([
    [10, 10, 'same'],
    [null, null, 'same'],
    [10, 11, 'raised'],
    [10, null, 'raised'],
    [10, 9, 'lowered'],
    [null, 9, 'lowered'],
  ])('%s to %s is %s', (before, after, change) => {
    expect(capacityChange(before, after)).toBe(change);
  });
});

describe('room for the queue', () => {
  const before = { delivery: 'hybrid', capacity: 10, onsiteCapacity: 5 } as const;
  it.each<[string, Parameters<typeof isRoomMade>[1], boolean]>([
    ['nothing changed', before, false],
    ['fewer of both', { ...before, capacity: 9, onsiteCapacity: 4 }, false],
    ['more on the phone', { ...before, capacity: 11 }, true],
    ['more at the venue', { ...before, onsiteCapacity: 6 }, true],
    ['no limit at the venue', { ...before, onsiteCapacity: null }, true],
    ['another delivery', { ...before, delivery: 'virtual' }, true],
  ])('%s', (_, after, isMade) => {
    expect(isRoomMade(before, after)).toBe(isMade);
  });
});

describe('the stage', () => {
  const nobody = { isConfirmed: false, isStaff: false, isPlanner: false };
  it.each<[string, typeof nobody, boolean, boolean]>([
    ['is hidden from others', nobody, true, false],
    ['is shown to a registrant while open', { ...nobody, isConfirmed: true }, true, true],
    ['is hidden from a registrant before', { ...nobody, isConfirmed: true }, false, false],
    ['is shown to staff while open', { ...nobody, isStaff: true }, true, true],
    ['is always there for planners', { ...nobody, isPlanner: true }, false, true],
  ])('%s', (_, who, isOpen, visible) => {
    expect(canSeeStage(who, isOpen)).toBe(visible);
  });
});

describe('who finds which planned sessions', () => {
  it.each([
    [['member', 'admin'], 'all', true],
    [['member', 'supervisor'], 'all', true],
    [['member', 'coordinator'], 'announced', false],
    [['member', 'facilitator'], 'own', false],
    [['member', 'facilitator', 'coordinator'], 'announced', false],
    [['member'], 'own', false],
  ] as const)('%j: %s', (roles, scope, seesDrafts) => {
    expect(planningScope({ roles })).toBe(scope);
    expect(canSeeDraft({ roles }, false)).toBe(seesDrafts);
    expect(canSeeDraft({ roles }, true)).toBe(true);
  });
});
