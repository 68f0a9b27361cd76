// Gives everybody of an ended session their verdict: in batches, in one transaction, the same again for the same inputs.

import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { policiesWith, USUAL_POLICIES, type Policies } from '../contracts/policies.js';
import { canonicalJson } from '../platform/audit/hash-chain.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { messageOf } from '../platform/errors.js';
import { Outbox } from '../platform/events/outbox.js';
import {
  broadcastInterval,
  measure,
  RULE_VERSION,
  toSecond,
  toSpan,
  type Broadcast,
  type Interval,
  type Source,
} from './attendance.rules.js';
import { storeVersions, type NewVersion } from './attendance-versions.js';

const SESSIONS_A_SWEEP = 20;
const MEMBERS_A_BATCH = 2_000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

interface EndedSession {
  id: string;
  cooperativeId: string;
  stageKind: Broadcast['stageKind'];
  endsAt: Date;
  wentLiveAt: Date | null;
  endedAt: Date;
  policies: Partial<Policies>;
}

/** A registered member, every span of theirs, and the verdict that stands, if there is one. */
interface Person {
  memberId: string;
  starts: Date[] | null;
  ends: Date[] | null;
  version: number | null;
  source: Source | null;
  decidedAt: Date | null;
  inputsHash: string | null;
}

@Injectable()
export class AttendanceFinaliser {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Every session that ended for good, or whose actual times changed since. One that fails does not hold up the rest. */
  async finaliseDue(): Promise<void> {
    const due = await this.database.sql<{ id: string }>(
      `SELECT session.id FROM sessions session JOIN cooperatives cooperative ON cooperative.id = session.cooperative_id
       LEFT JOIN attendance_rounds round ON round.session_id = session.id
       WHERE ${DUE} ORDER BY session.ended_at LIMIT $3`,
      [this.clock.now(), USUAL_POLICIES.undoEndMinutes, SESSIONS_A_SWEEP],
    );
    const failures: string[] = [];
    for (const { id } of due) {
      await this.finalise(id).catch((error: unknown) => failures.push(`${id}: ${messageOf(error)}`));
    }
    if (failures.length > 0) throw new Error(`Sessions without their verdicts: ${failures.join('; ')}`);
  }

