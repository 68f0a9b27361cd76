// Every kind of stage through HTTP: chosen, shown to whom it is for, entered by name and role, and closed behind all.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { jwtVerify } from 'jose';
import type { Problem } from '../../src/contracts/error-codes.js';
import { newId } from '../../src/platform/ids.js';
import { signedIn, type Client } from '../factories/auth.js';
import { aCooperative, aMember, anAdmin, type CooperativeRow, type MemberRow } from '../factories/members.js';
import { aSession, type SessionRow } from '../factories/sessions.js';
import { bootApp, type TestApp } from '../support/app.js';
import { TestBbb } from '../support/bbb.js';

const JITSI_SECRET = 'rahasia-bersama-jitsi';
const MINUTE = 60_000;
const PLAYER = 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ';

interface Detail {
  stage: { kind: string; url: string | null };
  planning: { version: number; stageUrl: string | null } | null;
}

let app: TestApp;
let bbb: TestBbb;
let home: CooperativeRow;
let host: MemberRow;
let member: MemberRow;
let admin: Client;
let hostClient: Client;
let memberClient: Client;

beforeAll(async () => {
  bbb = await TestBbb.start();
  app = await bootApp({
    env: {
      ...{ BBB_URL: `${bbb.url}/`, BBB_SECRET: bbb.secret, BBB_TIMEOUT_SECONDS: '0.5' },
      ...{ JITSI_URL: 'https://jitsi.contoh.id', JITSI_APP_ID: 'sinau', JITSI_SECRET },
      EMBED_ORIGINS: 'https://player.contoh.id',
    },
  });
  home = await aCooperative(app);
  host = await aMember(app, home, { roles: ['member', 'facilitator'], name: 'Sri & "Wahyuni" <Ñ>' });
  member = await aMember(app, home, { name: 'Dwi Lestari', nickname: 'Dwi' });
  admin = await signedIn(app, await anAdmin(app, home));
  hostClient = await signedIn(app, host);
  memberClient = await signedIn(app, member);
});

afterAll(async () => {
  await app.close();
  await bbb.close();
});

beforeEach(() => {
  bbb.mood = 'well';
  bbb.calls.length = 0;
});

/** Run by the host, with the member confirmed; its room is open. */
async function staged(fields: Partial<SessionRow>): Promise<SessionRow> {
  const startsAt = new Date(app.clock.now().getTime() + 5 * MINUTE);
  const session = await aSession(app, home, { startsAt, title: 'Menabung & investasi', ...fields }, { host });
  await app.db.sql(
    `INSERT INTO registrations (id, cooperative_id, session_id, member_id, state, queued_at, confirmed_at, created_at, updated_at)
     VALUES ($1, $2, $3, $4, 'confirmed', $5, $5, $5, $5)`,
    [newId(), home.id, session.id, member.id, app.clock.now()],
  );
  return session;
}

function enter(client: Client, session: { id: string }) {
  return client.post<{ url: string } & Problem>(`/api/sessions/${session.id}/stage/entry`);
}

function plan(stage: object) {
  const now = app.clock.now().getTime();
  const [startsAt, endsAt] = [60, 120].map((minutes) => new Date(now + minutes * MINUTE).toISOString());
  return admin.post<Detail & { id: string } & Problem>('/api/sessions', { title: 'Coba', startsAt, endsAt, stage });
}

