// Who may use which route, and which command of the live room: one row each. A route without a row fails the suite, and a
// row without a route too.
import type { ErrorCode } from '../../src/contracts/error-codes.js';
import type { RoomCommand } from '../../src/contracts/room-protocol.js';
import { TARGET_PASSWORD, WHO, type Place, type Who } from './world.js';

/** The status that must come, or `may`: they may use it, and get neither 401, 403 nor 404. */
export type Expected = 401 | 403 | 404 | 'may';

/** `others` is shown to nobody outside: what `may` answers another cooperative's admin holds nothing of the place. */
export interface RouteRow {
  expect: Record<Who, Expected>;
  /** A body that is valid, about the place's things. */
  body?: (place: Place) => Record<string, unknown>;
  isPublic: boolean;
}

type Body = NonNullable<RouteRow['body']>;

const withBody = (body: Body | undefined): { body?: Body } => (body ? { body } : {});

/** For everybody, signed in or not. */
const open = (body?: Body): RouteRow => ({ ...all('may', 'may'), isPublic: true, ...withBody(body) });

/** There is nothing here for anybody. */
const nothing: RouteRow = { ...all(404, 404), isPublic: true };

type Said = Partial<Record<Who, Expected>> & { others?: Expected; plain?: Expected };

/** Members without any role in the cooperative, whatever they are in a session. */
const PLAIN = ['member', 'speaker', 'moderator'] as const;

/** `others` is what all get who are not named; `plain` what members without a role get. */
const row = (nobody: Expected, otherAdmin: Expected, said: Said, body?: Body): RouteRow => {
  const { others = 'may', plain = others, ...named } = said;
  const byRole = Object.fromEntries(PLAIN.map((who) => [who, plain]));
  const { expect } = all(nobody, others);
  return { expect: { ...expect, ...byRole, otherAdmin, ...named }, isPublic: false, ...withBody(body) };
};

/** About oneself and one's own cooperative: the actor says whose, so another cooperative's admin gets their own. */
const own = (said: Said = {}, body?: Body): RouteRow => row(401, 'may', said, body);

/** About a thing of the place: 404 to another cooperative. */
const within = (said: Said, body?: Body): RouteRow => row(401, 404, said, body);

function all(nobody: Expected, others: Expected): { expect: Record<Who, Expected> } {
  const [, ...people] = WHO;
  const expect = { nobody, ...Object.fromEntries(people.map((who) => [who, others])) };
  return { expect: expect as Record<Who, Expected> };
}

const STARTS_AT = '2026-08-01T03:00:00Z';
const ENDS_AT = '2026-08-01T04:00:00Z';
const TERMS = {
  ...{ version: 0, needsApproval: false, closesAt: null, unitIds: [], roles: [], prerequisites: [], quotas: [] },
  ...{ queuePolicy: 'fifo', freedVirtual: 'confirm', freedOnsite: 'offer', offerHours: 12 },
};
const version = (): Record<string, unknown> => ({ version: 1 });
const token = (): Record<string, unknown> => ({ token: 'x'.repeat(43) });
const releaseToken = (): Record<string, unknown> => ({ token: `${'0'.repeat(36)}.${'x'.repeat(43)}` });

