// Sessions through HTTP: planned, published, moved, held, ended, found, and refused with the field named.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import type { Page } from '../../src/contracts/schemas.js';
import { bootApp, type TestApp } from '../support/app.js';
import { nobody, signedIn, type Client } from '../factories/auth.js';
import { aCooperative, aMember, anAdmin, aUnit, type CooperativeRow, type MemberRow } from '../factories/members.js';
import { aSession } from '../factories/sessions.js';

interface Detail {
  id: string;
  state: string;
  title: string;
  capacity: number | null;
  seatsLeft: number | null;
  topic: { id: string; name: string } | null;
  zone: string;
  descriptionHtml: string;
  descriptionOtherHtml: string;
  endedAt: string | null;
  room: { canJoin: boolean };
  stage: { kind: string; url: string | null };
  mine: { canHost: boolean; canPlan: boolean };
  planning: { version: number; revision: number } | null;
}

let app: TestApp;
let home: CooperativeRow;
let facilitator: MemberRow;
let admin: Client;
let host: Client;
let member: Client;

beforeAll(async () => {
  app = await bootApp();
  home = await aCooperative(app, { slug: 'maju', zone: 'Asia/Makassar' });
  facilitator = await aMember(app, home, { roles: ['member', 'facilitator'], name: 'Sri Wahyuni' });
  admin = await signedIn(app, await anAdmin(app, home));
  host = await signedIn(app, facilitator);
  member = await signedIn(app, await aMember(app, home));
});

afterAll(async () => {
  await app.close();
});

const inHours = (hours: number): string => new Date(app.clock.now().getTime() + hours * 3_600_000).toISOString();

function aPlan(overrides: object = {}): object {
  return {
    title: 'Menabung, lalu investasi',
    topic: 'Keuangan keluarga',
    description: '# Halo\n\n**Penting** <script>alert(1)</script> [x](javascript:alert(1)) https://contoh.id',
    startsAt: inHours(24),
    endsAt: inHours(25),
    capacity: 20,
    stage: { kind: 'embed', url: 'https://meet.jit.si/Menabung' },
    staff: [{ memberId: facilitator.id, role: 'host' }],
    ...overrides,
  };
}

async function planned(overrides: object = {}): Promise<Detail> {
  const { status, body } = await admin.post<Detail>('/api/sessions', aPlan(overrides));
  expect(status).toBe(201);
  return body;
}

async function published(overrides: object = {}): Promise<Detail> {
  const draft = await planned(overrides);
  await host.post(`/api/sessions/${draft.id}/invitation`, { answer: 'accepted' });
  const { status, body } = await admin.post<Detail>(`/api/sessions/${draft.id}/publish`);
  expect(status).toBe(200);
  return body;
}

const events = async (sessionId: string): Promise<string[]> => {
  const rows = await app.db.sql<{ name: string }>(
    `SELECT name FROM outbox_events WHERE payload->>'sessionId' = $1 AND name LIKE 'session.%' ORDER BY id`,
    [sessionId],
  );
  return rows.map((row) => row.name);
};

