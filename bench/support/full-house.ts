// The cooperative that the plan thinks of: 100,000 members, 2,000 sessions over three years, 500,000 registrations, and one
// session that 50,000 people want. As rows, so that benchmarks can be run in it.
import pg from 'pg';
import { v7 } from 'uuid';
import type { Home } from './people.ts';
import type { Place } from './place.ts';

export interface FullHouse {
  /** Ids. */
  readonly adminId: string;
  /** Registered in forty sessions, twenty of them to come. */
  readonly keenId: string;
  /** Published, on the phone or at a venue with a protocol, with 10,000 seats and 40,000 people in the queues. */
  readonly crowdedId: string;
  /** Ended, with 2,000 verdicts. */
  readonly endedId: string;
  /** What the registrations list looks for in `crowdedId`. */
  readonly name: string;
  /** Of one in twenty. */
  readonly unitId: string;
  readonly topicId: string;
}

const MEMBERS = 100_000;
const SESSIONS = 2_000;
const CROWD = 50_000;
const SEATS = 10_000;
/** Beside the crowd. */
const REGISTRATIONS = 450_000;
const VERDICTS = 2_000;

/** Adds the members and sessions to a home that is there, about half a minute's work. */
export async function fillHouse(place: Place, { cooperativeId }: Home): Promise<FullHouse> {
  const client = await place.pool.connect();
  const run = (text: string, values: readonly unknown[] = []): Promise<unknown> => client.query(text, [...values]);
  try {
    await run(
      `INSERT INTO units (id, cooperative_id, name, zone)
       SELECT gen_random_uuid(), $1, 'Perusahaan ' || n, 'Asia/Jakarta' FROM generate_series(1, 20) n`,
      [cooperativeId],
    );
    await run(
      `WITH unit AS (SELECT id, row_number() OVER () - 1 AS nth FROM units WHERE cooperative_id = $1)
       INSERT INTO members (id, cooperative_id, number, name, email, unit_id, zone, language, created_at, updated_at)
       SELECT gen_random_uuid(), $1, 'B-' || n, (ARRAY['Siti','Budi','Ayu','Dwi','Made','Yosef','Ratna','Hasan'])[1 + n % 8]
           || ' ' || (ARRAY['Wibowo','Lestari','Siregar','Kaisiepo','Rahman','Sudarma'])[1 + n % 6] || ' ' || n,
         'b' || n || '@anggota.example', unit.id, 'Asia/Jakarta', 'id', now(), now()
       FROM generate_series(1, $2::int) n JOIN unit ON unit.nth = n % 20`,
      [cooperativeId, MEMBERS],
    );
    await run(
      `INSERT INTO topics (id, cooperative_id, name) SELECT gen_random_uuid(), $1, 'Topik ' || n FROM generate_series(1, 12) n`,
      [cooperativeId],
    );
    // Four a week to come, the others two a day before.
    await run(
      `WITH topic AS (SELECT id, row_number() OVER () - 1 AS nth FROM topics WHERE cooperative_id = $1)
       INSERT INTO sessions (id, cooperative_id, state, title, description, topic_id, language, zone, starts_at, ends_at, capacity,
         ended_at, went_live_at, created_at, updated_at)
       SELECT gen_random_uuid(), $1, CASE WHEN n <= 200 THEN 'published' ELSE 'ended' END,
         (ARRAY['Menabung','Dana darurat','Waspada penipuan','Pajak','Investasi'])[1 + n % 5] || ' angkatan ' || n,
         'Belajar bersama tentang keuangan keluarga.', topic.id, 'id', 'Asia/Jakarta', at, at + interval '1 hour', 300,
         CASE WHEN n > 200 THEN at + interval '1 hour' END, CASE WHEN n > 200 THEN at END, least(at, now()) - interval '30 days', at
       FROM generate_series(1, $2::int) n
       CROSS JOIN LATERAL (SELECT CASE WHEN n <= 200 THEN now() + n * interval '42 hours' ELSE now() - (n - 200) * interval '12 hours' END AS at) when_
       JOIN topic ON topic.nth = n % 12`,
      [cooperativeId, SESSIONS],
    );
    const { rows } = await client.query<{ id: string; state: string }>(
      'SELECT id, state FROM sessions WHERE cooperative_id = $1 ORDER BY starts_at DESC',
      [cooperativeId],
    );
    const crowdedId = rows.find(({ state }) => state === 'published')?.id ?? '';
    const endedId = rows.find(({ state }) => state === 'ended')?.id ?? '';
    await run(
      `UPDATE sessions SET delivery = 'hybrid', venue = 'Aula', protocol = 'Bawa kartu anggota', capacity = $2 * 4 / 5,
         onsite_capacity = $2 / 5 WHERE id = $1`,
      [crowdedId, SEATS],
    );
    await run(
      `WITH person AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS nth FROM members WHERE cooperative_id = $1),
         session AS (SELECT id, created_at, row_number() OVER (ORDER BY id) - 1 AS nth FROM sessions WHERE cooperative_id = $1 AND id <> $2)
       INSERT INTO registrations (id, cooperative_id, session_id, member_id, state, queued_at, confirmed_at, created_at, updated_at)
       SELECT gen_random_uuid(), $1, session.id, person.id, 'confirmed', session.created_at + n * interval '1 ms',
         session.created_at, session.created_at, session.created_at
       FROM generate_series(0, $3::int - 1) n
       JOIN session ON session.nth = n % ($4::int - 1)
       JOIN person ON person.nth = (n * 7919::bigint) % (SELECT count(*) FROM person)
       ON CONFLICT DO NOTHING`,
      [cooperativeId, crowdedId, REGISTRATIONS, SESSIONS],
    );
    await run(
      `WITH person AS (SELECT id, row_number() OVER (ORDER BY id) AS nth FROM members WHERE cooperative_id = $1)
       INSERT INTO registrations (id, cooperative_id, session_id, member_id, mode, acknowledged_at, state, queued_at,
         confirmed_at, created_at, updated_at)
       SELECT gen_random_uuid(), $1, $2, id, CASE WHEN nth % 5 = 0 THEN 'onsite' ELSE 'virtual' END,
         CASE WHEN nth % 10 = 0 THEN now() END, CASE WHEN nth <= $4 THEN 'confirmed' ELSE 'waitlisted' END,
         now() - interval '1 day' + nth * interval '1 ms', CASE WHEN nth <= $4 THEN now() END, now() - interval '1 day', now()
       FROM person WHERE nth <= $3 ON CONFLICT DO NOTHING`,
      [cooperativeId, crowdedId, CROWD, SEATS],
    );
    const [adminId, keenId] = [v7(), v7()];
    await run(
      `INSERT INTO members (id, cooperative_id, number, name, roles, zone, language, created_at, updated_at)
       VALUES ($1, $3, 'ADMIN-1', 'Zahra Admin', '{member,admin}', 'Asia/Jakarta', 'id', now(), now()),
         ($2, $3, 'KEEN-1', 'Rajin Belajar', '{member}', 'Asia/Jakarta', 'id', now(), now())`,
      [adminId, keenId, cooperativeId],
    );
    await run(
      `INSERT INTO registrations (id, cooperative_id, session_id, member_id, state, queued_at, confirmed_at, created_at, updated_at)
       SELECT gen_random_uuid(), $1, id, $2, CASE WHEN id = $3 THEN 'waitlisted' ELSE 'confirmed' END, now(),
         CASE WHEN id <> $3 THEN now() END, now() - interval '1 day', now()
       FROM (SELECT id FROM sessions WHERE cooperative_id = $1 ORDER BY state = 'published' DESC, starts_at DESC LIMIT 220) s`,
      [cooperativeId, keenId, crowdedId],
    );
    await run(
      `INSERT INTO attendances (session_id, member_id, cooperative_id, version, verdict, counted_seconds, broadcast_seconds,
         source, rule_version, inputs_hash, spans, decided_at)
       SELECT $2, id, $1, 1, 'present', 3000, 3600, 'measured', 1, 'x', '[]', now()
       FROM members WHERE cooperative_id = $1 ORDER BY id LIMIT $3`,
      [cooperativeId, endedId, VERDICTS],
    );
    await vacuum(place.ownerUrl);
    const named = async (table: 'units' | 'topics'): Promise<string> => {
      const found = await client.query<{ id: string }>(
        `SELECT id FROM ${table} WHERE cooperative_id = $1 ORDER BY name LIMIT 1`,
        [cooperativeId],
      );
      return found.rows[0]?.id ?? '';
    };
    const [unitId, topicId] = [await named('units'), await named('topics')];
    return { adminId, keenId, crowdedId, endedId, name: 'Siregar', unitId, topicId };
  } finally {
    client.release();
  }
}

/** As autovacuum does within a minute of such a change; only a table's owner may. */
async function vacuum(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query('VACUUM ANALYZE');
  await owner.end();
}
