// Reads of the room: somebody's standing in it, and what happened after a seq.

import { Injectable } from '@nestjs/common';
import { policiesWith, type Policies } from '../contracts/policies.js';
import type { RoomEvent, RoomSession } from '../contracts/room-protocol.js';
import { Database } from '../platform/database/database.js';
import type { RoomTimes, Standing } from './room.rules.js';

/** A member's standing in one session's room, and how far the room has come. */
export interface Place extends Standing, RoomTimes {
  sessionId: string;
  memberId: string;
  /** As the room shows it: the nickname, else the full name. */
  name: string;
  wentLiveAt: Date | null;
  /** The room's last seq; 0 before anything happened. */
  seq: number;
}

/** A connection to look up: who holds which seat. */
export interface SeatKey {
  spanId: string;
  sessionId: string;
  memberId: string;
}

export interface SeatStanding extends Place {
  spanId: string;
  /** The member's later connections to the same room. */
  newerDevices: number;
}

const PLACE = `
  session.id AS "sessionId", member.id AS "memberId", coalesce(member.nickname, member.name) AS name,
  session.state, session.starts_at AS "startsAt", session.ends_at AS "endsAt",
  session.went_live_at AS "wentLiveAt", session.ended_at AS "endedAt",
  member.status = 'keluar' AS "hasLeft",
  'admin' = ANY (member.roles) OR EXISTS (
    SELECT FROM session_staff staff WHERE staff.session_id = session.id AND staff.member_id = member.id
      AND staff.state = 'accepted') AS "isStaff",
  EXISTS (SELECT FROM registrations registration WHERE registration.session_id = session.id
    AND registration.member_id = member.id AND registration.state = 'confirmed') AS "isConfirmed",
  (SELECT policies FROM cooperatives WHERE id = session.cooperative_id) AS policies,
  coalesce((SELECT last_seq FROM rooms room WHERE room.session_id = session.id), 0) AS seq`;

@Injectable()
export class RoomQueries {
  constructor(private readonly database: Database) {}

  /** Undefined for a session that is not of the member's cooperative. */
  async place(sessionId: string, memberId: string): Promise<Place | undefined> {
    const [row] = await this.database.sql<Undecided<Place>>(
      `SELECT ${PLACE} FROM sessions session JOIN members member ON member.cooperative_id = session.cooperative_id
       WHERE session.id = $1 AND member.id = $2`,
      [sessionId, memberId],
    );
    return row && withHours(row);
  }

  /** Where each of these connections stands now, in one question however many they are. */
  async seats(keys: readonly SeatKey[]): Promise<SeatStanding[]> {
    const rows = await this.database.sql<Undecided<SeatStanding>>(
      `SELECT seat.span_id AS "spanId", ${PLACE},
         (SELECT count(*)::int FROM presence_spans other
          WHERE other.session_id = session.id AND other.member_id = member.id AND other.ended_at IS NULL
            AND (other.connected_at, other.id) > (span.connected_at, span.id)) AS "newerDevices"
       FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS seat(span_id, session_id, member_id)
       JOIN sessions session ON session.id = seat.session_id
       JOIN members member ON member.id = seat.member_id
       LEFT JOIN presence_spans span ON span.id = seat.span_id`,
      [keys.map((key) => key.spanId), keys.map((key) => key.sessionId), keys.map((key) => key.memberId)],
    );
    return rows.map(withHours);
  }

  /** The room's last seq; 0 before anything happened. */
  async seq(sessionId: string): Promise<number> {
    const [row] = await this.database.sql<{ seq: number }>('SELECT last_seq AS seq FROM rooms WHERE session_id = $1', [
      sessionId,
    ]);
    return row?.seq ?? 0;
  }

  /** What happened after `seq`, in order, at most `limit`. */
  async after(sessionId: string, seq: number, limit: number): Promise<RoomEvent[]> {
    return this.events('AND event.seq > $2 ORDER BY event.seq LIMIT $3', [sessionId, seq, limit]);
  }

  /** The latest `limit` events, in order. */
  async latest(sessionId: string, limit: number): Promise<RoomEvent[]> {
    return (await this.events('ORDER BY event.seq DESC LIMIT $2', [sessionId, limit])).reverse();
  }

  private async events(which: string, parameters: readonly unknown[]): Promise<RoomEvent[]> {
    const rows = await this.database.sql<StoredEvent>(
      `SELECT event.seq, event.at, event.kind, event.payload, event.client_id AS "clientId",
              event.member_id AS "memberId", coalesce(member.nickname, member.name) AS name
       FROM room_events event LEFT JOIN members member ON member.id = event.member_id
       WHERE event.session_id = $1 ${which}`,
      parameters,
    );
    return rows.map(toEvent);
  }
}

/** As read: with what the cooperative decided for itself. */
type Undecided<Row extends RoomTimes> = Omit<Row, 'hours'> & { policies: Partial<Policies> };

function withHours<Row extends { policies: Partial<Policies> }>({ policies, ...row }: Row) {
  return { ...row, hours: policiesWith(policies) };
}

/** How each kind's payload is stored: the room's own facts, without names. */
export interface StoredPayloads {
  'chat.posted': { text: string; isStaff: boolean };
  'session.changed': RoomSession;
}

type StoredEvent = {
  [Kind in keyof StoredPayloads]: {
    seq: number;
    at: Date;
    kind: Kind;
    payload: StoredPayloads[Kind];
    clientId: string | null;
    memberId: string | null;
    name: string | null;
  };
}[keyof StoredPayloads];

function toEvent(row: StoredEvent): RoomEvent {
  const numbered = { seq: row.seq, at: row.at.toISOString() };
  if (row.kind === 'session.changed') return { ...numbered, kind: row.kind, session: row.payload };
  const { text, isStaff } = row.payload;
  const author = { memberId: row.memberId ?? '', name: row.name ?? '', isStaff };
  return { ...numbered, kind: row.kind, id: row.clientId ?? '', text, author };
}
