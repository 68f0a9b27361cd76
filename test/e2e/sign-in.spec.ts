// Getting in: by password, by a mailed code or link, by a link that staff hand over; and getting out again.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { linkMember } from '../../src/operations/service-commands.js';
import { bootApp, type TestApp } from '../support/app.js';
import { aBrowser, nobody, signedIn, type Client } from '../factories/auth.js';
import { aCooperative, aMember, anAdmin, aUnit, type CooperativeRow, type MemberRow } from '../factories/members.js';

const PASSWORD = 'tujuh kopi pahit';

let app: TestApp;
let cooperative: CooperativeRow;
let sri: MemberRow;

beforeAll(async () => {
  app = await bootApp({ mailbox: true });
});

afterAll(async () => {
  await app.close();
});

beforeEach(async () => {
  app.mailbox.clear();
  cooperative = await aCooperative(app);
  sri = await aMember(app, cooperative, {
    name: 'Sri Wahyuni',
    nickname: 'Sri',
    email: `sri.${cooperative.slug}@contoh.id`,
  });
});

/** Every address has its own limit of failures; tests that fail on purpose bring their own. */
const isIn = async (client: Client): Promise<boolean> => (await client.get('/api/me')).status === 200;

it('tells a browser where it is signed in, and one that is not so without a refusal', async () => {
  expect(await nobody(app).get('/api/auth/here')).toMatchObject({ status: 200, body: { cooperative: null } });
  const client = await signedIn(app, sri);
  expect((await client.get('/api/auth/here')).body).toEqual({ cooperative: cooperative.slug });
  await client.post('/api/auth/sign-out');
  expect((await client.get('/api/auth/here')).body).toEqual({ cooperative: null });
});

