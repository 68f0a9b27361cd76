// What is cancelled says why, and who has to do with several dates is told of all of them in one mail.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { Outbox } from '../../src/platform/events/outbox.js';
import { signedIn, type Client } from '../factories/auth.js';
import { aCooperative, aMember, anAdmin, type CooperativeRow, type MemberRow } from '../factories/members.js';
import { aSession } from '../factories/sessions.js';
import { bootApp, type TestApp } from '../support/app.js';
import type { ReceivedMail } from '../support/mailbox.js';

interface Series {
  id: string;
  sessions: { id: string; state: string }[];
}

let app: TestApp;
let home: CooperativeRow;
let planner: MemberRow;
let admin: Client;

beforeAll(async () => {
  app = await bootApp({ mailbox: true });
  home = await aCooperative(app, { zone: 'Asia/Jakarta' });
  planner = await anAdmin(app, home);
});

beforeEach(async () => {
  app.clock.set('2026-07-01T02:00:00Z');
  admin = await signedIn(app, planner);
  app.mailbox.clear();
});

afterAll(async () => {
  await app.close();
});

const mailsTo = (member: MemberRow): ReceivedMail[] => app.mailbox.to(member.email ?? '');
const WHY = 'Pemateri sakit; jadwal baru menyusul.';

async function register(member: MemberRow, sessionId: string): Promise<void> {
  const client = await signedIn(app, member);
  expect((await client.post(`/api/sessions/${sessionId}/registration`, {})).status).toBe(200);
}

/** Fridays at 10.00 WIB, published, run by the planner. */
async function aSeries(fields: object = {}, session: object = {}): Promise<Series> {
  const times = { startsAt: '2026-07-03T03:00:00Z', endsAt: '2026-07-03T04:30:00Z' };
  const staff = [{ memberId: planner.id, role: 'moderator' }];
  const { body } = await admin.post<Series>('/api/series', {
    session: { title: 'Menabung', ...times, staff, ...session },
    ...{ rrule: 'FREQ=WEEKLY;BYDAY=FR;COUNT=4', registration: 'each', ...fields },
  });
  const published = await admin.post<Series>(`/api/sessions/${idAt(body, 0)}/series/publish`, { scope: 'all' });
  expect(published.status).toBe(200);
  return published.body;
}

const idAt = (series: Series, index: number): string => series.sessions[index]?.id ?? '';

function files(mail: ReceivedMail | undefined) {
  return (mail?.parsed.attachments ?? []).map(({ content }) => {
    const calendar = ICAL.Component.fromString(content.toString('utf8'));
    const { uid, sequence } = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
    return { method: calendar.getFirstPropertyValue('method'), uid, sequence };
  });
}

describe('one session', () => {
  it('says why in the mails and on its page', async () => {
    const [member, host] = [await aMember(app, home), await aMember(app, home, { roles: ['member', 'facilitator'] })];
    const session = await aSession(app, home, { title: 'Anggaran' }, { host });
    await register(member, session.id);
    await app.settle();
    app.mailbox.clear();
    const cancelled = await admin.post(`/api/sessions/${session.id}/cancel`, { reason: WHY });
    expect(cancelled).toMatchObject({ status: 200, body: { state: 'cancelled', cancelReason: WHY } });
    await app.settle();
    for (const reader of [member, host]) {
      const [mail, ...others] = mailsTo(reader);
      expect(others).toEqual([]);
      expect(mail?.text).toContain(`Alasan: ${WHY}`);
      expect(files(mail)[0]).toMatchObject({ method: 'CANCEL' });
    }
    const page = await (await signedIn(app, member)).get(`/api/sessions/${session.id}`);
    expect(page.body).toMatchObject({ cancelReason: WHY });
    const audit = await app.db.sql(`SELECT FROM audit_entries WHERE subject_id = $1 AND action = 'session.cancelled'`, [
      session.id,
    ]);
    expect(audit).toHaveLength(1);
  });

  it('needs no reason, but one that can be read', async () => {
    const session = await aSession(app, home);
    const path = `/api/sessions/${session.id}/cancel`;
    for (const [reason, rule] of [
      ['x'.repeat(301), 'too-long'],
      ['', 'required'],
      [7, 'wrong-type'],
    ]) {
      const refused = await admin.post(path, { reason });
      expect(refused).toMatchObject({ status: 400, body: { fields: [{ path: 'reason', rule }] } });
    }
    const member = await aMember(app, home);
    await register(member, session.id);
    await app.settle();
    app.mailbox.clear();
    expect((await admin.post(path)).body).toMatchObject({ state: 'cancelled', cancelReason: null });
    await app.settle();
    expect(mailsTo(member)[0]?.text).not.toContain('Alasan');
  });
});

