// Series through HTTP: looked at before they are saved, made at once, and changed for one, for those that follow, or for all.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import { signedIn, type Client, type Reply } from '../factories/auth.js';
import { aCooperative, aMember, anAdmin, type CooperativeRow, type MemberRow } from '../factories/members.js';
import { bootApp, type TestApp } from '../support/app.js';

interface Series {
  id: string;
  rrule: string;
  firstStart: string;
  version: number;
  sessions: { id: string; title: string; state: string; startsAt: string; endsAt: string; mine: string | null }[];
}

let app: TestApp;
let home: CooperativeRow;
let planner: MemberRow;
let admin: Client;
let member: Client;

beforeAll(async () => {
  app = await bootApp();
  home = await aCooperative(app, { zone: 'Asia/Makassar' });
  planner = await anAdmin(app, home);
});

beforeEach(async () => {
  app.clock.set('2026-07-01T02:00:00Z');
  admin = await signedIn(app, planner);
  member = await signedIn(app, await aMember(app, home));
});

afterAll(async () => {
  await app.close();
});

/** Fridays at 10.00 in Makassar. */
const FRIDAY = { startsAt: '2026-07-03T02:00:00Z', endsAt: '2026-07-03T03:30:00Z' };

async function aSeries(fields: object = {}, session: object = {}): Promise<Series> {
  const staff = [{ memberId: planner.id, role: 'moderator' }];
  const { body, status } = await admin.post<Series>('/api/series', {
    session: { title: 'Tanya jawab', topic: 'Keuangan', ...FRIDAY, staff, ...session },
    rrule: 'FREQ=WEEKLY;BYDAY=FR;COUNT=4',
    ...fields,
  });
  expect(status).toBe(201);
  return body;
}

const seriesOf = async (id: string, client = admin): Promise<Series> =>
  (await client.get<Series>(`/api/series/${id}`)).body;
const idAt = (series: Series, index: number): string => series.sessions[index]?.id ?? '';
const startsOf = (series: Series): string[] => series.sessions.map(({ startsAt }) => startsAt);
const change = (sessionId: string, body: object) => admin.patch<Series>(`/api/sessions/${sessionId}/series`, body);
/** What follows from it has happened, too. */
async function publishAll(series: Series): Promise<Reply<Series>> {
  const reply = await admin.post<Series>(`/api/sessions/${idAt(series, 0)}/series/publish`, { scope: 'all' });
  await app.settle();
  return reply;
}
const revisionsOf = async (series: Series): Promise<number[]> =>
  (
    await app.db.sql<{ revision: number }>('SELECT revision FROM sessions WHERE series_id = $1 ORDER BY starts_at', [
      series.id,
    ])
  ).map(({ revision }) => revision);

describe('the dates of a rule', () => {
  it('can be looked at before anything is saved', async () => {
    const rule = { rrule: 'FREQ=MONTHLY;BYDAY=-1FR;COUNT=3', zone: 'Europe/Amsterdam', except: ['2026-10-30'] };
    const times = { startsAt: '2026-09-25T08:00:00Z', endsAt: '2026-09-25T09:00:00Z' };
    expect(await admin.post('/api/planning/series-preview', { ...rule, ...times })).toMatchObject({
      status: 200,
      body: {
        dates: [
          {
            day: '2026-09-25',
            startsAt: '2026-09-25T08:00:00.000Z',
            endsAt: '2026-09-25T09:00:00.000Z',
            isLeftOut: false,
          },
          { day: '2026-10-30', startsAt: '2026-10-30T09:00:00.000Z', isLeftOut: true },
          { day: '2026-11-27', startsAt: '2026-11-27T09:00:00.000Z', isLeftOut: false },
        ],
      },
    });
  });

  it.each([
    ['FREQ=WEEKLY', 'endless'],
    ['FREQ=DAILY;COUNT=105', 'too-many-dates'],
    ['FREQ=WEEKLY;UNTIL=20200101', 'no-dates'],
    ['setiap Jumat', 'format'],
  ])('of %s are refused: %s', async (rrule, rule) => {
    const refusal = { status: 400, body: { code: 'invalid-input', fields: [{ path: 'rrule', rule }] } };
    expect(await admin.post('/api/planning/series-preview', { rrule, zone: 'Asia/Jakarta', ...FRIDAY })).toMatchObject(
      refusal,
    );
    expect(await admin.post('/api/series', { rrule, session: { title: 'X', ...FRIDAY } })).toMatchObject(refusal);
  });
});

