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

/** About oneself and one's own cooperative: the actor says whose. */
const own = (body?: Body): RouteRow => ({ ...all(401, 'may'), isPublic: false, ...withBody(body) });

/** About a thing of the place: 401 to nobody, 404 to another cooperative, the rest as said. */
const within = (rest: Partial<Record<Who, Expected>> & { others: Expected }, body?: Body): RouteRow => {
  const { others, ...said } = rest;
  return { expect: { ...all(401, others).expect, otherAdmin: 404, ...said }, isPublic: false, ...withBody(body) };
};

/** For admins of the cooperative alone; another cooperative's admin does it to their own. */
const adminsOwn = (body?: Body): RouteRow => ({
  expect: { ...all(401, 403).expect, otherAdmin: 'may' },
  isPublic: false,
  ...withBody(body),
});

function all(nobody: Expected, others: Expected): { expect: Record<Who, Expected> } {
  const [, ...people] = WHO;
  const expect = { nobody, ...Object.fromEntries(people.map((who) => [who, others])) };
  return { expect: expect as Record<Who, Expected> };
}

const STARTS_AT = '2026-08-01T03:00:00Z';
const ENDS_AT = '2026-08-01T04:00:00Z';
const version = (): Record<string, unknown> => ({ version: 1 });
const token = (): Record<string, unknown> => ({ token: 'x'.repeat(43) });

export const ROUTES: Record<string, RouteRow> = {
  'GET /health/live': open(),
  'GET /health/ready': open(),
  'GET /metrics': open(),
  'GET /api/openapi.json': open(),
  'GET *': nothing,

  'GET /api/cooperatives': open(),
  'GET /api/cooperatives/:slug': open(),
  'GET /api/cooperative': adminsOwn(),
  'PATCH /api/cooperative': adminsOwn(() => ({ name: 'Koperasi Baru' })),

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
  'PUT /api/auth/password': own(() => ({ password: 'kopi tujuh manis' })),
  'GET /api/auth/tokens': own(),
  'DELETE /api/auth/tokens': own(),
  'DELETE /api/auth/tokens/:id': within({ others: 404 }),
  'POST /api/auth/hand-over-links': within({ others: 403, coordinator: 404 }, (place) => ({
    memberId: place.target.id,
  })),

  'GET /api/me': own(),
  'PATCH /api/me': own(() => ({ nickname: 'Baru' })),
  'GET /api/members': { ...own(), expect: { ...own().expect, member: 403, facilitator: 403 } },
  'POST /api/members': adminsOwn(() => ({ number: 'BARU-1', name: 'Orang Baru' })),
  'GET /api/members/:id': within({ others: 403, coordinator: 404, supervisor: 'may' }),
  'PATCH /api/members/:id': within({ others: 403 }, () => ({ version: 1, nickname: 'Diubah' })),
  'GET /api/units': { ...own(), expect: { ...own().expect, member: 403, facilitator: 403 } },

  'POST /api/roster-imports': adminsOwn(),
  'GET /api/roster-imports/:id': within({ others: 403 }),
  'POST /api/roster-imports/:id/dry-run': within({ others: 403 }, () => ({ mapping: { number: 0, name: 1 } })),
  'GET /api/roster-imports/:id/errors': within({ others: 403 }),
  'GET /api/roster-imports/:id/errors.csv': within({ others: 403 }),
  'GET /api/roster-imports/:id/absent': within({ others: 403 }),
  'POST /api/roster-imports/:id/apply': within({ others: 403 }, () => ({ mode: 'all' })),
  'POST /api/roster-imports/:id/leave-absent': within({ others: 403 }, () => ({ scope: 'cooperative', count: 0 })),

  'GET /api/sessions': own(),
  'GET /api/topics': own(),
  'GET /api/sessions/:id': within({ others: 'may' }),
  'GET /api/public/:slug/sessions': open(),
  'GET /api/planning/sessions': { ...adminsOwn(), expect: { ...adminsOwn().expect, facilitator: 'may' } },
  'POST /api/sessions': adminsOwn(() => ({ title: 'Menabung', startsAt: STARTS_AT, endsAt: ENDS_AT })),
  'PATCH /api/sessions/:id': within({ others: 403 }, version),
  'POST /api/sessions/:id/publish': within({ others: 403 }),
  'POST /api/sessions/:id/cancel': within({ others: 403 }),
  'POST /api/sessions/:id/go-live': within({ others: 403 }),
  'POST /api/sessions/:id/end': within({ others: 403 }),
  'POST /api/sessions/:id/undo-end': within({ others: 403 }),

  'GET /api/sessions/:id/room/people': within({ others: 403 }),

  'GET /api/my/registrations': own(),
  'GET /api/sessions/:id/registration': within({ others: 404 }),
  'POST /api/sessions/:id/registration': within({ others: 'may' }),
  'DELETE /api/sessions/:id/registration': within({ others: 'may' }),
  'GET /api/sessions/:id/registrations': within({ others: 'may', member: 403, facilitator: 403 }),
  'POST /api/sessions/:id/registrations': within({ others: 403, coordinator: 404 }, (place) => ({
    memberId: place.target.id,
  })),
  'DELETE /api/sessions/:id/registrations/:registrationId': within({ others: 403, coordinator: 404 }, () => ({
    reason: 'Salah daftar',
  })),
  'GET /api/sessions/:id/reminders': within({ others: 'may', member: 403, facilitator: 403 }),

  'GET /api/sessions/:id/attendance': within({ others: 'may', member: 403, facilitator: 404 }),
  'GET /api/sessions/:id/attendance/mine': within({ others: 'may' }),
  'PUT /api/sessions/:id/attendance/:memberId': within({ others: 403, facilitator: 404 }, () => ({
    verdict: 'absent',
    reason: 'Hanya dibuka sebentar',
  })),

  'GET /api/my/record': own(),
  'GET /api/my/ledger': own(),
  'GET /api/members/:id/record': within({ others: 403, coordinator: 404, supervisor: 'may' }),
  'GET /api/ledger/verification': { ...adminsOwn(), expect: { ...adminsOwn().expect, supervisor: 'may' } },
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
});

/** A command that is missing here does not compile. */
export const COMMANDS: Record<RoomCommand, CommandRow> = {
  'room.join': {
    expect: { ...everybody('forbidden'), otherAdmin: 'not-found' },
    command: (place) => ({ v: 1, sessionId: place.sessionId }),
  },
  'room.leave': { expect: everybody('may'), command: () => ({ v: 1 }) },
  'chat.post': {
    expect: everybody('wrong-state'),
    command: () => ({ v: 1, id: '019838a0-0000-7000-8000-000000000001', text: 'Halo' }),
  },
};
