import { describe, expect, it } from '@jest/globals';
import { questionOrder } from '../contracts/question-order.js';
import { QUESTION_STATES, type QuestionState } from '../contracts/room-questions.js';
import {
  afterAct,
  asked,
  dueOn,
  fitsLater,
  isInLibrary,
  mayLater,
  sharedAtLeast,
  tellingWords,
  voting,
  type QuestionAct,
  type QuestionFacts,
} from './question.rules.js';

const now = new Date('2026-07-01T02:00:00Z');
const later = new Date('2026-07-02T02:00:00Z');
const OTHER = 'lain';

function inState(state: QuestionState, facts: Partial<QuestionFacts> = {}): QuestionFacts {
  const answer = { answerText: null, answeredAt: null, answeredBy: null, answeredByGuest: null, correctedAt: null };
  const nothing = { approvedAt: null, ...answer, reason: null, archivedFrom: null, archivedAt: null };
  return { version: 3, state, isPinned: false, ...nothing, mergedInto: null, ...facts };
}

/** Every act, with the state it leaves behind for each it may begin in; it may begin in no other. */
const TABLE: [string, QuestionAct, Partial<Record<QuestionState, QuestionState>>][] = [
  ['approve', { kind: 'approve' }, { pending: 'approved' }],
  ['reject', { kind: 'reject', reason: 'Di luar tema' }, { pending: 'rejected', approved: 'rejected' }],
  [
    'merge into an approved one',
    { kind: 'merge', into: OTHER, intoState: 'approved' },
    { pending: 'merged', approved: 'merged' },
  ],
  [
    'merge into the one on stage',
    { kind: 'merge', into: OTHER, intoState: 'answering' },
    { pending: 'merged', approved: 'merged' },
  ],
  ['merge into one that waits', { kind: 'merge', into: OTHER, intoState: 'pending' }, { pending: 'merged' }],
  ['merge into an answered one', { kind: 'merge', into: OTHER, intoState: 'answered' }, {}],
  ['merge into a merged one', { kind: 'merge', into: OTHER, intoState: 'merged' }, {}],
  ['stage', { kind: 'stage' }, { approved: 'answering' }],
  ['unstage', { kind: 'unstage' }, { answering: 'approved' }],
  ['answer', { kind: 'answer', text: null, memberId: 'm' }, { approved: 'answered', answering: 'answered' }],
  ['correct', { kind: 'correct', text: 'Dua' }, { answered: 'answered' }],
  ['pin', { kind: 'pin', isPinned: true }, { approved: 'approved', answering: 'answering', answered: 'answered' }],
  ['withdraw', { kind: 'withdraw' }, { pending: 'withdrawn', approved: 'withdrawn', answering: 'withdrawn' }],
  [
    'archive',
    { kind: 'archive' },
    {
      pending: 'archived',
      approved: 'archived',
      answering: 'archived',
      answered: 'archived',
      rejected: 'archived',
    },
  ],
  ['restore', { kind: 'restore' }, { archived: 'pending' }],
];
const CASES = TABLE.flatMap(([name, act, states]) =>
  QUESTION_STATES.map((state): [string, QuestionState, QuestionState | 'refused', QuestionAct] => [
    name,
    state,
    states[state] ?? 'refused',
    act,
  ]),
);

describe('afterAct', () => {
  it.each(CASES)('%s of one that is %s: %s', (_, state, expected, act) => {
    const after = afterAct(inState(state), act, now);
    expect(after?.state ?? 'refused').toBe(expected);
    if (after) expect(after.version).toBe(4);
  });

  it('keeps what the act says', () => {
    expect(afterAct(inState('pending'), { kind: 'approve' }, now)).toMatchObject({ approvedAt: now });
    expect(afterAct(inState('pending'), { kind: 'reject', reason: 'Dobel' }, now)).toMatchObject({ reason: 'Dobel' });
    expect(afterAct(inState('approved'), { kind: 'merge', into: OTHER, intoState: 'approved' }, now)).toMatchObject({
      mergedInto: OTHER,
    });
    expect(afterAct(inState('approved'), { kind: 'answer', text: 'Ya', memberId: 'm' }, now)).toMatchObject({
      ...{ answerText: 'Ya', answeredAt: now, answeredBy: 'm' },
    });
    expect(afterAct(inState('approved'), { kind: 'pin', isPinned: true }, now)).toMatchObject({ isPinned: true });
    const written = inState('answered', { answerText: 'Ya', answeredAt: now, answeredBy: 'm' });
    expect(afterAct(written, { kind: 'correct', text: 'Dua' }, later)).toMatchObject({
      ...{ answerText: 'Dua', correctedAt: later, answeredAt: now, answeredBy: 'm' },
    });
    expect(afterAct(written, { kind: 'archive' }, later)).toMatchObject({
      archivedAt: later,
      archivedFrom: 'answered',
    });
  });

  it.each([
    ['pending', 'pending'],
    ['approved', 'approved'],
    ['answering', 'approved'],
    ['answered', 'answered'],
    ['rejected', 'rejected'],
  ] as const)('restores what was archived while %s as %s', (state, expected) => {
    const archived = afterAct(inState(state), { kind: 'archive' }, now);
    const restored = archived && afterAct(archived, { kind: 'restore' }, now);
    expect(restored).toMatchObject({ state: expected, archivedFrom: null, archivedAt: null, version: 5 });
  });
});

