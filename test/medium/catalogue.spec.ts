// The catalogue: found by words that were begun or bent, narrowed by day, way, language and seats, page by page.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from '../../src/contracts/schemas.js';
import { newId } from '../../src/platform/ids.js';
import { bootApp, type TestApp } from '../support/app.js';
import { signedIn, type Client } from '../factories/auth.js';
import { aCooperative, aMember, type CooperativeRow, type MemberRow } from '../factories/members.js';
import { aSession, type SessionRow } from '../factories/sessions.js';

let app: TestApp;
let home: CooperativeRow;
let member: MemberRow;
let reader: Client;

beforeAll(async () => {
  app = await bootApp();
  home = await aCooperative(app);
  member = await aMember(app, home, { zone: 'Asia/Jayapura' });
  reader = await signedIn(app, member);
});

afterAll(async () => {
  await app.close();
});

type Extra = Partial<{
  description: string;
  topicId: string;
  delivery: string;
  onsiteCapacity: number;
  language: string;
}>;

/** Every session's topic, words and way, beyond what the factory says. */
async function found(fields: Parameters<typeof aSession>[2], extra: Extra = {}): Promise<SessionRow> {
  const session = await aSession(app, home, fields);
  await app.db.sql(
    `UPDATE sessions SET description = coalesce($2, description), topic_id = $3, delivery = coalesce($4, delivery),
       onsite_capacity = $5, language = coalesce($6, language) WHERE id = $1`,
    [
      ...[session.id, extra.description ?? null, extra.topicId ?? null, extra.delivery ?? null],
      ...[extra.onsiteCapacity ?? null, extra.language ?? null],
    ],
  );
  return session;
}

async function titles(query: string): Promise<string[]> {
  const { status, body } = await reader.get<Page<{ title: string }>>(`/api/sessions?${query}`);
  expect(status).toBe(200);
  return body.items.map(({ title }) => title);
}

const on = (day: string, time = '03:00'): Date => new Date(`${day}T${time}:00Z`);

describe('words', () => {
  beforeAll(async () => {
    const topicId = newId();
    await app.db.sql(`INSERT INTO topics (id, cooperative_id, name) VALUES ($1, $2, 'Keuangan keluarga')`, [
      topicId,
      home.id,
    ]);
    await found({ title: 'Menabung sejak dini' }, { topicId, description: 'Bersama keluarga.' });
    await found({ title: 'Saving for later' }, { description: 'How members **invested** together', language: 'en' });
  });

  it.each([
    ['a whole word', 'menabung', 'Menabung sejak dini'],
    ['another form of one', 'keluarganya', 'Menabung sejak dini'],
    ['a word that was begun', 'menab', 'Menabung sejak dini'],
    ['two that were begun', 'dini sej', 'Menabung sejak dini'],
    ['the name of the topic', 'keuangan', 'Menabung sejak dini'],
    ['its beginning', 'keua', 'Menabung sejak dini'],
    ['English, in another form', 'investing', 'Saving for later'],
    ['signs of a query, taken as words', 'menabung:*|(&!', 'Menabung sejak dini'],
  ])('%s', async (_, words, title) => {
    expect(await titles(`q=${encodeURIComponent(words)}`)).toEqual([title]);
  });

  it.each(['pinjam', 'enabung', '"sejak menabung"', 'menabung -dini', ':*&', '%', '🙈'])(
    'nothing for %s',
    async (words) => {
      expect(await titles(`q=${encodeURIComponent(words)}`)).toEqual([]);
    },
  );
});

describe('filters', () => {
  const only = (query: string): Promise<string[]> => titles(`q=saring&${query}`);

  beforeAll(async () => {
    await found({ title: 'Saring A', startsAt: on('2026-07-10', '14:59') }, { delivery: 'virtual' });
    await found({ title: 'Saring B', startsAt: on('2026-07-10', '15:00') }, { delivery: 'onsite', language: 'en' });
    await found({ title: 'Saring C', startsAt: on('2026-07-11', '14:59') }, { delivery: 'hybrid' });
    await found({ title: 'Saring D', startsAt: on('2026-07-11', '15:00') });
  });

  it('take days as the reader has them, both included', async () => {
    expect(await only('from=2026-07-11&to=2026-07-11')).toEqual(['Saring B', 'Saring C']);
    expect(await only('from=2026-07-12')).toEqual(['Saring D']);
    expect(await only('to=2026-07-10')).toEqual(['Saring A']);
  });

  it('take the way and the language, together with all else', async () => {
    expect(await only('delivery=onsite')).toEqual(['Saring B']);
    expect(await only('delivery=hybrid')).toEqual(['Saring C']);
    expect(await only('language=en')).toEqual(['Saring B']);
    expect(await only('language=en&delivery=virtual')).toEqual([]);
    expect(await only('delivery=virtual&from=2026-07-11')).toEqual(['Saring D']);
  });

  it('go on page by page, each session once', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const more: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await reader.get<Page<{ title: string }>>(`/api/sessions?q=saring&to=2026-07-11&limit=1${more}`);
      seen.push(...body.items.map(({ title }) => title));
      cursor = body.nextCursor;
    }
    expect(seen).toEqual(['Saring A', 'Saring B', 'Saring C']);
  });
});

describe('seats', () => {
  it('count those who wait as seated, and unlimited as left', async () => {
    const one = await found({ title: 'Kursi satu', capacity: 1, startsAt: on('2026-08-01') });
    await found({ title: 'Kursi dua', capacity: 2, startsAt: on('2026-08-02') });
    await found({ title: 'Kursi bebas', startsAt: on('2026-08-03') });
    const left = (): Promise<string[]> => titles('q=kursi&seats=left');
    expect(await left()).toEqual(['Kursi satu', 'Kursi dua', 'Kursi bebas']);
    const other = await signedIn(app, await aMember(app, home));
    for (const client of [reader, other]) await client.post(`/api/sessions/${one.id}/registration`);
    expect(await left()).toEqual(['Kursi dua', 'Kursi bebas']);
    // One gave up and one moved up: still nothing for a newcomer.
    await reader.delete(`/api/sessions/${one.id}/registration`);
    expect(await left()).toEqual(['Kursi dua', 'Kursi bebas']);
    await other.delete(`/api/sessions/${one.id}/registration`);
    expect(await left()).toEqual(['Kursi satu', 'Kursi dua', 'Kursi bebas']);
    const { body } = await reader.get<Page<{ seatsLeft: number | null }>>('/api/sessions?q=kursi&seats=left');
    expect(body.items.map(({ seatsLeft }) => seatsLeft)).toEqual([1, 2, null]);
  });
});
