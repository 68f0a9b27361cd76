// What planning and sending need to know of sessions, registrations and members, each in one read.

import { Injectable } from '@nestjs/common';
import type { Policies } from '../contracts/policies.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import {
  COUNTDOWN,
  type DueReminder,
  type RegistrationState,
  type ReminderKind,
  type ReminderState,
  type SessionState,
  type Verdict,
} from './reminder.rules.js';

/** A registration with what planning asks of its session and member. */
export interface Registrant {
  registrationId: string;
  memberId: string;
  registrationState: RegistrationState;
  zone: string;
  sessionState: SessionState;
  startsAt: Date;
  revision: number;
  modeSwitches: number;
  /** What the cooperative decided for itself. */
  policies: Partial<Policies>;
}

/** When and where a session was said to be. */
export interface Said {
  startsAt: string;
  endsAt: string;
  delivery: 'virtual' | 'onsite' | 'hybrid';
  venue: string | null;
}

/** A due reminder and everything its mail says. */
export interface DueRow extends DueReminder {
  id: string;
  registrationId: string;
  cooperativeId: string;
  cooperativeName: string;
  colour: string;
  policies: Partial<Policies>;
  sessionId: string;
  title: string;
  sessionZone: string;
  memberId: string;
  name: string;
  nickname: string | null;
  email: string | null;
  language: 'id' | 'en';
  zone: string;
  /** Why staff decided so, as the member reads it. */
  reason: string | null;
  /** Why the session was cancelled. */
  cancelReason: string | null;
  /** Where the member takes part. */
  mode: 'virtual' | 'onsite';
  /** As it was written. */
  protocol: string;
  delivery: Said['delivery'];
  venue: string | null;
  hadSeat: boolean;
  /** A day before: whether somebody waits for the seat that the reader has. */
  othersWait: boolean;
  /** What the reader of a changed session was told last. */
  was: Said | null;
}

/** Whom a mail about a series is for. */
export interface SeriesReader {
  memberId: string;
  cooperativeId: string;
  cooperativeName: string;
  colour: string;
  name: string;
  nickname: string | null;
  email: string | null;
  language: 'id' | 'en';
  zone: string;
}

/** A place in one of several sessions that were cancelled at once, and its reader. */
export interface CancelledPlace extends SeriesReader {
  registrationId: string;
  sessionId: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  sessionZone: string;
  delivery: Said['delivery'];
  venue: string | null;
  mode: 'virtual' | 'onsite';
  revision: number;
  hadSeat: boolean;
  cancelReason: string | null;
}

export interface ReminderGroup {
  kind: ReminderKind;
  state: ReminderState;
  firstAt: Date;
  lastAt: Date;
  count: number;
}

const REGISTRANT = `SELECT g.id AS "registrationId", g.member_id AS "memberId", g.state AS "registrationState", m.zone,
    s.state AS "sessionState", s.starts_at AS "startsAt", s.revision, c.policies,
    g.mode_switches AS "modeSwitches"
  FROM registrations g JOIN sessions s ON s.id = g.session_id JOIN members m ON m.id = g.member_id
  JOIN cooperatives c ON c.id = s.cooperative_id`;
/** By the last mail about a change that went out, else as it stood when the member registered. */
const TOLD_LAST = `
  SELECT jsonb_build_object('startsAt', a.starts_at, 'endsAt', a.ends_at, 'delivery', a.delivery, 'venue', a.venue)
  FROM session_announcements a
  WHERE a.session_id = r.session_id AND a.revision < s.revision
    AND (a.announced_at < g.created_at
      OR a.revision = (SELECT min(revision) FROM session_announcements WHERE session_id = r.session_id)
      OR EXISTS (SELECT FROM reminders told WHERE told.session_id = r.session_id AND told.member_id = r.member_id
        AND told.kind = 'session-changed' AND told.occasion = a.revision::text AND told.state IN ('sent', 'unreachable')))
  ORDER BY a.revision DESC LIMIT 1`;
const LIVE = `('pending', 'confirmed', 'waitlisted', 'offered')`;

