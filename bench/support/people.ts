// A cooperative, its members and sessions, as rows: what benchmarks and drills begin with.
import type pg from 'pg';
import { v7 } from 'uuid';

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
