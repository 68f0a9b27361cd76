// Walks a cooperative's ledger from its first entry, in batches: what was changed, taken out or put in between is named.

import { Injectable } from '@nestjs/common';
import { GENESIS } from '../platform/audit/hash-chain.js';
import { Database } from '../platform/database/database.js';
import { ledgerHash, type LedgerContent } from './ledger-chain.js';

const BATCH = 2_000;

/** `brokenAt` is the sequence of the first entry that is not as it was written; `headHash` ends the chain. */
export type LedgerVerdict =
  { isSound: true; entries: number; headHash: string } | { isSound: false; entries: number; brokenAt: number };

type Link = LedgerContent & { previousHash: string; hash: string };

@Injectable()
export class LedgerVerification {
  constructor(private readonly database: Database) {}

  async verify(cooperativeId: string): Promise<LedgerVerdict> {
    // The head first: what is written while we walk lies beyond it.
    const head = await this.head(cooperativeId);
    let [sequence, hash] = [0, GENESIS];
    for (;;) {
      const links = await this.linksAfter(cooperativeId, sequence, head.sequence);
      for (const link of links) {
        if (link.sequence !== sequence + 1 || !isAsWritten(hash, link)) {
          return { isSound: false, entries: sequence, brokenAt: sequence + 1 };
        }
        [sequence, hash] = [link.sequence, link.hash];
      }
      if (links.length < BATCH) break;
    }
    // The newest entries may have been cut off: the head remembers how far the chain went.
    if (sequence !== head.sequence || hash !== head.hash) {
      return { isSound: false, entries: sequence, brokenAt: Math.min(sequence + 1, head.sequence) };
    }
    return { isSound: true, entries: sequence, headHash: hash };
  }

  private async head(cooperativeId: string): Promise<{ sequence: number; hash: string }> {
    const [head] = await this.database.sql<{ sequence: number; hash: string }>(
      'SELECT sequence, hash FROM ledger_heads WHERE cooperative_id = $1',
      [cooperativeId],
    );
    return head ?? { sequence: 0, hash: GENESIS };
  }

  private linksAfter(cooperativeId: string, sequence: number, last: number): Promise<Link[]> {
    return this.database.sql<Link>(
      `SELECT cooperative_id AS "cooperativeId", sequence, member_id AS "memberId", session_id AS "sessionId", kind,
              quantity, reason, rule_version AS "ruleVersion", source_event_id AS "sourceEventId",
              recorded_at AS "recordedAt", previous_hash AS "previousHash", hash
       FROM ledger_entries WHERE cooperative_id = $1 AND sequence > $2 AND sequence <= $3
       ORDER BY sequence LIMIT $4`,
      [cooperativeId, sequence, last, BATCH],
    );
  }
}

function isAsWritten(previousHash: string, link: Link): boolean {
  return link.previousHash === previousHash && link.hash === ledgerHash(previousHash, link);
}
