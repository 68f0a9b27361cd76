// A series that was parted, and its parts: what names them all, and which days they have.

import type { Tx } from '../platform/database/tx.js';
import { dayIn } from './recurrence.rules.js';
import type { SessionSeries } from './session-series.entity.js';

/** What names all parts of a series: the one that they were parted from. */
export function firstOf({ id, partedFrom }: SessionSeries): string {
  return partedFrom ?? id;
}

/** Days in the zone that the series' other parts have, by their rule or by a move; parts are changed one after another. */
export async function daysOfOtherParts(tx: Tx, series: SessionSeries): Promise<Set<string>> {
  const first = firstOf(series);
  await tx.lockKey(`series-parts:${first}`);
  const rows = await tx.sql<{ startsAt: Date; recurrenceAt: Date | null }>(
    `SELECT s.starts_at AS "startsAt", s.recurrence_at AS "recurrenceAt"
     FROM sessions s JOIN session_series p ON p.id = s.series_id
     WHERE (p.id = $1 OR p.parted_from = $1) AND p.id <> $2 AND s.state <> 'cancelled'`,
    [first, series.id],
  );
  const instants = rows.flatMap(({ startsAt, recurrenceAt }) => [startsAt, recurrenceAt ?? startsAt]);
  return new Set(instants.map((at) => dayIn(series.zone, at)));
}
