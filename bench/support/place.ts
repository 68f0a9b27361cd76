// A throw-away PostgreSQL of its own, migrated, for one benchmark or drill; gone with its folder whichever way it ends.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { loadMigrations } from '../../scripts/built.ts';
import { reachableFolder, serviceAccount } from '../../scripts/embedded/postgres-home.ts';
import { startPostgres } from '../../scripts/embedded/postgres.ts';

export interface Place {
  /** The connection string of the application's role, and of the tables' owner. */
  readonly appUrl: string;
  readonly ownerUrl: string;
  /** PostgreSQL's own administrator, and what it logs: to have plans explained. */
  readonly superuserUrl: string;
  readonly serverLog: string;
  /** For setting up and for looking: never for what is measured. */
  readonly pool: pg.Pool;
  /** A folder for the servers' own data. */
  readonly data: string;
  close(): Promise<void>;
}

/** Durable, as a deployment is: every commit waits for the disk. */
export async function openPlace(): Promise<Place> {
  const account = serviceAccount();
  const made = await mkdtemp(join(tmpdir(), 'sinau-bench-'));
  await chmod(made, 0o711);
  const folder = await reachableFolder(made, account);
  const settings = { max_connections: '200', shared_buffers: '256MB' };
  const postgres = await startPostgres({ cluster: join(folder, 'postgres'), account, isDurable: true, settings });
  const appUrl = postgres.url('app');
  const ownerUrl = postgres.url('owner');
  const superuserUrl = postgres.url('superuser');
  const serverLog = join(folder, 'postgres', 'server.log');
  const pool = new pg.Pool({ connectionString: appUrl, max: 4 });
  let closing: Promise<void> | undefined;
  const end = async (): Promise<void> => {
    await pool.end();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
    if (folder !== made) await rm(made, { recursive: true, force: true });
  };
  const close = (): Promise<void> => (closing ??= end());
  // What nobody caught, a promise's refusal too, ends the process past every `finally`: PostgreSQL would outlive it.
  process.once('uncaughtException', (error) => {
    // What was under way now fails for want of its database: that must not end us before PostgreSQL has ended.
    process.on('uncaughtException', () => undefined);
    console.error(error);
    void close().finally(() => process.exit(1));
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      // What was under way now fails for want of its database: that must not end us before PostgreSQL has ended.
      process.on('uncaughtException', () => undefined);
      void close().finally(() => process.exit(1));
    });
  }
  const { migrate } = await loadMigrations();
  await migrate({ ownerUrl, appRole: new URL(appUrl).username });
  return { appUrl, ownerUrl, superuserUrl, serverLog, pool, data: join(folder, 'data'), close };
}
