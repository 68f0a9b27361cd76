// Breaks that staff call while a session is on: their time counts for nobody.

import { Injectable } from '@nestjs/common';
import { Audit, type AuditRecord } from '../platform/audit/audit.js';
import type { Tx } from '../platform/database/tx.js';
import { refuse } from './refusal.js';
import { endBreak } from './session-breaks.js';
import { Session } from './session.entity.js';
import { setBreak } from './session.rules.js';

@Injectable()
export class SessionBreaksService {
  constructor(private readonly audit: Audit) {}

  /** Calls a break, or ends the one that is on. @returns whether that changed anything. @throws DomainError wrong-state (the session is not on) */
  async set(
    tx: Tx,
    actor: AuditRecord['actor'],
    sessionId: string,
    { isOnBreak, now }: { isOnBreak: boolean; now: Date },
  ): Promise<boolean> {
    // Locked, so that nobody ends the session meanwhile.
    const session = await tx.lock(Session, { id: sessionId, cooperativeId: actor.cooperativeId });
    const since = await this.openSince(tx, sessionId);
    const decision = setBreak(session, since !== undefined, isOnBreak);
    if (!decision.allowed) return refuse(decision);
    if (decision.changes === 'nothing') return false;
    if (decision.changes === 'start') await this.start(tx, sessionId, now);
    else await endBreak(tx, sessionId, now);
    await this.audit.record(tx, {
      actor,
      action: decision.changes === 'start' ? 'session.break-started' : 'session.break-ended',
      subject: { type: 'session', id: sessionId },
      before: { breakSince: since ?? null },
      after: { breakSince: decision.changes === 'start' ? now : null },
    });
    return true;
  }

  private async openSince(tx: Tx, sessionId: string): Promise<Date | undefined> {
    const [open] = await tx.sql<{ since: Date }>(
      'SELECT from_at AS since FROM session_breaks WHERE session_id = $1 AND until_at IS NULL',
      [sessionId],
    );
    return open?.since;
  }

  /** One that ended in this very moment goes on. */
  private async start(tx: Tx, sessionId: string, now: Date): Promise<void> {
    await tx.sql(
      `INSERT INTO session_breaks (session_id, from_at, until_at) VALUES ($1, $2, NULL)
       ON CONFLICT (session_id, from_at) DO UPDATE SET until_at = NULL`,
      [sessionId, now],
    );
  }
}