describe('with a password', () => {
  const signIn = (client: Client, identifier: string, password = PASSWORD) =>
    client.post('/api/auth/sign-in', { cooperative: cooperative.slug, identifier, password });

  beforeEach(async () => {
    const client = await signedIn(app, sri);
    expect(await client.put('/api/auth/password', { password: PASSWORD })).toMatchObject({ status: 204 });
  });

  it.each<[string, (member: MemberRow) => string]>([
    ['e-mail address', (member) => member.email ?? ''],
    ['e-mail address in capitals', (member) => (member.email ?? '').toUpperCase()],
    ['member number', (member) => member.number],
  ])('signs in by %s', async (_, identifier) => {
    const client = nobody(app);
    expect(await signIn(client, identifier(sri))).toMatchObject({ status: 204 });
    expect((await client.get('/api/me')).body).toMatchObject({ member: { id: sri.id } });
  });

  it('sets a cookie that scripts cannot read and other sites do not send', async () => {
    const reply = await signIn(nobody(app), sri.number);
    expect(reply.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^sinau=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
  });

  it('gives a new token at every sign-in and ends the one before in that browser', async () => {
    const client = nobody(app);
    await signIn(client, sri.number);
    const before = client.cookie;
    await signIn(client, sri.number);
    expect(client.cookie).not.toBe(before);
    expect((await nobody(app).fetch('/api/me', { headers: { cookie: before } })).status).toBe(401);
    expect(await isIn(client)).toBe(true);
  });

  it('answers wrong, unknown, without a password and gone alike, after exactly one check each', async () => {
    const without = await aMember(app, cooperative);
    const gone = await aMember(app, cooperative, { status: 'keluar' });
    const checks = async (): Promise<number> => {
      const text = await (await fetch(`${app.url}/metrics`)).text();
      return Number(/^sinau_password_checks (\d+)$/m.exec(text)?.[1]);
    };
    const tries = [
      [sri.number, 'salah salah'],
      ['tidak-ada@contoh.id', PASSWORD],
      [without.number, PASSWORD],
      [gone.number, PASSWORD],
    ] as const;
    for (const [identifier, password] of tries) {
      const before = await checks();
      const { status, body } = await signIn(nobody(app), identifier, password);
      expect(await checks()).toBe(before + 1);
      expect({ status, body: { ...body, requestId: '' } }).toEqual({
        status: 401,
        body: {
          type: 'urn:sinau:error:sign-in-failed',
          title: 'sign-in-failed',
          status: 401,
          code: 'sign-in-failed',
          detail: 'Alamat e-mail, nomor anggota, atau kata sandi ini salah.',
          requestId: '',
        },
      });
    }
  });

  it('limits an account, known or not, and lets it in again later; a right password starts anew', async () => {
    for (const identifier of [sri.number, 'siapa-ini']) {
      for (let attempt = 0; attempt < 10; attempt += 1) {
        expect((await signIn(nobody(app), identifier, 'salah salah')).status).toBe(401);
      }
      const refused = await signIn(nobody(app), identifier);
      expect(refused).toMatchObject({ status: 429, body: { code: 'rate-limited' } });
      expect(refused.headers.get('retry-after')).toBe('900');
    }
    const other = await aMember(app, cooperative);
    expect((await signIn(nobody(app), other.number)).status).toBe(401);
    app.clock.advance({ minutes: 15 });
    for (let attempt = 0; attempt < 9; attempt += 1) await signIn(nobody(app), sri.number, 'salah salah');
    expect((await signIn(nobody(app), sri.number)).status).toBe(204);
    expect((await signIn(nobody(app), sri.number, 'salah salah')).status).toBe(401);
  });

  it('signs in to the cooperative of the page only', async () => {
    const other = await aCooperative(app);
    const reply = await nobody(app).post('/api/auth/sign-in', {
      cooperative: other.slug,
      identifier: sri.number,
      password: PASSWORD,
    });
    expect(reply.status).toBe(401);
    const nowhere = await nobody(app).post('/api/auth/sign-in', {
      cooperative: 'tidak-ada',
      identifier: sri.number,
      password: PASSWORD,
    });
    expect(nowhere).toMatchObject({ status: 400, body: { fields: [{ path: 'cooperative', rule: 'unknown-id' }] } });
  });

  it('replaces a password only for its owner, and ends all other sign-ins', async () => {
    const here = nobody(app);
    const there = nobody(app);
    await signIn(here, sri.number);
    await signIn(there, sri.number);
    const change = (body: object) => here.put('/api/auth/password', body);
    const fields = async (body: object) => (await change(body)).body.fields;
    expect(await fields({ password: 'kopi tujuh manis' })).toMatchObject([{ path: 'current', rule: 'required' }]);
    expect(await fields({ current: 'salah', password: 'kopi tujuh manis' })).toMatchObject([
      { path: 'current', rule: 'wrong-password' },
    ]);
    expect(await fields({ current: PASSWORD, password: 'kopi' })).toMatchObject([
      { path: 'password', rule: 'too-short', limit: 8 },
    ]);
    expect(await fields({ current: PASSWORD, password: 'Rahasia123' })).toMatchObject([
      { path: 'password', rule: 'too-common' },
    ]);
    expect((await change({ current: PASSWORD, password: 'kopi tujuh manis' })).status).toBe(204);
    expect(await isIn(here)).toBe(true);
    expect(await isIn(there)).toBe(false);
    expect((await signIn(nobody(app), sri.number)).status).toBe(401);
    expect((await signIn(nobody(app), sri.number, 'kopi tujuh manis')).status).toBe(204);
  });

  it('is kept as an argon2id hash', async () => {
    const [row] = await app.db.sql<{ hash: string }>(
      'SELECT password_hash AS hash FROM credentials WHERE member_id = $1',
      [sri.id],
    );
    expect(row?.hash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
  });
});

describe('with a mailed code or link', () => {
  const ask = (client: Client, identifier: string) =>
    client.post<{ challengeId: string }>('/api/auth/challenges', { cooperative: cooperative.slug, identifier });

  /** Asks, waits for the mail, and reads it as a person would. */
  async function asked(client: Client): Promise<{ id: string; code: string; token: string }> {
    const { body } = await ask(client, sri.number);
    await app.settle();
    const mail = app.mailbox.to(sri.email ?? '').at(-1);
    const link = /masuk\/tautan#([\w-]{36})\.([\w-]{43})/.exec(mail?.text ?? '');
    expect(link?.[1]).toBe(body.challengeId);
    return { id: body.challengeId, code: /\b\d{6}\b/.exec(mail?.text ?? '')?.[0] ?? '', token: link?.[2] ?? '' };
  }

  const byCode = (client: Client, id: string, code: string) => client.post(`/api/auth/challenges/${id}/code`, { code });
  const byLink = (client: Client, id: string, token: string) =>
    client.post(`/api/auth/challenges/${id}/link`, { token });

  it('signs in by the code, once', async () => {
    const client = nobody(app);
    const { id, code } = await asked(client);
    expect((await byCode(client, id, `${code.slice(0, 3)} ${code.slice(3)}`)).status).toBe(204);
    expect(await isIn(client)).toBe(true);
    expect(await byCode(client, id, code)).toMatchObject({ status: 400, body: { code: 'challenge-failed' } });
  });

  it('signs in by the link in the browser that asked, once', async () => {
    const client = nobody(app);
    const { id, token } = await asked(client);
    expect((await byLink(client, id, token)).status).toBe(204);
    expect(await isIn(client)).toBe(true);
    const again = aBrowser(app);
    expect((await byLink(again, id, token)).body.code).toBe('challenge-failed');
    expect(await isIn(again)).toBe(false);
  });

  it('tells any other browser to type the code where it was asked for, and stays unused', async () => {
    const client = nobody(app);
    const { id, token, code } = await asked(client);
    for (const scanner of [nobody(app), aBrowser(app, { cookie: `sinau-challenge=${'a'.repeat(43)}` })]) {
      expect(await byLink(scanner, id, token)).toMatchObject({
        status: 400,
        body: { code: 'challenge-failed', fields: [{ path: 'token', rule: 'other-browser' }] },
      });
      expect((await byCode(scanner, id, code)).body).not.toHaveProperty('fields');
      expect(await isIn(scanner)).toBe(false);
    }
    expect((await byLink(client, id, token)).status).toBe(204);
  });

  it('is not consumed by whatever only reads it', async () => {
    const client = nobody(app);
    const { id, token } = await asked(client);
    for (const method of ['GET', 'HEAD', 'OPTIONS']) {
      for (const path of [`/api/auth/challenges/${id}/link?token=${token}`, '/masuk/tautan']) {
        for (let look = 0; look < 3; look += 1) expect((await client.fetch(path, { method })).status).not.toBe(204);
      }
    }
    expect((await byLink(client, id, token)).status).toBe(204);
  });

  it('lets one of many through that come at once', async () => {
    const client = nobody(app);
    const { id, token, code } = await asked(client);
    const replies = await Promise.all([
      byLink(client, id, token),
      byCode(client, id, code),
      byLink(client, id, token),
      byCode(client, id, code),
    ]);
    expect(replies.map((reply) => reply.status).sort()).toEqual([204, 400, 400, 400]);
  });

  it('ends after ten minutes', async () => {
    const client = nobody(app);
    const { id, code, token } = await asked(client);
    app.clock.advance({ minutes: 10 });
    expect((await byCode(client, id, code)).status).toBe(400);
    expect((await byLink(client, id, token)).status).toBe(400);
  });

  it('ends after five wrong codes, and counts them down', async () => {
    const client = nobody(app);
    const { id, code, token } = await asked(client);
    const wrong = code === '000000' ? '000001' : '000000';
    for (const left of [4, 3, 2, 1, 0]) {
      expect((await byCode(client, id, wrong)).body.fields).toMatchObject([
        { path: 'code', rule: 'wrong-code', limit: left },
      ]);
    }
    expect((await byCode(client, id, code)).status).toBe(400);
    expect((await byLink(client, id, token)).status).toBe(400);
  });

  it('answers for unknown names as for known ones, up to the same tries, and mails nobody', async () => {
    const withoutAddress = await aMember(app, cooperative, { email: null });
    const known = await ask(nobody(app), sri.number);
    for (const identifier of ['tidak-ada@contoh.id', withoutAddress.number]) {
      const client = nobody(app);
      const reply = await ask(client, identifier);
      expect({ status: reply.status, keys: Object.keys(reply.body) }).toEqual({
        status: known.status,
        keys: Object.keys(known.body),
      });
      await app.settle();
      const left = [];
      for (let attempt = 0; attempt < 6; attempt += 1) {
        left.push((await byCode(client, reply.body.challengeId, '123456')).body.fields?.[0]?.limit);
      }
      expect(left).toEqual([4, 3, 2, 1, 0, undefined]);
    }
    expect(app.mailbox.mails).toHaveLength(1);
  });

  it('writes the same rows for known and unknown names: who it is, is looked up after the answer', async () => {
    const written = async (identifier: string) => {
      const { body } = await ask(nobody(app), identifier);
      return app.db.sql(
        `SELECT count(*)::int AS challenges, (SELECT count(*)::int FROM outbox_events
           WHERE name = 'challenge.requested' AND payload->>'challengeId' = $1) AS events
         FROM challenges WHERE id = $1::uuid`,
        [body.challengeId],
      );
    };
    expect(await written(sri.number)).toEqual(await written('tidak-ada@contoh.id'));
  });

  it('keeps neither code nor link nor browser as they are', async () => {
    const client = nobody(app);
    const { id, code, token } = await asked(client);
    const [row] = await app.db.sql<Record<string, unknown>>('SELECT * FROM challenges WHERE id = $1', [id]);
    const mails = await app.db.sql('SELECT * FROM outgoing_mails WHERE member_id = $1', [sri.id]);
    const kept = JSON.stringify([row, mails]);
    for (const secret of [code, token, client.cookie.split('=')[1]]) expect(kept).not.toContain(secret);
  });

  it('limits the mails one account can be sent', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) expect((await ask(nobody(app), sri.number)).status).toBe(202);
    const refused = await ask(nobody(app), sri.number.toLowerCase());
    expect(refused).toMatchObject({ status: 429, body: { code: 'rate-limited' } });
    expect(Number(refused.headers.get('retry-after'))).toBe(900);
  });

  it('still takes the code of an earlier mail that comes late', async () => {
    const client = nobody(app);
    const first = await asked(client);
    await asked(client);
    expect((await byCode(client, first.id, first.code)).status).toBe(204);
  });

  it('lets a fresh sign-in by mail replace a forgotten password, an old one not', async () => {
    const set = (client: Client, password: string) => client.put('/api/auth/password', { password });
    const first = nobody(app);
    const one = await asked(first);
    await byCode(first, one.id, one.code);
    expect((await set(first, PASSWORD)).status).toBe(204);
    expect((await set(first, 'kopi tujuh manis')).status).toBe(204);
    app.clock.advance({ minutes: 15 });
    expect((await set(first, PASSWORD)).body.fields).toMatchObject([{ path: 'current', rule: 'required' }]);
  });
});

