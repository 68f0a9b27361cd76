// What reminders promise: told once, in time, with an invitation calendars follow, and never what is no longer true.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import type { DomainEvents, EventName } from '../../src/contracts/events.js';
import { Outbox } from '../../src/platform/events/outbox.js';
import { newId } from '../../src/platform/ids.js';
import { signedIn } from '../factories/auth.js';
import { aCooperative, aMember, anAdmin, aUnit, type CooperativeRow, type MemberRow } from '../factories/members.js';
import { aSession, type SessionRow } from '../factories/sessions.js';
import { bootApp, type TestApp } from '../support/app.js';
import type { ReceivedMail } from '../support/mailbox.js';

let app: TestApp;
let cooperative: CooperativeRow;

beforeAll(async () => {
  app = await bootApp({ mailbox: true });
  cooperative = await aCooperative(app, { name: 'Koperasi Maju' });
});

beforeEach(() => {
  app.mailbox.answer();
  app.mailbox.clear();
  // Each test on a day of its own, at 10.00 WIB.
  app.clock.advance({ days: 30 });
  app.clock.set(`${app.clock.now().toISOString().slice(0, 10)}T03:00:00Z`);
});

afterAll(async () => {
  await app.close();
});

const emit = <Name extends EventName>(name: Name, payload: DomainEvents[Name]): Promise<void> =>
  app.db.transaction((tx) => app.server.app.get(Outbox, { strict: false }).append(tx, name, payload));

interface Registered {
  registrationId: string;
  memberId: string;
  sessionId: string;
  cooperativeId: string;
}

async function register(
  session: SessionRow,
  member: MemberRow,
  state: 'confirmed' | 'waitlisted' = 'confirmed',
): Promise<Registered> {
  const about = { registrationId: newId(), memberId: member.id, sessionId: session.id, cooperativeId: cooperative.id };
  await app.db.sql(
    `INSERT INTO registrations (id, cooperative_id, session_id, member_id, state, queued_at, confirmed_at, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $6, $6)`,
    [
      about.registrationId,
      cooperative.id,
      session.id,
      member.id,
      state,
      app.clock.now(),
      state === 'confirmed' ? app.clock.now() : null,
    ],
  );
  await emit(state === 'confirmed' ? 'registration.confirmed' : 'registration.waitlisted', about);
  return about;
}

async function cancel(registered: Registered): Promise<void> {
  await app.db.sql(`UPDATE registrations SET state = 'cancelled', cancelled_at = $2, updated_at = $2 WHERE id = $1`, [
    registered.registrationId,
    app.clock.now(),
  ]);
  await emit('registration.cancelled', registered);
}

async function move(session: SessionRow, startsAt: Date): Promise<void> {
  const [row] = await app.db.sql<{ revision: number }>(
    `UPDATE sessions SET starts_at = $2, ends_at = $2::timestamptz + interval '1 hour', revision = revision + 1
     WHERE id = $1 RETURNING revision`,
    [session.id, startsAt],
  );
  await emit('session.rescheduled', {
    cooperativeId: cooperative.id,
    sessionId: session.id,
    revision: row?.revision ?? 0,
  });
}

async function drop(session: SessionRow): Promise<void> {
  await app.db.sql(
    `UPDATE sessions SET state = 'cancelled', cancelled_at = $2, revision = revision + 1 WHERE id = $1`,
    [session.id, app.clock.now()],
  );
  await emit('session.cancelled', { cooperativeId: cooperative.id, sessionId: session.id, revision: 1 });
}

const states = async (session: SessionRow): Promise<Record<string, string>> =>
  Object.fromEntries(
    (
      await app.db.sql<{ kind: string; state: string }>(
        'SELECT kind, state FROM reminders WHERE session_id = $1 ORDER BY due_at',
        [session.id],
      )
    ).map((row) => [row.kind, row.state]),
  );

function invitation(mail: ReceivedMail | undefined) {
  const file = mail?.parsed.attachments.find((attached) => attached.filename === 'undangan.ics');
  if (!file) return undefined;
  const calendar = ICAL.Component.fromString(file.content.toString('utf8'));
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event.uid,
    sequence: event.sequence,
    startsAt: event.startDate.toJSDate(),
  };
}

