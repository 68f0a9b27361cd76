// Brings a database to this version as its owner, and gives the application's role exactly what it needs.

import { DataSource } from 'typeorm';
import { migrateQueueSchema } from '../queue/queue-schema.js';
import { dataSourceOptions } from './data-source-options.js';
import { MIGRATIONS } from './migrations/all.js';
import { grantToApplication } from './privileges.js';

// Any number: the advisory lock that keeps two starting processes from migrating at once.
const MIGRATION_LOCK = 727_466_228;

/**
 * Runs what is missing, in order, each migration in its own transaction.
 * @throws Error with one clear sentence when the database is newer than this code, or a migration fails.
 */
export async function migrate(options: { ownerUrl: string; appRole: string }): Promise<{ applied: string[] }> {
  const source = new DataSource({ ...dataSourceOptions(options.ownerUrl, 2, 'sinau-migrate'), migrations: MIGRATIONS });
  await source.initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await refuseNewer(source);
    const done = await source.runMigrations({ transaction: 'each' });
    await migrateQueueSchema(options.ownerUrl);
    await grantToApplication(source, options.appRole);
    return { applied: done.map((migration) => migration.name) };
  } finally {
    await lock.release();
    await source.destroy();
  }
}

async function refuseNewer(source: DataSource): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    if (!(await runner.hasTable('migrations'))) return;
    const result = await runner.query('SELECT name FROM migrations ORDER BY id', [], true);
    const known = source.migrations.map((migration) => migration.name ?? migration.constructor.name);
    const unknown = result.records.map((row: { name: string }) => row.name).filter((name) => !known.includes(name));
    if (unknown.length > 0) {
      throw new Error(
        `This database was made by a newer version of Sinau (${unknown.join(', ')}): update Sinau first.`,
      );
    }
  } finally {
    await runner.release();
  }
}