describe('with a link that staff hand over', () => {
  const make = (client: Client, memberId: string) =>
    client.post<{ url: string; expiresAt: string }>('/api/auth/hand-over-links', { memberId });
  const tokenOf = (url: string): string => url.split('/masuk/serah#')[1] ?? '';
  const use = (client: Client, token: string) => client.post('/api/auth/hand-over', { token });

  it('works in any browser, once, within 72 hours, and only the latest one', async () => {
    const admin = await signedIn(app, await anAdmin(app, cooperative));
    const first = await make(admin, sri.id);
    const second = await make(admin, sri.id);
    expect(second.status).toBe(201);
    expect(Date.parse(second.body.expiresAt) - app.clock.now().getTime()).toBe(72 * 3_600_000);
    const phone = nobody(app);
    expect((await use(phone, tokenOf(first.body.url))).body.code).toBe('challenge-failed');
    const replies = await Promise.all([1, 2, 3].map(() => use(phone, tokenOf(second.body.url))));
    expect(replies.map((reply) => reply.status).sort()).toEqual([204, 400, 400]);
    expect((await phone.get('/api/me')).body).toMatchObject({ member: { id: sri.id } });
    const late = await make(await signedIn(app, await anAdmin(app, cooperative)), sri.id);
    app.clock.advance({ hours: 72 });
    expect((await use(nobody(app), tokenOf(late.body.url))).status).toBe(400);
  });

  it('is in the audit, without the link', async () => {
    const adminRow = await anAdmin(app, cooperative);
    const { body } = await make(await signedIn(app, adminRow), sri.id);
    const entries = await app.db.sql(
      `SELECT entry.*, value.after FROM audit_entries entry JOIN audit_values value USING (cooperative_id, number)
       WHERE subject_id = $1 AND action = 'hand-over-link.made'`,
      [sri.id],
    );
    expect(entries).toMatchObject([{ actor_member_id: adminRow.id }]);
    expect(JSON.stringify(entries)).not.toContain(tokenOf(body.url));
  });

  it('is printed for the operator, who needs no sign-in: the way back for an admin locked out', async () => {
    const adminRow = await anAdmin(app, cooperative);
    const env = { NODE_ENV: 'test', SINAU_DATA: app.data, DATABASE_URL: app.database.appUrl };
    const nobodyThere = await linkMember(env, cooperative.slug, 'tidak-ada');
    expect(nobodyThere).toMatchObject({ isDone: false, lines: [expect.stringContaining('no member tidak-ada')] });
    const { isDone, lines } = await linkMember(env, cooperative.slug, adminRow.number);
    expect(isDone).toBe(true);
    const browser = nobody(app);
    expect(await use(browser, tokenOf(lines.at(-1) ?? ''))).toMatchObject({ status: 204 });
    expect((await browser.get('/api/me')).body).toMatchObject({ member: { id: adminRow.id } });
    expect(
      await app.db.sql('SELECT actor_member_id FROM audit_entries WHERE subject_id = $1', [adminRow.id]),
    ).toMatchObject([{ actor_member_id: null }]);
  });

  it('is made by a coordinator for plain members of own units only', async () => {
    const own = await aUnit(app, cooperative);
    const coordinator = await signedIn(
      app,
      await aMember(app, cooperative, {
        roles: ['member', 'coordinator'],
        coordinatesUnitIds: [own.id],
        unitId: own.id,
      }),
    );
    const plain = await aMember(app, cooperative, { unitId: own.id, email: null });
    const boss = await anAdmin(app, cooperative, { unitId: own.id });
    expect((await make(coordinator, plain.id)).status).toBe(201);
    expect((await make(coordinator, sri.id)).status).toBe(404);
    expect((await make(coordinator, boss.id)).status).toBe(403);
  });

  it('is not made for who has left', async () => {
    const admin = await signedIn(app, await anAdmin(app, cooperative));
    const gone = await aMember(app, cooperative, { status: 'keluar' });
    expect((await make(admin, gone.id)).body).toMatchObject({ code: 'wrong-state' });
  });
});

