// Two cooperatives with everything in them, and the people who must not see or touch what is not theirs.
import { AuthService } from '../../src/auth/auth.service.js';
import { newId } from '../../src/platform/ids.js';
import { nobody, signedIn, type Client } from '../factories/auth.js';
import { PDF, sendFile } from '../factories/files.js';
import { aCooperative, aMember, anAdmin, aUnit, type CooperativeRow, type MemberRow } from '../factories/members.js';
import { aSession } from '../factories/sessions.js';
import type { TestApp } from './app.js';

/** The name of everybody's targets: wherever it turns up, somebody saw who was none of theirs. */
export const SECRET_NAME = 'Rahasia Sekali';
export const TARGET_PASSWORD = 'tujuh kopi pahit';

/** A cooperative with one thing of each kind, all in its first unit. */
export interface Place {
  cooperative: CooperativeRow;
  firstUnitId: string;
  secondUnitId: string;
  admin: MemberRow;
  /** A facilitator, and plain members, who run its sessions. */
  staff: { host: MemberRow; moderator: MemberRow; speaker: MemberRow };
  target: MemberRow;
  /** Live. */
  sessionId: string;
  /** Ended, with the target's verdict. */
  endedSessionId: string;
  registrationId: string;
  /** A list of nobody for the live session, by the admin. */
  registrationImportId: string;
  tokenId: string;
  challengeId: string;
  /** Uploaded, not yet checked. */
  rosterImportId: string;
  /** Drafts that recur. */
  seriesId: string;
  templateId: string;
  /** A material of the live session, and a link to its file. */
  materialId: string;
  fileLink: string;
  /** The target's, asked without a name in the ended session, and to be answered still. */
  questionId: string;
  /** A guest speaker of the live session. */
  guestId: string;
  /** The last part of the target's calendar address. */
  feedFile: string;
}

/**
 * Columns of the isolation table: who tries. All but the first two belong to the place. `member` to `supervisor` are of
 * its second unit and have no part in its sessions; `speaker`, `moderator` and `host` are staff of them, of no unit.
 */
export const WHO = [
  'nobody',
  'otherAdmin',
  'member',
  'facilitator',
  'coordinator',
  'supervisor',
  'speaker',
  'moderator',
  'host',
] as const;
export type Who = (typeof WHO)[number];

export async function aPlace(app: TestApp): Promise<Place> {
  const cooperative = await aCooperative(app);
  const firstUnit = await aUnit(app, cooperative);
  const secondUnit = await aUnit(app, cooperative);
  const unitId = firstUnit.id;
  const admin = await anAdmin(app, cooperative, { unitId });
  const staff = {
    host: await aMember(app, cooperative, { roles: ['member', 'facilitator'], name: 'Tuan Rumah' }),
    moderator: await aMember(app, cooperative, { name: 'Moderator' }),
    speaker: await aMember(app, cooperative, { name: 'Narasumber' }),
  };
  const target = await aMember(app, cooperative, { unitId, name: SECRET_NAME });
  const now = app.clock.now();
  const session = await aSession(app, cooperative, { state: 'live', startsAt: now, wentLiveAt: now }, staff);
  const registrationId = newId();
  await app.db.sql(
    `INSERT INTO registrations (id, cooperative_id, session_id, member_id, state, queued_at, confirmed_at, created_at, updated_at)
     VALUES ($1, $2, $3, $4, 'confirmed', $5, $5, $5, $5)`,
    [registrationId, cooperative.id, session.id, target.id, now],
  );
  const registrationImportId = newId();
  await app.db.sql(
    `INSERT INTO registration_imports (id, cooperative_id, session_id, acted_by, file_name, state, lines, bad_lines, already,
       created_at, updated_at)
     VALUES ($1, $2, $3, $4, 'daftar.csv', 'checked', '[]', '[]', 0, $5, $5)`,
    [registrationImportId, cooperative.id, session.id, admin.id, now],
  );
  const ended = await aSession(app, cooperative, { state: 'ended', wentLiveAt: now, endedAt: now }, staff);
  await anAttendance(app, { cooperativeId: cooperative.id, sessionId: ended.id, memberId: target.id });
  const auth = app.server.app.get(AuthService, { strict: false });
  await app.db.transaction((tx) => auth.setPassword(tx, target.id, TARGET_PASSWORD));
  const actor = await auth.authenticate(await auth.signInAs(target.id));
  const asked = await nobody(app).post<{ challengeId: string }>('/api/auth/challenges', {
    cooperative: cooperative.slug,
    identifier: target.number,
  });
  const planner = await signedIn(app, admin);
  return {
    cooperative,
    firstUnitId: firstUnit.id,
    secondUnitId: secondUnit.id,
    admin,
    staff,
    target,
    sessionId: session.id,
    endedSessionId: ended.id,
    registrationId,
    registrationImportId,
    tokenId: actor?.tokenId ?? '',
    challengeId: asked.body.challengeId,
    rosterImportId: await aRosterImport(planner),
    seriesId: await aSeries(planner, now),
    templateId: await aTemplate(planner, session.id),
    ...(await aMaterial(planner, session.id)),
    questionId: await aQuestion(app, { cooperativeId: cooperative.id, sessionId: ended.id, memberId: target.id }),
    guestId: await aGuest(planner, session.id),
    feedFile: await aFeed(await signedIn(app, target)),
  };
}