describe('a series', () => {
  it('is a draft for every date, each with all that was said', async () => {
    const series = await aSeries({ except: ['2026-07-17'] }, { capacity: 20 });
    expect(startsOf(series)).toEqual([
      '2026-07-03T02:00:00.000Z',
      '2026-07-10T02:00:00.000Z',
      '2026-07-24T02:00:00.000Z',
    ]);
    expect(series).toMatchObject({ rrule: 'FREQ=WEEKLY;BYDAY=FR;COUNT=4', firstStart: '2026-07-03T10:00:00' });
    const last = await admin.get(`/api/sessions/${idAt(series, 2)}`);
    expect(last.body).toMatchObject({
      ...{ state: 'draft', title: 'Tanya jawab', capacity: 20, zone: 'Asia/Makassar', topic: { name: 'Keuangan' } },
      ...{ seriesId: series.id, endsAt: '2026-07-24T03:30:00.000Z', planning: { staff: [{ memberId: planner.id }] } },
      series: { id: series.id, rrule: series.rrule, registration: 'each' },
    });
  });

  it('is made once, however often it is sent', async () => {
    const id = newId();
    const [first, second] = [await aSeries({ id }), await aSeries({ id })];
    expect(second).toEqual(first);
  });

  it('asks its facilitators once', async () => {
    const facilitator = await aMember(app, home, { roles: ['member', 'facilitator'], email: 'sri@contoh.id' });
    await aSeries({}, { staff: [{ memberId: facilitator.id, role: 'host' }] });
    const mails = await app.db.sql('SELECT FROM outgoing_mails WHERE member_id = $1', [facilitator.id]);
    expect(mails).toHaveLength(1);
    const client = await signedIn(app, facilitator);
    const asked = await client.get<{ items?: unknown[] }>('/api/my/invitations');
    const [invitation] = asked.body as { sessionId: string }[];
    expect(asked.body).toHaveLength(1);
    await client.post(`/api/sessions/${invitation?.sessionId ?? ''}/invitation`, { answer: 'accepted' });
    const states = await app.db.sql('SELECT DISTINCT state FROM session_staff WHERE member_id = $1', [facilitator.id]);
    expect(states).toEqual([{ state: 'accepted' }]);
  });

  it('is not there for members while all of it is drafts, and shows them then what is not', async () => {
    const series = await aSeries();
    expect((await member.get(`/api/series/${series.id}`)).status).toBe(404);
    await admin.post(`/api/sessions/${idAt(series, 1)}/publish`);
    expect((await seriesOf(series.id, member)).sessions).toMatchObject([{ id: idAt(series, 1), state: 'published' }]);
  });

  it('is published as a whole, or not at all', async () => {
    const series = await aSeries();
    await admin.patch(`/api/sessions/${idAt(series, 2)}`, { version: 1, staff: [] });
    expect(await publishAll(series)).toMatchObject({
      status: 409,
      body: { fields: [{ path: 'staff', rule: 'required' }] },
    });
    expect(new Set((await seriesOf(series.id)).sessions.map(({ state }) => state))).toEqual(new Set(['draft']));
    await admin.patch(`/api/sessions/${idAt(series, 2)}`, {
      ...{ version: 2, staff: [{ memberId: planner.id, role: 'moderator' }] },
    });
    const published = await publishAll(series);
    expect(published.body.sessions.map(({ state }) => state)).toEqual(Array(4).fill('published'));
  });

  it('is cancelled from one session on, and its registrants are told', async () => {
    const series = await aSeries();
    await publishAll(series);
    await member.post(`/api/sessions/${idAt(series, 3)}/registration`, {});
    const { body } = await admin.post<Series>(`/api/sessions/${idAt(series, 2)}/series/cancel`, { scope: 'following' });
    expect(body.sessions.map(({ state }) => state)).toEqual(['published', 'published', 'cancelled', 'cancelled']);
    await app.settle();
    const told = await app.db.sql('SELECT session_id AS id FROM reminders WHERE kind = $1 AND session_id = ANY($2)', [
      ...['session-cancelled', series.sessions.map(({ id }) => id)],
    ]);
    expect(told).toEqual([{ id: idAt(series, 3) }]);
  });
});