@Injectable()
export class RemindersQueries {
  constructor(private readonly database: Database) {}

  /** The registration as it is now. */
  async registrant(tx: Tx, registrationId: string): Promise<Registrant | undefined> {
    const [row] = await tx.sql<Registrant>(`${REGISTRANT} WHERE g.id = $1`, [registrationId]);
    return row;
  }

  /** Nobody who has left. */
  async seriesReader(tx: Tx, memberId: string): Promise<SeriesReader | undefined> {
    const [row] = await tx.sql<SeriesReader>(
      `SELECT m.id AS "memberId", m.cooperative_id AS "cooperativeId", c.name AS "cooperativeName", c.colour, m.name,
         m.nickname, m.email, m.language, m.zone
       FROM members m JOIN cooperatives c ON c.id = m.cooperative_id WHERE m.id = $1 AND m.status <> 'keluar'`,
      [memberId],
    );
    return row;
  }

  /** Everybody with a place, or in the queue. */
  async liveRegistrants(tx: Tx, sessionId: string): Promise<Registrant[]> {
    return tx.sql(`${REGISTRANT} WHERE g.session_id = $1 AND g.state IN ${LIVE}`, [sessionId]);
  }

  /** Everybody with a place or in the queue when the session was cancelled; by their last one, where instants tie. */
  async registrantsAtCancelling(tx: Tx, sessionId: string): Promise<Registrant[]> {
    return tx.sql(
      `SELECT DISTINCT ON ("memberId") * FROM (${REGISTRANT} WHERE g.session_id = $1
         AND (g.state IN ${LIVE} OR (g.state = 'cancelled' AND g.cancelled_at >= s.cancelled_at))) registrant
       ORDER BY "memberId", "registrationId" DESC`,
      [sessionId],
    );
  }

  /** The places of the next readers who have any there, all of each reader's together, by start. */
  async cancelledPlaces(
    tx: Tx,
    sessionIds: readonly string[],
    afterMemberId: string | null,
    readers: number,
  ): Promise<CancelledPlace[]> {
    return tx.sql(
      `WITH places AS (
         SELECT DISTINCT ON (g.member_id, g.session_id) g.id, g.member_id, g.session_id, g.mode, g.confirmed_at
         FROM registrations g JOIN sessions s ON s.id = g.session_id
         WHERE g.session_id = ANY($1) AND s.state = 'cancelled' AND ($2::uuid IS NULL OR g.member_id > $2)
           AND (g.state IN ${LIVE} OR (g.state = 'cancelled' AND g.cancelled_at >= s.cancelled_at))
         ORDER BY g.member_id, g.session_id, g.id DESC),
       page AS (SELECT DISTINCT member_id FROM places ORDER BY member_id LIMIT $3)
       SELECT p.id AS "registrationId", s.id AS "sessionId", s.title, s.starts_at AS "startsAt", s.ends_at AS "endsAt",
         s.zone AS "sessionZone", s.delivery, s.venue, s.revision, s.cancel_reason AS "cancelReason",
         CASE WHEN s.delivery = 'hybrid' THEN p.mode ELSE s.delivery END AS mode, p.confirmed_at IS NOT NULL AS "hadSeat",
         m.id AS "memberId", m.cooperative_id AS "cooperativeId", c.name AS "cooperativeName", c.colour, m.name,
         m.nickname, CASE WHEN m.status <> 'keluar' THEN m.email END AS email, m.language, m.zone
       FROM places p JOIN page USING (member_id) JOIN sessions s ON s.id = p.session_id
       JOIN members m ON m.id = p.member_id JOIN cooperatives c ON c.id = m.cooperative_id
       ORDER BY m.id, s.starts_at, s.id`,
      [sessionIds, afterMemberId, readers],
    );
  }

  async isLiveElsewhere(tx: Tx, sessionId: string, memberId: string): Promise<boolean> {
    const rows = await tx.sql(
      `SELECT FROM registrations WHERE session_id = $1 AND member_id = $2 AND state IN ${LIVE}`,
      [sessionId, memberId],
    );
    return rows.length > 0;
  }