describe('planning', () => {
  it('makes a draft, in the zone of the cooperative, that members cannot see', async () => {
    const draft = await planned();
    expect(draft).toMatchObject({ state: 'draft', zone: 'Asia/Makassar', seatsLeft: 20, planning: { version: 1 } });
    expect(draft.mine).toEqual({ canHost: true, canPlan: true, role: null, invitedAs: null, conflicts: [] });
    expect((await member.get(`/api/sessions/${draft.id}`)).status).toBe(404);
    expect((await host.get(`/api/sessions/${draft.id}`)).status).toBe(200);
  });

  it('makes one draft of an id, however often and at the same time it is asked', async () => {
    const id = newId();
    const made = await Promise.all([planned({ id }), planned({ id }), planned({ id, title: 'Lain' })]);
    expect(made.map((session) => session.id)).toEqual([id, id, id]);
    expect(new Set(made.map((session) => session.title)).size).toBe(1);
    const stranger = await signedIn(app, await anAdmin(app, await aCooperative(app)));
    expect(await stranger.post('/api/sessions', aPlan({ id }))).toMatchObject({
      status: 409,
      body: { code: 'conflict' },
    });
  });

  it('shows only safe html', async () => {
    const { descriptionHtml } = await planned();
    expect(descriptionHtml).toContain('<h2>Halo</h2>');
    expect(descriptionHtml).toContain('<strong>Penting</strong>');
    expect(descriptionHtml).not.toMatch(/<script|href="javascript/);
    expect(descriptionHtml).toContain('rel="noopener noreferrer nofollow"');
  });

  it('shows who writes a text what its readers will get, and nothing of it is kept', async () => {
    const text = '# Halo\n\n<script>alert(1)</script> **Penting** [x](javascript:alert(1))';
    const { descriptionHtml } = await planned({ description: text });
    const preview = await admin.post<{ html: string }>('/api/planning/preview', { text });
    expect(preview).toMatchObject({ status: 200, body: { html: descriptionHtml } });
    expect((await admin.post('/api/planning/preview', { text: '' })).body).toEqual({ html: '' });
    expect((await admin.post('/api/planning/preview', { text: 'x'.repeat(20_001) })).status).toBe(400);
  });

  it('is described in a second language too where somebody writes it, and found by those words', async () => {
    const alone = await planned();
    expect(alone.descriptionOtherHtml).toBe('');
    const both = await published({ descriptionOther: '**Bring** marsupials <script>alert(1)</script>' });
    expect(both.descriptionHtml).toContain('<strong>Penting</strong>');
    expect(both.descriptionOtherHtml).toBe(
      '<p><strong>Bring</strong> marsupials &lt;script&gt;alert(1)&lt;/script&gt;</p>',
    );
    const found = await member.get<{ items: { id: string }[] }>('/api/sessions?q=marsupial');
    expect(found.body.items.map(({ id }) => id)).toEqual([both.id]);
    const { body: less } = await admin.patch<Detail>(`/api/sessions/${both.id}`, {
      ...{ version: both.planning?.version, descriptionOther: '' },
    });
    expect(less).toMatchObject({ descriptionHtml: both.descriptionHtml, descriptionOtherHtml: '' });
  });

  it('gives one topic one row, whatever its case', async () => {
    const [a, b] = await Promise.all([planned({ topic: 'Pajak' }), planned({ topic: 'PAJAK' })]);
    expect(a.topic?.id).toBe(b.topic?.id);
    const { body } = await member.get<{ name: string }[]>('/api/topics');
    expect(body.filter((topic) => topic.name.toLowerCase() === 'pajak')).toHaveLength(1);
  });

  it.each<[string, object, string, string]>([
    ['a past start', { startsAt: '2026-06-30T00:00:00Z', endsAt: '2026-06-30T01:00:00Z' }, 'startsAt', 'in-the-past'],
    ['an end before the start', { endsAt: '2026-07-01T03:00:00Z' }, 'endsAt', 'end-before-start'],
    ['an unknown zone', { zone: 'Asia/Atlantis' }, 'zone', 'unknown-zone'],
    ['no seats', { capacity: 0 }, 'capacity', 'too-small'],
    ['less than no seats', { capacity: -1 }, 'capacity', 'too-small'],
    ['half a seat', { capacity: 1.5 }, 'capacity', 'wrong-type'],
    ['seats in words', { capacity: '20' }, 'capacity', 'wrong-type'],
    ['no title', { title: '   ' }, 'title', 'required'],
    ['a title too long', { title: 'x'.repeat(161) }, 'title', 'too-long'],
    ['control characters', { title: 'a\u0007b' }, 'title', 'control-characters'],
    ['a lone surrogate', { title: 'a\ud800b' }, 'title', 'control-characters'],
    ['a time that is none', { startsAt: 'besok' }, 'startsAt', 'format'],
    ['a stage at home', { stage: { kind: 'link', url: 'https://192.168.1.1/x' } }, 'stage.url', 'unsafe-address'],
    ['a stage with a password', { stage: { kind: 'embed', url: 'https://a:b@x.id' } }, 'stage.url', 'unsafe-address'],
    [
      'a stage that is a script',
      { stage: { kind: 'link', url: 'javascript:alert(1)' } },
      'stage.url',
      'unsafe-address',
    ],
    ['a field that does not exist', { state: 'live' }, 'state', 'unknown-field'],
    [
      'staff nobody knows',
      { staff: [{ memberId: '0198a3c0-0000-7000-8000-000000000000', role: 'host' }] },
      'staff.0.memberId',
      'unknown-id',
    ],
  ])('refuses %s by field, and writes nothing', async (_, overrides, path, rule) => {
    const [before] = await app.db.sql<{ count: string }>('SELECT count(*) FROM sessions');
    const { status, body } = await admin.post<{ code: string; fields: object[] }>('/api/sessions', aPlan(overrides));
    expect(status).toBe(400);
    expect(body.code).toBe('invalid-input');
    expect(body.fields).toEqual([expect.objectContaining({ path, rule })]);
    expect(await app.db.sql('SELECT count(*) FROM sessions')).toEqual([before]);
  });

  it('takes no staff from another cooperative, and no host who could not host', async () => {
    const elsewhere = await aMember(app, await aCooperative(app), { roles: ['facilitator'] });
    const foreign = await admin.post<{ fields: object[] }>(
      '/api/sessions',
      aPlan({ staff: [{ memberId: elsewhere.id, role: 'host' }] }),
    );
    expect(foreign.body.fields).toMatchObject([{ path: 'staff.0.memberId', rule: 'unknown-id' }]);
    const plain = await aMember(app, home);
    const unable = await admin.post<{ fields: object[] }>(
      '/api/sessions',
      aPlan({ staff: [{ memberId: plain.id, role: 'host' }] }),
    );
    expect(unable.body.fields).toMatchObject([{ path: 'staff.0.role', rule: 'cannot-host' }]);
    await planned({ staff: [{ memberId: plain.id, role: 'speaker' }] });
  });

  it('lets one of two editors win', async () => {
    const draft = await planned();
    const edits = await Promise.all(
      ['Satu', 'Dua'].map((title) => admin.patch<Detail>(`/api/sessions/${draft.id}`, { version: 1, title })),
    );
    expect(edits.map((edit) => edit.status).sort()).toEqual([200, 409]);
  });

  it('writes down who changed what', async () => {
    const draft = await planned();
    await admin.patch(`/api/sessions/${draft.id}`, { version: 1, title: 'Baru', capacity: 30 });
    const entries = await app.db.sql<{ action: string; fields: string[] }>(
      'SELECT action, fields FROM audit_entries WHERE subject_id = $1 ORDER BY number',
      [draft.id],
    );
    expect(entries.map((entry) => entry.action)).toEqual(['session.created', 'session.changed']);
    expect(entries[1]?.fields).toEqual(['capacity', 'title']);
  });
});

describe('publishing and after', () => {
  it('needs somebody who runs it', async () => {
    const draft = await planned({ staff: [] });
    const { status, body } = await admin.post<{ fields: object[] }>(`/api/sessions/${draft.id}/publish`);
    expect(status).toBe(409);
    expect(body.fields).toMatchObject([{ path: 'staff', rule: 'required' }]);
  });

  it('moves with a new revision, and tells', async () => {
    const session = await published();
    const moved = await admin.patch<Detail>(`/api/sessions/${session.id}`, {
      version: session.planning?.version,
      startsAt: inHours(30),
      endsAt: inHours(31),
    });
    expect(moved.body.planning).toMatchObject({ revision: 1, version: 3 });
    expect(await events(session.id)).toEqual(['session.published', 'session.rescheduled']);
  });

  it('tells when seats were added, not when they were taken away', async () => {
    const session = await published({ capacity: 10 });
    await admin.patch(`/api/sessions/${session.id}`, { version: 2, capacity: 5 });
    await admin.patch(`/api/sessions/${session.id}`, { version: 3, capacity: 6 });
    expect(await events(session.id)).toEqual(['session.published', 'session.capacity-raised']);
  });

  it('keeps somebody to run it', async () => {
    const session = await published();
    const { status, body } = await admin.patch<{ fields: object[] }>(`/api/sessions/${session.id}`, {
      version: 2,
      staff: [],
    });
    expect(status).toBe(400);
    expect(body.fields).toMatchObject([{ path: 'staff', rule: 'required' }]);
  });

  it('is cancelled with a new revision; a cancelled draft bothers nobody', async () => {
    const session = await published();
    const { body } = await admin.post<Detail>(`/api/sessions/${session.id}/cancel`);
    expect(body).toMatchObject({ state: 'cancelled', planning: { revision: 1 } });
    expect((await admin.post(`/api/sessions/${session.id}/cancel`)).status).toBe(409);
    expect(await events(session.id)).toEqual(['session.published', 'session.cancelled']);
    const draft = await planned();
    await admin.post(`/api/sessions/${draft.id}/cancel`);
    expect(await events(draft.id)).toEqual([]);
  });

  it('is held by its host: live, ended, taken back', async () => {
    const session = await published({ startsAt: inHours(0.2), endsAt: inHours(1.2) });
    const path = `/api/sessions/${session.id}`;
    expect((await member.post(`${path}/go-live`)).status).toBe(403);
    const other = await signedIn(app, await aMember(app, home, { roles: ['facilitator'] }));
    expect((await other.post(`${path}/go-live`)).status).toBe(403);
    expect((await host.post<Detail>(`${path}/go-live`)).body.state).toBe('live');
    expect((await host.post(`${path}/go-live`)).status).toBe(409);
    expect((await host.post<Detail>(`${path}/end`)).body.state).toBe('ended');
    app.clock.advance({ minutes: 5 });
    expect((await host.post<Detail>(`${path}/undo-end`)).body).toMatchObject({ state: 'live', endedAt: null });
    expect((await host.post<Detail>(`${path}/end`)).body.state).toBe('ended');
    app.clock.advance({ minutes: 11 });
    expect((await host.post(`${path}/undo-end`)).status).toBe(409);
    expect(await events(session.id)).toEqual([
      ...['session.published', 'session.went-live', 'session.ended', 'session.reopened', 'session.ended'],
    ]);
  });

  it('is opened again although nobody started it, and can be started then', async () => {
    const session = await published({ startsAt: inHours(1), endsAt: inHours(2) });
    const path = `/api/sessions/${session.id}`;
    app.clock.advance({ hours: 5 });
    await app.settle();
    expect((await member.get<Detail>(path)).body).toMatchObject({ state: 'ended', wentLiveAt: null });
    expect((await admin.post(`${path}/publish`)).status).toBe(409);
    const reopened = await admin.post<Detail>(`${path}/reopen`, { endsAt: inHours(1) });
    expect(reopened).toMatchObject({ status: 200, body: { state: 'published', endedAt: null, endsAt: inHours(1) } });
    const { version } = reopened.body.planning ?? {};
    expect((await admin.patch(path, { version, endsAt: inHours(2) })).status).toBe(200);
    expect((await host.post<Detail>(`${path}/go-live`)).body.state).toBe('live');
    app.clock.advance({ minutes: 30 });
    expect((await host.post<Detail>(`${path}/end`)).body).toMatchObject({ state: 'ended' });
    expect(await app.db.sql('SELECT FROM session_breaks WHERE session_id = $1', [session.id])).toEqual([]);
    expect(await events(session.id)).toEqual([
      ...['session.published', 'session.ended', 'session.reopened', 'session.rescheduled', 'session.rescheduled'],
      ...['session.went-live', 'session.ended'],
    ]);
  });

  it('is closed when nobody ended it, as of its planned end', async () => {
    const session = await published({ startsAt: inHours(1), endsAt: inHours(2) });
    const unstarted = await published({ startsAt: inHours(1), endsAt: inHours(2) });
    const endsAt = inHours(2);
    app.clock.advance({ minutes: 60 });
    await host.post(`/api/sessions/${session.id}/go-live`);
    app.clock.advance({ hours: 2, minutes: 59 });
    await app.settle();
    expect((await member.get<Detail>(`/api/sessions/${session.id}`)).body.state).toBe('live');
    app.clock.advance({ minutes: 1 });
    await app.settle();
    expect((await member.get<Detail>(`/api/sessions/${session.id}`)).body).toMatchObject({
      state: 'ended',
      endedAt: endsAt,
    });
    expect((await member.get<Detail>(`/api/sessions/${unstarted.id}`)).body).toMatchObject({
      ...{ state: 'ended', endedAt: endsAt, wentLiveAt: null },
    });
    expect(await events(session.id)).toEqual(['session.published', 'session.went-live', 'session.ended']);
  });
});

describe('finding', () => {
  let other: CooperativeRow;
  let reader: Client;
  beforeAll(async () => {
    other = await aCooperative(app, { slug: 'cari' });
    reader = await signedIn(app, await aMember(app, other));
  });

  const titles = async (query: string): Promise<string[]> => {
    const { status, body } = await reader.get<Page<{ title: string }>>(`/api/sessions${query}`);
    expect(status).toBe(200);
    return body.items.map((item) => item.title);
  };

  it('lists by state and time, in pages, and never what is hidden', async () => {
    const now = app.clock.now().getTime();
    const at = (hours: number): Date => new Date(now + hours * 3_600_000);
    await aSession(app, other, { title: 'Menabung bersama keluarga', startsAt: at(30) });
    await aSession(app, other, { title: 'Pinjaman yang sehat', startsAt: at(20) });
    await aSession(app, other, { title: 'Sedang siaran', state: 'live', startsAt: at(-0.5), wentLiveAt: at(-0.5) });
    await aSession(app, other, { title: 'Sudah lewat', state: 'ended', startsAt: at(-50), endedAt: at(-49) });
    await aSession(app, other, { title: 'Lebih lama', state: 'ended', startsAt: at(-80), endedAt: at(-79) });
    await aSession(app, other, { title: 'Rancangan', state: 'draft' });
    await aSession(app, other, { title: 'Batal', state: 'cancelled' });
    const open = ['Sedang siaran', 'Pinjaman yang sehat', 'Menabung bersama keluarga'];
    expect(await titles('')).toEqual(open);
    expect(await titles('?when=upcoming')).toEqual(open.slice(1));
    expect(await titles('?when=live')).toEqual(open.slice(0, 1));
    expect(await titles('?when=past')).toEqual(['Sudah lewat', 'Lebih lama']);
    expect(await titles('?q=keluarganya')).toEqual(['Menabung bersama keluarga']);
    expect(await titles('?q=meminjam%20sehat')).toEqual(['Pinjaman yang sehat']);
    const first = await reader.get<Page<{ title: string }>>('/api/sessions?limit=2');
    const rest = await reader.get<Page<{ title: string }>>(
      `/api/sessions?limit=2&cursor=${String(first.body.nextCursor)}`,
    );
    expect([...first.body.items, ...rest.body.items].map((item) => item.title)).toEqual(open);
    expect(rest.body.nextCursor).toBeNull();
  });

  it('shows the open catalogue to everybody, by address', async () => {
    const { status, body } = await nobody(app).get<Page<object>>('/api/public/cari/sessions');
    expect(status).toBe(200);
    expect(body.items).toHaveLength(3);
    expect(body.items[0]).not.toHaveProperty('facilitators');
    // However somebody types it.
    expect((await nobody(app).get('/api/public/Cari/sessions')).body).toEqual(body);
    expect((await nobody(app).get('/api/public/tidak-ada/sessions')).status).toBe(404);
  });

  it.each([
    ...['?cursor=abc', '?limit=0', '?limit=x', '?topic=1', '?when=besok', '?q=', '?from=besok', '?to=2026-02-30'],
    ...['?from=1999-12-31', '?delivery=pos', '?language=nl', '?seats=1', '?from=2026-07-04&to=2026-07-03'],
  ])('refuses %s', async (query) => {
    expect((await reader.get(`/api/sessions${query}`)).status).toBe(400);
  });

  it('shows a facilitator their own sessions to plan, an admin all', async () => {
    await planned();
    await planned({ staff: [] });
    const theirs = await host.get<Page<Detail>>('/api/planning/sessions?limit=100');
    const all = await admin.get<Page<Detail>>('/api/planning/sessions?limit=100');
    expect(theirs.body.items.length).toBeGreaterThan(0);
    expect(all.body.items.length).toBeGreaterThan(theirs.body.items.length);
    expect((await member.get('/api/planning/sessions')).status).toBe(403);
  });

  it('finds any session to plan with by its words, whatever its state, and however long ago', async () => {
    const long = await aSession(app, home, { title: 'Kuartal terdahulu', state: 'ended' });
    await app.db.sql(`UPDATE sessions SET starts_at = '2019-01-01', ends_at = '2019-01-02' WHERE id = $1`, [long.id]);
    const draft = await planned({ title: 'Kuartal mendatang' });
    const search = async (q: string) =>
      (await admin.get<Page<Detail>>(`/api/planning/sessions?limit=30&q=${q}`)).body.items.map(({ id }) => id);
    expect(await search('kuart')).toEqual([draft.id, long.id]);
    expect(await search('kuartal%20terdahulu')).toEqual([long.id]);
    expect(await search('tidakadasamasekali')).toEqual([]);
    expect((await admin.get('/api/planning/sessions?q=')).status).toBe(400);
  });

  it('shows a supervisor drafts too, and a coordinator what members know of', async () => {
    const draft = await planned();
    const supervisor = await signedIn(app, await aMember(app, home, { roles: ['member', 'supervisor'] }));
    const unit = await aUnit(app, home);
    const coordinator = await signedIn(
      app,
      await aMember(app, home, { roles: ['member', 'coordinator'], coordinatesUnitIds: [unit.id] }),
    );
    const seenBy = async (reader: typeof admin, state: string) =>
      (await reader.get<Page<Detail>>(`/api/planning/sessions?limit=100&state=${state}`)).body.items.map(
        ({ id }) => id,
      );
    expect(await seenBy(supervisor, 'draft')).toContain(draft.id);
    expect(await seenBy(coordinator, 'draft')).toEqual([]);
    expect((await supervisor.get(`/api/sessions/${draft.id}`)).status).toBe(200);
    expect((await coordinator.get(`/api/sessions/${draft.id}`)).status).toBe(404);
    await host.post(`/api/sessions/${draft.id}/invitation`, { answer: 'accepted' });
    await admin.post(`/api/sessions/${draft.id}/publish`);
    expect(await seenBy(coordinator, 'published')).toContain(draft.id);
    expect((await supervisor.post(`/api/sessions/${draft.id}/cancel`)).status).toBe(403);
  });

  it('hides the stage until it may be seen', async () => {
    const session = await aSession(
      app,
      home,
      { stageKind: 'link', stageUrl: 'https://us02web.zoom.us/j/1' },
      { speaker: facilitator },
    );
    expect((await member.get<Detail>(`/api/sessions/${session.id}`)).body.stage).toEqual({ kind: 'link', url: null });
    expect((await host.get<Detail>(`/api/sessions/${session.id}`)).body.stage.url).toBeNull();
    app.clock.set(new Date(session.startsAt.getTime() - 15 * 60_000));
    expect((await member.get<Detail>(`/api/sessions/${session.id}`)).body.stage.url).toBeNull();
    expect((await host.get<Detail>(`/api/sessions/${session.id}`)).body).toMatchObject({
      stage: { url: 'https://us02web.zoom.us/j/1' },
      room: { canJoin: true },
    });
  });

  it('is blind to other cooperatives and to ids that never were', async () => {
    const foreign = await aSession(app, other);
    const admin = await signedIn(app, await anAdmin(app, home));
    expect((await admin.get(`/api/sessions/${foreign.id}`)).status).toBe(404);
    expect((await admin.post(`/api/sessions/${foreign.id}/publish`)).status).toBe(404);
    expect((await admin.patch(`/api/sessions/${foreign.id}`, { version: 1 })).status).toBe(404);
    expect((await admin.get('/api/sessions/0198a3c0-0000-7000-8000-000000000000')).status).toBe(404);
    expect((await admin.get('/api/sessions/7')).status).toBe(400);
  });
});
