// Whether what may only grow has only grown: audit and ledger of every cooperative, entry by entry.

import { LedgerVerification } from '../engagement/ledger-verification.service.js';
import { verifyAudit } from '../platform/audit/audit-verification.js';
import type { Database } from '../platform/database/database.js';
import { unwell, well, type Finding } from './finding.js';

export async function checkChains(database: Database): Promise<Finding[]> {
  const cooperatives = await database.sql<{ id: string; slug: string }>(
    'SELECT id, slug FROM cooperatives ORDER BY slug',
  );
  const ledger = new LedgerVerification(database);
  return [
    ...(await checkEach('audit', cooperatives, (id) => verifyAudit(database, id))),
    ...(await checkEach('ledger', cooperatives, (id) => ledger.verify(id))),
  ];
}

async function checkEach(
  part: string,
  cooperatives: readonly { id: string; slug: string }[],
  verify: (cooperativeId: string) => Promise<{ isSound: true; entries: number } | { isSound: false; brokenAt: number }>,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  let entries = 0;
  for (const { id, slug } of cooperatives) {
    const verdict = await verify(id);
    if (verdict.isSound) entries += verdict.entries;
    else findings.push(unwell(part, broken(slug, verdict.brokenAt)));
  }
  return findings.length > 0 ? findings : [well(part, `${String(entries)} entries, every chain whole`)];
}

function broken(slug: string, number: number): string {
  return `the chain of ${slug} is broken at entry ${String(number)}: somebody changed the database by hand; compare with a backup`;
}
