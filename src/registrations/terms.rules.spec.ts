// Who may register, as tables.
import { describe, expect, it } from '@jest/globals';
import { USUAL_POLICIES } from '../contracts/policies.js';
import {
  asksAnything,
  entryFor,
  isClosed,
  missing,
  missingFaults,
  prerequisitesBefore,
  quotasAt,
  requirementsOf,
  selfFaults,
  termsAlike,
  usualTerms,
  type Applicant,
  type Prerequisite,
  type Terms,
} from './terms.rules.js';

const somebody: Applicant = { unitId: 'u1', roles: ['member'], attended: ['s1'], minutes: { t1: 119 }, rejections: 0 };
const terms = (said: Partial<Terms>): Terms => ({ ...usualTerms(USUAL_POLICIES), ...said });

describe('quotas', () => {
  const startsAt = new Date('2026-07-10T07:00:00Z');
  const said: Partial<Terms> = {
    queuePolicy: 'unit-quota',
    quotas: [{ unitId: 'u1', seats: 3 }],
    quotaReleaseHours: 24,
  };
  it.each<[string, Partial<Terms>, string, number]>([
    ['hold until they are released', {}, '2026-07-09T06:59:59.999Z', 1],
    ['hold no more from then on', {}, '2026-07-09T07:00:00Z', 0],
    ['hold until the start where nothing is released before', { quotaReleaseHours: 0 }, '2026-07-10T06:59:00Z', 1],
    ['end with the start', { quotaReleaseHours: 0 }, '2026-07-10T07:00:00Z', 0],
    ['are nothing by another policy', { queuePolicy: 'fifo' }, '2026-07-01T00:00:00Z', 0],
  ])('%s', (_, more, now, count) => {
    expect(quotasAt(terms({ ...said, ...more }), { startsAt }, new Date(now))).toHaveLength(count);
  });
});

describe('what is missing', () => {
  it.each<[string, Partial<Terms>, Partial<Applicant>, string[]]>([
    ['nothing is asked', {}, { unitId: null }, []],
    ['of one of the units', { unitIds: ['u1', 'u2'] }, {}, []],
    ['of another unit', { unitIds: ['u2'] }, {}, ['other-unit Name of u2']],
    ['of no unit', { unitIds: ['u2', 'u3'] }, { unitId: null }, ['other-unit Name of u2, Name of u3']],
    ['refused once, who may mend it', { needsApproval: true }, { rejections: 1 }, []],
    ['refused twice', { needsApproval: true }, { rejections: 2 }, ['rejected-before 2']],
    ['refused twice, where nobody is asked any more', {}, { rejections: 2 }, []],
    ['with one of the roles', { roles: ['admin', 'member'] }, {}, []],
    ['without the role', { roles: ['facilitator'] }, {}, ['other-role']],
    [
      'of many other units',
      { unitIds: ['u2', 'u3', 'u4', 'u5', 'u6', 'u7'] },
      {},
      ['other-unit Name of u2, Name of u3, Name of u4, Name of u5, Name of u6, …'],
    ],
    ['attended', { prerequisites: [{ kind: 'session', sessionId: 's1' }] }, {}, []],
    ['not attended', { prerequisites: [{ kind: 'session', sessionId: 's2' }] }, {}, ['missing-session Name of s2']],
    [
      'a minute short',
      { prerequisites: [{ kind: 'hours', topicId: 't1', hours: 2 }] },
      {},
      ['missing-hours Name of t1, 1.9/2'],
    ],
    ['enough', { prerequisites: [{ kind: 'hours', topicId: 't1', hours: 2 }] }, { minutes: { t1: 120 } }, []],
    [
      'nothing learned yet',
      { prerequisites: [{ kind: 'hours', topicId: 't9', hours: 1 }] },
      {},
      ['missing-hours Name of t9, 0/1'],
    ],
    [
      'several at once',
      { unitIds: ['u2'], prerequisites: [{ kind: 'session', sessionId: 's2' }] },
      {},
      ['other-unit Name of u2', 'missing-session Name of s2'],
    ],
  ])('%s', (_, said, who, expected) => {
    const faults = missingFaults(missing(terms(said), { ...somebody, ...who }), (id) => `Name of ${id}`);
    expect(faults.map(({ rule, limit }) => (limit === undefined ? rule : `${rule} ${String(limit)}`))).toEqual(
      expected,
    );
  });

  it('stands beside what is met', () => {
    const asked = terms({
      ...{ unitIds: ['u1'], roles: ['facilitator'] },
      prerequisites: [
        { kind: 'session', sessionId: 's1' },
        { kind: 'hours', topicId: 't1', hours: 2 },
      ],
    });
    expect(requirementsOf(asked, somebody)).toEqual([
      { kind: 'unit', isMet: true, unitIds: ['u1'] },
      { kind: 'role', isMet: false, roles: ['facilitator'] },
      { kind: 'session', isMet: true, sessionId: 's1' },
      { kind: 'hours', isMet: false, topicId: 't1', hours: 2, minutes: 119 },
    ]);
  });

  it('is looked up only where something is asked', () => {
    expect(asksAnything(usualTerms(USUAL_POLICIES))).toBe(false);
    expect(asksAnything(terms({ roles: ['member'] }))).toBe(true);
  });
});

