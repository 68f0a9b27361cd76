// What happens in a room is numbered here: 1, 2, 3 … without a gap, under the room's row lock, each client id once.

import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import type { Tx } from '../platform/database/tx.js';
import { found } from '../platform/errors.js';
import { ROOM_CHANNEL, RoomDoorbell } from './room-doorbell.service.js';
import type { Audience, StoredPayloads } from './room-payloads.js';

/** What is to be told. */
export type NewEvent = {
  [Kind in keyof StoredPayloads]: {
    kind: Kind;
    payload: StoredPayloads[Kind];
    /** `all` where nothing is said. */
    audience?: Audience;
    /** Whom it concerns, where that is not who did it. */
    aboutId?: string;
    /** In place of `aboutId`, where it concerns a guest. */
    aboutGuestId?: string;
    /** Who did it, with the id their client gave, if it did; undefined: the session itself. */
    by?: { memberId: string; isGuest?: boolean; clientId?: string };
  };
}[keyof StoredPayloads];

/** A room whose row is locked: nobody else numbers anything in it until the transaction ends. */
export interface LockedRoom {
  readonly sessionId: string;
  readonly lastSeq: number;
  /** What was said in it has been taken out, and nothing takes it out again: no words are to come in. */
  readonly isEmptied: boolean;
}

/** A command as its client named it. */
export interface ClientCommand {
  memberId: string;
  clientId: string;
}

export function clientKey({ memberId, clientId }: ClientCommand): string {
  return `${memberId} ${clientId}`;
}

@Injectable()
export class RoomLog {
  constructor(
    private readonly doorbell: RoomDoorbell,
    private readonly clock: Clock,
  ) {}

  /** Before anything is read that the events will say: what was read earlier may be stale by the time it is told. */
  async lock(tx: Tx, sessionId: string): Promise<LockedRoom> {
    const select = `SELECT last_seq AS "lastSeq", emptied_at IS NOT NULL AS "isEmptied"
      FROM rooms WHERE session_id = $1 FOR UPDATE`;
    const [room] = await tx.sql<Omit<LockedRoom, 'sessionId'>>(select, [sessionId]);
    if (room) return { sessionId, ...room };
    await tx.sql('INSERT INTO rooms (session_id, last_seq) VALUES ($1, 0) ON CONFLICT DO NOTHING', [sessionId]);
    const [made] = await tx.sql<Omit<LockedRoom, 'sessionId'>>(select, [sessionId]);
    return { sessionId, ...found(made) };
  }

  /** The seq of what a client's command did, if it was done before. Under the room's lock. */
  async known(tx: Tx, sessionId: string, memberId: string, clientId: string): Promise<number | undefined> {
    const [row] = await tx.sql<{ seq: number }>(
      `SELECT seq FROM room_events
       WHERE session_id = $1 AND (member_id = $2 OR guest_id = $2) AND client_id = $3`,
      [sessionId, memberId, clientId],
    );
    return row?.seq;
  }

  /** The same of many at once: each one's seq by `clientKey`. */
  async knownAmong(tx: Tx, sessionId: string, commands: readonly ClientCommand[]): Promise<Map<string, number>> {
    const rows = await tx.sql<ClientCommand & { seq: number }>(
      `WITH given AS (SELECT * FROM unnest($2::uuid[], $3::uuid[]) AS given(person_id, client_id))
       SELECT given.person_id AS "memberId", event.client_id AS "clientId", event.seq
       FROM given JOIN room_events event ON event.session_id = $1 AND event.member_id = given.person_id
         AND event.client_id = given.client_id
       UNION ALL
       SELECT given.person_id, event.client_id, event.seq
       FROM given JOIN room_events event ON event.session_id = $1 AND event.guest_id = given.person_id
         AND event.client_id = given.client_id`,
      [sessionId, commands.map(({ memberId }) => memberId), commands.map(({ clientId }) => clientId)],
    );
    return new Map(rows.map((row) => [clientKey(row), row.seq]));
  }

