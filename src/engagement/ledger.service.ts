// Writes the ledger: whole sessions in few statements, chained under the cooperative's head, once an event.

import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../contracts/events.js';
import { GENESIS } from '../platform/audit/hash-chain.js';
import { Clock } from '../platform/clock.js';
import type { Tx } from '../platform/database/tx.js';
import { EngagementQueries } from './engagement.queries.js';
import { ledgerHash } from './ledger-chain.js';
import { entriesFor, LEDGER_RULE_VERSION, type NewEntry } from './ledger.rules.js';

const ENTRIES_A_STATEMENT = 5_000;

interface Head {
  sequence: number;
  hash: string;
}

@Injectable()
export class LedgerService {
  constructor(
    private readonly queries: EngagementQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Brings the ledger to a session's verdicts as they stand now: looked up, since events come in no order. The head is
   * locked first, so that two of them cannot both find an entry missing.
   */
  async recordAttendance(tx: Tx, event: DomainEvent<'attendance.finalised'>): Promise<void> {
    const { cooperativeId, sessionId } = event.payload;
    const head = await this.lockHead(tx, cooperativeId);
    const present = await this.queries.present(tx, sessionId);
    const balances = await this.queries.balances(tx, sessionId);
    const entries = entriesFor(present, balances);
    let last = head;
    for (let from = 0; from < entries.length; from += ENTRIES_A_STATEMENT) {
      last = await this.append(tx, event, last, entries.slice(from, from + ENTRIES_A_STATEMENT));
    }
    if (last === head) return;
    await tx.sql('UPDATE ledger_heads SET sequence = $2, hash = $3 WHERE cooperative_id = $1', [
      cooperativeId,
      last.sequence,
      last.hash,
    ]);
  }

  private async append(
    tx: Tx,
    event: DomainEvent<'attendance.finalised'>,
    head: Head,
    entries: readonly NewEntry[],
  ): Promise<Head> {
    const { cooperativeId, sessionId } = event.payload;
    const recordedAt = this.clock.now();
    let previousHash = head.hash;
    const chained = entries.map((entry, index) => {
      const content = {
        ...entry,
        cooperativeId,
        sessionId,
        sequence: head.sequence + index + 1,
        ruleVersion: LEDGER_RULE_VERSION,
        sourceEventId: event.id,
        recordedAt,
      };
      const link = { ...content, previousHash, hash: ledgerHash(previousHash, content) };
      previousHash = link.hash;
      return link;
    });
    await tx.sql(
      `INSERT INTO ledger_entries (cooperative_id, session_id, rule_version, source_event_id, recorded_at, sequence,
         member_id, kind, quantity, reason, previous_hash, hash)
       SELECT $1, $2, $3, $4, $5, new.* FROM unnest($6::int[], $7::uuid[], $8::text[], $9::int[], $10::text[],
         $11::text[], $12::text[]) AS new`,
      [
        cooperativeId,
        sessionId,
        LEDGER_RULE_VERSION,
        event.id,
        recordedAt,
        chained.map((link) => link.sequence),
        chained.map((link) => link.memberId),
        chained.map((link) => link.kind),
        chained.map((link) => link.quantity),
        chained.map((link) => link.reason),
        chained.map((link) => link.previousHash),
        chained.map((link) => link.hash),
      ],
    );
    return { sequence: head.sequence + chained.length, hash: previousHash };
  }

  private async lockHead(tx: Tx, cooperativeId: string): Promise<Head> {
    await tx.sql(
      'INSERT INTO ledger_heads (cooperative_id, sequence, hash) VALUES ($1, 0, $2) ON CONFLICT DO NOTHING',
      [cooperativeId, GENESIS],
    );
    const [head] = await tx.sql<Head>('SELECT sequence, hash FROM ledger_heads WHERE cooperative_id = $1 FOR UPDATE', [
      cooperativeId,
    ]);
    return head ?? { sequence: 0, hash: GENESIS };
  }
}