export const ROUTES: Record<string, RouteRow> = {
  'GET /health/live': open(),
  'GET /health/ready': open(),
  'GET /metrics': open(),
  'GET /api/openapi.json': open(),
  'GET *': nothing,
  'GET /k/:slug': open(),
  'GET /sesi/:session': open(),
  // The place's session has no cover.
  'GET /sesi/:session/sampul.jpg': nothing,

  'GET /api/cooperatives': open(),
  'GET /api/cooperatives/:slug': open(),
  'GET /api/cooperative': own({ others: 403, supervisor: 'may' }),
  'GET /api/holidays/:year': own({ others: 403 }),
  'PUT /api/holidays/:year': own({ others: 403 }, () => ({
    ...{ version: 0, days: [{ day: '2026-08-17', name: 'Hari Kemerdekaan', kind: 'national' }] },
  })),
  'PATCH /api/cooperative': own({ others: 403 }, () => ({ version: 1, name: 'Koperasi Baru' })),

  'GET /api/auth/here': open(),
  'POST /api/auth/sign-in': open((place) => ({
    cooperative: place.cooperative.slug,
    identifier: place.target.number,
    password: TARGET_PASSWORD,
  })),
  'POST /api/auth/challenges': open((place) => ({
    cooperative: place.cooperative.slug,
    identifier: 'siapa-saja@contoh.id',
  })),
  'POST /api/auth/challenges/:id/code': open(() => ({ code: '123456' })),
  'POST /api/auth/challenges/:id/link': open(token),
  'POST /api/auth/hand-over': open(token),
  'POST /api/auth/sign-out': open(),
  'PUT /api/auth/password': own({}, () => ({ password: 'kopi tujuh manis' })),
  'GET /api/auth/tokens': own(),
  'DELETE /api/auth/tokens': own(),
  'DELETE /api/auth/tokens/:id': within({ others: 404 }),
  'POST /api/auth/hand-over-links': within({ others: 403, coordinator: 404 }, (place) => ({
    memberId: place.target.id,
  })),

  'GET /api/me': own(),
  'PATCH /api/me': own({}, () => ({ nickname: 'Baru' })),
  'GET /api/members': own({ plain: 403, facilitator: 403, host: 403 }),
  'POST /api/members': own({ others: 403 }, () => ({ number: 'BARU-1', name: 'Orang Baru' })),
  'GET /api/members/:id': within({ others: 403, coordinator: 404, supervisor: 'may' }),
  'PATCH /api/members/:id': within({ others: 403 }, () => ({ version: 1, nickname: 'Diubah' })),
  'GET /api/units': own({ plain: 403, facilitator: 403, host: 403 }),

  'POST /api/roster-imports': own({ others: 403 }),
  'GET /api/roster-imports/:id': within({ others: 403 }),
  'POST /api/roster-imports/:id/dry-run': within({ others: 403 }, () => ({ mapping: { number: 0, name: 1 } })),
  'GET /api/roster-imports/:id/errors': within({ others: 403 }),
  'GET /api/roster-imports/:id/errors.csv': within({ others: 403 }),
  'GET /api/roster-imports/:id/absent': within({ others: 403 }),
  'POST /api/roster-imports/:id/apply': within({ others: 403 }, () => ({ mode: 'good' })),
  'POST /api/roster-imports/:id/leave-absent': within({ others: 403 }, () => ({ scope: 'cooperative', count: 1 })),

  'GET /api/sessions': own(),
  'GET /api/topics': own(),
  'GET /api/sessions/:id': within({}),
  'GET /api/sessions/:id/calendar.ics': within({}),
  'GET /api/my/calendar-feed': own(),
  'POST /api/my/calendar-feed': own(),
  'DELETE /api/my/calendar-feed': own(),
  'GET /api/calendar-feeds/:file': open(),
  'GET /api/public/:slug/sessions': open(),
  // A token that nobody was given: there is nothing here for anybody.
  'POST /api/guests/look': { ...nothing, body: token },
  'POST /api/guests/enter': { ...nothing, body: token },
  // For whoever holds a guest's cookie (test/medium/guests.spec.ts).
  'GET /api/guests/me': { ...all(401, 401), isPublic: true },
  'POST /api/guests/stage': { ...all(401, 401), isPublic: true },
  'POST /api/sessions/:id/guests': within({ others: 403, moderator: 'may', host: 'may' }, () => ({ name: 'Pak Budi' })),
  'GET /api/sessions/:id/guests': within({ others: 403, moderator: 'may', host: 'may' }),
  'DELETE /api/sessions/:id/guests/:guestId': within({ others: 403, moderator: 'may', host: 'may' }),
  'POST /api/releases/look': { ...nothing, body: releaseToken },
  'POST /api/releases': { ...nothing, body: releaseToken },
  'GET /api/planning/sessions': own({ plain: 403 }),
  'POST /api/sessions': own({ others: 403 }, () => ({ title: 'Menabung', startsAt: STARTS_AT, endsAt: ENDS_AT })),
  'PATCH /api/sessions/:id': within({ others: 403 }, version),
  'POST /api/sessions/:id/publish': within({ others: 403 }),
  'POST /api/sessions/:id/cancel': within({ others: 403 }),
  'POST /api/sessions/:id/clone': within({ others: 403 }, () => ({ startsAt: STARTS_AT })),
  'GET /api/session-templates': own({ others: 403 }),
  'POST /api/session-templates': within({ others: 403 }, (place) => ({ name: 'Baru', sessionId: place.sessionId })),
  'PATCH /api/session-templates/:id': within({ others: 403 }, () => ({ name: 'Diubah' })),
  'DELETE /api/session-templates/:id': within({ others: 403 }),
  'POST /api/session-templates/:id/sessions': within({ others: 403 }, () => ({ startsAt: STARTS_AT })),
  'POST /api/planning/preview': own({ others: 403 }, () => ({ text: '**Bawa** buku' })),
  'POST /api/planning/series-preview': own({ others: 403 }, () => ({
    ...{ rrule: 'FREQ=WEEKLY;COUNT=2', zone: 'Asia/Jakarta', startsAt: STARTS_AT, endsAt: ENDS_AT },
  })),
  'POST /api/series': own({ others: 403 }, () => ({
    session: { title: 'Menabung', startsAt: STARTS_AT, endsAt: ENDS_AT },
    rrule: 'FREQ=WEEKLY;COUNT=2',
  })),
  // Of drafts only.
  'GET /api/series/:id': within({ others: 404, supervisor: 'may' }),
  'PATCH /api/sessions/:id/series': within({ others: 403 }, () => ({ version: 1, scope: 'all' })),
  'POST /api/sessions/:id/series/dates': within({ others: 403 }, () => ({ version: 1, more: 1 })),
  'POST /api/sessions/:id/series/publish': within({ others: 403 }, () => ({ scope: 'all' })),
  'PUT /api/sessions/:id/series/registration-terms': within({ others: 403 }, () => ({ ...TERMS, scope: 'all' })),
  'PUT /api/sessions/:id/series/registration-questions': within({ others: 403 }, () => ({
    ...{ version: 0, questions: [], scope: 'all' },
  })),
  'POST /api/sessions/:id/series/cancel': within({ others: 403 }, () => ({ scope: 'all' })),
  'POST /api/sessions/:id/go-live': within({ others: 403, moderator: 'may', host: 'may' }),
  'POST /api/sessions/:id/end': within({ others: 403, moderator: 'may', host: 'may' }),
  'POST /api/sessions/:id/reopen': within({ others: 403 }, () => ({ endsAt: ENDS_AT })),
  'POST /api/sessions/:id/undo-end': within({ others: 403, moderator: 'may', host: 'may' }),
  'GET /api/my/duties': own(),
  'GET /api/my/invitations': own(),
  'POST /api/sessions/:id/invitation': within({ others: 404, speaker: 'may', moderator: 'may', host: 'may' }, () => ({
    answer: 'accepted',
  })),
  'POST /api/planning/conflicts': own({ others: 403 }, (place) => ({
    ...{ memberIds: [place.staff.host.id], times: [{ startsAt: STARTS_AT, endsAt: ENDS_AT }] },
  })),

  'GET /api/planning/stages': own({ others: 403 }),
  'POST /api/sessions/:id/stage/entry': within({ others: 403, speaker: 'may', moderator: 'may', host: 'may' }),

  'PUT /api/sessions/:id/cover': within({ others: 403 }),
  'DELETE /api/sessions/:id/cover': within({ others: 403 }),
  'GET /api/sessions/:id/materials': within({}),
  'POST /api/sessions/:id/materials': within({ others: 403 }),
  'PATCH /api/sessions/:id/materials/:materialId': within({ others: 403 }, () => ({ title: 'Diubah' })),
  'DELETE /api/sessions/:id/materials/:materialId': within({ others: 403 }),
  'GET /api/files/:link': open(),

  'GET /api/sessions/:id/room/hands': within({ others: 403, speaker: 'may', moderator: 'may', host: 'may' }),
  'GET /api/sessions/:id/room/people': within({ others: 403, speaker: 'may', moderator: 'may', host: 'may' }),
  'GET /api/sessions/:id/room/transcript': within({ others: 403, moderator: 'may', host: 'may' }),
  'GET /api/moderation/words': own({ others: 403 }),
  'PUT /api/moderation/words': own({ others: 403 }, () => ({ version: 0, words: ['goblok'] })),
  'GET /api/sessions/:id/room/staff': within({ others: 403, speaker: 'may', moderator: 'may', host: 'may' }),
  'GET /api/sessions/:id/room/held': within({ others: 403, moderator: 'may', host: 'may' }),

  'GET /api/sessions/:id/questions': within({ others: 403, speaker: 'may', moderator: 'may', host: 'may' }),
  'GET /api/questions/follow-ups': own(),
  'GET /api/questions/library': own(),
  // Of another version: the first who may would leave nothing to answer for the next.
  'PATCH /api/questions/:id/follow-up': within({ others: 403, moderator: 'may', host: 'may' }, () => ({ version: 99 })),
  'POST /api/questions/:id/answer': within({ others: 403, speaker: 'may', moderator: 'may', host: 'may' }, () => ({
    ...{ version: 99, text: 'Ya' },
  })),
  'PATCH /api/questions/:id/answer': within({ others: 403, speaker: 'may', moderator: 'may', host: 'may' }, () => ({
    ...{ version: 99, text: 'Ya' },
  })),
  'POST /api/questions/:id/archive': within({ others: 403, moderator: 'may', host: 'may' }, () => ({ version: 99 })),
  'POST /api/questions/:id/restore': within({ others: 403, moderator: 'may', host: 'may' }, () => ({ version: 99 })),

  'GET /api/my/registrations': own(),
  'GET /api/sessions/:id/registration': within({ others: 404 }),
  'PATCH /api/sessions/:id/registration': within({ others: 404 }, () => ({ mode: 'virtual' })),
  'POST /api/sessions/:id/registration/accept': within({ others: 404 }),
  'GET /api/sessions/:id/registration-terms': within({ others: 403 }),
  'PUT /api/sessions/:id/registration-terms': within({ others: 403 }, () => TERMS),
  'GET /api/sessions/:id/registration-terms/mine': within({}),
  'GET /api/sessions/:id/registration-questions': within({ others: 403 }),
  'PUT /api/sessions/:id/registration-questions': within({ others: 403 }, () => ({ version: 0, questions: [] })),
  'GET /api/sessions/:id/registration/answers': within({ others: 404 }),
  'PUT /api/sessions/:id/registration/answers': within({ others: 404 }, () => ({ answers: {} })),
  'POST /api/sessions/:id/registration': within({}, () => ({ mode: 'virtual' })),
  'DELETE /api/sessions/:id/registration': within({}),
  'GET /api/sessions/:id/registrations': within({ plain: 403, facilitator: 403 }),
  'GET /api/sessions/:id/registrations/matching': within({ others: 403, coordinator: 'may' }),
  'GET /api/sessions/:id/registrations/file': within({ plain: 403, facilitator: 403 }),
  'GET /api/sessions/:id/registrations/:registrationId/answers': within({
    ...{ plain: 403, facilitator: 403, coordinator: 404 },
  }),
  'POST /api/sessions/:id/registrations': within({ others: 403, coordinator: 404 }, (place) => ({
    memberId: place.target.id,
  })),
  'POST /api/sessions/:id/registrations/approvals': within({ others: 403, coordinator: 404 }, (place) => ({
    registrationIds: [place.registrationId],
  })),
  'POST /api/sessions/:id/registrations/rejections': within({ others: 403, coordinator: 404 }, (place) => ({
    registrationIds: [place.registrationId],
    reason: 'Bukan untuk unit ini',
  })),
  'POST /api/sessions/:id/registrations/cancellations': within({ others: 403, coordinator: 404 }, (place) => ({
    registrationIds: [place.registrationId],
    reason: 'Sesi dipindah',
  })),
  'POST /api/sessions/:id/registrations/moves': within({ others: 403, coordinator: 404 }, (place) => ({
    registrationIds: [place.registrationId],
    toSessionId: place.endedSessionId,
    reason: 'Sesi dipindah',
  })),
  'POST /api/sessions/:id/registrations/imports': within({ others: 403, coordinator: 'may' }),
  'GET /api/sessions/:id/registrations/imports': within({ others: 403, coordinator: 'may' }),
  'GET /api/sessions/:id/registrations/imports/:importId': within({ others: 403, coordinator: 404 }),
  'POST /api/sessions/:id/registrations/imports/:importId/start': within({ others: 403, coordinator: 404 }, () => ({
    mode: 'good',
  })),
  'PUT /api/sessions/:id/registrations/:registrationId/priority': within({ others: 403, coordinator: 404 }, () => ({
    priority: 1,
    reason: 'Tugas luar kota',
  })),
  'DELETE /api/sessions/:id/registrations/:registrationId': within({ others: 403, coordinator: 404 }, () => ({
    reason: 'Salah daftar',
  })),
  'GET /api/sessions/:id/reminders': within({ plain: 403, facilitator: 403 }),

  'GET /api/sessions/:id/attendance': within({ plain: 403, facilitator: 404 }),
  'GET /api/sessions/:id/attendance/mine': within({}),
  'PUT /api/sessions/:id/attendance/rest': within({ others: 403, facilitator: 404, host: 'may' }, () => ({
    verdict: 'absent',
    reason: 'Tidak tercantum',
  })),
  'PUT /api/sessions/:id/attendance/:memberId': within({ others: 403, facilitator: 404, host: 'may' }, () => ({
    verdict: 'absent',
    reason: 'Hanya dibuka sebentar',
  })),

  'GET /api/my/record': own(),
  'GET /api/my/record/sessions': own(),
  'GET /api/my/ledger': own(),
  'GET /api/members/:id/record': within({ others: 403, coordinator: 404, supervisor: 'may' }),
  'GET /api/members/:id/record/sessions': within({ others: 403, coordinator: 404, supervisor: 'may' }),
  'GET /api/ledger/verification': own({ others: 403, supervisor: 'may' }),
};

