// What a ledger entry's hash covers: ids and numbers, never a name.

import { chainHash } from '../platform/audit/hash-chain.js';
import type { LedgerKind } from './ledger.rules.js';

/** An entry without its hash. */
export interface LedgerContent {
  cooperativeId: string;
  sequence: number;
  memberId: string;
  sessionId: string;
  kind: LedgerKind;
  quantity: number;
  reason: string | null;
  ruleVersion: number;
  sourceEventId: string;
  recordedAt: Date;
}

export function ledgerHash(previousHash: string, content: LedgerContent): string {
  const { cooperativeId, sequence, memberId, sessionId, kind, quantity } = content;
  const { reason, ruleVersion, sourceEventId, recordedAt } = content;
  return chainHash(previousHash, {
    cooperativeId,
    sequence,
    memberId,
    sessionId,
    kind,
    quantity,
    reason,
    ruleVersion,
    sourceEventId,
    recordedAt,
  });
}
