// Brings the database to this version, as its owner.

import { loadConfig } from '../platform/config/config.js';
import { generatedSecret } from '../platform/config/secrets.js';
import { migrate } from '../platform/database/migrate.js';
import type { Outcome } from './outcome.js';

export async function migrateDatabase(env: NodeJS.ProcessEnv): Promise<Outcome> {
  const config = loadConfig(env, generatedSecret);
  const ownerUrl = config.migrationDatabaseUrl ?? config.databaseUrl;
  const appRole = decodeURIComponent(new URL(config.databaseUrl).username);
  const { applied } = await migrate({ ownerUrl, appRole });
  const lines = applied.length > 0 ? [`Migrated: ${applied.join(', ')}`] : ['The database is up to date.'];
  return { lines, isDone: true };
}