  /** The standing verdicts on those with a seat who have had no follow-up yet. */
  async verdicts(
    tx: Tx,
    sessionId: string,
  ): Promise<{ registrationId: string; memberId: string; verdict: Verdict; endedAt: Date }[]> {
    return tx.sql(
      `SELECT g.id AS "registrationId", g.member_id AS "memberId", a.verdict, coalesce(s.ended_at, s.ends_at) AS "endedAt"
       FROM attendances a
       JOIN sessions s ON s.id = a.session_id
       JOIN registrations g ON g.session_id = a.session_id AND g.member_id = a.member_id AND g.state = 'confirmed'
       WHERE a.session_id = $1 AND a.superseded_at IS NULL
         AND NOT EXISTS (SELECT FROM reminders r WHERE r.session_id = a.session_id AND r.member_id = a.member_id
           AND r.kind IN ('follow-up-present', 'follow-up-absent') AND r.state IN ('sent', 'unreachable'))`,
      [sessionId],
    );
  }

  /** Locked, for this transaction alone to decide; what another one holds is left to it. */
  async due(tx: Tx, now: Date, limit: number): Promise<DueRow[]> {
    return tx.sql(
      `SELECT r.id, r.registration_id AS "registrationId", r.kind, r.due_at AS "dueAt", r.occasion, r.cooperative_id AS "cooperativeId",
         c.name AS "cooperativeName", c.colour, c.policies,
         s.id AS "sessionId", s.title, s.zone AS "sessionZone", s.state AS "sessionState",
         s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.revision, s.delivery, s.venue, s.protocol,
         s.cancel_reason AS "cancelReason",
         CASE WHEN s.delivery = 'hybrid' THEN g.mode ELSE s.delivery END AS mode,
         CASE WHEN r.kind = 'session-changed' THEN (${TOLD_LAST}) END AS was,
         m.id AS "memberId", m.name, m.nickname, m.email, m.language, m.zone,
         m.status = 'keluar' AS "hasLeft", m.email IS NOT NULL AS "hasAddress",
         g.state AS "registrationState", g.mode_switches AS "modeSwitches", g.offer_ends_at AS "offerEndsAt", g.reason, g.confirmed_at IS NOT NULL AS "hadSeat",
         r.kind = 'reminder-day-before' AND EXISTS (
           SELECT FROM registrations w WHERE w.session_id = r.session_id AND w.state = 'waitlisted'
             AND (s.delivery <> 'hybrid' OR w.mode = g.mode)) AS "othersWait",
         r.kind = ANY($3) AND EXISTS (
           SELECT FROM reminders n WHERE n.session_id = r.session_id AND n.member_id = r.member_id
             AND n.kind = ANY($3) AND n.occasion = r.occasion AND n.due_at > r.due_at AND n.due_at <= $1
             AND n.state <> 'withdrawn') AS "isOvertaken"
       FROM reminders r
       JOIN sessions s ON s.id = r.session_id
       JOIN registrations g ON g.id = r.registration_id
       JOIN members m ON m.id = r.member_id
       JOIN cooperatives c ON c.id = r.cooperative_id
       WHERE r.state = 'waiting' AND r.due_at <= $1
       ORDER BY r.due_at, r.id LIMIT $2 FOR UPDATE OF r SKIP LOCKED`,
      [now, limit, COUNTDOWN],
    );
  }

  /** @param unitIds only these units' members (a coordinator's); undefined: all. */
  async summary(sessionId: string, unitIds: readonly string[] | undefined): Promise<ReminderGroup[]> {
    return this.database.sql(
      `SELECT r.kind, r.state, min(r.due_at) AS "firstAt", max(r.due_at) AS "lastAt", count(*)::int AS count
       FROM reminders r JOIN members m ON m.id = r.member_id
       WHERE r.session_id = $1 AND ($2::uuid[] IS NULL OR m.unit_id = ANY($2))
       GROUP BY r.kind, r.state ORDER BY min(r.due_at), r.kind, r.state`,
      [sessionId, unitIds ?? null],
    );
  }
}