  /**
   * Takes what may no longer be read out of the earlier events about one thing: whoever catches up over them would read
   * it there. How the thing stands now is for a new event to tell. @param thing where in the payload it stands, by its `id`
   */
  async blank(
    tx: Tx,
    sessionId: string,
    { kind, thing, id }: { kind: NewEvent['kind']; thing: string; id: string },
    blanks: Record<string, unknown>,
  ): Promise<void> {
    await tx.sql(
      `UPDATE room_events SET payload = jsonb_set(payload, ARRAY[$3], payload->$3 || $5::jsonb)
       WHERE session_id = $1 AND kind = $2 AND payload->$3->>'id' = $4`,
      [sessionId, kind, thing, id, JSON.stringify(blanks)],
    );
  }

  /**
   * Stores the events in the order given and rings the doorbell at the commit, in one statement; once for each lock.
   * @returns each event's seq, in the same order; an event whose client id was stored before keeps its first seq.
   */
  async append(tx: Tx, { sessionId, lastSeq }: LockedRoom, events: readonly NewEvent[]): Promise<number[]> {
    const fresh = [...firstOfEach(events)];
    const stored = await tx.sql<{ place: number; seq: number; isNew: boolean }>(
      `WITH given AS (
         SELECT * FROM unnest($2::text[], $3::jsonb[], $4::uuid[], $5::uuid[], $8::text[], $9::uuid[], $10::uuid[], $11::uuid[])
           WITH ORDINALITY
           AS given(kind, payload, member_id, client_id, audience, about_id, guest_id, about_guest_id, place)),
       known AS (
         SELECT given.place, event.seq FROM given JOIN room_events event
           ON event.session_id = $1 AND event.member_id = given.member_id AND event.client_id = given.client_id
         UNION ALL
         SELECT given.place, event.seq FROM given JOIN room_events event
           ON event.session_id = $1 AND event.guest_id = given.guest_id AND event.client_id = given.client_id),
       fresh AS (
         SELECT *, $6::int + (row_number() OVER (ORDER BY place))::int AS seq FROM given
         WHERE place NOT IN (SELECT place FROM known)),
       stored AS (
         INSERT INTO room_events (session_id, seq, kind, payload, at, member_id, client_id, audience, about_id, guest_id,
           about_guest_id)
         SELECT $1, seq, kind, payload, $7, member_id, client_id, audience, about_id, guest_id, about_guest_id FROM fresh),
       counted AS (
         UPDATE rooms SET last_seq = $6::int + (SELECT count(*)::int FROM fresh) WHERE session_id = $1),
       rung AS (
         SELECT pg_notify('${ROOM_CHANNEL}', $1::text || ' ' || ($6::int + count(*))::text) FROM fresh HAVING count(*) > 0)
       SELECT place::int, seq, true AS "isNew" FROM fresh CROSS JOIN rung UNION ALL SELECT place::int, seq, false FROM known ORDER BY 1`,
      [
        sessionId,
        fresh.map(([, event]) => event.kind),
        fresh.map(([, event]) => JSON.stringify(event.payload)),
        fresh.map(([, { by }]) => (by?.isGuest ? null : (by?.memberId ?? null))),
        fresh.map(([, event]) => event.by?.clientId ?? null),
        lastSeq,
        this.clock.now(),
        fresh.map(([, event]) => event.audience ?? 'all'),
        fresh.map(([, event]) => event.aboutId ?? null),
        fresh.map(([, { by }]) => (by?.isGuest ? by.memberId : null)),
        fresh.map(([, event]) => event.aboutGuestId ?? null),
      ],
    );
    const added = stored.filter((row) => row.isNew).length;
    if (added > 0) this.doorbell.rings(tx, sessionId, lastSeq + added);
    const seqs = new Map(fresh.map(([key], index) => [key, stored[index]?.seq ?? 0]));
    return events.map((event, place) => seqs.get(keyOf(event, place)) ?? 0);
  }
}

/** A retry that shares the batch with its original is the original. */
function firstOfEach(events: readonly NewEvent[]): Map<string, NewEvent> {
  const first = new Map<string, NewEvent>();
  events.forEach((event, place) => {
    const key = keyOf(event, place);
    if (!first.has(key)) first.set(key, event);
  });
  return first;
}

/** The same member and client id are the same message; anything else is its own. */
function keyOf(event: NewEvent, place: number): string {
  const { memberId, clientId } = event.by ?? {};
  return memberId === undefined || clientId === undefined ? String(place) : clientKey({ memberId, clientId });
}