describe('an edit of a series', () => {
  it('of all leaves alone what has begun', async () => {
    const series = await aSeries();
    await publishAll(series);
    app.clock.set('2026-07-10T02:10:00Z');
    // What is due by then has happened: a sweep that comes later would count as somebody else's change.
    await app.settle();
    admin = await signedIn(app, planner);
    const { version } = await seriesOf(series.id);
    const { status, body } = await change(idAt(series, 2), { version, scope: 'all', title: 'Tanya lagi', capacity: 9 });
    expect(status).toBe(200);
    expect(body.id).toBe(series.id);
    expect(body.sessions.map(({ title }) => title)).toEqual(['Tanya jawab', 'Tanya jawab', 'Tanya lagi', 'Tanya lagi']);
    expect((await admin.get(`/api/sessions/${idAt(series, 3)}`)).body).toMatchObject({ capacity: 9 });
    expect(await change(idAt(series, 0), { version: body.version, scope: 'all', title: 'X' })).toMatchObject({
      ...{ status: 409, body: { code: 'wrong-state' } },
    });
  });

  it('moves the hour of every session but those moved by themselves; each has its invitation anew', async () => {
    const series = await aSeries();
    await publishAll(series);
    const moved = { startsAt: '2026-07-11T06:00:00.000Z', endsAt: '2026-07-11T07:00:00.000Z' };
    const second = await admin.get<{ planning: { version: number } }>(`/api/sessions/${idAt(series, 1)}`);
    await admin.patch(`/api/sessions/${idAt(series, 1)}`, { version: second.body.planning.version, ...moved });
    const { version } = await seriesOf(series.id);
    const { body } = await change(idAt(series, 0), {
      ...{ version, scope: 'all', startsAt: '2026-07-03T11:30:00Z', endsAt: '2026-07-03T12:30:00Z' },
    });
    expect(startsOf(body)).toEqual([
      '2026-07-03T11:30:00.000Z',
      moved.startsAt,
      '2026-07-17T11:30:00.000Z',
      '2026-07-24T11:30:00.000Z',
    ]);
    expect(body.sessions.map(({ endsAt }) => endsAt)).toContain('2026-07-24T12:30:00.000Z');
    expect(body.firstStart).toBe('2026-07-03T19:30:00');
    expect(await revisionsOf(body)).toEqual([1, 1, 1, 1]);
  });

  it('of this and those that follow makes two series of it', async () => {
    const series = await aSeries({ rrule: 'FREQ=WEEKLY;BYDAY=FR;UNTIL=20260731', except: ['2026-07-24'] });
    await publishAll(series);
    const { version } = await seriesOf(series.id);
    const { body } = await change(idAt(series, 2), {
      ...{ version, scope: 'following', title: 'Bagian dua', venue: 'Aula', delivery: 'onsite' },
      ...{ startsAt: '2026-07-17T05:00:00Z', endsAt: '2026-07-17T06:00:00Z' },
    });
    expect(body).toMatchObject({ firstStart: '2026-07-17T13:00:00', version: expect.any(Number) });
    expect(body.id).not.toBe(series.id);
    expect(startsOf(body)).toEqual(['2026-07-17T05:00:00.000Z', '2026-07-31T05:00:00.000Z']);
    expect(body.sessions.map(({ title }) => title)).toEqual(['Bagian dua', 'Bagian dua']);
    const before = await seriesOf(series.id);
    expect(before.rrule).toBe('FREQ=WEEKLY;BYDAY=FR;UNTIL=20260716T155959Z');
    expect(startsOf(before)).toEqual(['2026-07-03T02:00:00.000Z', '2026-07-10T02:00:00.000Z']);
    // The first of those that follow is the first of its series: what follows it is all of it.
    const again = await change(idAt(series, 2), { version: body.version, scope: 'following', title: 'Bagian tiga' });
    expect(again.body).toMatchObject({ id: body.id, sessions: [{ title: 'Bagian tiga' }, { title: 'Bagian tiga' }] });
  });

  it('of this and those that follow changes whatever an edit of all can', async () => {
    const series = await aSeries();
    const [host, { version }] = [await anAdmin(app, home), await seriesOf(series.id)];
    const { status, body } = await change(idAt(series, 2), {
      ...{ version, scope: 'following', title: 'Lanjutan', topic: 'Utang', description: 'Isi *baru*', language: 'en' },
      ...{ delivery: 'hybrid', venue: 'Aula', capacity: 30, onsiteCapacity: 5, protocol: 'Masker' },
      ...{ descriptionOther: 'New', stage: { kind: 'link', url: 'https://zoom.example/1' } },
      staff: [{ memberId: host.id, role: 'host' }],
    });
    expect(status).toBe(200);
    expect(body.sessions).toHaveLength(2);
    for (const { id } of body.sessions) {
      expect((await admin.get(`/api/sessions/${id}`)).body).toMatchObject({
        ...{ title: 'Lanjutan', topic: { name: 'Utang' }, language: 'en', delivery: 'hybrid', venue: 'Aula' },
        ...{ capacity: 30, onsiteCapacity: 5, seriesId: body.id },
        planning: {
          ...{ description: 'Isi *baru*', descriptionOther: 'New', protocol: 'Masker' },
          staff: [{ memberId: host.id, role: 'host' }],
        },
      });
    }
    const stages = await app.db.sql('SELECT stage_url AS url FROM sessions WHERE series_id = $1', [body.id]);
    expect(stages).toEqual(Array(2).fill({ url: 'https://zoom.example/1' }));
    expect((await admin.get(`/api/sessions/${idAt(series, 1)}`)).body).toMatchObject({
      ...{ title: 'Tanya jawab', topic: { name: 'Keuangan' }, capacity: null, delivery: 'virtual' },
      planning: { staff: [{ memberId: planner.id }] },
    });
  });

  it('takes this and those that follow to another day, and their rule with them', async () => {
    const series = await aSeries({ rrule: 'FREQ=WEEKLY;BYDAY=FR;UNTIL=20260731', except: ['2026-07-24'] });
    await publishAll(series);
    const { version } = await seriesOf(series.id);
    const thursday = { startsAt: '2026-07-09T05:00:00Z', endsAt: '2026-07-09T06:00:00Z' };
    const { status, body } = await change(idAt(series, 1), { version, scope: 'following', ...thursday });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      rrule: 'FREQ=WEEKLY;BYDAY=TH;UNTIL=20260730T155959Z',
      firstStart: '2026-07-09T13:00:00',
    });
    expect(startsOf(body)).toEqual([
      '2026-07-09T05:00:00.000Z',
      '2026-07-16T05:00:00.000Z',
      '2026-07-30T05:00:00.000Z',
    ]);
    expect(startsOf(await seriesOf(series.id))).toEqual(['2026-07-03T02:00:00.000Z']);
    expect(await revisionsOf(body)).toEqual([1, 1, 1]);
    // It goes on where the rule is now.
    const longer = await admin.post<Series>(`/api/sessions/${idAt(body, 0)}/series/dates`, {
      ...{ version: body.version, more: 1 },
    });
    expect(startsOf(longer.body).at(-1)).toBe('2026-08-06T05:00:00.000Z');
  });

  it('takes all of them along where each gets the day that another had', async () => {
    const series = await aSeries({ rrule: 'FREQ=DAILY;COUNT=4' });
    const tomorrow = { startsAt: '2026-07-04T02:00:00Z', endsAt: '2026-07-04T03:30:00Z' };
    const { status, body } = await change(idAt(series, 0), { version: series.version, scope: 'all', ...tomorrow });
    expect(status).toBe(200);
    expect(startsOf(body)).toEqual([4, 5, 6, 7].map((day) => `2026-07-0${String(day)}T02:00:00.000Z`));
    expect(body.sessions.map(({ id }) => id)).toEqual(series.sessions.map(({ id }) => id));
  });

  it('takes them to no day that one has which stays, is past, or no rule says', async () => {
    const daily = await aSeries({ rrule: 'FREQ=DAILY;COUNT=4' });
    const refused = async (series: Series, index: number, scope: string, startsAt: string) => {
      const endsAt = new Date(Date.parse(startsAt) + 3_600_000).toISOString();
      const { version } = await seriesOf(series.id);
      const reply = await admin.patch<{ fields: { path: string; rule: string }[] }>(
        `/api/sessions/${idAt(series, index)}/series`,
        { version, scope, startsAt, endsAt },
      );
      expect(reply.status).toBe(400);
      return reply.body.fields.map(({ path, rule }) => `${path} ${rule}`);
    };
    expect(await refused(daily, 1, 'following', '2026-07-03T05:00:00Z')).toEqual(['startsAt in-other-part']);
    expect(await refused(daily, 0, 'all', '2026-06-30T05:00:00Z')).toContain('startsAt in-the-past');
    const monthly = await aSeries({ rrule: 'FREQ=MONTHLY;BYDAY=1FR;COUNT=3' });
    expect(await refused(monthly, 0, 'all', '2026-07-04T02:00:00Z')).toEqual(['startsAt same-day']);
    expect((await seriesOf(daily.id)).sessions).toEqual(daily.sessions);
  });

  it.each(['series', 'one session'])(
    'is refused to the second of two editors, whose first changed the %s',
    async (what) => {
      const series = await aSeries();
      const other = await signedIn(app, await anAdmin(app, home));
      if (what === 'series') {
        const body = { version: series.version, scope: 'all', title: 'Dari yang lain' };
        expect((await other.patch(`/api/sessions/${idAt(series, 0)}/series`, body)).status).toBe(200);
      } else {
        const body = { version: 1, title: 'Dari yang lain' };
        expect((await other.patch(`/api/sessions/${idAt(series, 3)}`, body)).status).toBe(200);
      }
      expect(
        await change(idAt(series, 1), { version: series.version, scope: 'all', title: 'Dari saya' }),
      ).toMatchObject({
        ...{ status: 409, body: { code: 'version-conflict' } },
      });
      expect((await seriesOf(series.id)).sessions.map(({ title }) => title)).not.toContain('Dari saya');
    },
  );

  it('changes nothing at all when one of them refuses', async () => {
    const series = await aSeries();
    await admin.post(`/api/sessions/${idAt(series, 2)}/publish`);
    const { version } = await seriesOf(series.id);
    // A published session must say where people meet.
    expect(
      await change(idAt(series, 0), { version, scope: 'all', delivery: 'onsite', title: 'Tatap muka' }),
    ).toMatchObject({
      ...{ status: 400, body: { fields: [{ path: 'venue', rule: 'required' }] } },
    });
    expect(new Set((await seriesOf(series.id)).sessions.map(({ title }) => title))).toEqual(new Set(['Tanya jawab']));
  });

  it('is nothing for a session that stands alone', async () => {
    const { body } = await admin.post<{ id: string }>('/api/sessions', { title: 'Sendiri', ...FRIDAY });
    expect((await change(body.id, { version: 1, scope: 'all', title: 'X' })).status).toBe(404);
  });
});

