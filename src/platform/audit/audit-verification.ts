// Walks a cooperative's audit from its first entry: what was changed, taken out or put in between is named.

import { createHash } from 'node:crypto';
import type { Database } from '../database/database.js';
import { canonicalJson, chainHash, GENESIS } from './hash-chain.js';

const BATCH = 2_000;

/** `brokenAt` is the number of the first entry that is not as it was written. */
export type AuditVerdict = { isSound: true; entries: number } | { isSound: false; brokenAt: number };

interface AuditRow {
  number: number;
  actor_member_id: string | null;
  action: string;
  subject_type: string;
  subject_id: string;
  fields: string[];
  values_hash: string;
  at: Date;
  from_hash: string | null;
  previous_hash: string;
  hash: string;
  salt: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

export async function verifyAudit(database: Database, cooperativeId: string): Promise<AuditVerdict> {
  // The head first: what is written while we walk lies beyond it; and it remembers entries that were cut off.
  const [head = { number: 0, hash: GENESIS }] = await database.sql<{ number: number; hash: string }>(
    'SELECT number, hash FROM audit_heads WHERE cooperative_id = $1',
    [cooperativeId],
  );
  let [number, hash] = [0, GENESIS];
  for (;;) {
    const rows = await database.sql<AuditRow>(
      `SELECT entry.*, salt, before, after FROM audit_entries entry LEFT JOIN audit_values USING (cooperative_id, number)
       WHERE cooperative_id = $1 AND number > $2 AND number <= $3 ORDER BY number LIMIT ${String(BATCH)}`,
      [cooperativeId, number, head.number],
    );
    for (const row of rows) {
      if (row.number !== number + 1 || !isAsWritten(cooperativeId, hash, row)) {
        return { isSound: false, brokenAt: number + 1 };
      }
      [number, hash] = [row.number, row.hash];
    }
    if (rows.length < BATCH) break;
  }
  const isWhole = head.number === number && head.hash === hash;
  return isWhole ? { isSound: true, entries: number } : { isSound: false, brokenAt: Math.min(number + 1, head.number) };
}

function isAsWritten(cooperativeId: string, previousHash: string, row: AuditRow): boolean {
  const content = {
    cooperativeId,
    number: row.number,
    actorMemberId: row.actor_member_id,
    action: row.action,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    fields: row.fields,
    valuesHash: row.values_hash,
    at: row.at,
    fromHash: row.from_hash,
    previousHash: row.previous_hash,
  };
  if (row.previous_hash !== previousHash || row.hash !== chainHash(previousHash, content)) return false;
  // Values of an erased person are gone, and may be; those that are still there must be the ones that were written.
  if (row.salt === null) return true;
  const values = canonicalJson({ before: row.before, after: row.after });
  return row.values_hash === createHash('sha256').update(`${row.salt}\n${values}`).digest('hex');
}
