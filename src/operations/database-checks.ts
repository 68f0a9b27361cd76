// What the database must be: new enough, in this version's shape, in agreement about the time, and safe from its own application.

import { Clock } from '../platform/clock.js';
import type { Database } from '../platform/database/database.js';
import { MIGRATIONS } from '../platform/database/migrations/all.js';
import { unwell, well, type Finding } from './finding.js';

const OLDEST_POSTGRES = 15;
const MIGRATE = '`npm run cli -- migrate`';
/** Processes correct themselves by the database's clock; more than this says that a machine's clock is not kept. */
const LARGEST_OFFSET_MS = 2_000;

export async function checkVersion(database: Database): Promise<Finding> {
  const [row] = await database.sql<{ version: string; encoding: string }>(
    `SELECT current_setting('server_version') AS version, current_setting('server_encoding') AS encoding`,
  );
  const version = row?.version ?? '';
  if (Number.parseInt(version, 10) < OLDEST_POSTGRES) {
    return unwell('database', `PostgreSQL ${version} is too old: move to ${String(OLDEST_POSTGRES)} or newer`);
  }
  if (row?.encoding !== 'UTF8') {
    return unwell('database', `its encoding is ${String(row?.encoding)}: make it anew with ENCODING 'UTF8'`);
  }
  return well('database', `PostgreSQL ${version}`);
}

export async function checkMigrations(database: Database): Promise<Finding> {
  const [table] = await database.sql<{ exists: boolean }>(`SELECT to_regclass('migrations') IS NOT NULL AS exists`);
  if (table?.exists !== true) return unwell('migrations', `none was run yet: ${MIGRATE}`);
  const done = await database.sql<{ name: string }>('SELECT name FROM migrations');
  const [ran, known] = [new Set(done.map((row) => row.name)), new Set(MIGRATIONS.map((migration) => migration.name))];
  const unknown = [...ran].filter((name) => !known.has(name));
  if (unknown.length > 0) {
    return unwell('migrations', `a newer Sinau made this database (${unknown.join(', ')}): update Sinau`);
  }
  const missing = [...known].filter((name) => !ran.has(name));
  if (missing.length > 0) return unwell('migrations', `${String(missing.length)} step(s) are missing: ${MIGRATE}`);
  return well('migrations', `all ${String(ran.size)} steps were run`);
}

/** The application may write rows; the shape of the tables and what is append-only are not its to change. */
export async function checkPrivileges(database: Database): Promise<Finding> {
  const [row] = await database.sql<{ role: string; super: boolean; owns: number; creates: boolean; rewrites: boolean }>(
    `SELECT current_user AS role, rolsuper AS super,
       (SELECT count(*)::int FROM pg_class WHERE relowner = pg_roles.oid AND relkind IN ('r', 'p', 'v', 'S')) AS owns,
       has_schema_privilege('public', 'CREATE') AS creates,
       has_table_privilege('audit_entries', 'UPDATE, DELETE, TRUNCATE')
         OR has_table_privilege('ledger_entries', 'UPDATE, DELETE, TRUNCATE') AS rewrites
     FROM pg_roles WHERE rolname = current_user`,
  );
  const role = row?.role ?? '';
  const own = 'give DATABASE_URL a role of its own, MIGRATION_DATABASE_URL the owner, and migrate again';
  if (row === undefined || row.super) return unwell('privileges', `${role} is a superuser: ${own}`);
  if (row.owns > 0) return unwell('privileges', `${role} owns ${String(row.owns)} tables: ${own}`);
  if (row.creates)
    return unwell('privileges', `${role} may create tables: REVOKE CREATE ON SCHEMA public FROM ${role}`);
  if (row.rewrites) return unwell('privileges', `${role} may change audit or ledger: ${MIGRATE} takes that away`);
  return well('privileges', `${role} owns nothing and can only add to what is append-only`);
}

export async function checkClock(database: Database): Promise<Finding> {
  const clock = new Clock();
  const sentAt = clock.ticks();
  const [row] = await database.sql<{ now: Date }>('SELECT clock_timestamp() AS now');
  if (row) clock.correct(row.now, sentAt, clock.ticks());
  const offset = `${(clock.offset / 1_000).toFixed(1)} s`;
  if (Math.abs(clock.offset) > LARGEST_OFFSET_MS) {
    return unwell('clock', `this machine and the database differ by ${offset}: switch time synchronisation on (NTP)`);
  }
  return well('clock', `this machine and the database differ by ${offset}`);
}
