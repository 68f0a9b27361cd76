// Attendance as people see and correct it; a decision by hand is a new version, with its reason, on the audit's record.

import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { Actor } from '../contracts/permissions.js';
import type { Page, PageQuery } from '../contracts/schemas.js';
import { Audit } from '../platform/audit/audit.js';
import { canonicalJson } from '../platform/audit/hash-chain.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError, found } from '../platform/errors.js';
import { Outbox } from '../platform/events/outbox.js';
import { AttendanceQueries, type AttendanceRow, type OwnAttendance, type Sight } from './attendance.queries.js';
import { manualSeconds, RULE_VERSION, type CountedSpan, type ManualVerdict, type Verdict } from './attendance.rules.js';
import { storeVersions } from './attendance-versions.js';

/** The verdict that stands. */
interface Current {
  version: number;
  verdict: Verdict;
  countedSeconds: number;
  broadcastSeconds: number;
  spans: CountedSpan[];
  unitId: string | null;
}

@Injectable()
export class AttendanceService {
  constructor(
    private readonly database: Database,
    private readonly queries: AttendanceQueries,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, sessionId: string, page: PageQuery): Promise<Page<AttendanceRow>> {
    return this.queries.list(await this.queries.sight(actor, sessionId), page);
  }

  own(actor: Actor, sessionId: string): Promise<OwnAttendance> {
    return this.queries.own(actor, sessionId);
  }

  /**
   * Decides by hand. Deciding again what already stands changes nothing but the reason, which is a version too.
   * @throws DomainError not-found (no such verdict in sight), wrong-state (the verdicts are not final yet)
   */
  async decide(
    actor: Actor,
    sessionId: string,
    memberId: string,
    decision: { verdict: ManualVerdict; reason: string },
  ): Promise<void> {
    const sight = await this.queries.sight(actor, sessionId);
    await this.database.transaction(async (tx) => {
      await this.assertFinal(tx, sessionId);
      const current = await this.lockCurrent(tx, sight, memberId);
      const countedSeconds = manualSeconds(decision.verdict, current.countedSeconds, current.broadcastSeconds);
      const { broadcastSeconds, spans } = current;
      const inputs = {
        ruleVersion: RULE_VERSION,
        memberId,
        decision,
        decidedBy: actor.memberId,
        from: current.version,
      };
      const inputsHash = createHash('sha256').update(canonicalJson(inputs)).digest('hex');
      const version = {
        memberId,
        version: current.version + 1,
        verdict: decision.verdict,
        countedSeconds,
        broadcastSeconds,
        source: 'manual' as const,
        inputsHash,
        spans,
        reason: decision.reason,
        decidedBy: actor.memberId,
      };
      await storeVersions(tx, { id: sessionId, cooperativeId: actor.cooperativeId }, [version], this.clock.now());
      await this.audit.record(tx, {
        actor,
        action: 'attendance.decided',
        subject: { type: 'attendance', id: memberId },
        before: { sessionId, verdict: current.verdict, countedSeconds: current.countedSeconds },
        after: { sessionId, verdict: decision.verdict, countedSeconds, reason: decision.reason },
      });
      await this.outbox.append(tx, 'attendance.finalised', { cooperativeId: actor.cooperativeId, sessionId });
    });
  }

  /** The session's row is locked first, as everywhere: a finalising sweep waits, or we wait for it. */
  private async assertFinal(tx: Tx, sessionId: string): Promise<void> {
    await tx.sql('SELECT FROM sessions WHERE id = $1 FOR UPDATE', [sessionId]);
    const rounds = await tx.sql('SELECT FROM attendance_rounds WHERE session_id = $1', [sessionId]);
    if (rounds.length === 0) throw new DomainError('wrong-state');
  }

  private async lockCurrent(tx: Tx, sight: Sight, memberId: string): Promise<Current> {
    const [row] = await tx.sql<Current>(
      `SELECT attendance.version, attendance.verdict, attendance.counted_seconds AS "countedSeconds",
              attendance.broadcast_seconds AS "broadcastSeconds", attendance.spans, member.unit_id AS "unitId"
       FROM attendances attendance JOIN members member ON member.id = attendance.member_id
       WHERE attendance.session_id = $1 AND attendance.member_id = $2 AND attendance.cooperative_id = $3
         AND attendance.superseded_at IS NULL
       FOR UPDATE OF attendance`,
      [sight.sessionId, memberId, sight.cooperativeId],
    );
    const current = found(row);
    const isInSight = sight.unitIds === null || (current.unitId !== null && sight.unitIds.includes(current.unitId));
    return found(isInSight ? current : undefined);
  }
}
