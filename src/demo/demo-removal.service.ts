// Deletes the demo cooperatives and everything that belongs to them, as the owner, and nothing of anybody else.

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DataSource, type EntityManager } from 'typeorm';
import { ConfigError, loadConfig } from '../platform/config/config.js';
import { generatedSecret } from '../platform/config/secrets.js';
import { dataSourceOptions } from '../platform/database/data-source-options.js';
import { rowsOf } from '../platform/database/sql.js';
import { DEMO_ACCOUNTS } from './demo-accounts.js';
import { planRemoval, type RemovalStep } from './removal-plan.js';
import { readSchema } from './schema.js';

/** `lines` say what goes, with counts; `isDone`: it is gone. */
export interface Removal {
  readonly lines: readonly string[];
  readonly isDone: boolean;
}

/** @param isAgreed without it, what would go is listed and nothing is deleted. */
export async function removeDemo(env: NodeJS.ProcessEnv, isAgreed: boolean): Promise<Removal> {
  const config = loadConfig(env, generatedSecret);
  if (config.migrationDatabaseUrl === undefined) {
    throw new ConfigError(['MIGRATION_DATABASE_URL: demo:remove deletes as the owner of the tables, so set it']);
  }
  const source = new DataSource(dataSourceOptions(config.migrationDatabaseUrl, 2, 'sinau-demo-remove'));
  await source.initialize();
  try {
    const outcome = await source.transaction((manager) => remove(manager, isAgreed));
    if (outcome.isDone) await rm(join(config.dataFolder, DEMO_ACCOUNTS), { force: true });
    return outcome;
  } finally {
    await source.destroy();
  }
}

async function remove(manager: EntityManager, isAgreed: boolean): Promise<Removal> {
  const demos = await rowsOf<{ id: string; slug: string; name: string }>(
    manager,
    'SELECT id, slug, name FROM cooperatives WHERE is_demo ORDER BY slug FOR UPDATE',
  );
  if (demos.length === 0) return { lines: ['There is no demo cooperative.'], isDone: true };
  const ids = demos.map((demo) => demo.id);
  const counted: { step: RemovalStep; rows: number }[] = [];
  for (const step of planRemoval(await readSchema(manager))) {
    const [row] = await rowsOf<{ rows: number }>(
      manager,
      `SELECT count(*)::int AS rows FROM "${step.table}" WHERE ${step.condition}`,
      [ids],
    );
    if (row !== undefined && row.rows > 0) counted.push({ step, rows: row.rows });
  }
  const lines = [
    isAgreed ? 'Deleted:' : 'This would be deleted:',
    ...demos.map((demo) => `  ${demo.name} (/k/${demo.slug})`),
    ...counted.map(({ step, rows }) => `  ${String(rows).padStart(9)}  ${step.table}`),
  ];
  if (!isAgreed) return { lines: [...lines, 'Nothing was deleted yet. To delete it, add --yes.'], isDone: false };
  await withoutTriggers(manager, async () => {
    for (const { step } of counted) {
      await manager.query(`DELETE FROM "${step.table}" WHERE ${step.condition}`, [ids]);
    }
  });
  return { lines, isDone: true };
}

/** What is append-only refuses everybody; only its owner may set that aside, and here it lasts until the commit. */
async function withoutTriggers(manager: EntityManager, work: () => Promise<void>): Promise<void> {
  const tables = await rowsOf<{ name: string }>(
    manager,
    `SELECT DISTINCT relname AS name FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
     WHERE NOT tgisinternal AND relnamespace = 'public'::regnamespace ORDER BY relname`,
  );
  for (const { name } of tables) await manager.query(`ALTER TABLE "${name}" DISABLE TRIGGER USER`);
  await work();
  for (const { name } of tables) await manager.query(`ALTER TABLE "${name}" ENABLE TRIGGER USER`);
}