const subjects = (): string[] => app.mailbox.mails.map((mail) => mail.subject);
const inHours = (hours: number): Date => new Date(app.clock.now().getTime() + hours * 3_600_000);
const addressOf = (member: MemberRow): string => member.email ?? '';

describe('a member with a seat', () => {
  it('is told at once, then a day, an hour and ten minutes before', async () => {
    const member = await aMember(app, cooperative, { nickname: 'Siti' });
    const session = await aSession(app, cooperative, { title: 'Menabung', startsAt: inHours(72) });
    await register(session, member);
    await app.settle();
    const [told] = app.mailbox.to(addressOf(member));
    expect(told?.subject).toBe('Anda terdaftar: Menabung');
    expect(told?.text).toContain('Halo Siti,');
    expect(told?.parsed.from?.value).toEqual([{ name: 'Koperasi Maju', address: 'sinau@localhost' }]);
    expect(invitation(told)).toMatchObject({ method: 'REQUEST', sequence: 0, startsAt: session.startsAt });
    for (const hours of [47.9, 0.2, 22.8, 0.2, 0.7, 0.1]) {
      app.clock.advance({ hours });
      await app.settle();
    }
    expect(subjects()).toEqual([
      'Anda terdaftar: Menabung',
      'Pengingat: Menabung',
      'Dalam satu jam: Menabung',
      'Segera dimulai: Menabung',
    ]);
    expect(invitation(app.mailbox.mails[1])).toMatchObject({ method: 'REQUEST', uid: invitation(told)?.uid });
    expect(app.mailbox.mails[3]?.text).toContain(`/sesi/${session.id}/ruang`);
  });

  it('who came late gets none whose time had passed', async () => {
    const session = await aSession(app, cooperative, { startsAt: inHours(0.5) });
    await register(session, await aMember(app, cooperative));
    await app.settle();
    app.clock.advance({ minutes: 25 });
    await app.settle();
    expect(await states(session)).toEqual({ 'registration-confirmed': 'sent', 'reminder-ten-minutes-before': 'sent' });
  });

  it('gets the nearest only after an outage, and none more than its grace late', async () => {
    const session = await aSession(app, cooperative, { startsAt: inHours(72) });
    await register(session, await aMember(app, cooperative));
    await app.settle();
    app.clock.advance({ hours: 71, minutes: 5 });
    await app.settle();
    expect(await states(session)).toMatchObject({
      'reminder-day-before': 'missed',
      'reminder-hour-before': 'sent',
      'reminder-ten-minutes-before': 'waiting',
    });
    app.clock.advance({ hours: 2 });
    await app.settle();
    expect(await states(session)).toMatchObject({ 'reminder-ten-minutes-before': 'missed' });
    expect(app.mailbox.mails).toHaveLength(2);
  });

  it('is not reminded after giving it up, and is after coming back, with a SEQUENCE that grows', async () => {
    const member = await aMember(app, cooperative);
    const session = await aSession(app, cooperative, { startsAt: inHours(72) });
    const first = await register(session, member);
    await app.settle();
    await cancel(first);
    await app.settle();
    expect(await states(session)).toMatchObject({ 'reminder-day-before': 'withdrawn' });
    await register(session, member);
    await app.settle();
    expect(app.mailbox.mails.map((mail) => invitation(mail)).map((sent) => [sent?.method, sent?.sequence])).toEqual([
      ['REQUEST', 0],
      ['CANCEL', 1],
      ['REQUEST', 2],
    ]);
    expect(new Set(app.mailbox.mails.map((mail) => invitation(mail)?.uid)).size).toBe(1);
    app.clock.advance({ hours: 48 });
    await app.settle();
    expect(subjects().filter((subject) => subject.startsWith('Pengingat'))).toHaveLength(1);
  });

  it('is not reminded by a mail that still waits when the registration ends', async () => {
    const session = await aSession(app, cooperative, { startsAt: inHours(48) });
    const registered = await register(session, await aMember(app, cooperative));
    await app.settle();
    app.mailbox.answer(() => ({ kind: 'refuse', at: 'rcpt', code: 451 }));
    app.clock.advance({ hours: 24 });
    await app.settle();
    app.mailbox.answer();
    await cancel(registered);
    await app.settle();
    app.clock.advance({ minutes: 2 });
    await app.settle();
    expect(subjects().map((subject) => subject.split(':')[0])).toEqual(['Anda terdaftar', 'Pendaftaran dibatalkan']);
  });

  it('without an address is listed, not forgotten', async () => {
    const session = await aSession(app, cooperative, { startsAt: inHours(72) });
    await register(session, await aMember(app, cooperative, { email: null }));
    await app.settle();
    expect(await states(session)).toMatchObject({ 'registration-confirmed': 'unreachable' });
    expect(app.mailbox.mails).toHaveLength(0);
  });

  it('reads it in the own language and zone, and not in quiet hours', async () => {
    const member = await aMember(app, cooperative, { language: 'en', zone: 'Asia/Jayapura' });
    // 22.00 WIT: the day before at 22.00 is quiet, so 20.30 WIT = 11.30 UTC.
    const startsAt = new Date(app.clock.now().getTime() + 3 * 86_400_000 + 10 * 3_600_000);
    const session = await aSession(app, cooperative, { title: 'Saving', startsAt });
    await register(session, member);
    await app.settle();
    expect(app.mailbox.mails[0]?.text).toContain('22:00–23:00 WIT');
    app.clock.set(new Date(startsAt.getTime() - 25.51 * 3_600_000));
    await app.settle();
    expect(app.mailbox.mails).toHaveLength(1);
    app.clock.advance({ minutes: 1 });
    await app.settle();
    expect(subjects()[1]).toBe('Reminder: Saving');
  });
});