describe('outside the room', () => {
  const written = { answerText: 'Ya', answeredAt: now };
  it.each([
    ['an answer in writing', inState('answered', written), true, false],
    ['an answer aloud', inState('answered', { answeredAt: now }), false, false],
    ['a written one put away', inState('archived', { ...written, archivedFrom: 'answered' }), false, true],
    ['one aloud put away', inState('archived', { archivedFrom: 'answered' }), false, false],
    ['a question put away', inState('archived', { archivedFrom: 'approved' }), false, false],
    ['a question that waits', inState('pending'), false, false],
  ] as const)('%s: in the library %j, to be put back %j', (_, question, isThere, canReturn) => {
    expect(isInLibrary(question)).toBe(isThere);
    expect(fitsLater(question, { kind: 'correct', text: 'Dua' })).toBe(isThere);
    expect(fitsLater(question, { kind: 'archive' })).toBe(isThere);
    expect(fitsLater(question, { kind: 'restore' })).toBe(canReturn);
  });

  const nobody = { role: null, isOwner: false, hasAnswered: false };
  it.each([
    ['a member', nobody, []],
    ['whose follow-up it is', { ...nobody, isOwner: true }, ['answer']],
    ['who answered', { ...nobody, hasAnswered: true }, ['correct']],
    ['a speaker', { ...nobody, role: 'speaker' }, ['answer', 'correct']],
    ['a moderator', { ...nobody, role: 'moderator' }, ['answer', 'correct', 'archive', 'restore']],
    ['a host', { ...nobody, role: 'host' }, ['answer', 'correct', 'archive', 'restore']],
  ] as const)('%s may %j', (_, who, expected) => {
    const kinds = (['answer', 'correct', 'archive', 'restore'] as const).filter((kind) => mayLater(kind, who));
    expect(kinds).toEqual(expected);
  });
});

describe('asked', () => {
  const open = { questions: 'open', anonymous: true } as const;
  it.each([
    ['waits where questions are looked at', { ...open, questions: 'moderated' }, false, true, { state: 'pending' }],
    ['is there at once where they are open', open, false, true, { state: 'approved' }],
    ['is refused where they are closed', { ...open, questions: 'closed' }, false, false, { refused: 'closed' }],
    ['is refused from one who is muted', open, true, false, { refused: 'muted' }],
    ['needs a name where one must be given', { ...open, anonymous: false }, false, true, { refused: 'needs-name' }],
    ['may bear a name everywhere', { ...open, anonymous: false }, false, false, { state: 'approved' }],
  ] as const)('%s', (_, settings, isMuted, isAnonymous, expected) => {
    expect(asked(settings, { isMuted }, isAnonymous)).toEqual(expected);
  });
});

describe('voting', () => {
  it.each(QUESTION_STATES)('for one that is %s', (state) => {
    expect(voting({ state, askerId: 'a' }, 'b')).toBe(state === 'approved' ? 'may' : 'not-approved');
    expect(voting({ state, askerId: 'a' }, 'a')).toBe('own');
  });
});

describe('questionOrder', () => {
  const one = (id: string, facts: object = {}) => ({
    ...{ id, state: 'approved' as const, isPinned: false, votes: 0, approvedAt: '2026-07-01T02:00:00.000Z' },
    ...facts,
  });
  it('puts the pinned first, then the one on stage, then by votes, then by approval', () => {
    const questions = [
      one('baru', { approvedAt: '2026-07-01T02:05:00.000Z' }),
      one('menunggu', { state: 'pending', approvedAt: null }),
      one('lama'),
      one('lama-juga'),
      one('banyak', { votes: 9 }),
      one('panggung', { state: 'answering' }),
      one('disematkan', { isPinned: true }),
    ];
    const order = ['disematkan', 'panggung', 'banyak', 'lama', 'lama-juga', 'baru', 'menunggu'];
    expect(questions.sort(questionOrder).map(({ id }) => id)).toEqual(order);
    expect(
      questions
        .reverse()
        .sort(questionOrder)
        .map(({ id }) => id),
    ).toEqual(order);
  });
});

describe('tellingWords', () => {
  it.each([
    ['Bagaimana cara menabung emas, Pak?', ['menabung', 'emas'], 1],
    ['How do I open a savings account?', ['open', 'savings', 'account'], 2],
    ['Apakah bunga bunga?', ['bunga'], 1],
    ["a' | !b & (c) :* \\", [], 0],
    ['', [], 0],
  ])('%j', (text, words, atLeast) => {
    expect(tellingWords(text)).toEqual(words);
    expect(sharedAtLeast(words)).toBe(atLeast);
  });
});

it('gives a week, where the session was', () => {
  const lateEvening = new Date('2026-07-01T17:30:00Z');
  expect(dueOn(lateEvening, 'Asia/Jakarta')).toBe('2026-07-09');
  expect(dueOn(lateEvening, 'Europe/Amsterdam')).toBe('2026-07-08');
});