async function aGuest(planner: Client, sessionId: string): Promise<string> {
  const { body } = await planner.post<{ id: string }>(`/api/sessions/${sessionId}/guests`, { name: 'Narasumber Tamu' });
  return body.id;
}

async function aFeed(member: Client): Promise<string> {
  const { body } = await member.post<{ url: string }>('/api/my/calendar-feed');
  return body.url.slice(body.url.lastIndexOf('/') + 1);
}

async function aTemplate(planner: Client, sessionId: string): Promise<string> {
  const { body } = await planner.post<{ id: string }>('/api/session-templates', { name: SECRET_NAME, sessionId });
  return body.id;
}

async function aSeries(planner: Client, now: Date): Promise<string> {
  const [startsAt, endsAt] = [24, 25].map((hours) => new Date(now.getTime() + hours * 3_600_000));
  const session = { title: SECRET_NAME, startsAt, endsAt };
  const { body } = await planner.post<{ id: string }>('/api/series', { session, rrule: 'FREQ=WEEKLY;COUNT=2' });
  return body.id;
}

async function aRosterImport(admin: Client): Promise<string> {
  const form = new FormData();
  form.set('file', new Blob([`nomor,nama\nR-1,${SECRET_NAME}\n`], { type: 'text/csv' }), 'anggota.csv');
  const response = await admin.fetch('/api/roster-imports', { method: 'POST', body: form });
  if (response.status !== 201) throw new Error(`The roster was not taken: ${await response.text()}`);
  return ((await response.json()) as { id: string }).id;
}

async function aMaterial(planner: Client, sessionId: string): Promise<{ materialId: string; fileLink: string }> {
  const sent = await sendFile(planner, 'POST', `/api/sessions/${sessionId}/materials`, PDF, 'Materi sesi.pdf');
  const [material] = (sent.body as { items: { id: string; url: string }[] }).items;
  return { materialId: material?.id ?? '', fileLink: material?.url.split('/').at(-1) ?? '' };
}

async function anAttendance(
  app: TestApp,
  ids: { cooperativeId: string; sessionId: string; memberId: string },
): Promise<void> {
  const now = app.clock.now();
  await app.db.sql(
    `INSERT INTO attendance_rounds (session_id, cooperative_id, went_live_at, ended_at, finalised_at)
     VALUES ($1, $2, $3, $3, $3)`,
    [ids.sessionId, ids.cooperativeId, now],
  );
  await app.db.sql(
    `INSERT INTO attendances (session_id, member_id, version, cooperative_id, verdict, counted_seconds,
       broadcast_seconds, source, rule_version, inputs_hash, spans, decided_at)
     VALUES ($1, $2, 1, $3, 'present', 3600, 3600, 'measured', 1, '', '[]', $4)`,
    [ids.sessionId, ids.memberId, ids.cooperativeId, now],
  );
}

