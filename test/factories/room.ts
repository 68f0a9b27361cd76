// A session with its people, as rows: what room and attendance tests begin with.
import { newId } from '../../src/platform/ids.js';
import type { TestApp } from '../support/app.js';

export interface Person {
  id: string;
  name: string;
}

/** A session that starts in `startsInMinutes` and lasts an hour; `host` is its staff, `members` are confirmed. */
export interface SeededRoom {
  cooperativeId: string;
  sessionId: string;
  host: Person;
  members: Person[];
}

export async function aRoom(
  app: TestApp,
  options: {
    members?: number;
    state?: 'draft' | 'published' | 'live' | 'ended' | 'cancelled';
    startsInMinutes?: number;
    stage?: 'none' | 'link' | 'embed';
    wentLiveMinutesAgo?: number;
  } = {},
): Promise<SeededRoom> {
  const { members = 2, state = 'live', startsInMinutes = 0, stage = 'none', wentLiveMinutesAgo } = options;
  const now = app.clock.now();
  const cooperativeId = newId();
  await app.db.sql(
    `INSERT INTO cooperatives (id, slug, name, colour, language, zone, created_at)
     VALUES ($1, $2, 'Koperasi Uji', '#0b7285', 'id', 'Asia/Jakarta', $3)`,
    [cooperativeId, `uji-${cooperativeId}`, now],
  );
  const host = (await somePeople(app, cooperativeId, 1, 'Tuan Rumah'))[0] ?? { id: '', name: '' };
  const people = await somePeople(app, cooperativeId, members, 'Anggota');
  const sessionId = newId();
  const startsAt = new Date(now.getTime() + startsInMinutes * 60_000);
  const wentLiveAt = state === 'live' ? new Date(now.getTime() - (wentLiveMinutesAgo ?? 0) * 60_000) : null;
  await app.db.sql(
    `INSERT INTO sessions (id, cooperative_id, state, title, language, zone, starts_at, ends_at, stage_kind,
       went_live_at, created_at, updated_at)
     VALUES ($1, $2, $3, 'Menabung, lalu investasi', 'id', 'Asia/Jakarta', $4, $5, $6, $7, $8, $8)`,
    [sessionId, cooperativeId, state, startsAt, new Date(startsAt.getTime() + 3_600_000), stage, wentLiveAt, now],
  );
  await app.db.sql(`INSERT INTO session_staff (session_id, member_id, role) VALUES ($1, $2, 'host')`, [
    sessionId,
    host.id,
  ]);
  await app.db.sql(
    `INSERT INTO registrations (id, cooperative_id, session_id, member_id, state, queued_at, confirmed_at, created_at, updated_at)
     SELECT gen_random_uuid(), $1, $2, member, 'confirmed', $4, $4, $4, $4 FROM unnest($3::uuid[]) AS member`,
    [cooperativeId, sessionId, people.map((person) => person.id), now],
  );
  return { cooperativeId, sessionId, host, members: people };
}

export async function somePeople(
  app: TestApp,
  cooperativeId: string,
  count: number,
  name: string,
  roles = ['member'],
): Promise<Person[]> {
  const people = Array.from({ length: count }, (_, index) => ({ id: newId(), name: `${name} ${index + 1}` }));
  await app.db.sql(
    `INSERT INTO members (id, cooperative_id, number, name, zone, language, roles, created_at, updated_at)
     SELECT id, $1, id::text, name, 'Asia/Jakarta', 'id', $4, $5, $5 FROM unnest($2::uuid[], $3::text[]) AS new(id, name)`,
    [cooperativeId, people.map((person) => person.id), people.map((person) => person.name), roles, app.clock.now()],
  );
  return people;
}