describe('many of a series', () => {
  it('are told to each member in one mail: their dates, why, and a file for each seat they had', async () => {
    const series = await aSeries({}, { capacity: 1 });
    const [all, one, silent] = [
      await aMember(app, home, { zone: 'Asia/Makassar' }),
      await aMember(app, home, { language: 'en' }),
      await aMember(app, home, { email: null }),
    ];
    for (const index of [0, 1, 2, 3]) await register(all, idAt(series, index));
    // Waits for a seat, and is told so all the same.
    await register(one, idAt(series, 2));
    await register(silent, idAt(series, 1));
    await app.settle();
    const invited = mailsTo(all).flatMap((mail) => files(mail));
    app.mailbox.clear();
    const { status, body } = await admin.post<Series>(`/api/sessions/${idAt(series, 1)}/series/cancel`, {
      ...{ scope: 'following', reason: WHY },
    });
    expect(status).toBe(200);
    expect(body.sessions.map(({ state }) => state)).toEqual(['published', 'cancelled', 'cancelled', 'cancelled']);
    await app.settle();
    const [mail, ...others] = mailsTo(all);
    expect(others).toEqual([]);
    expect(mail?.subject).toBe('Sesi-sesi ini dibatalkan: Menabung');
    expect(mail?.text).toContain(`Alasan: ${WHY}`);
    expect(mail?.text.match(/Jumat, \d+ Juli 2026, 11\.00–12\.30 WITA/g)).toEqual(
      [10, 17, 24].map((day) => `Jumat, ${String(day)} Juli 2026, 11.00–12.30 WITA`),
    );
    expect(files(mail)).toEqual(
      [1, 2, 3].map((index) => ({
        method: 'CANCEL',
        uid: invited.find(({ uid }) => uid.includes(idAt(series, index)))?.uid,
        sequence: 1,
      })),
    );
    expect(mail?.raw.match(/^Content-Type: text\/calendar; charset=utf-8; method=CANCEL/gm)).toHaveLength(3);
    const [waiting, ...more] = mailsTo(one);
    expect(more).toEqual([]);
    expect(waiting?.subject).toBe('These sessions are cancelled: Menabung');
    expect(waiting?.parsed.attachments).toEqual([]);
    const reminders = await app.db.sql(
      `SELECT member_id AS "memberId", state, count(*)::int AS count FROM reminders
       WHERE kind = 'session-cancelled' AND member_id = ANY($1) GROUP BY 1, 2`,
      [[all.id, one.id, silent.id]],
    );
    expect(new Set(reminders)).toEqual(
      new Set([
        { memberId: all.id, state: 'sent', count: 3 },
        { memberId: one.id, state: 'sent', count: 1 },
        { memberId: silent.id, state: 'unreachable', count: 1 },
      ]),
    );
    // Nobody is reminded of what is not held: the first date is, and no other.
    app.mailbox.clear();
    app.clock.set('2026-07-09T04:00:00Z');
    await app.settle();
    expect(mailsTo(all).filter(({ subject }) => subject.startsWith('Pengingat'))).toEqual([]);
  });

  it('are told to who runs them in one mail, and to nobody twice, whoever says it again', async () => {
    const host = await aMember(app, home, { roles: ['member', 'facilitator'] });
    const series = await aSeries(
      {},
      {
        staff: [
          { memberId: planner.id, role: 'moderator' },
          { memberId: host.id, role: 'host' },
        ],
      },
    );
    await (await signedIn(app, host)).post(`/api/sessions/${idAt(series, 0)}/invitation`, { answer: 'accepted' });
    const member = await aMember(app, home);
    for (const { id } of series.sessions) await register(member, id);
    await app.settle();
    app.mailbox.clear();
    await admin.post(`/api/sessions/${idAt(series, 0)}/series/cancel`, { scope: 'all' });
    await app.settle();
    const outbox = app.server.app.get(Outbox, { strict: false });
    const sessionIds = series.sessions.map(({ id }) => id);
    const again = { cooperativeId: home.id, seriesId: series.id, sessionIds, afterMemberId: null };
    await app.db.transaction((tx) => outbox.append(tx, 'series.cancelled', again));
    await app.settle();
    expect(mailsTo(host).map((mail) => [mail.subject, files(mail).map(({ method }) => method)])).toEqual([
      ['Tugas batal, sesi-sesi ini dibatalkan: Menabung', Array(4).fill('CANCEL')],
    ]);
    expect(mailsTo(member).map((mail) => [mail.subject, files(mail).length])).toEqual([
      ['Sesi-sesi ini dibatalkan: Menabung', 4],
    ]);
  });

  it('that only one was known of is told as that one', async () => {
    const series = await aSeries();
    await app.db.sql(`UPDATE sessions SET state = 'draft' WHERE series_id = $1 AND id <> $2`, [
      series.id,
      idAt(series, 0),
    ]);
    const member = await aMember(app, home);
    await register(member, idAt(series, 0));
    await app.settle();
    app.mailbox.clear();
    await admin.post(`/api/sessions/${idAt(series, 0)}/series/cancel`, { scope: 'all' });
    await app.settle();
    expect(mailsTo(member).map(({ subject }) => subject)).toEqual(['Sesi dibatalkan: Menabung']);
  });

  it('reach every one of more members than one transaction tells', async () => {
    const series = await aSeries();
    const sessionIds = series.sessions.slice(0, 2).map(({ id }) => id);
    await app.db.sql(
      `WITH new AS (
         INSERT INTO members (id, cooperative_id, number, name, email, status, roles, coordinates_unit_ids,
           language, zone, created_at, updated_at)
         SELECT gen_random_uuid(), $1, 'banyak-' || nth, 'Anggota ' || nth, NULL, 'aktif',
           '{member}', '{}', 'id', 'Asia/Jakarta', $3, $3
         FROM generate_series(1, 405) AS nth RETURNING id)
       INSERT INTO registrations (id, cooperative_id, session_id, member_id, state, queued_at, confirmed_at, created_at, updated_at)
       SELECT gen_random_uuid(), $1, session_id, new.id, 'confirmed', $3, $3, $3, $3
       FROM new, unnest($2::uuid[]) AS session_id`,
      [home.id, sessionIds, app.clock.now()],
    );
    await admin.post(`/api/sessions/${idAt(series, 0)}/series/cancel`, { scope: 'all' });
    await app.settle();
    // Without an address each stands in the list of those to be told another way: nothing waits for a mail server here.
    const [told] = await app.db.sql(
      `SELECT count(*)::int AS places, count(DISTINCT member_id)::int AS members FROM reminders
       WHERE kind = 'session-cancelled' AND state = 'unreachable' AND session_id = ANY($1)`,
      [sessionIds],
    );
    expect(told).toEqual({ places: 810, members: 405 });
  });
});