describe('choosing a stage', () => {
  it.each([
    [{ kind: 'jitsi' }, null, null],
    [{ kind: 'bbb' }, null, null],
    [{ kind: 'youtube', url: 'https://youtu.be/dQw4w9WgXcQ' }, PLAYER, 'https://youtu.be/dQw4w9WgXcQ'],
    [{ kind: 'embed', url: 'https://player.contoh.id/1' }, 'https://player.contoh.id/1', 'https://player.contoh.id/1'],
    [{ kind: 'link', url: 'https://zoom.us/j/1' }, 'https://zoom.us/j/1', 'https://zoom.us/j/1'],
    [{ kind: 'none' }, null, null],
  ])('%j is kept as written and shown as %s', async (stage, shown, written) => {
    const { status, body } = await plan(stage);
    expect({ status, stage: body.stage, written: body.planning?.stageUrl }).toEqual({
      status: 201,
      stage: { kind: stage.kind, url: shown },
      written,
    });
  });

  it.each([
    [{ kind: 'embed', url: 'https://lain.contoh.id/1' }, 'stage.url', 'unlisted-origin'],
    [{ kind: 'youtube', url: 'https://vimeo.com/1' }, 'stage.url', 'not-youtube'],
    [{ kind: 'youtube', url: 'javascript:alert(1)' }, 'stage.url', 'unsafe-address'],
    [{ kind: 'link', url: 'https://169.254.169.254/' }, 'stage.url', 'unsafe-address'],
  ])('%j is refused at %s: %s', async (stage, path, rule) => {
    const { status, body } = await plan(stage);
    expect({ status, fields: body.fields }).toMatchObject({ status: 400, fields: [{ path, rule }] });
  });

  it('refuses the same in a change, and says what there is to choose from', async () => {
    const { body } = await plan({ kind: 'none' });
    const stage = { kind: 'embed', url: 'https://lain.contoh.id/1' };
    const changed = await admin.patch(`/api/sessions/${body.id}`, { version: body.planning?.version, stage });
    expect(changed.body).toMatchObject({ fields: [{ rule: 'unlisted-origin', limit: 'player.contoh.id' }] });
    expect((await admin.get('/api/planning/stages')).body).toEqual({
      kinds: ['jitsi', 'youtube', 'embed', 'bbb', 'link', 'none'],
      embedHosts: ['player.contoh.id'],
    });
  });

  it('lets browsers load what can be chosen, and nothing else', async () => {
    const policy = (await fetch(`${app.url}/health/live`)).headers.get('content-security-policy') ?? '';
    const frames = policy.split(';').find((part) => part.startsWith('frame-src'));
    const origin = new URL(bbb.url).origin;
    expect(frames).toBe(
      `frame-src 'self' https://player.contoh.id https://jitsi.contoh.id ${origin} https://www.youtube-nocookie.com`,
    );
  });
});

describe('who may step onto a stage', () => {
  it('gives it to registrants and staff, from the opening of the room to the end', async () => {
    const url = 'https://zoom.us/j/1';
    const open = await staged({ stageKind: 'link', stageUrl: url });
    const stranger = await signedIn(app, await aMember(app, home));
    expect((await enter(memberClient, open)).body).toEqual({ url });
    expect((await enter(hostClient, open)).body).toEqual({ url });
    expect((await enter(stranger, open)).body).toMatchObject({ code: 'forbidden' });

    const early = await staged({
      stageKind: 'link',
      stageUrl: url,
      startsAt: new Date(app.clock.now().getTime() + 16 * MINUTE),
    });
    expect((await enter(memberClient, early)).body).toMatchObject({ code: 'room-closed' });
    expect((await enter(admin, early)).body).toEqual({ url });

    const over = await staged({ state: 'ended', stageKind: 'link', stageUrl: url });
    expect((await enter(memberClient, over)).body).toMatchObject({ code: 'room-closed' });
  });

  it('has nothing to enter where there is only the chat', async () => {
    expect((await enter(memberClient, await staged({ stageKind: 'none' }))).body).toMatchObject({
      code: 'wrong-state',
    });
  });
});

describe('Jitsi', () => {
  const claimsOf = async (url: string) => {
    const key = new TextEncoder().encode(JITSI_SECRET);
    const token = new URL(url).searchParams.get('jwt') ?? '';
    return (await jwtVerify(token, key, { issuer: 'sinau', audience: 'sinau', currentDate: app.clock.now() })).payload;
  };

  it('takes everybody to one room of the session, each with a token of their own', async () => {
    const session = await staged({ stageKind: 'jitsi' });
    const [first, second] = [await enter(hostClient, session), await enter(memberClient, session)];
    const [theirs, mine] = [new URL(first.body.url), new URL(second.body.url)];
    expect(theirs.origin + theirs.pathname).toBe(mine.origin + mine.pathname);
    expect(mine.pathname).toMatch(/^\/sinau-[0-9a-f]{32}$/);
    const room = mine.pathname.slice(1);
    expect(await claimsOf(first.body.url)).toMatchObject({
      ...{ room, sub: 'jitsi.contoh.id' },
      context: { user: { id: host.id, name: host.name, moderator: true, affiliation: 'owner' } },
    });
    expect(await claimsOf(second.body.url)).toMatchObject({
      exp: Math.floor(session.endsAt.getTime() / 1_000) + 2 * 3_600,
      context: { user: { id: member.id, name: 'Dwi', moderator: false, affiliation: 'member' } },
    });
    expect(decodeURIComponent(mine.hash)).toContain('userInfo.displayName="Dwi"');
  });

  it('gives another session another room', async () => {
    const rooms = [await staged({ stageKind: 'jitsi' }), await staged({ stageKind: 'jitsi' })].map(async (session) => {
      return new URL((await enter(memberClient, session)).body.url).pathname;
    });
    expect(new Set(await Promise.all(rooms)).size).toBe(2);
  });
});