describe('a session', () => {
  it('that moves is announced once with a new invitation, and counted down anew', async () => {
    const seated = await aMember(app, cooperative);
    const waiting = await aMember(app, cooperative);
    const session = await aSession(app, cooperative, { capacity: 1, startsAt: inHours(72) });
    await register(session, seated);
    await register(session, waiting, 'waitlisted');
    await app.settle();
    expect(subjects().sort()).toEqual([
      `Anda masuk daftar tunggu: ${session.title}`,
      `Anda terdaftar: ${session.title}`,
    ]);
    await move(session, inHours(90));
    await move(session, inHours(96));
    await app.settle();
    const [, changed, ...more] = app.mailbox.to(addressOf(seated));
    expect(changed?.subject).toBe(`Jadwal berubah: ${session.title}`);
    expect(invitation(changed)).toMatchObject({ method: 'REQUEST', sequence: 2 });
    expect(more).toEqual([]);
    expect(invitation(app.mailbox.to(addressOf(waiting))[1])).toBeUndefined();
    app.clock.advance({ hours: 48 });
    await app.settle();
    expect(app.mailbox.mails).toHaveLength(4);
    app.clock.advance({ hours: 24 });
    await app.settle();
    expect(subjects()[4]).toBe(`Pengingat: ${session.title}`);
    expect(app.mailbox.mails).toHaveLength(5);
  });

  it('that is cancelled is taken out of calendars, and nobody is reminded', async () => {
    const seated = await aMember(app, cooperative);
    const waiting = await aMember(app, cooperative);
    const session = await aSession(app, cooperative, { startsAt: inHours(72) });
    await register(session, seated);
    await register(session, waiting, 'waitlisted');
    await app.settle();
    await drop(session);
    await app.settle();
    const [told, dropped] = app.mailbox.to(addressOf(seated));
    expect(invitation(dropped)).toMatchObject({ method: 'CANCEL', sequence: 1, uid: invitation(told)?.uid });
    expect(app.mailbox.to(addressOf(waiting))[1]?.subject).toBe(`Sesi dibatalkan: ${session.title}`);
    app.clock.advance({ hours: 71 });
    await app.settle();
    expect(app.mailbox.mails).toHaveLength(4);
  });
});

