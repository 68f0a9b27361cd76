// One embedded PostgreSQL per data folder: made on first use, adopted after a crash, refused to a second owner, stopped whole.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { Refusal } from '../refusal.ts';
import * as cluster from './postgres-cluster.ts';
import { reachableBinaries } from './postgres-home.ts';
import { Ownership } from './postgres-ownership.ts';

const DATABASE = 'sinau';
/** How long a second start waits for an owner that may just be leaving. */
const OWNER_PATIENCE_MS = 3_000;
const START_PATIENCE_MS = 60_000;

export interface EmbeddedPostgres {
  readonly cluster: string;
  readonly port: number;
  readonly appRole: string;
  /** True when it was still running, left behind by a process that was killed. */
  readonly isAdopted: boolean;
  /** True when a Sinau that serves owns it: then it is only borrowed, and stopping it is not ours. */
  readonly isServing: boolean;
  /** A connection string on 127.0.0.1, for the role and database. */
  url(role: cluster.RoleName, database?: string): string;
  stop(): Promise<void>;
}

/**
 * Starts (or adopts) the PostgreSQL of one cluster folder and makes it ours alone.
 * @throws Refusal when another live process owns it, when its data is of another major version, or when it will not start.
 */
export async function startPostgres(options: cluster.PostgresOptions): Promise<EmbeddedPostgres> {
  const binaries = { bin: await reachableBinaries(options.account), account: options.account };
  if (!existsSync(join(options.cluster, 'PG_VERSION'))) await cluster.initialise(binaries, options);
  await cluster.checkVersion(binaries, options.cluster);
  const passwords = await cluster.readPasswords(options.cluster);

  const startedAt = Date.now();
  let isAdopted = true;
  for (;;) {
    if (!(await isRunning(options.cluster))) {
      isAdopted = false;
      await cluster.launch(binaries, options);
    }
    const port = (await cluster.findPostmaster(options.cluster))?.port ?? 0;
    const url = urlsOf(passwords, port);
    const owner = port === 0 ? 'busy' : await Ownership.claim(url('superuser', 'postgres'));
    if (owner instanceof Ownership) {
      await ensureRoles(url, passwords);
      const stop = async (): Promise<void> => {
        await owner.release();
        await cluster.stopCluster(binaries, options.cluster);
      };
      const appRole = cluster.ROLES.app;
      return { cluster: options.cluster, port, appRole, isAdopted, isServing: false, url, stop };
    }
    const waited = Date.now() - startedAt;
    if (owner === 'taken' && waited > OWNER_PATIENCE_MS) {
      throw new Refusal(`Another Sinau is already running on ${dirname(options.cluster)}: stop it first.`);
    }
    if (waited > START_PATIENCE_MS) {
      throw new Refusal(`PostgreSQL does not answer: see ${join(options.cluster, 'server.log')}.`);
    }
    await delay(100);
  }
}

/**
 * For a command that may run beside a serving Sinau: borrows the PostgreSQL that serves it, or has one to itself alone.
 * @throws Refusal as startPostgres does.
 */
export async function joinPostgres(options: cluster.PostgresOptions): Promise<EmbeddedPostgres> {
  const port = (await cluster.findPostmaster(options.cluster))?.port ?? 0;
  if (port === 0) return startPostgres(options);
  const url = urlsOf(await cluster.readPasswords(options.cluster), port);
  const owner = await Ownership.claim(url('superuser', 'postgres'));
  if (owner === 'taken') {
    const [appRole, stop] = [cluster.ROLES.app, () => Promise.resolve()];
    return { cluster: options.cluster, port, appRole, isAdopted: false, isServing: true, url, stop };
  }
  if (owner instanceof Ownership) await owner.release();
  return startPostgres(options);
}

function urlsOf(passwords: cluster.Passwords, port: number): EmbeddedPostgres['url'] {
  return (role, database = DATABASE) =>
    `postgresql://${cluster.ROLES[role]}:${passwords[role]}@127.0.0.1:${String(port)}/${database}`;
}

/** True when a PostgreSQL runs on this cluster, ours or one left behind. */
export async function isRunning(folder: string): Promise<boolean> {
  return (await cluster.findPostmaster(folder)) !== undefined;
}

/** Asked at every start, because the start that made the cluster may have died before it came this far. */
async function ensureRoles(url: EmbeddedPostgres['url'], passwords: cluster.Passwords): Promise<void> {
  const client = new pg.Client({ connectionString: url('superuser', 'postgres') });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      'SELECT rolname AS name FROM pg_roles UNION ALL SELECT datname FROM pg_database',
    );
    const present = new Set(rows.map((row) => row.name));
    for (const role of ['owner', 'app'] as const) {
      if (!present.has(cluster.ROLES[role]))
        await client.query(`CREATE ROLE ${cluster.ROLES[role]} LOGIN PASSWORD '${passwords[role]}'`);
    }
    if (!present.has(DATABASE)) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${cluster.ROLES.owner}`);
  } finally {
    await client.end();
  }
}
