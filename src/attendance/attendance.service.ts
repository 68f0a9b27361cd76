// Attendance as people see and correct it; a decision by hand is a new version, with its reason, on the audit's record.

import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { Actor } from '../contracts/permissions.js';
import type { Page, PageQuery } from '../contracts/schemas.js';
import { Audit } from '../platform/audit/audit.js';
import { BulkReads } from '../platform/audit/bulk-reads.js';
import { canonicalJson } from '../platform/audit/hash-chain.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError, found } from '../platform/errors.js';
import { Outbox } from '../platform/events/outbox.js';
import { AttendanceQueries, type AttendanceRow, type OwnAttendance, type Sight } from './attendance.queries.js';
import {
  manualSeconds,
  measuredSeconds,
  RULE_VERSION,
  type CountedSpan,
  type ManualVerdict,
  type Verdict,
} from './attendance.rules.js';
import { storeVersions, type NewVersion } from './attendance-versions.js';

const MEMBERS_A_BATCH = 2_000;

export interface HandDecision {
  verdict: ManualVerdict;
  /** What it was decided from, as the member reads it. */
  reason: string;
}

/** The verdict that stands. */
interface Current {
  memberId: string;
  version: number;
  verdict: Verdict;
  countedSeconds: number;
  broadcastSeconds: number;
  spans: CountedSpan[];
}

@Injectable()
export class AttendanceService {
  constructor(
    private readonly database: Database,
    private readonly queries: AttendanceQueries,
    private readonly audit: Audit,
    private readonly bulkReads: BulkReads,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, sessionId: string, query: PageQuery): Promise<Page<AttendanceRow>> {
    const page = await this.queries.list(await this.queries.sight(actor, sessionId), query);
    const subject = { type: 'session', id: sessionId };
    return this.bulkReads.noted({ actor, action: 'attendance.read', subject, query }, page);
  }

  own(actor: Actor, sessionId: string): Promise<OwnAttendance> {
    return this.queries.own(actor, sessionId);
  }

  /**
   * Decides by hand. Deciding again what already stands changes nothing but the reason, which is a version too.
   * @throws DomainError not-found (no such verdict in sight), wrong-state (the verdicts are not final yet)
   */
  async decide(actor: Actor, sessionId: string, memberId: string, decision: HandDecision): Promise<void> {
    const sight = await this.queries.sight(actor, sessionId);
    await this.database.transaction(async (tx) => {
      await this.assertFinal(tx, sessionId);
      const current = await this.lockCurrent(tx, sight, memberId);
      const version = versionByHand(actor, current, decision);
      await storeVersions(tx, { id: sessionId, cooperativeId: actor.cooperativeId }, [version], this.clock.now());
      await this.audit.record(tx, {
        actor,
        action: 'attendance.decided',
        subject: { type: 'attendance', id: memberId },
        before: { sessionId, verdict: current.verdict, countedSeconds: current.countedSeconds },
        after: { sessionId, ...decision, countedSeconds: version.countedSeconds },
      });
      await this.outbox.append(tx, 'attendance.finalised', { cooperativeId: actor.cooperativeId, sessionId });
    });
  }

  /**
   * Decides the same for everybody in sight who still awaits evidence: those on the other app's list were marked before.
   * @returns how many. @throws DomainError not-found, wrong-state (the verdicts are not final yet)
   */
  async decideRest(actor: Actor, sessionId: string, decision: HandDecision): Promise<number> {
    const sight = await this.queries.sight(actor, sessionId);
    return this.database.transaction(async (tx) => {
      await this.assertFinal(tx, sessionId);
      const session = { id: sessionId, cooperativeId: actor.cooperativeId };
      let decided = 0;
      for (let waiting = await this.lockAwaiting(tx, sight); waiting.length > 0;) {
        const versions = waiting.map((current) => versionByHand(actor, current, decision));
        await storeVersions(tx, session, versions, this.clock.now());
        decided += versions.length;
        waiting = await this.lockAwaiting(tx, sight);
      }
      if (decided === 0) return 0;
      const subject = { type: 'session', id: sessionId };
      const after = { ...decision, members: decided };
      await this.audit.record(tx, { actor, action: 'attendance.rest-decided', subject, after });
      await this.outbox.append(tx, 'attendance.finalised', { cooperativeId: actor.cooperativeId, sessionId });
      return decided;
    });
  }

  /** The session's row is locked first, as everywhere: a finalising sweep waits, or we wait for it. */
  private async assertFinal(tx: Tx, sessionId: string): Promise<void> {
    await tx.sql('SELECT FROM sessions WHERE id = $1 FOR UPDATE', [sessionId]);
    const rounds = await tx.sql(
      `SELECT FROM attendance_rounds round JOIN sessions session ON session.id = round.session_id
       WHERE session.id = $1 AND session.state = 'ended' AND session.ended_at = round.ended_at`,
      [sessionId],
    );
    if (rounds.length === 0) throw new DomainError('wrong-state');
  }

  private async lockCurrent(tx: Tx, sight: Sight, memberId: string): Promise<Current> {
    const [row] = await tx.sql<Current>(`${CURRENT} AND attendance.member_id = $4 FOR UPDATE OF attendance`, [
      sight.sessionId,
      sight.cooperativeId,
      sight.unitIds,
      memberId,
    ]);
    return found(row);
  }

  private async lockAwaiting(tx: Tx, sight: Sight): Promise<Current[]> {
    return tx.sql<Current>(
      `${CURRENT} AND attendance.verdict = 'awaiting-evidence'
       ORDER BY attendance.member_id LIMIT $4 FOR UPDATE OF attendance`,
      [sight.sessionId, sight.cooperativeId, sight.unitIds, MEMBERS_A_BATCH],
    );
  }
}

/** The verdicts of a session ($1, of cooperative $2) that stand, of members in these units ($3; null: all). */
const CURRENT = `
  SELECT attendance.member_id AS "memberId", attendance.version, attendance.verdict,
         attendance.counted_seconds AS "countedSeconds", attendance.broadcast_seconds AS "broadcastSeconds",
         attendance.spans
  FROM attendances attendance JOIN members member ON member.id = attendance.member_id
  WHERE attendance.session_id = $1 AND attendance.cooperative_id = $2 AND attendance.superseded_at IS NULL
    AND ($3::uuid[] IS NULL OR member.unit_id = ANY ($3))`;

function versionByHand(actor: Actor, current: Current, decision: HandDecision): NewVersion {
  const { memberId, broadcastSeconds, spans } = current;
  const inputs = { ruleVersion: RULE_VERSION, memberId, decision, decidedBy: actor.memberId, from: current.version };
  return {
    memberId,
    version: current.version + 1,
    verdict: decision.verdict,
    countedSeconds: manualSeconds(decision.verdict, measuredSeconds(spans), broadcastSeconds),
    broadcastSeconds,
    source: 'manual',
    inputsHash: createHash('sha256').update(canonicalJson(inputs)).digest('hex'),
    spans,
    reason: decision.reason,
    decidedBy: actor.memberId,
  };
}