describe('after the end', () => {
  const ended = async (stageKind: 'none' | 'link'): Promise<SessionRow> => {
    const startsAt = inHours(-2);
    const times = { startsAt, endsAt: inHours(-1), wentLiveAt: startsAt, endedAt: inHours(-1) };
    return aSession(app, cooperative, { state: 'ended', stageKind, ...times });
  };
  const wasThere = (session: SessionRow, member: MemberRow): Promise<unknown> =>
    app.db.sql(
      `INSERT INTO presence_spans (id, cooperative_id, session_id, member_id, node_id, connected_at, last_seen_at, ended_at)
       VALUES ($1, $2, $3, $4, $1, $5, $6, $6)`,
      [newId(), cooperative.id, session.id, member.id, session.startsAt, session.endsAt],
    );

  it('those who came and those who missed it each get their mail, once', async () => {
    const [came, missed] = [await aMember(app, cooperative), await aMember(app, cooperative)];
    const session = await ended('none');
    await wasThere(session, came);
    await register(session, came);
    await register(session, missed);
    await app.settle();
    await app.settle();
    expect(app.mailbox.to(addressOf(came)).map((mail) => mail.subject)).toEqual([
      `Terima kasih sudah hadir: ${session.title}`,
    ]);
    expect(app.mailbox.to(addressOf(missed)).map((mail) => mail.subject)).toEqual([
      `Kami merindukan Anda: ${session.title}`,
    ]);
    await emit('attendance.finalised', { cooperativeId: cooperative.id, sessionId: session.id });
    await app.settle();
    expect(app.mailbox.mails).toHaveLength(2);
  });

  it('nobody gets one while the evidence is awaited; a decision by hand brings it', async () => {
    const member = await aMember(app, cooperative);
    const session = await ended('link');
    await wasThere(session, member);
    await register(session, member);
    await app.settle();
    await app.settle();
    expect(subjects()).toEqual([]);
    const admin = await signedIn(app, await anAdmin(app, cooperative));
    const decision = { verdict: 'present', reason: 'Hadir menurut moderator' };
    const { status } = await admin.put(`/api/sessions/${session.id}/attendance/${member.id}`, decision);
    expect(status).toBeLessThan(300);
    await app.settle();
    expect(subjects()).toEqual([`Terima kasih sudah hadir: ${session.title}`]);
  });
});

it('sends a batch of many without one mail too many or too few, whatever events come twice', async () => {
  const session = await aSession(app, cooperative, { startsAt: inHours(72) });
  for (let n = 0; n < 40; n += 1) {
    const registered = await register(session, await aMember(app, cooperative));
    if (n % 4 === 0) await emit('registration.confirmed', registered);
  }
  await Promise.all([app.settle(), app.settle()]);
  expect(app.mailbox.mails).toHaveLength(40);
  app.clock.advance({ hours: 48 });
  await Promise.all([app.settle(), app.settle()]);
  expect(app.mailbox.mails).toHaveLength(80);
});

describe('GET /api/sessions/:id/reminders', () => {
  it('shows staff what goes when, a coordinator own units only, and others nothing', async () => {
    const unit = await aUnit(app, cooperative);
    const session = await aSession(app, cooperative, { startsAt: inHours(72) });
    await register(session, await aMember(app, cooperative, { unitId: unit.id }));
    await register(session, await aMember(app, cooperative));
    await app.settle();
    const path = `/api/sessions/${session.id}/reminders`;
    const counted = async (member: MemberRow): Promise<unknown> => {
      const { status, body } = await (await signedIn(app, member)).get<{ items: { count: number }[] }>(path);
      return status === 200 ? body.items.map((item) => item.count) : status;
    };
    const coordinator = { roles: ['member', 'coordinator'], coordinatesUnitIds: [unit.id] } as const;
    expect(await counted(await anAdmin(app, cooperative))).toEqual([2, 2, 2, 2]);
    expect(
      await counted(
        await aMember(app, cooperative, { ...coordinator, roles: ['coordinator'], coordinatesUnitIds: [unit.id] }),
      ),
    ).toEqual([1, 1, 1, 1]);
    expect(await counted(await aMember(app, cooperative, { roles: ['facilitator'] }))).toBe(403);
    expect(await counted(await aMember(app, cooperative))).toBe(403);
    expect(await counted(await anAdmin(app, await aCooperative(app)))).toBe(404);
  });
});