/** The code each gets for a command about the place's session; nobody does not even get a connection. */
export interface CommandRow {
  expect: Record<Exclude<Who, 'nobody'>, ErrorCode | 'may'>;
  command: (place: Place) => Record<string, unknown>;
}

const everybody = (code: ErrorCode | 'may'): CommandRow['expect'] => ({
  otherAdmin: code,
  member: code,
  facilitator: code,
  coordinator: code,
  supervisor: code,
  speaker: code,
  moderator: code,
  host: code,
});

const SOME_ID = '019838a0-0000-7000-8000-000000000001';

/** An act in a room, sent by who is in none. */
const outside = (fields: Record<string, unknown>): CommandRow => ({
  expect: everybody('wrong-state'),
  command: () => ({ v: 2, id: SOME_ID, ...fields }),
});

/** A command that is missing here does not compile. */
export const COMMANDS: Record<RoomCommand, CommandRow> = {
  'room.join': {
    expect: { ...everybody('forbidden'), otherAdmin: 'not-found', speaker: 'may', moderator: 'may', host: 'may' },
    command: (place) => ({ v: 2, sessionId: place.sessionId }),
  },
  'room.leave': { expect: everybody('may'), command: () => ({ v: 2 }) },
  'chat.post': {
    expect: everybody('wrong-state'),
    command: () => ({ v: 2, id: '019838a0-0000-7000-8000-000000000001', text: 'Halo' }),
  },
  'chat.load': { expect: everybody('wrong-state'), command: () => ({ v: 2 }) },
  'chat.edit': outside({ message: 1, text: 'Halo' }),
  'chat.delete': outside({ message: 1 }),
  'chat.report': outside({ message: 1, reason: 'Iklan' }),
  'chat.pin': outside({ message: 1 }),
  'room.announce': outside({ text: 'Halo' }),
  'room.configure': outside({ chat: 'staff-only' }),
  'session.break': outside({ isOnBreak: true }),
  'member.mute': outside({ memberId: SOME_ID, isMuted: true, reason: 'Iklan' }),
  'member.remove': outside({ memberId: SOME_ID, isRemoved: true, reason: 'Iklan' }),

  'poll.save': outside({ pollId: SOME_ID, kind: 'short', text: 'Apa kabar?' }),
  'poll.delete': outside({ pollId: SOME_ID, version: 1 }),
  'poll.open': outside({ pollId: SOME_ID, version: 1 }),
  'poll.close': outside({ pollId: SOME_ID, version: 1 }),
  'poll.archive': outside({ pollId: SOME_ID, version: 1 }),
  'poll.answer': outside({ pollId: SOME_ID, run: 1, answer: { text: 'Baik' } }),
  'hand.raise': outside({ isRaised: true }),
  'hand.lower': outside({ memberId: SOME_ID }),
  'room.react': { expect: everybody('wrong-state'), command: () => ({ v: 2, reaction: 'clap' }) },
  'room.typing': { expect: everybody('wrong-state'), command: () => ({ v: 2 }) },
  'poll.results': { expect: everybody('wrong-state'), command: () => ({ v: 2, pollId: SOME_ID, run: 1 }) },
  'question.ask': outside({ text: 'Berapa bunganya?' }),
  'question.load': { expect: everybody('wrong-state'), command: () => ({ v: 2, shelf: 'open', skip: 0 }) },
  'question.similar': { expect: everybody('wrong-state'), command: () => ({ v: 2, text: 'Berapa bunganya?' }) },
  'question.withdraw': outside({ questionId: SOME_ID }),
  'question.vote': outside({ questionId: SOME_ID, isFor: true }),
  'question.approve': outside({ questionId: SOME_ID, version: 1 }),
  'question.reject': outside({ questionId: SOME_ID, version: 1, reason: 'Sudah dijawab' }),
  'question.merge': outside({ questionId: SOME_ID, version: 1, into: SOME_ID }),
  'question.stage': outside({ questionId: SOME_ID, version: 1 }),
  'question.unstage': outside({ questionId: SOME_ID, version: 1 }),
  'question.answer': outside({ questionId: SOME_ID, version: 1 }),
  'question.pin': outside({ questionId: SOME_ID, version: 1, isPinned: true }),
  'question.archive': outside({ questionId: SOME_ID, version: 1, isArchived: true }),
};
