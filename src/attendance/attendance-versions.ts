// Writes verdicts: a new version supersedes the one before, and nothing is ever changed in place.

import type { Tx } from '../platform/database/tx.js';
import { RULE_VERSION, type CountedSpan, type Source, type Verdict } from './attendance.rules.js';

export interface NewVersion {
  memberId: string;
  /** One more than the version it supersedes; 1 for the first. */
  version: number;
  verdict: Verdict;
  countedSeconds: number;
  broadcastSeconds: number;
  source: Source;
  inputsHash: string;
  spans: CountedSpan[];
  reason: string | null;
  decidedBy: string | null;
}

/** Two statements for any number of members. A version that exists already fails on the primary key. */
export async function storeVersions(
  tx: Tx,
  session: { id: string; cooperativeId: string },
  versions: readonly NewVersion[],
  now: Date,
): Promise<void> {
  if (versions.length === 0) return;
  const members = versions.map((version) => version.memberId);
  await tx.sql(
    `UPDATE attendances SET superseded_at = $3
     WHERE session_id = $1 AND member_id = ANY ($2::uuid[]) AND superseded_at IS NULL`,
    [session.id, members, now],
  );
  await tx.sql(
    `INSERT INTO attendances (session_id, cooperative_id, rule_version, decided_at, member_id, version, verdict,
       counted_seconds, broadcast_seconds, source, inputs_hash, spans, reason, decided_by)
     SELECT $1, $2, $3, $4, new.* FROM unnest($5::uuid[], $6::int[], $7::text[], $8::int[], $9::int[], $10::text[],
       $11::text[], $12::jsonb[], $13::text[], $14::uuid[]) AS new`,
    [
      session.id,
      session.cooperativeId,
      RULE_VERSION,
      now,
      members,
      versions.map((version) => version.version),
      versions.map((version) => version.verdict),
      versions.map((version) => version.countedSeconds),
      versions.map((version) => version.broadcastSeconds),
      versions.map((version) => version.source),
      versions.map((version) => version.inputsHash),
      versions.map((version) => JSON.stringify(version.spans)),
      versions.map((version) => version.reason),
      versions.map((version) => version.decidedBy),
    ],
  );
}