describe('BigBlueButton', () => {
  it('opens a meeting and lets each in by name and role, every call and address signed', async () => {
    const session = await staged({ stageKind: 'bbb' });
    const first = bbb.read((await enter(hostClient, session)).body.url);
    const second = bbb.read((await enter(memberClient, session)).body.url);
    const meeting = bbb.meetings.get(session.id);
    expect(meeting?.name).toBe(session.title);
    const common = { meetingID: session.id, createTime: meeting?.createTime, redirect: 'true' };
    expect(first).toMatchObject({
      ...{ name: 'join', isSigned: true },
      query: { ...common, userID: host.id, fullName: host.name, role: 'MODERATOR' },
    });
    expect(second).toMatchObject({
      ...{ name: 'join', isSigned: true },
      query: { ...common, userID: member.id, fullName: 'Dwi', role: 'VIEWER' },
    });
    expect(bbb.calls.map(({ name, isSigned }) => ({ name, isSigned }))).toEqual([
      { name: 'create', isSigned: true },
      { name: 'create', isSigned: true },
    ]);
  });

  it.each(['silent', 'broken', 'refusing'] as const)(
    'says so where the server is %s, and lets in later',
    async (mood) => {
      const session = await staged({ stageKind: 'bbb' });
      bbb.mood = mood;
      const refused = await enter(memberClient, session);
      expect(refused).toMatchObject({ status: 503, body: { code: 'stage-unavailable' } });
      expect(JSON.stringify(refused.body)).not.toContain(bbb.secret);
      bbb.mood = 'well';
      expect((await enter(memberClient, session)).status).toBe(200);
    },
  );

  it('is ended once the end cannot be taken back, and tried again when it was away', async () => {
    const session = await staged({ stageKind: 'bbb', state: 'live', wentLiveAt: app.clock.now() });
    await enter(memberClient, session);
    await hostClient.post(`/api/sessions/${session.id}/end`);
    await app.settle();
    expect(bbb.meetings.has(session.id)).toBe(true);
    app.clock.advance({ minutes: 10 });
    bbb.mood = 'broken';
    await app.settle();
    bbb.mood = 'well';
    await app.settle();
    expect(bbb.meetings.has(session.id)).toBe(false);
    bbb.calls.length = 0;
    await app.settle();
    expect(bbb.calls).toEqual([]);
  });

  it('is ended when the session is held elsewhere from then on', async () => {
    const session = await staged({ stageKind: 'bbb' });
    await enter(memberClient, session);
    const stage = { kind: 'link', url: 'https://zoom.us/j/1' };
    expect((await admin.patch(`/api/sessions/${session.id}`, { version: 1, stage })).status).toBe(200);
    await app.settle();
    expect(bbb.meetings.has(session.id)).toBe(false);
    bbb.calls.length = 0;
    await app.settle();
    expect(bbb.calls).toEqual([]);
  });

  it('is ended when the session is cancelled, even if it ended by itself meanwhile', async () => {
    const session = await staged({ stageKind: 'bbb' });
    await enter(memberClient, session);
    bbb.meetings.delete(session.id);
    await admin.post(`/api/sessions/${session.id}/cancel`);
    await app.settle();
    expect(bbb.calls.filter(({ name }) => name === 'end')).toEqual([
      { name: 'end', isSigned: true, query: { meetingID: session.id } },
    ]);
  });
});
