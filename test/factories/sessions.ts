// Sessions as rows, saying only what matters to a test: `aSession(app, cooperative, { capacity: 2 })`.
import type { StageKind } from '../../src/contracts/stage.js';
import { newId } from '../../src/platform/ids.js';
import type { TestApp } from '../support/app.js';

export interface SessionRow {
  id: string;
  cooperativeId: string;
  state: 'draft' | 'published' | 'live' | 'ended' | 'cancelled';
  title: string;
  startsAt: Date;
  endsAt: Date;
  capacity: number | null;
  delivery: 'virtual' | 'onsite' | 'hybrid';
  onsiteCapacity: number | null;
  venue: string | null;
  protocol: string;
  zone: string;
  stageKind: StageKind;
  stageUrl: string | null;
  wentLiveAt: Date | null;
  endedAt: Date | null;
}

const HOUR = 3_600_000;
let made = 0;

/** Published, starting in two days for an hour, with any number of seats. `staff` run it, by role. */
export async function aSession(
  app: Pick<TestApp, 'db' | 'clock'>,
  cooperative: { id: string },
  fields: Partial<Omit<SessionRow, 'id' | 'cooperativeId'>> = {},
  staff: Partial<Record<'host' | 'moderator' | 'speaker', { id: string }>> = {},
): Promise<SessionRow> {
  made += 1;
  const now = app.clock.now();
  const startsAt = fields.startsAt ?? new Date(now.getTime() + 48 * HOUR);
  const row: SessionRow = {
    id: newId(),
    cooperativeId: cooperative.id,
    state: 'published',
    title: `Sesi ${made}`,
    startsAt,
    endsAt: new Date(startsAt.getTime() + HOUR),
    capacity: null,
    delivery: 'virtual',
    onsiteCapacity: null,
    venue: null,
    protocol: '',
    zone: 'Asia/Jakarta',
    stageKind: 'none',
    stageUrl: null,
    wentLiveAt: null,
    endedAt: null,
    ...fields,
  };
  await app.db.sql(
    `INSERT INTO sessions (id, cooperative_id, state, title, starts_at, ends_at, capacity, delivery, onsite_capacity,
       venue, protocol, zone, stage_kind, stage_url, went_live_at, ended_at, language, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 'id', $17, $17)`,
    [...Object.values({ ...row }), now],
  );
  for (const [role, member] of Object.entries(staff)) {
    await app.db.sql('INSERT INTO session_staff (session_id, member_id, role) VALUES ($1, $2, $3)', [
      row.id,
      member.id,
      role,
    ]);
  }
  return row;
}
