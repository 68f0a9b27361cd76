// A cooperative, its members and sessions, as rows: what benchmarks and drills begin with.
import type pg from 'pg';
import { v7 } from 'uuid';
import { hashOf, newSecret } from '../../src/platform/secret-token.ts';

export interface Home {
  readonly cooperativeId: string;
  readonly memberIds: string[];
}

export async function aHome(pool: pg.Pool, members: number): Promise<Home> {
  const cooperativeId = v7();
  await pool.query(
    `INSERT INTO cooperatives (id, slug, name, colour, language, zone, created_at)
     VALUES ($1, $2, 'Koperasi Ukur', '#0b7285', 'id', 'Asia/Jakarta', now())`,
    [cooperativeId, `ukur-${cooperativeId.slice(-12)}`],
  );
  const memberIds = Array.from({ length: members }, () => v7());
  await pool.query(
    `INSERT INTO members (id, cooperative_id, number, name, email, zone, language, created_at, updated_at)
     SELECT id, $1, 'U-' || nth, 'Anggota ' || nth, 'u' || nth || '@anggota.example', 'Asia/Jakarta', 'id', now(), now()
     FROM unnest($2::uuid[]) WITH ORDINALITY AS new(id, nth)`,
    [cooperativeId, memberIds],
  );
  return { cooperativeId, memberIds };
}

/** Published, in a week's time. */
export async function aSession(pool: pg.Pool, cooperativeId: string, capacity: number | null): Promise<string> {
  const id = v7();
  await pool.query(
    `INSERT INTO sessions (id, cooperative_id, state, title, language, zone, starts_at, ends_at, capacity, created_at, updated_at)
     VALUES ($1, $2, 'published', 'Menabung, lalu investasi', 'id', 'Asia/Jakarta', now() + interval '7 days',
       now() + interval '7 days 1 hour', $3, now(), now())`,
    [id, cooperativeId, capacity],
  );
  return id;
}

/** Everybody signed in, as rows. @returns the Cookie header of each */
export async function signIns(pool: pg.Pool, memberIds: readonly string[]): Promise<string[]> {
  const secrets = memberIds.map(() => newSecret());
  await pool.query(
    `INSERT INTO sign_in_tokens (id, member_id, hash, method, device, created_at, last_used_at)
     SELECT gen_random_uuid(), member_id, hash, 'password', '', now(), now()
     FROM unnest($1::uuid[], $2::text[]) AS new(member_id, hash)`,
    [memberIds, secrets.map(hashOf)],
  );
  return secrets.map((secret) => `sinau=${secret}`);
}

/** One more of its people, who may do what these roles may. */
export async function anOfficer(pool: pg.Pool, { cooperativeId }: Home, roles: readonly string[]): Promise<string> {
  const id = v7();
  await pool.query(
    `INSERT INTO members (id, cooperative_id, number, name, roles, zone, language, created_at, updated_at)
     VALUES ($1::uuid, $2, $1::uuid::text, 'Pengurus', $3, 'Asia/Jakarta', 'id', now(), now())`,
    [id, cooperativeId, roles],
  );
  return id;
}

/** A session that is live now, everybody registered for it: their room is open. */
export async function aLiveSession(pool: pg.Pool, { cooperativeId, memberIds }: Home): Promise<string> {
  const id = v7();
  await pool.query(
    `INSERT INTO sessions (id, cooperative_id, state, title, language, zone, starts_at, ends_at, went_live_at, created_at, updated_at)
     VALUES ($1, $2, 'live', 'Menabung, lalu investasi', 'id', 'Asia/Jakarta', now(), now() + interval '1 hour', now(), now(), now())`,
    [id, cooperativeId],
  );
  await pool.query(
    `INSERT INTO registrations (id, cooperative_id, session_id, member_id, state, queued_at, confirmed_at, created_at, updated_at)
     SELECT gen_random_uuid(), $2, $1, member, 'confirmed', now(), now(), now(), now() FROM unnest($3::uuid[]) AS member`,
    [id, cooperativeId, memberIds],
  );
  return id;
}

/** Approved and open for votes, asked by one who votes for none. @returns their ids */
export async function someQuestions(
  pool: pg.Pool,
  { cooperativeId }: Home,
  sessionId: string,
  askerId: string,
  count: number,
): Promise<string[]> {
  const ids = Array.from({ length: count }, () => v7());
  await pool.query(
    `INSERT INTO room_questions (id, session_id, cooperative_id, asker_id, version, state, text, is_anonymous,
       staff_sees_asker, asked_at, approved_at, search)
     SELECT id, $2, $3, $4, 2, 'approved', 'Berapa dana darurat yang cukup?', true, true, now(), now(), ''
     FROM unnest($1::uuid[]) AS id`,
    [ids, sessionId, cooperativeId, askerId],
  );
  return ids;
}