describe('a longer series', () => {
  const grow = (sessionId: string, body: object) => admin.post<Series>(`/api/sessions/${sessionId}/series/dates`, body);

  it('goes on by its rule: each new date a draft like the last of its sessions, run by the same people', async () => {
    const series = await aSeries({ rrule: 'FREQ=WEEKLY;BYDAY=FR;COUNT=2' });
    await publishAll(series);
    await admin.patch(`/api/sessions/${idAt(series, 1)}`, { version: 2, title: 'Tanya jawab II', capacity: 7 });
    await admin.put(`/api/sessions/${idAt(series, 1)}/registration-terms`, {
      ...{ version: 0, needsApproval: true, closesAt: '2026-07-09T02:00:00Z', unitIds: [], roles: [] },
      ...{ prerequisites: [], quotas: [], queuePolicy: 'fifo', freedVirtual: 'confirm', freedOnsite: 'offer' },
      offerHours: 12,
    });
    await admin.put(`/api/sessions/${idAt(series, 1)}/registration-questions`, {
      version: 0,
      questions: [
        {
          ...{ id: newId(), kind: 'text', label: { id: 'Dari mana?', en: null }, help: { id: null, en: null } },
          ...{ isRequired: true, retentionDays: null, options: [] },
        },
      ],
    });
    const { version } = await seriesOf(series.id);
    const longer = await grow(idAt(series, 0), { version, more: 2 });
    expect(longer).toMatchObject({ status: 200, body: { id: series.id, rrule: 'FREQ=WEEKLY;BYDAY=FR;COUNT=4' } });
    expect(startsOf(longer.body).slice(2)).toEqual(['2026-07-17T02:00:00.000Z', '2026-07-24T02:00:00.000Z']);
    expect(longer.body.sessions.map(({ state }) => state)).toEqual(['published', 'published', 'draft', 'draft']);
    expect((await admin.get(`/api/sessions/${idAt(longer.body, 3)}`)).body).toMatchObject({
      ...{ title: 'Tanya jawab II', capacity: 7, endsAt: '2026-07-24T03:30:00.000Z', seriesId: series.id },
      planning: { staff: [{ memberId: planner.id, role: 'moderator', state: 'accepted' }] },
    });
    expect((await admin.get(`/api/sessions/${idAt(longer.body, 3)}/registration-terms`)).body).toMatchObject({
      ...{ needsApproval: true, closesAt: '2026-07-23T02:00:00.000Z' },
    });
    expect((await admin.get(`/api/sessions/${idAt(longer.body, 3)}/registration-questions`)).body).toMatchObject({
      questions: [{ label: { id: 'Dari mana?' } }],
    });
    expect(await grow(idAt(series, 0), { version, more: 1 })).toMatchObject({ body: { code: 'version-conflict' } });
    const again = await grow(idAt(series, 0), { version: longer.body.version, until: '2026-07-31' });
    expect(startsOf(again.body).slice(4)).toEqual(['2026-07-31T02:00:00.000Z']);
    const edited = await change(idAt(again.body, 4), { version: again.body.version, scope: 'all', title: 'Semua' });
    expect(new Set(edited.body.sessions.map(({ title }) => title))).toEqual(new Set(['Semua']));
  });

  it.each([
    [{}, { path: 'more', rule: 'endless' }],
    [
      { more: 1, until: '2026-09-01' },
      { path: 'more', rule: 'endless' },
    ],
    [{ until: '2026-07-03' }, { path: 'until', rule: 'no-dates' }],
    [{ more: 104 }, { path: 'more', rule: 'too-many-dates', limit: 104 }],
  ])('is refused for %j, and nothing is made', async (by, fault) => {
    const series = await aSeries();
    const refusal = { status: 400, body: { code: 'invalid-input', fields: [fault] } };
    expect(await grow(idAt(series, 0), { version: series.version, ...by })).toMatchObject(refusal);
    expect(await seriesOf(series.id)).toEqual(series);
  });

  it('gets no day that another part of the series has, whichever part is lengthened', async () => {
    const series = await aSeries();
    const { version } = await seriesOf(series.id);
    const patch = { version, scope: 'following', title: 'Tanya jawab II' };
    expect((await change(idAt(series, 2), patch)).status).toBe(200);
    const first = await seriesOf(series.id);
    for (const [by, path] of [
      [{ more: 2 }, 'more'],
      [{ until: '2026-07-31' }, 'until'],
    ] as const) {
      expect(await grow(idAt(first, 0), { version: first.version, ...by })).toMatchObject({
        ...{ status: 400, body: { fields: [{ path, rule: 'in-other-part', limit: '2026-07-17' }] } },
      });
    }
    expect(await seriesOf(series.id)).toEqual(first);
    const { body } = await admin.get<{ version: number; seriesId: string }>(`/api/sessions/${idAt(series, 2)}`);
    const second = await seriesOf(body.seriesId);
    expect((await grow(idAt(second, 0), { version: second.version, more: 1 })).status).toBe(200);
  });

  it('gets no date that is past, said of the field that asked for it', async () => {
    const series = await aSeries({ rrule: 'FREQ=WEEKLY;BYDAY=FR;COUNT=2' });
    app.clock.set('2026-08-01T00:00:00Z');
    admin = await signedIn(app, planner);
    const { version } = await seriesOf(series.id);
    expect(await grow(idAt(series, 0), { version, until: '2026-08-14' })).toMatchObject({
      ...{ status: 400, body: { fields: [{ path: 'until', rule: 'in-the-past' }] } },
    });
    expect(await grow(idAt(series, 0), { version, more: 1 })).toMatchObject({
      ...{ status: 400, body: { fields: [{ path: 'more', rule: 'in-the-past' }] } },
    });
  });

  it('takes along who is registered for all of it, once it is published', async () => {
    const series = await aSeries({ rrule: 'FREQ=WEEKLY;BYDAY=FR;COUNT=1', registration: 'whole' });
    await publishAll(series);
    await member.post(`/api/sessions/${idAt(series, 0)}/registration`, {});
    const { version } = await seriesOf(series.id);
    const { body } = await grow(idAt(series, 0), { version, more: 2 });
    await publishAll(body);
    expect((await seriesOf(series.id, member)).sessions.map(({ mine }) => mine)).toEqual(Array(3).fill('confirmed'));
  });
});