describe('signed in', () => {
  it('sees where, with what and until when, and ends each or all others', async () => {
    const phone = await signedIn(app, sri);
    const laptop = await signedIn(app, sri);
    const library = await signedIn(app, sri);
    const stranger = await signedIn(app, await aMember(app, cooperative));
    const list = async (client: Client) =>
      (await client.get<{ items: { id: string; isCurrent: boolean }[] }>('/api/auth/tokens')).body.items;
    expect(await list(phone)).toHaveLength(3);
    const [laptopId] = (await list(laptop)).filter((item) => item.isCurrent).map((item) => item.id);
    expect((await stranger.delete(`/api/auth/tokens/${laptopId ?? ''}`)).status).toBe(404);
    expect((await phone.delete(`/api/auth/tokens/${laptopId ?? ''}`)).status).toBe(204);
    expect(await isIn(laptop)).toBe(false);
    expect(await isIn(library)).toBe(true);
    expect((await phone.delete('/api/auth/tokens')).status).toBe(204);
    expect(await isIn(library)).toBe(false);
    expect(await list(phone)).toMatchObject([{ isCurrent: true, device: '?', method: 'operator' }]);
    expect(await isIn(stranger)).toBe(true);
  });

  it('signs out at once, and again without harm', async () => {
    const client = await signedIn(app, sri);
    const { cookie } = client;
    expect((await client.post('/api/auth/sign-out')).status).toBe(204);
    expect(client.cookie).toBe('');
    expect((await nobody(app).fetch('/api/me', { headers: { cookie } })).status).toBe(401);
    expect((await client.post('/api/auth/sign-out')).status).toBe(204);
  });

  it('is signed out everywhere on leaving', async () => {
    const admin = await signedIn(app, await anAdmin(app, cooperative));
    const link = await admin.post<{ url: string }>('/api/auth/hand-over-links', { memberId: sri.id });
    await signedIn(app, sri);
    const { body } = await admin.get<{ version: number }>(`/api/members/${sri.id}`);
    const left = await admin.patch(`/api/members/${sri.id}`, { version: body.version, status: 'keluar' });
    expect(left.status).toBe(200);
    await app.settle();
    const open = await app.db.sql('SELECT FROM sign_in_tokens WHERE member_id = $1 AND revoked_at IS NULL', [sri.id]);
    expect(open).toHaveLength(0);
    const token = link.body.url.split('#')[1] ?? '';
    expect((await nobody(app).post('/api/auth/hand-over', { token })).status).toBe(400);
  });

  it('is refused from another site', async () => {
    const client = await signedIn(app, sri);
    for (const headers of [{ origin: 'https://jahat.example' }, { 'sec-fetch-site': 'cross-site' }]) {
      const response = await client.fetch('/api/auth/tokens', { method: 'DELETE', headers });
      expect(await response.json()).toMatchObject({ code: 'cross-site-request' });
    }
  });
});

