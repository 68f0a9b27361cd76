// Brings a deployment's database to this version and ends: `node dist/migrate.js`, before the processes start.

import { loadConfig } from './platform/config/config.js';
import { generatedSecret } from './platform/config/secrets.js';
import { migrate } from './platform/database/migrate.js';

try {
  const config = loadConfig(process.env, generatedSecret);
  const ownerUrl = config.migrationDatabaseUrl ?? config.databaseUrl;
  const appRole = decodeURIComponent(new URL(config.databaseUrl).username);
  const { applied } = await migrate({ ownerUrl, appRole });
  process.stdout.write(applied.length > 0 ? `Migrated: ${applied.join(', ')}\n` : 'The database is up to date.\n');
} catch (error) {
  process.stderr.write(`Sinau cannot migrate: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
