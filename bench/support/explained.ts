// What PostgreSQL did for one request: the slowest of its statements, by EXPLAIN (ANALYZE) of what was really run.
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import type { Place } from './place.ts';

const SETTINGS = {
  session_preload_libraries: 'auto_explain',
  'auto_explain.log_min_duration': '0',
  'auto_explain.log_analyze': 'on',
  'auto_explain.log_buffers': 'on',
};

/** For connections that are made from now on. */
export async function explainAll({ superuserUrl }: Place): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
  const database = client.escapeIdentifier(rows[0]?.name ?? '');
  for (const [name, value] of Object.entries(SETTINGS)) {
    await client.query(`ALTER DATABASE ${database} SET ${name} = '${value}'`);
  }
  await client.end();
}

/** The plan of the slowest statement that `request` had run, as PostgreSQL logged it. */
export async function slowestPlan({ serverLog }: Place, request: () => Promise<unknown>): Promise<Plan | undefined> {
  const before = (await readFile(serverLog, 'utf8')).length;
  await request();
  const logged = (await readFile(serverLog, 'utf8')).slice(before);
  const plans = logged.split(/^(?=\S.*LOG: {2}duration: )/m).flatMap((entry): Plan[] => {
    const ms = /duration: ([\d.]+) ms {2}plan:/.exec(entry)?.[1];
    return ms === undefined ? [] : [{ ms: Number(ms), plan: entry.slice(entry.indexOf('plan:') + 5).trim() }];
  });
  return plans.toSorted((a, b) => b.ms - a.ms)[0];
}

export interface Plan {
  readonly ms: number;
  readonly plan: string;
}
