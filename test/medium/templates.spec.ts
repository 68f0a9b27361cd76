// Templates through HTTP: what a session is, kept under a name, for the next one of its kind.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import { signedIn, type Client } from '../factories/auth.js';
import { aCooperative, aMember, anAdmin, type CooperativeRow } from '../factories/members.js';
import { aSession } from '../factories/sessions.js';
import { bootApp, type TestApp } from '../support/app.js';

interface Template {
  id: string;
  name: string;
  content: Record<string, unknown>;
}

let app: TestApp;
let home: CooperativeRow;
let admin: Client;
let sourceId: string;

const inHours = (hours: number): string => new Date(app.clock.now().getTime() + hours * 3_600_000).toISOString();
const CONTENT = {
  ...{
    title: 'Kelas menabung',
    topic: 'Keuangan',
    description: '**Bawa** buku',
    descriptionOther: '**Bring** a book',
    language: 'en',
    zone: 'Asia/Makassar',
  },
  ...{ delivery: 'hybrid', capacity: 40, onsiteCapacity: 12, venue: 'Aula', protocol: 'Bawa masker' },
  stage: { kind: 'link', url: 'https://zoom.us/j/1' },
};
const WORDS = { id: 'Pantangan makan', en: 'What can you not eat?' };
const QUESTION = {
  ...{ id: newId(), kind: 'text', label: WORDS, help: { id: null, en: null }, options: [], isRequired: true },
  retentionDays: 30,
};
const TERMS = {
  ...{ needsApproval: true, unitIds: [], roles: ['member'], prerequisites: [], queuePolicy: 'fifo' },
  ...{ quotas: [], quotaReleaseHours: 12 },
  ...{ freedVirtual: 'offer', freedOnsite: 'offer', offerHours: 6 },
};

beforeAll(async () => {
  app = await bootApp();
  home = await aCooperative(app);
  const host = await aMember(app, home, { roles: ['member', 'facilitator'] });
  admin = await signedIn(app, await anAdmin(app, home));
  const staff = [{ memberId: host.id, role: 'host' }];
  const times = { startsAt: inHours(24), endsAt: inHours(25.5) };
  sourceId = (await admin.post<{ id: string }>('/api/sessions', { ...CONTENT, ...times, staff })).body.id;
  await admin.put(`/api/sessions/${sourceId}/registration-terms`, { ...TERMS, version: 0, closesAt: inHours(20) });
  await admin.put(`/api/sessions/${sourceId}/registration-questions`, { version: 0, questions: [QUESTION] });
});

afterAll(async () => {
  await app.close();
});

const save = (name: string, sessionId = sourceId) =>
  admin.post<Template>('/api/session-templates', { name, sessionId });
const namesNow = async (): Promise<string[]> =>
  (await admin.get<{ items: Template[] }>('/api/session-templates')).body.items.map(({ name }) => name);

describe('a template', () => {
  it('is what a session is, but for dates and people', async () => {
    expect(await save('Kelas bulanan')).toMatchObject({
      ...{ status: 201, body: { name: 'Kelas bulanan', content: { ...CONTENT, minutes: 90 } } },
    });
  });

  it('makes drafts with its fields and terms, but for what is said anew', async () => {
    const { body: template } = await save('Kelas hibrida');
    const body = { id: newId(), startsAt: inHours(200), title: 'Kelas Agustus', capacity: null };
    const use = () => admin.post<{ id: string }>(`/api/session-templates/${template.id}/sessions`, body);
    expect([await use(), await use()]).toMatchObject([
      { status: 201, body: { id: body.id } },
      { status: 201, body: { id: body.id } },
    ]);
    expect((await admin.get(`/api/sessions/${body.id}`)).body).toMatchObject({
      ...{ state: 'draft', title: 'Kelas Agustus', startsAt: body.startsAt, endsAt: inHours(201.5), capacity: null },
      ...{ venue: 'Aula', zone: 'Asia/Makassar', topic: { name: 'Keuangan' }, planning: { staff: [] } },
    });
    expect((await admin.get(`/api/sessions/${body.id}/registration-terms`)).body).toEqual({
      ...{ ...TERMS, version: 1, closesAt: null, sessions: [] },
    });
    expect((await admin.get(`/api/sessions/${body.id}/registration-questions`)).body).toEqual({
      ...{ version: 1, questions: [{ ...QUESTION, hasAnswers: false }] },
    });
  });

  it('gives its terms and questions to every session of a series', async () => {
    const { body: template } = await save('Kelas berseri');
    const session = { title: 'Seri', startsAt: inHours(24), endsAt: inHours(25) };
    const { body } = await admin.post<{ sessions: { id: string }[] }>('/api/series', {
      ...{ templateId: template.id, session, rrule: 'FREQ=WEEKLY;COUNT=2' },
    });
    for (const { id } of body.sessions) {
      expect((await admin.get(`/api/sessions/${id}/registration-terms`)).body).toMatchObject({ offerHours: 6 });
      expect((await admin.get(`/api/sessions/${id}/registration-questions`)).body).toMatchObject({
        questions: [{ id: QUESTION.id }],
      });
    }
  });

  it('has a name of its own, may get another, and goes without what was made from it', async () => {
    const { body: one } = await save('Satu');
    await save('Dua');
    const taken = { status: 400, body: { code: 'invalid-input', fields: [{ path: 'name', rule: 'taken' }] } };
    expect(await save('SATU')).toMatchObject(taken);
    expect(await admin.patch(`/api/session-templates/${one.id}`, { name: 'dua' })).toMatchObject(taken);
    expect(await admin.patch(`/api/session-templates/${one.id}`, { name: 'Esa' })).toMatchObject({ status: 200 });
    expect(await namesNow()).toEqual(expect.arrayContaining(['Dua', 'Esa']));
    expect((await admin.delete(`/api/session-templates/${one.id}`)).status).toBe(204);
    expect(await namesNow()).not.toContain('Esa');
    expect((await admin.post(`/api/session-templates/${one.id}/sessions`, { startsAt: inHours(30) })).status).toBe(404);
  });

  it('is not kept of another cooperative, nor shown to it', async () => {
    const other = await aCooperative(app);
    const foreign = await aSession(app, other);
    expect((await save('Asing', foreign.id)).status).toBe(404);
    const neighbour = await signedIn(app, await anAdmin(app, other));
    expect((await neighbour.get('/api/session-templates')).body).toEqual({ items: [] });
  });
});