describe('terms that change for many', () => {
  const at = (day: number, hour: number): Date => new Date(Date.UTC(2026, 6, day, hour));
  const session = { id: 's2', startsAt: at(10, 3), endsAt: at(10, 4) };
  const dates = [{ id: 's1', startsAt: at(3, 3) }, session, { id: 's3', startsAt: at(17, 3) }];
  const attending = (sessionId: string): Prerequisite => ({ kind: 'session', sessionId });
  it.each<[string, Partial<Terms>, Partial<Terms>, Partial<Terms>, Partial<Terms>]>([
    [
      'to be attended before',
      {},
      { prerequisites: ['s1', 's2', 's3'].map(attending) },
      {},
      { prerequisites: [attending('s1')] },
    ],
    [
      'to be attended as before',
      { prerequisites: [attending('s2')] },
      { prerequisites: [attending('s2')] },
      { prerequisites: [attending('s9')] },
      { prerequisites: [attending('s9')] },
    ],
    ['changed there', {}, { needsApproval: true }, {}, { needsApproval: true }],
    ['not changed there', { roles: ['admin'] }, { roles: ['admin'] }, { roles: ['member'] }, { roles: ['member'] }],
    ['taken away there', { unitIds: ['u1'] }, { unitIds: [] }, { unitIds: ['u2'] }, { unitIds: [] }],
    ['closing a day before', {}, { closesAt: at(2, 3) }, {}, { closesAt: at(9, 3) }],
    ['closing in its last minutes', {}, { closesAt: at(3, 5) }, {}, { closesAt: at(10, 4) }],
    ['closing never', { closesAt: at(2, 3) }, { closesAt: null }, { closesAt: at(8, 3) }, { closesAt: null }],
    [
      'closing as before',
      { closesAt: at(2, 3) },
      { closesAt: at(2, 3) },
      { closesAt: at(8, 3) },
      { closesAt: at(8, 3) },
    ],
  ])('are, for what is %s', (_, before, after, own, expected) => {
    const change = { before: terms(before), after: terms(after), startsAt: at(3, 3), dates };
    expect(termsAlike(terms(own), change, session)).toEqual(terms({ ...own, ...expected }));
  });

  it.each([
    ['s1', []],
    ['s2', ['s1']],
    ['s3', ['s1', 's2']],
  ])('ask in %s for what comes before it', (id, expected) => {
    const one = dates.find((date) => date.id === id) ?? session;
    const asked = prerequisitesBefore(['s1', 's2', 's3', 'elsewhere'].map(attending), one, dates);
    expect(asked).toEqual([...expected, 'elsewhere'].map(attending));
  });

  it.each([
    ['itself', ['s1'], 1],
    ['itself, written otherwise', ['S1'], 1],
    ['another', ['s2'], 0],
    ['nothing', [], 0],
  ])('may not ask for %s', (_, ids, count) => {
    expect(selfFaults({ prerequisites: ids.map(attending) }, 's1')).toHaveLength(count);
  });
});

describe('registration', () => {
  it.each<[string | null, string, boolean]>([
    [null, '12:00', false],
    ['12:00', '11:59', false],
    ['12:00', '12:00', true],
  ])('that closes at %s is closed at %s: %s', (closes, now, closed) => {
    const at = (time: string): Date => new Date(`2026-07-01T${time}:00Z`);
    expect(isClosed({ closesAt: closes === null ? null : at(closes) }, at(now))).toBe(closed);
  });

  it.each([
    [false, false, 'seat'],
    [true, false, 'pending'],
    [true, true, 'seat'],
  ])('with approval %s, by staff %s, begins as %s', (needsApproval, isByStaff, entry) => {
    expect(entryFor({ needsApproval }, isByStaff)).toBe(entry);
  });
});
