// Covers and materials through HTTP: taken in by what they are, shown to whom they are for, gone when they are taken away.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import type { Problem } from '../../src/contracts/error-codes.js';
import { newId } from '../../src/platform/ids.js';
import { nobody, signedIn, type Client } from '../factories/auth.js';
import { aPhoto, PDF, sendFile } from '../factories/files.js';
import { aCooperative, aMember, anAdmin, type CooperativeRow, type MemberRow } from '../factories/members.js';
import { aSession, type SessionRow } from '../factories/sessions.js';
import { bootApp, type TestApp } from '../support/app.js';
import { TestS3 } from '../support/s3.js';

interface Material {
  id: string;
  title: string;
  shownFrom: string;
  fileName: string;
  url: string;
}

interface Cover {
  large: string;
  small: string;
}

let app: TestApp;
let home: CooperativeRow;
let member: MemberRow;
let admin: Client;
let reader: Client;

beforeAll(async () => {
  app = await bootApp();
  home = await aCooperative(app);
  member = await aMember(app, home);
  admin = await signedIn(app, await anAdmin(app, home));
  reader = await signedIn(app, member);
});

afterAll(async () => {
  await app.close();
});

async function aSeat(session: SessionRow): Promise<void> {
  await app.db.sql(
    `INSERT INTO registrations (id, cooperative_id, session_id, member_id, state, queued_at, confirmed_at, created_at, updated_at)
     VALUES ($1, $2, $3, $4, 'confirmed', $5, $5, $5, $5)`,
    [newId(), home.id, session.id, member.id, app.clock.now()],
  );
}

const putCover = (session: SessionRow, bytes: Buffer, name = 'foto.jpg') =>
  sendFile(admin, 'PUT', `/api/sessions/${session.id}/cover`, bytes, name);
const addMaterial = (session: SessionRow, bytes: Buffer, name: string) =>
  sendFile(admin, 'POST', `/api/sessions/${session.id}/materials`, bytes, name);
const coverOf = async (session: SessionRow): Promise<Cover | null> =>
  (await reader.get<{ cover: Cover | null }>(`/api/sessions/${session.id}`)).body.cover;
const materialsOf = async (client: Client, session: SessionRow): Promise<Material[]> =>
  (await client.get<{ items: Material[] }>(`/api/sessions/${session.id}/materials`)).body.items;

async function download(path: string): Promise<{ status: number; headers: Headers; bytes: Buffer }> {
  const response = await nobody(app).fetch(path);
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}

