// How every process connects: the same naming, ids from the app, and no schema change outside migrations.

import type { DataSourceOptions } from 'typeorm';
import { SnakeNaming } from './snake-naming.js';

/** @param pool connections this process may hold; @param name shown in pg_stat_activity. */
export function dataSourceOptions(url: string, pool: number, name: string): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    applicationName: name,
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    migrationsRun: false,
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    extra: { max: pool, connectionTimeoutMillis: 10_000, idle_in_transaction_session_timeout: 30_000 },
  };
}
