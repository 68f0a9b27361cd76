// What must hold after any benchmark or drill, whatever happened during it; the one list that all of them share.
import type pg from 'pg';

/** Each name says what holds; the statement answers the rows that break it. */
const registrationsSince = (since: string) => ({
  'no seat was given while all were taken': `
    SELECT id FROM registrations WHERE seats_taken_before >= capacity_seen`,
  'every grant kept what it saw': `
    SELECT r.id FROM registrations r JOIN sessions s ON s.id = r.session_id
    WHERE r.created_at >= '${since}' AND r.confirmed_at IS NOT NULL AND (r.seats_taken_before IS NULL OR (r.capacity_seen IS NULL AND s.delivery = 'virtual' AND s.capacity IS NOT NULL))`,
  'no member has two live registrations for a session': `
    SELECT session_id FROM registrations WHERE state IN ('pending', 'confirmed', 'waitlisted', 'offered')
    GROUP BY session_id, member_id HAVING count(*) > 1`,
  'nobody waits while a seat is free': `
    SELECT s.id FROM sessions s
      CROSS JOIN LATERAL (VALUES ('virtual', s.capacity), ('onsite', s.onsite_capacity)) m (mode, capacity)
      LEFT JOIN LATERAL (
        SELECT count(*) FILTER (WHERE r.state = 'waitlisted') AS waiting,
          count(*) FILTER (WHERE r.state IN ('confirmed', 'offered')) AS taken
        FROM registrations r
        WHERE r.session_id = s.id AND CASE s.delivery WHEN 'hybrid' THEN r.mode ELSE s.delivery END = m.mode) r ON true
    WHERE s.state IN ('published', 'live') AND waiting > 0 AND (m.capacity IS NULL OR m.capacity > taken)`,
  'the order of every queue is strict': `
    SELECT session_id FROM registrations WHERE state = 'waitlisted' GROUP BY session_id, queued_at, id HAVING count(*) > 1`,
  'every registration told of itself, once': `
    SELECT id FROM (
      SELECT id::text FROM registrations WHERE created_at >= '${since}'
      UNION ALL
      SELECT payload->>'registrationId' FROM outbox_events
      WHERE name IN ('registration.confirmed', 'registration.waitlisted')) AS told (id)
    GROUP BY id HAVING count(*) <> 2`,
});

/** @param since rows from before were laid there, not made by the product: they kept no counts and told nobody. */
export async function registrationInvariants(pool: pg.Pool, since = new Date(0)): Promise<Record<string, boolean>> {
  return holding(pool, registrationsSince(since.toISOString()));
}

async function holding(pool: pg.Pool, checks: Readonly<Record<string, string>>): Promise<Record<string, boolean>> {
  const results: Record<string, boolean> = {};
  for (const [name, breaks] of Object.entries(checks)) {
    const { rowCount } = await pool.query(`${breaks} LIMIT 1`);
    results[name] = rowCount === 0;
  }
  return results;
}