describe('a cover', () => {
  it('is drawn anew: upright, small enough, and without where it was taken', async () => {
    const session = await aSession(app, home);
    expect(await putCover(session, await aPhoto(3_000, 2_000))).toMatchObject({ status: 204 });
    const cover = await coverOf(session);
    const large = await download(cover?.large ?? '');
    const { format, width, height, exif } = await sharp(large.bytes).metadata();
    // It lay on its side: a third less wide than high.
    expect({ format, width, height, exif }).toEqual({ format: 'webp', width: 1_067, height: 1_600, exif: undefined });
    expect(large.bytes.includes('Kamera Rahasia')).toBe(false);
    expect(large.headers.get('content-type')).toBe('image/webp');
    expect((await sharp((await download(cover?.small ?? '')).bytes).metadata()).height).toBe(480);
  });

  it('is on every list, for visitors too, and the same link all day', async () => {
    const session = await aSession(app, home);
    await putCover(session, await aPhoto());
    const cover = await coverOf(session);
    const lists = ['/api/sessions?limit=100', `/api/public/${home.slug}/sessions?limit=100`];
    for (const path of lists) {
      const { body } = await reader.get<{ items: { id: string; cover: Cover | null }[] }>(path);
      expect(body.items.find(({ id }) => id === session.id)?.cover).toEqual(cover);
    }
    expect(await coverOf(session)).toEqual(cover);
  });

  it('gives way to another, and to none; what nothing refers to is thrown away', async () => {
    const session = await aSession(app, home);
    await putCover(session, await aPhoto());
    const first = (await coverOf(session))?.small ?? '';
    await putCover(session, await aPhoto(640, 480));
    const second = (await coverOf(session))?.small ?? '';
    expect([(await download(first)).status, (await download(second)).status]).toEqual([404, 200]);
    expect((await admin.delete(`/api/sessions/${session.id}/cover`)).status).toBe(204);
    expect(await coverOf(session)).toBeNull();
    const folder = join(app.data, 'uploads', second.split('/').at(-1)?.split('.')[0] ?? '', 'small');
    expect(existsSync(folder)).toBe(true);
    await app.settle();
    expect(existsSync(folder)).toBe(false);
    const rows = await app.db.sql(
      `SELECT FROM audit_entries WHERE subject_id = $1 AND action = 'session.cover-changed'`,
      [session.id],
    );
    expect(rows).toHaveLength(3);
  });

  it.each([
    ['a document', PDF, 'not-an-image'],
    [
      'a drawing that can hold scripts',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      'not-an-image',
    ],
    ['a page', Buffer.from('<html><script>alert(1)</script></html>'), 'not-an-image'],
    ['nothing', Buffer.alloc(0), 'not-an-image'],
    ['half a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'format'],
    ['more than ten megabytes', Buffer.alloc(10 * 1024 * 1024 + 1, 1), 'too-large'],
  ])('is not %s, whatever it is called', async (_, bytes, rule) => {
    const session = await aSession(app, home);
    const answer = await putCover(session, bytes, 'foto.png');
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-file', fields: [{ path: 'file', rule }] } });
    expect(await coverOf(session)).toBeNull();
  });

  it('is not what unfolds to more than a camera makes', async () => {
    const bomb = await sharp({ create: { width: 16_000, height: 4_000, channels: 3, background: 'white' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(1024 * 1024);
    const answer = await putCover(await aSession(app, home), bomb);
    expect(answer.body).toMatchObject({ fields: [{ rule: 'too-large', limit: '50 MP' }] });
  });

  it('is not put on what was cancelled', async () => {
    const answer = await putCover(await aSession(app, home, { state: 'cancelled' }), await aPhoto());
    expect(answer).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
  });
});

describe('materials', () => {
  it('are for those with a seat and for staff, before or after as it was said', async () => {
    const session = await aSession(app, home);
    await addMaterial(session, PDF, 'Slide Menabung.pdf');
    const answer = (await addMaterial(session, PDF, 'Kunci.pdf')).body as { items: Material[] };
    const [slides, key] = answer.items;
    const changed = await admin.patch<{ items: Material[] }>(`/api/sessions/${session.id}/materials/${key?.id ?? ''}`, {
      title: 'Kunci jawaban',
      shownFrom: 'end',
    });
    expect(changed.body.items.map(({ title, shownFrom }) => [title, shownFrom])).toEqual([
      ['Slide Menabung', 'registration'],
      ['Kunci jawaban', 'end'],
    ]);
    const later = async (): Promise<number> =>
      (await reader.get<{ later: number }>(`/api/sessions/${session.id}/materials`)).body.later;
    expect([await materialsOf(reader, session), await later()]).toEqual([[], 0]);
    await aSeat(session);
    expect((await materialsOf(reader, session)).map(({ id }) => id)).toEqual([slides?.id]);
    expect(await later()).toBe(1);
    await app.db.sql(`UPDATE sessions SET state = 'ended' WHERE id = $1`, [session.id]);
    expect((await materialsOf(reader, session)).map(({ id }) => id)).toEqual([slides?.id, key?.id]);
    expect(await later()).toBe(0);
  });

  it('are shown from their first moment only when they were said to be', async () => {
    const session = await aSession(app, home);
    await aSeat(session);
    const path = `/api/sessions/${session.id}/materials?shownFrom=`;
    expect((await sendFile(admin, 'POST', `${path}end`, PDF, 'Kunci.pdf')).status).toBe(201);
    expect(await materialsOf(reader, session)).toEqual([]);
    expect((await sendFile(admin, 'POST', `${path}registration`, PDF, 'Slide.pdf')).status).toBe(201);
    expect((await materialsOf(reader, session)).map(({ title }) => title)).toEqual(['Slide']);
    const refused = await sendFile(admin, 'POST', `${path}kapan-saja`, PDF, 'Slide.pdf');
    expect(refused).toMatchObject({ status: 400, body: { fields: [{ path: 'shownFrom' }] } });
  });

  it('stand there once, however often they are sent under one id', async () => {
    const [session, other] = [await aSession(app, home), await aSession(app, home)];
    const send = (to: SessionRow, id: string) =>
      sendFile(admin, 'POST', `/api/sessions/${to.id}/materials?id=${id}`, PDF, 'Slide.pdf');
    const id = newId();
    const answers = await Promise.all([send(session, id), send(session, id)]);
    expect([...answers, await send(session, id)].map(({ status }) => status)).toEqual([201, 201, 201]);
    expect((await materialsOf(admin, session)).map((material) => material.id)).toEqual([id]);
    expect((await send(other, id)).body).toMatchObject({ code: 'conflict' });
    expect((await send(other, 'slide')).body).toMatchObject({ code: 'invalid-input', fields: [{ path: 'id' }] });
    expect(await materialsOf(admin, other)).toEqual([]);
    await send(session, newId());
    expect(await materialsOf(admin, session)).toHaveLength(2);
  });

  it('are saved, never shown, under their own name, while the link is good and unchanged', async () => {
    const session = await aSession(app, home);
    await aSeat(session);
    await addMaterial(session, PDF, 'Ringkasan “2026”.html');
    const url = (await materialsOf(reader, session))[0]?.url ?? '';
    const { status, headers, bytes } = await download(url);
    expect({ status, bytes }).toEqual({ status: 200, bytes: PDF });
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''Ringkasan/);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    const [id = '', variant = '', expires = '', signature = ''] = (url.split('/').at(-1) ?? '').split('.');
    for (const changed of [
      `${newId()}.${variant}.${expires}.${signature}`,
      `${id}.large.${expires}.${signature}`,
      `${id}.${variant}.${String(Number(expires) + 3_600)}.${signature}`,
      `${id}.${variant}.${expires}.${signature.slice(0, -2)}AA`,
      `${id}.${variant}.${expires}`,
      `..%2F..%2Fsecret.${variant}.${expires}.${signature}`,
    ]) {
      expect({ changed, status: (await download(`/api/files/${changed}`)).status }).toEqual({ changed, status: 404 });
    }
    app.clock.advance({ hours: 2 });
    expect((await download(url)).status).toBe(404);
    expect((await download((await materialsOf(reader, session))[0]?.url ?? '')).status).toBe(200);
  });

  it('can be pictures, drawn anew like covers, and no programs', async () => {
    const session = await aSession(app, home);
    expect((await addMaterial(session, await aPhoto(), 'papan tulis.jpg')).body).toMatchObject({
      items: [{ title: 'papan tulis', fileName: 'papan tulis.webp' }],
    });
    const program = await addMaterial(session, Buffer.from('MZ\u0090\u0000'.repeat(300), 'latin1'), 'slide.pdf');
    expect(program.body).toMatchObject({ code: 'invalid-file', fields: [{ rule: 'not-a-material' }] });
  });

  it('are gone when they are removed, links and all', async () => {
    const session = await aSession(app, home);
    await addMaterial(session, PDF, 'a.pdf');
    const [material] = await materialsOf(admin, session);
    expect((await admin.delete(`/api/sessions/${session.id}/materials/${material?.id ?? ''}`)).status).toBe(204);
    expect(await materialsOf(admin, session)).toEqual([]);
    expect((await download(material?.url ?? '')).status).toBe(404);
  });

  it('are thirty at the most', async () => {
    const session = await aSession(app, home);
    await app.db.sql(
      `INSERT INTO session_materials (id, session_id, file_id, title, shown_from, created_at)
       SELECT gen_random_uuid(), $1, gen_random_uuid(), 'x', 'end', $2 FROM generate_series(1, 30)`,
      [session.id, app.clock.now()],
    );
    const answer = (await addMaterial(session, PDF, 'a.pdf')).body as Problem;
    expect(answer.fields).toMatchObject([{ path: 'file', rule: 'too-many', limit: 30 }]);
  });
});

describe('an S3-compatible store', () => {
  it('keeps, gives and throws away, every request signed', async () => {
    const s3 = await TestS3.start();
    const env = { FILES_S3_URL: s3.url, FILES_S3_REGION: s3.region, FILES_S3_KEY: s3.key, FILES_S3_SECRET: s3.secret };
    const other = await bootApp({ env });
    try {
      const cooperative = await aCooperative(other);
      const session = await aSession(other, cooperative);
      const planner = await signedIn(other, await anAdmin(other, cooperative));
      const path = `/api/sessions/${session.id}/materials`;
      const { body } = await sendFile(planner, 'POST', path, PDF, 'a.pdf');
      const [material] = (body as { items: Material[] }).items;
      expect([...s3.objects.values()]).toEqual([PDF]);
      const response = await nobody(other).fetch(material?.url ?? '');
      expect(Buffer.from(await response.arrayBuffer())).toEqual(PDF);
      await planner.delete(`${path}/${material?.id ?? ''}`);
      await other.settle();
      expect({ left: s3.objects.size, refused: s3.refused }).toEqual({ left: 0, refused: 0 });
      expect(existsSync(join(other.data, 'uploads'))).toBe(false);
    } finally {
      await other.close();
      await s3.close();
    }
  });
});