describe('a series that is registered for as a whole', () => {
  interface Registered {
    state: string;
    others: { sessionId: string; state: string | null; place: number | null; code: string | null }[];
  }
  const register = (client: Client, sessionId: string) =>
    client.post<Registered>(`/api/sessions/${sessionId}/registration`, {});
  const mineIn = async (series: Series, client: Client): Promise<(string | null)[]> =>
    (await seriesOf(series.id, client)).sessions.map(({ mine }) => mine);

  it('gives a seat in each session that has one, and a place in the queue where it is full', async () => {
    const series = await aSeries({ registration: 'whole' }, { capacity: 1 });
    await publishAll(series);
    const early = await aMember(app, home);
    await app.db.sql(
      `INSERT INTO registrations (id, cooperative_id, session_id, member_id, state, queued_at, confirmed_at, created_at, updated_at)
       VALUES ($1, $2, $3, $4, 'confirmed', $5, $5, $5, $5)`,
      [newId(), home.id, idAt(series, 2), early.id, app.clock.now()],
    );
    const { status, body } = await register(member, idAt(series, 1));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: 'confirmed',
      others: [
        { sessionId: idAt(series, 0), state: 'confirmed', place: null, code: null },
        { sessionId: idAt(series, 2), state: 'waitlisted', place: 1, code: null },
        { sessionId: idAt(series, 3), state: 'confirmed', place: null, code: null },
      ],
    });
    expect((await register(member, idAt(series, 1))).body).toEqual(body);
    expect(await mineIn(series, member)).toEqual(['confirmed', 'confirmed', 'waitlisted', 'confirmed']);
  });

  it('says of each session why it could not be', async () => {
    const series = await aSeries({ registration: 'whole' });
    await publishAll(series);
    await admin.put(`/api/sessions/${idAt(series, 3)}/registration-terms`, {
      ...{ version: 0, needsApproval: false, closesAt: null, unitIds: [], roles: ['supervisor'], prerequisites: [] },
      ...{ quotas: [], queuePolicy: 'fifo', freedVirtual: 'confirm', freedOnsite: 'offer', offerHours: 12 },
    });
    const { body } = await register(member, idAt(series, 0));
    expect(body.others.map(({ state, code }) => state ?? code)).toEqual(['confirmed', 'confirmed', 'not-eligible']);
    // Where it is asked for itself, it refuses.
    const late = await signedIn(app, await aMember(app, home));
    expect(await register(late, idAt(series, 3))).toMatchObject({ status: 409, body: { code: 'not-eligible' } });
    expect(await mineIn(series, late)).toEqual([null, null, null, null]);
  });

  it('can be left for one session, or for all that come', async () => {
    const series = await aSeries({ registration: 'whole' });
    await publishAll(series);
    await register(member, idAt(series, 0));
    await member.delete(`/api/sessions/${idAt(series, 1)}/registration`);
    expect(await mineIn(series, member)).toEqual(['confirmed', null, 'confirmed', 'confirmed']);
    await member.delete(`/api/sessions/${idAt(series, 2)}/registration?scope=series`);
    expect(await mineIn(series, member)).toEqual([null, null, null, null]);
  });

  it('holds whoever registered before for a session that is shown later', async () => {
    const series = await aSeries({ registration: 'whole' });
    await admin.post(`/api/sessions/${idAt(series, 0)}/publish`);
    const { body } = await register(member, idAt(series, 0));
    expect(body.others).toEqual([]);
    await admin.post(`/api/sessions/${idAt(series, 2)}/publish`);
    await app.settle();
    expect(await mineIn(series, member)).toEqual(['confirmed', 'confirmed']);
  });

  it('is for each session alone where nobody said so', async () => {
    const series = await aSeries();
    await publishAll(series);
    expect((await register(member, idAt(series, 1))).body).toMatchObject({ state: 'confirmed', others: [] });
    expect(await mineIn(series, member)).toEqual([null, 'confirmed', null, null]);
  });

  it('registers a member whom staff registers, too', async () => {
    const series = await aSeries({ registration: 'whole' });
    await publishAll(series);
    const { id } = await aMember(app, home);
    const { body } = await admin.post<Registered>(`/api/sessions/${idAt(series, 0)}/registrations`, { memberId: id });
    expect(body.others.map(({ state }) => state)).toEqual(['confirmed', 'confirmed', 'confirmed']);
  });
});
