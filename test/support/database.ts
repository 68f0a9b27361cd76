// Gives each test file a database of its own, cloned from a template that is migrated once a run.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrate } from '../../src/platform/database/migrate.js';

const TEMPLATE = 'sinau_template';
const TEMPLATE_LOCK = 7_369_111;

export interface TestDatabase {
  /** As the role that owns the tables, for what tests may do and the application may not. */
  readonly ownerUrl: string;
  /** As the application's own role. */
  readonly appUrl: string;
  /** Removes it, whoever is still connected. */
  drop(): Promise<void>;
}

/** Migrated. */
export async function createTestDatabase(): Promise<TestDatabase> {
  await asSuperuser(async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    try {
      await ensureTemplate(client);
    } finally {
      await client.query('SELECT pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
    }
  });
  return createLike(TEMPLATE);
}

/** As an administrator makes one for Sinau: nothing in it yet. */
export function createEmptyDatabase(): Promise<TestDatabase> {
  return createLike('template1');
}

async function createLike(template: string): Promise<TestDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  await asSuperuser(async (client) => {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER ${userOf(serverUrl('OWNER'))}`);
  });
  const drop = (): Promise<void> =>
    asSuperuser(async (client) => {
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    });
  return { ownerUrl: inDatabase(serverUrl('OWNER'), name), appUrl: inDatabase(serverUrl('APP'), name), drop };
}

/** Made by the first file that asks, with the sources as they are now; the template only gets its name once it is whole. */
async function ensureTemplate(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [TEMPLATE]);
  if (rowCount === 1) return;
  const half = `${TEMPLATE}_half`;
  await client.query(`DROP DATABASE IF EXISTS ${half} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${half} OWNER ${userOf(serverUrl('OWNER'))}`);
  await migrate({ ownerUrl: inDatabase(serverUrl('OWNER'), half), appRole: userOf(serverUrl('APP')) });
  await client.query(`ALTER DATABASE ${half} RENAME TO ${TEMPLATE}`);
}

async function asSuperuser(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl('SUPERUSER') });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function serverUrl(role: 'SUPERUSER' | 'OWNER' | 'APP'): string {
  const url = process.env[`SINAU_TEST_${role}_URL`];
  if (url === undefined) throw new Error('No PostgreSQL runs for this tier: the run starts it in its global set-up.');
  return url;
}

function userOf(url: string): string {
  return new URL(url).username;
}

function inDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}
