// What a database holds, in two lines: how much, and whether what may only grow is whole.

import { DataSource } from 'typeorm';
import { loadConfig } from '../platform/config/config.js';
import { generatedSecret } from '../platform/config/secrets.js';
import { dataSourceOptions } from '../platform/database/data-source-options.js';
import { Database } from '../platform/database/database.js';
import { checkChains } from './chain-checks.js';
import type { Outcome } from './outcome.js';

export async function describeHoldings(env: NodeJS.ProcessEnv): Promise<Outcome> {
  const config = loadConfig(env, generatedSecret);
  const source = new DataSource(dataSourceOptions(config.databaseUrl, 2, 'sinau-holdings'));
  await source.initialize();
  try {
    const database = new Database(source);
    const [count] = await database.sql<{ cooperatives: number; members: number; sessions: number }>(
      `SELECT (SELECT count(*)::int FROM cooperatives) AS cooperatives, (SELECT count(*)::int FROM members) AS members,
         (SELECT count(*)::int FROM sessions) AS sessions`,
    );
    const findings = await checkChains(database);
    const said = `${String(count?.cooperatives)} cooperative(s), ${String(count?.members)} member(s), ${String(count?.sessions)} session(s).`;
    const chains = findings.map(({ part, says }) => `${part}: ${says}.`);
    return { lines: [said, ...chains], isDone: findings.every((finding) => finding.isWell) };
  } finally {
    await source.destroy();
  }
}