describe('failures from one address', () => {
  it('are refused after 300 in ten minutes, right ones from there too, and by TRUST_PROXY from there only', async () => {
    const proxied = await bootApp({ env: { TRUST_PROXY: '127.0.0.1' } });
    try {
      const home = await aCooperative(proxied);
      const fail = (address: string) =>
        aBrowser(proxied, { 'x-forwarded-for': address }).post('/api/auth/hand-over', { token: 'x'.repeat(43) });
      const replies = await Promise.all(Array.from({ length: 300 }, () => fail('36.68.1.9')));
      expect(new Set(replies.map((reply) => reply.status))).toEqual(new Set([400]));
      const refused = await fail('36.68.1.9');
      expect(refused.status).toBe(429);
      expect(refused.headers.get('retry-after')).toBe('600');
      expect((await fail('36.68.1.10')).status).toBe(400);
      expect((await fail('2001:448a:1:2::3')).status).toBe(400);
      const typed = { cooperative: home.slug, identifier: 'x', password: PASSWORD };
      const there = aBrowser(proxied, { 'x-forwarded-for': '36.68.1.9' });
      expect((await there.post('/api/auth/sign-in', typed)).status).toBe(429);
    } finally {
      await proxied.close();
    }
  });
});

describe('behind https', () => {
  it('binds its cookies to the host', async () => {
    const secure = await bootApp({ env: { PUBLIC_URL: 'https://sinau.example' } });
    try {
      const home = await aCooperative(secure);
      const member = await aMember(secure, home);
      const client = await signedIn(secure, member);
      expect(client.cookie).toMatch(/^__Host-sinau=/);
      expect((await client.get('/api/me')).status).toBe(200);
      const bare = client.cookie.replace('__Host-', '');
      expect((await nobody(secure).fetch('/api/me', { headers: { cookie: bare } })).status).toBe(401);
      const asked = await nobody(secure).post('/api/auth/challenges', { cooperative: home.slug, identifier: 'x' });
      expect(asked.headers.getSetCookie()).toEqual([
        expect.stringMatching(
          /^__Host-sinau-challenge=[\w-]{43}; Max-Age=3600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
        ),
      ]);
    } finally {
      await secure.close();
    }
  });
});
