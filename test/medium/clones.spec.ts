// Copies of sessions through HTTP: everything but dates and people, and files that outlive what they were copied from.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FilesService } from '../../src/platform/files/files.service.js';
import { newId } from '../../src/platform/ids.js';
import { nobody, signedIn, type Client } from '../factories/auth.js';
import { aPhoto, PDF, sendFile } from '../factories/files.js';
import { aCooperative, aMember, anAdmin, type CooperativeRow, type MemberRow } from '../factories/members.js';
import { aSession } from '../factories/sessions.js';
import { bootApp, type TestApp } from '../support/app.js';

const HOUR = 3_600_000;

let app: TestApp;
let home: CooperativeRow;
let host: MemberRow;
let admin: Client;

beforeAll(async () => {
  app = await bootApp();
  home = await aCooperative(app);
  host = await aMember(app, home, { roles: ['member', 'facilitator'] });
  admin = await signedIn(app, await anAdmin(app, home));
});

afterAll(async () => {
  await app.close();
});

const inHours = (hours: number): string => new Date(app.clock.now().getTime() + hours * HOUR).toISOString();
const clone = (sessionId: string, body: object) => admin.post<{ id: string }>(`/api/sessions/${sessionId}/clone`, body);

interface Material {
  title: string;
  shownFrom: string;
  url: string;
}
const materialsOf = async (sessionId: string): Promise<(Material & { id: string })[]> =>
  (await admin.get<{ items: (Material & { id: string })[] }>(`/api/sessions/${sessionId}/materials`)).body.items;

describe('a copy', () => {
  it('has everything but the dates and the people', async () => {
    const { body: made } = await admin.post<{ id: string }>('/api/sessions', {
      ...{ title: 'Menabung', topic: 'Keuangan', description: '**Bring** a book', descriptionOther: '**Bawa** buku' },
      ...{ language: 'en', zone: 'Asia/Makassar' },
      ...{ startsAt: inHours(24), endsAt: inHours(26), delivery: 'hybrid', capacity: 40, onsiteCapacity: 12 },
      ...{ venue: 'Aula, Jl. Merdeka 1', protocol: 'Bawa masker', stage: { kind: 'link', url: 'https://zoom.us/j/1' } },
      staff: [{ memberId: host.id, role: 'host' }],
    });
    const terms = {
      ...{ version: 0, needsApproval: true, closesAt: inHours(20), unitIds: [], roles: ['member'], prerequisites: [] },
      ...{
        quotas: [],
        quotaReleaseHours: 12,
        queuePolicy: 'fifo',
        freedVirtual: 'offer',
        freedOnsite: 'offer',
        offerHours: 6,
      },
    };
    expect(await admin.put(`/api/sessions/${made.id}/registration-terms`, terms)).toMatchObject({ status: 200 });
    const label = { id: null, en: 'What do you save for?' };
    const question = { id: newId(), kind: 'text', label, help: { id: null, en: null }, options: [], isRequired: true };
    const questions = [{ ...question, retentionDays: 30 }];
    const asked = await admin.put(`/api/sessions/${made.id}/registration-questions`, { version: 0, questions });
    expect(asked).toMatchObject({ status: 200 });
    await sendFile(admin, 'PUT', `/api/sessions/${made.id}/cover`, await aPhoto(800, 600), 'foto.jpg');
    await sendFile(admin, 'POST', `/api/sessions/${made.id}/materials`, PDF, 'Salindia.pdf');
    const { body: source } = await admin.get<object>(`/api/sessions/${made.id}`);

    const reply = await clone(made.id, { startsAt: inHours(24 * 30) });
    expect(reply.status).toBe(201);
    const { body: copy } = await admin.get<{ cover: object | null }>(`/api/sessions/${reply.body.id}`);
    expect(copy).toEqual({
      ...source,
      ...{ id: reply.body.id, startsAt: inHours(24 * 30), endsAt: inHours(24 * 30 + 2) },
      ...{ facilitators: [], cover: expect.any(Object), room: expect.any(Object) },
      planning: {
        ...{ version: 1, revision: 0, description: '**Bring** a book', descriptionOther: '**Bawa** buku' },
        ...{ protocol: 'Bawa masker', stageUrl: 'https://zoom.us/j/1', staff: [] },
        confirmedBy: { virtual: 0, onsite: 0 },
      },
    });
    expect(await materialsOf(reply.body.id)).toMatchObject([{ title: 'Salindia', shownFrom: 'registration' }]);
    const { body: copied } = await admin.get(`/api/sessions/${reply.body.id}/registration-terms`);
    expect(copied).toEqual({ ...terms, version: 1, closesAt: null, sessions: [] });
    const { body: again } = await admin.get(`/api/sessions/${reply.body.id}/registration-questions`);
    expect(again).toEqual({ version: 1, questions: questions.map((one) => ({ ...one, hasAnswers: false })) });
  });

  it('may lie in another zone and last another time, and is made once however often it is sent', async () => {
    const source = await aSession(app, home, {}, { host });
    const body = { id: newId(), startsAt: inHours(72), endsAt: inHours(75), zone: 'Asia/Jayapura' };
    expect([await clone(source.id, body), await clone(source.id, body)]).toMatchObject([
      { status: 201, body: { id: body.id } },
      { status: 201, body: { id: body.id } },
    ]);
    expect((await admin.get(`/api/sessions/${body.id}`)).body).toMatchObject({
      ...{ state: 'draft', zone: 'Asia/Jayapura', startsAt: body.startsAt, endsAt: body.endsAt },
    });
  });

  it('can be made of what was cancelled or is over, but not into the past', async () => {
    const source = await aSession(app, home, { state: 'cancelled' });
    expect((await clone(source.id, { startsAt: inHours(48) })).status).toBe(201);
    expect(await clone(source.id, { startsAt: inHours(-1) })).toMatchObject({
      ...{ status: 400, body: { code: 'invalid-input', fields: [{ path: 'startsAt', rule: 'in-the-past' }] } },
    });
  });

  it('keeps its files when the first session gives them up, and they go with the last', async () => {
    const source = await aSession(app, home);
    await sendFile(admin, 'POST', `/api/sessions/${source.id}/materials`, PDF, 'Modul.pdf');
    const { body } = await clone(source.id, { startsAt: inHours(96) });
    const remove = async (sessionId: string): Promise<void> => {
      const [material] = await materialsOf(sessionId);
      await admin.delete(`/api/sessions/${sessionId}/materials/${material?.id ?? ''}`);
      app.clock.advance({ seconds: 1 });
      await app.server.app.get(FilesService, { strict: false }).purge();
    };
    const statusOf = async (path: string): Promise<number> => (await nobody(app).fetch(path)).status;
    await remove(source.id);
    const [kept] = await materialsOf(body.id);
    expect(await statusOf(kept?.url ?? '')).toBe(200);
    await remove(body.id);
    expect(await statusOf(kept?.url ?? '')).toBe(404);
  });
});
