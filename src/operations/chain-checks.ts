// Whether what may only grow has only grown: the audit of every cooperative, entry by entry.

import { verifyAudit } from '../platform/audit/audit-verification.js';
import type { Database } from '../platform/database/database.js';
import { unwell, well, type Finding } from './finding.js';

export async function checkChains(database: Database): Promise<Finding[]> {
  const cooperatives = await database.sql<{ id: string; slug: string }>(
    'SELECT id, slug FROM cooperatives ORDER BY slug',
  );
  const findings: Finding[] = [];
  let entries = 0;
  for (const { id, slug } of cooperatives) {
    const verdict = await verifyAudit(database, id);
    if (verdict.isSound) entries += verdict.entries;
    else findings.push(unwell('audit', broken(slug, verdict.brokenAt)));
  }
  return findings.length > 0 ? findings : [well('audit', `${String(entries)} entries, every chain whole`)];
}

function broken(slug: string, number: number): string {
  return `the chain of ${slug} is broken at entry ${String(number)}: somebody changed the database by hand; compare with a backup`;
}
