// Writes of a session's breaks, for whoever has locked it.

import type { Tx } from '../platform/database/tx.js';

/** The one that is on, if one is, ends. */
export async function endBreak(tx: Tx, sessionId: string, now: Date): Promise<void> {
  await tx.sql(
    `UPDATE session_breaks SET until_at = greatest(from_at, $2::timestamptz)
     WHERE session_id = $1 AND until_at IS NULL`,
    [sessionId, now],
  );
}

/** An ended session was opened again: since its end it stood still, and so it did in a break that it ended in. */
export async function standStill(tx: Tx, sessionId: string, endedAt: Date, now: Date): Promise<void> {
  await endBreak(tx, sessionId, now);
  await tx.sql(
    `INSERT INTO session_breaks (session_id, from_at, until_at) VALUES ($1, $2, $3)
     ON CONFLICT (session_id, from_at) DO UPDATE SET until_at = excluded.until_at`,
    [sessionId, endedAt, now],
  );
}