async function aQuestion(
  app: TestApp,
  ids: { cooperativeId: string; sessionId: string; memberId: string },
): Promise<string> {
  const questionId = newId();
  const now = app.clock.now();
  await app.db.sql(
    `INSERT INTO room_questions (id, session_id, cooperative_id, asker_id, version, state, text, is_anonymous,
       staff_sees_asker, asked_at, approved_at, search)
     VALUES ($1, $2, $3, $4, 2, 'approved', 'Berapa bunganya?', true, false, $5, $5, '')`,
    [questionId, ids.sessionId, ids.cooperativeId, ids.memberId, now],
  );
  await app.db.sql(
    `INSERT INTO question_follow_ups (question_id, cooperative_id, session_id, version, due_on, made_at)
     VALUES ($1, $2, $3, 1, '2026-07-08', $4)`,
    [questionId, ids.cooperativeId, ids.sessionId, now],
  );
  return questionId;
}

/** One person for each column; the facilitator runs a session too, but another one. */
export async function somePeople(
  app: TestApp,
  place: Place,
  other: Place,
): Promise<Record<Who, MemberRow | undefined>> {
  const unitId = place.secondUnitId;
  const { cooperative } = place;
  const facilitator = await aMember(app, cooperative, { unitId, roles: ['member', 'facilitator'] });
  await aSession(app, cooperative, {}, { host: facilitator });
  return {
    nobody: undefined,
    otherAdmin: other.admin,
    member: await aMember(app, cooperative, { unitId }),
    facilitator,
    coordinator: await aMember(app, cooperative, {
      unitId,
      roles: ['member', 'coordinator'],
      coordinatesUnitIds: [unitId],
    }),
    supervisor: await aMember(app, cooperative, { unitId, roles: ['member', 'supervisor'] }),
    ...place.staff,
  };
}

/** A client of one's own for every try: what one try did to its sign-in must not reach the next. */
export function clientOf(app: TestApp, person: MemberRow | undefined): Promise<Client> | Client {
  return person ? signedIn(app, person) : nobody(app);
}

/** What stands for the things of a kind in a route's path, by the path that leads to it. */
const PARAMETERS: readonly [RegExp, (place: Place) => string][] = [
  [/^\/sesi\/:session/, (place) => place.sessionId],
  [/^(\/api\/(cooperatives|public)|\/k)\/:slug/, (place) => place.cooperative.slug],
  [/^\/api\/holidays\/:year/, () => '2026'],
  [/^\/api\/members\/:id/, (place) => place.target.id],
  [/^\/api\/sessions\/:id(?=\/attendance)/, (place) => place.endedSessionId],
  [/^\/api\/sessions\/:id/, (place) => place.sessionId],
  [/^\/api\/session-templates\/:id/, (place) => place.templateId],
  [/^\/api\/series\/:id/, (place) => place.seriesId],
  [/^\/api\/questions\/:id/, (place) => place.questionId],
  [/\/:registrationId/, (place) => place.registrationId],
  [/\/:importId/, (place) => place.registrationImportId],
  [/\/:guestId/, (place) => place.guestId],
  [/\/:materialId/, (place) => place.materialId],
  [/^\/api\/files\/:link/, (place) => place.fileLink],
  [/\/:memberId/, (place) => place.target.id],
  [/^\/api\/calendar-feeds\/:file/, (place) => place.feedFile],
  [/^\/api\/roster-imports\/:id/, (place) => place.rosterImportId],
  [/^\/api\/auth\/tokens\/:id/, (place) => place.tokenId],
  [/^\/api\/auth\/challenges\/:id/, (place) => place.challengeId],
];

/** `/api/members/:id` with the place's own ids. @throws Error for a parameter that nobody has said a thing for */
export function pathIn(place: Place, pattern: string): string {
  const filled = PARAMETERS.reduce((path, [where, value]) => {
    const hit = where.exec(pattern)?.[0];
    return hit === undefined ? path : path.replace(hit.slice(hit.lastIndexOf('/')), `/${value(place)}`);
  }, pattern);
  if (/\/:/.test(filled)) throw new Error(`Say in test/support/world.ts what stands for ${pattern}`);
  return filled.replace('*', 'tidak-ada');
}
