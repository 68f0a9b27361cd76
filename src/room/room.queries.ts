// Reads of the room: somebody's standing in it, what happened after a seq, and how it is set.

import { Injectable } from '@nestjs/common';
import { policiesWith, type Policies } from '../contracts/policies.js';
import type { RoomSettings } from '../contracts/room-chat.js';
import type { RoomRole } from '../contracts/room-permissions.js';
import type { RoomEventKind } from '../contracts/room-protocol.js';
import type { RoomSession } from '../contracts/room-snapshot.js';
import { USUAL_SETTINGS } from '../contracts/room-state.js';
import { Database } from '../platform/database/database.js';
import type { StoredEvent } from './room-payloads.js';
import type { RoomTimes, Standing } from './room.rules.js';

/** Outside a transaction, or in one. */
export interface Reader {
  sql<Row>(text: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** A member's or a guest's standing in one session's room, and how far the room has come. */
export interface Place extends Standing, RoomTimes {
  sessionId: string;
  cooperativeId: string;
  /** The guest's own id where `isGuest`. */
  memberId: string;
  /** Speaks by a link, for this session alone. */
  isGuest: boolean;
  /** As the room shows it: the nickname, else the full name. */
  name: string;
  /** What they are in this session; admins act as hosts. */
  role: RoomRole | null;
  isMuted: boolean;
  wentLiveAt: Date | null;
  /** The room's last seq; 0 before anything happened. */
  seq: number;
}

/** Somebody who wants to say something, with how the room is set and which list of unwelcome words holds. */
export interface Speaking extends Place {
  settings: RoomSettings;
  /** Null: the cooperative has no list of its own. */
  wordsVersion: number | null;
}

/** As read: without settings where nobody has set any. */
type Unsettled<Row extends Speaking> = Omit<Row, 'settings'> & { settings: RoomSettings | null };

/** A guest's connection to look up. */
export interface GuestSeat {
  sessionId: string;
  guestId: string;
}

/** Where seats stand that stand alike, and how far their room has come. */
export interface SeatStanding extends Standing, RoomTimes {
  sessionId: string;
  /** What they are in the session; admins act as hosts. */
  role: RoomRole | null;
  seq: number;
  /** Which of the seats asked about, counted from 0. */
  places: number[];
  /** The member's later connections to the same room. */
  newerDevices: number;
  /** How many the cooperative lets them have. */
  mostDevices: number;
}

/** What a place says of the session. */
const ROOM = `
  session.id AS "sessionId", session.cooperative_id AS "cooperativeId",
  session.state, session.starts_at AS "startsAt", session.ends_at AS "endsAt",
  session.went_live_at AS "wentLiveAt", session.ended_at AS "endedAt",
  (SELECT policies FROM cooperatives WHERE id = session.cooperative_id) AS policies,
  coalesce((SELECT last_seq FROM rooms room WHERE room.session_id = session.id), 0) AS seq`;

/** Where a guest stands: a speaker of the session that their link is for, until it is taken back. */
const GUEST_PLACE = `${ROOM}, guest.id AS "memberId", true AS "isGuest", guest.name, 'speaker' AS role, true AS "isStaff",
  false AS "isConfirmed", false AS "hasLeft", false AS "isRemoved", false AS "isMuted"`;

/** What decides whether a member may be there. */
const STANDS = `
  member.status = 'keluar' AS "hasLeft", standing.removed_at IS NOT NULL AS "isRemoved",
  'admin' = ANY (member.roles) OR staff.role IS NOT NULL AS "isStaff",
  CASE WHEN 'admin' = ANY (member.roles) THEN 'host' ELSE staff.role END AS role,
  EXISTS (SELECT FROM registrations registration WHERE registration.session_id = session.id
    AND registration.member_id = member.id AND registration.state = 'confirmed') AS "isConfirmed"`;

const PLACE = `${ROOM}, ${STANDS},
  member.id AS "memberId", false AS "isGuest", coalesce(member.nickname, member.name) AS name,
  standing.muted_at IS NOT NULL AS "isMuted"`;

/** What a place is read from, beside `session` and `member`. */
const STANDING = `
  LEFT JOIN session_staff staff
    ON staff.session_id = session.id AND staff.member_id = member.id AND staff.state = 'accepted'
  LEFT JOIN room_standings standing ON standing.session_id = session.id AND standing.member_id = member.id`;

/** What `Speaking` has besides, read once however many speak. */
const SPEAKING = `,
  (SELECT event.payload->'settings' FROM room_events event
   WHERE event.session_id = $1 AND event.kind = 'room.configured' ORDER BY event.seq DESC LIMIT 1) AS settings,
  (SELECT list.version FROM word_lists list JOIN sessions own ON own.cooperative_id = list.cooperative_id
   WHERE own.id = $1) AS "wordsVersion"`;

@Injectable()
export class RoomQueries {
  constructor(private readonly database: Database) {}

  /** Undefined for a session that is not of the member's cooperative, or not the guest's. */
  async place(reader: Reader, sessionId: string, memberId: string): Promise<Place | undefined> {
    const [place] = await this.places(reader, sessionId, [memberId]);
    return place;
  }

  /** Where each of several people stands in one session; members of other cooperatives and other sessions' guests are left out. */
  async places(reader: Reader, sessionId: string, memberIds: readonly string[]): Promise<Place[]> {
    return (await placed<Undecided<Place>>(reader, sessionId, memberIds)).map(withHours);
  }

  /** The same of those who want to say something, with what else is looked at for that. */
  async speakers(reader: Reader, sessionId: string, memberIds: readonly string[]): Promise<Speaking[]> {
    const rows = await placed<Undecided<Unsettled<Speaking>>>(reader, sessionId, memberIds, SPEAKING);
    return rows.map((row) => ({ ...withHours(row), settings: row.settings ?? USUAL_SETTINGS }));
  }

  /** When each of these members' last message was taken. */
  async lastSpoken(reader: Reader, sessionId: string, memberIds: readonly string[]): Promise<Map<string, Date>> {
    if (memberIds.length === 0) return new Map();
    const rows = await reader.sql<{ memberId: string; at: Date }>(
      `SELECT member_id AS "memberId", max(at) AS at FROM room_events
       WHERE session_id = $1 AND member_id = ANY ($2::uuid[]) AND kind = 'chat.posted' GROUP BY member_id`,
      [sessionId, memberIds],
    );
    return new Map(rows.map(({ memberId, at }) => [memberId, at]));
  }

  /**
   * Where the connections of these spans stand now: one question however many they are, and few rows, since nearly all
   * stand alike. Whoever is in none of them has no standing any more.
   */
  async seats(spanIds: readonly string[]): Promise<SeatStanding[]> {
    const rows = await this.database.sql<Undecided<Omit<SeatStanding, 'mostDevices'>>>(
      `WITH seat AS (
         SELECT given.place, session.id AS session_id, ${STANDS},
           (SELECT count(*)::int FROM presence_spans other
            WHERE other.session_id = session.id AND other.member_id = member.id AND other.ended_at IS NULL
              AND (other.connected_at, other.id) > (span.connected_at, span.id)) AS "newerDevices"
         FROM unnest($1::uuid[]) WITH ORDINALITY AS given(span_id, place)
         JOIN presence_spans span ON span.id = given.span_id
         JOIN sessions session ON session.id = span.session_id
         JOIN members member ON member.id = span.member_id ${STANDING}),
       alike AS (
         SELECT session_id, "hasLeft", "isRemoved", "isStaff", role, "isConfirmed", "newerDevices",
           array_agg((place - 1)::int) AS places
         FROM seat GROUP BY 1, 2, 3, 4, 5, 6, 7)
       SELECT ${ROOM}, alike.* FROM alike JOIN sessions session ON session.id = alike.session_id`,
      // One text: thousands of parameters in an array are escaped one by one.
      [`{${spanIds.join()}}`],
    );
    return rows.map(withHours).map((seat) => ({ ...seat, mostDevices: seat.hours.devicesPerRoom }));
  }

  async guestSeats(seats: readonly GuestSeat[]): Promise<SeatStanding[]> {
    if (seats.length === 0) return [];
    const rows = await this.database.sql<Undecided<Omit<SeatStanding, 'mostDevices'>>>(
      `SELECT ${GUEST_PLACE}, 0 AS "newerDevices", ARRAY[(given.place - 1)::int] AS places
       FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS given(session_id, guest_id, place)
       JOIN sessions session ON session.id = given.session_id
       JOIN session_guests guest ON guest.id = given.guest_id AND guest.session_id = session.id
       WHERE guest.revoked_at IS NULL`,
      [seats.map(({ sessionId }) => sessionId), seats.map(({ guestId }) => guestId)],
    );
    return rows.map(withHours).map((seat) => ({ ...seat, mostDevices: seat.hours.devicesPerRoom }));
  }

  /** The room's last seq; 0 before anything happened. */
  async seq(reader: Reader, sessionId: string): Promise<number> {
    const [row] = await reader.sql<{ seq: number }>('SELECT last_seq AS seq FROM rooms WHERE session_id = $1', [
      sessionId,
    ]);
    return row?.seq ?? 0;
  }

  async session(reader: Reader, sessionId: string): Promise<RoomSession | undefined> {
    const [row] = await reader.sql<SessionRow>(
      `SELECT state, went_live_at AS "wentLiveAt", ended_at AS "endedAt",
         (SELECT from_at FROM session_breaks pause
          WHERE pause.session_id = session.id AND pause.until_at IS NULL AND session.state = 'live') AS "breakSince"
       FROM sessions session WHERE id = $1`,
      [sessionId],
    );
    return row && toRoomSession(row);
  }

  /** How the room is set now: what was configured last. */
  async settings(reader: Reader, sessionId: string): Promise<RoomSettings> {
    const last = await this.lastOf(reader, sessionId, 'room.configured');
    return last?.payload.settings ?? USUAL_SETTINGS;
  }

  /** What happened after `seq`, in order, at most `limit`. */
  async after(sessionId: string, seq: number, limit: number): Promise<StoredEvent[]> {
    return readEvents(this.database, 'AND event.seq > $2 ORDER BY event.seq LIMIT $3', [sessionId, seq, limit]);
  }

  /** The latest event of a kind. */
  async lastOf<Kind extends RoomEventKind>(
    reader: Reader,
    sessionId: string,
    kind: Kind,
  ): Promise<StoredEvent<Kind> | undefined> {
    const [last] = await readEvents<Kind>(reader, 'AND event.kind = $2 ORDER BY event.seq DESC LIMIT 1', [
      sessionId,
      kind,
    ]);
    return last;
  }

  /** The newest messages between two seqs (neither included), in order; what staff wrote among themselves for staff alone. */
  async messages(
    reader: Reader,
    sessionId: string,
    isStaff: boolean,
    { after = 0, before, limit }: { after?: number | undefined; before?: number | undefined; limit: number },
  ): Promise<StoredEvent<'chat.posted'>[]> {
    const newest = await readEvents<'chat.posted'>(
      reader,
      `AND event.kind = 'chat.posted' AND (event.audience = 'all' OR $5) AND event.seq > $2
         AND ($3::int IS NULL OR event.seq < $3)
       ORDER BY event.seq DESC LIMIT $4`,
      [sessionId, after, before ?? null, limit, isStaff],
    );
    return newest.reverse();
  }

  /** The newest reports of messages, in order. */
  async reports(reader: Reader, sessionId: string, limit: number): Promise<StoredEvent<'chat.reported'>[]> {
    const newest = await readEvents<'chat.reported'>(
      reader,
      `AND event.kind = 'chat.reported' ORDER BY event.seq DESC LIMIT $2`,
      [sessionId, limit],
    );
    return newest.reverse();
  }

  /** One message, if staff or members may know of it. */
  async message(
    reader: Reader,
    sessionId: string,
    isStaff: boolean,
    seq: number,
  ): Promise<StoredEvent<'chat.posted'> | undefined> {
    const [message] = await readEvents<'chat.posted'>(
      reader,
      `AND event.kind = 'chat.posted' AND (event.audience = 'all' OR $3) AND event.seq = $2`,
      [sessionId, seq, isStaff],
    );
    return message;
  }

  async ownStanding(
    reader: Reader,
    sessionId: string,
    memberId: string,
  ): Promise<{ isMuted: boolean; isHandRaised: boolean }> {
    const [row] = await reader.sql<{ isMuted: boolean; isHandRaised: boolean }>(
      `SELECT muted_at IS NOT NULL AS "isMuted", hand_raised_at IS NOT NULL AS "isHandRaised"
       FROM room_standings WHERE session_id = $1 AND member_id = $2`,
      [sessionId, memberId],
    );
    return row ?? { isMuted: false, isHandRaised: false };
  }
}

/** @param more columns, each with its comma before it; $1 is the session */
async function placed<Row extends Undecided<Place>>(
  reader: Reader,
  sessionId: string,
  memberIds: readonly string[],
  more = '',
): Promise<Row[]> {
  const members = await reader.sql<Row>(
    `SELECT ${PLACE} ${more}
     FROM sessions session JOIN members member ON member.cooperative_id = session.cooperative_id ${STANDING}
     WHERE session.id = $1 AND member.id = ANY ($2::uuid[])`,
    [sessionId, memberIds],
  );
  if (members.length === memberIds.length) return members;
  const known = new Set(members.map(({ memberId }) => memberId));
  const guests = await reader.sql<Row>(
    `SELECT ${GUEST_PLACE} ${more}
     FROM sessions session JOIN session_guests guest ON guest.session_id = session.id
     WHERE session.id = $1 AND guest.id = ANY ($2::uuid[]) AND guest.revoked_at IS NULL`,
    [sessionId, memberIds.filter((id) => !known.has(id))],
  );
  return [...members, ...guests];
}

type SessionRow = Pick<RoomTimes, 'state' | 'endedAt'> & { wentLiveAt: Date | null; breakSince: Date | null };

/** As read: with what the cooperative decided for itself. */
export type Undecided<Row extends RoomTimes> = Omit<Row, 'hours'> & { policies: Partial<Policies> };

export function withHours<Row extends { policies: Partial<Policies> }>({ policies, ...row }: Row) {
  return { ...row, hours: policiesWith(policies) };
}

function toRoomSession(session: SessionRow): RoomSession {
  return {
    state: session.state,
    wentLiveAt: session.wentLiveAt?.toISOString() ?? null,
    endedAt: session.endedAt?.toISOString() ?? null,
    breakSince: session.breakSince?.toISOString() ?? null,
  };
}

/** @param which continues the WHERE; $1 is the session. */
function readEvents<Kind extends RoomEventKind = RoomEventKind>(
  reader: Reader,
  which: string,
  parameters: readonly unknown[],
): Promise<StoredEvent<Kind>[]> {
  return reader.sql<StoredEvent<Kind>>(
    `SELECT event.seq, event.at, event.kind, event.payload, event.audience, event.client_id AS "clientId",
       ${named('actor', 'guest')} AS by, ${named('concerned', 'guest_concerned')} AS about
     FROM room_events event
     LEFT JOIN members actor ON actor.id = event.member_id
     LEFT JOIN members concerned ON concerned.id = event.about_id
     LEFT JOIN session_guests guest ON guest.id = event.guest_id
     LEFT JOIN session_guests guest_concerned ON guest_concerned.id = event.about_guest_id
     WHERE event.session_id = $1 ${which}`,
    parameters,
  );
}

function named(member: string, guest: string): string {
  return `CASE WHEN ${member}.id IS NOT NULL
    THEN jsonb_build_object('memberId', ${member}.id, 'name', coalesce(${member}.nickname, ${member}.name))
    WHEN ${guest}.id IS NOT NULL
    THEN jsonb_build_object('memberId', ${guest}.id, 'name', ${guest}.name, 'isGuest', true) END`;
}