  /** Does nothing when the session is not due (any more): two sweeps may meet here. */
  async finalise(sessionId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const session = await this.lockDue(tx, sessionId);
      if (!session) return;
      const interval = broadcastInterval(session);
      // Nobody started it: there is nothing to judge, and nobody to tell.
      if (interval) {
        const { presentPercent, bridgedSeconds } = policiesWith(session.policies);
        const policies = { presentPercent, bridgedSeconds };
        const breaks = await this.breaksOf(tx, session);
        await this.judgeAll(tx, session, { interval, breaks, stageKind: session.stageKind, policies });
        await this.outbox.append(tx, 'attendance.finalised', { cooperativeId: session.cooperativeId, sessionId });
      }
      await tx.sql(
        `INSERT INTO attendance_rounds (session_id, cooperative_id, went_live_at, ended_at, finalised_at)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (session_id) DO UPDATE SET went_live_at = $3, ended_at = $4, finalised_at = $5`,
        [sessionId, session.cooperativeId, session.wentLiveAt, session.endedAt, this.clock.now()],
      );
    });
  }

  /** Locked, so that nobody takes the end back meanwhile. */
  private async lockDue(tx: Tx, sessionId: string): Promise<EndedSession | undefined> {
    await tx.sql('SELECT FROM sessions WHERE id = $1 FOR UPDATE', [sessionId]);
    const [session] = await tx.sql<EndedSession>(
      `SELECT session.id, session.cooperative_id AS "cooperativeId", session.stage_kind AS "stageKind",
              session.ends_at AS "endsAt", session.went_live_at AS "wentLiveAt", session.ended_at AS "endedAt",
              cooperative.policies
       FROM sessions session JOIN cooperatives cooperative ON cooperative.id = session.cooperative_id
       LEFT JOIN attendance_rounds round ON round.session_id = session.id
       WHERE ${DUE} AND session.id = $3`,
      [this.clock.now(), USUAL_POLICIES.undoEndMinutes, sessionId],
    );
    return session;
  }

  /** One that was on when the session ended lasted until then. */
  private async breaksOf(tx: Tx, { id, endedAt }: EndedSession): Promise<Interval[]> {
    const rows = await tx.sql<{ from: Date; to: Date }>(
      `SELECT from_at AS "from", coalesce(until_at, greatest(from_at, $2::timestamptz)) AS "to"
       FROM session_breaks WHERE session_id = $1 ORDER BY from_at`,
      [id, endedAt],
    );
    return rows.map(({ from, to }) => ({ from: toSecond(from), to: toSecond(to) }));
  }

  private async judgeAll(tx: Tx, session: EndedSession, broadcast: Broadcast): Promise<void> {
    for (let after: string | undefined = FIRST_ID; after !== undefined;) {
      const people: Person[] = await this.peopleAfter(tx, session.id, after);
      const versions = people.flatMap((person) => this.judge(person, broadcast));
      await storeVersions(tx, session, versions, this.clock.now());
      after = people.length === MEMBERS_A_BATCH ? people.at(-1)?.memberId : undefined;
    }
  }

  /**
   * A decision by hand stands, unless the session was opened again after it; a measured verdict is replaced only when what
   * it was decided from has changed.
   */
  private judge(person: Person, broadcast: Broadcast): NewVersion[] {
    const reopenedAt = Math.max(0, ...broadcast.breaks.map(({ to }) => to));
    if (person.source === 'manual' && person.decidedAt && toSecond(person.decidedAt) > reopenedAt) return [];
    const spans = (person.starts ?? []).map((start, index): Interval => {
      return { from: toSecond(start), to: toSecond(person.ends?.[index] ?? start) };
    });
    const inputsHash = createHash('sha256')
      .update(canonicalJson({ ruleVersion: RULE_VERSION, broadcast, spans }))
      .digest('hex');
    if (inputsHash === person.inputsHash && person.source === 'measured') return [];
    const { verdict, countedSeconds, broadcastSeconds, counted } = measure(spans, broadcast);
    return [
      {
        memberId: person.memberId,
        version: (person.version ?? 0) + 1,
        verdict,
        countedSeconds,
        broadcastSeconds,
        source: 'measured',
        inputsHash,
        spans: counted.map(toSpan),
        reason: null,
        decidedBy: null,
      },
    ];
  }

  /** Confirmed registrants, and whoever was there while they still were; in order of their ids. */
  private peopleAfter(tx: Tx, sessionId: string, after: string): Promise<Person[]> {
    return tx.sql<Person>(
      `WITH people AS (
         SELECT DISTINCT registration.member_id FROM registrations registration
         WHERE registration.session_id = $1 AND registration.member_id > $2
           AND (registration.state = 'confirmed' OR EXISTS (
             SELECT FROM presence_spans span
             WHERE span.session_id = $1 AND span.member_id = registration.member_id))
         ORDER BY registration.member_id LIMIT $3)
       SELECT people.member_id AS "memberId", spans.starts, spans.ends, current.version, current.source,
              current.decided_at AS "decidedAt",
              current.inputs_hash AS "inputsHash"
       FROM people
       LEFT JOIN (
         SELECT member_id, array_agg(connected_at ORDER BY id) AS starts,
                array_agg(coalesce(ended_at, last_seen_at) ORDER BY id) AS ends
         FROM presence_spans WHERE session_id = $1 GROUP BY member_id) spans USING (member_id)
       LEFT JOIN attendances current ON current.session_id = $1 AND current.member_id = people.member_id
         AND current.superseded_at IS NULL
       ORDER BY people.member_id`,
      [sessionId, after, MEMBERS_A_BATCH],
    );
  }
}

/** Ended, and the undo has passed; not judged yet, or for other times than now stand. $1: now, $2: the usual minutes. */
const DUE = `
  session.state = 'ended' AND session.ended_at < $1::timestamptz
    - make_interval(mins => coalesce((cooperative.policies ->> 'undoEndMinutes')::int, $2))
  AND (round.session_id IS NULL OR round.ended_at <> session.ended_at
       OR round.went_live_at IS DISTINCT FROM session.went_live_at)`;
