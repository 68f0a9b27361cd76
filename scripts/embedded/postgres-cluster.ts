// One PostgreSQL cluster on disk: made whole or not at all, its version checked, its server launched, found and stopped.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, readdir, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Refusal } from '../refusal.ts';
import { freePort } from './ports.ts';
import { type Account, runAs } from './postgres-home.ts';

export const ROLES = { superuser: 'postgres', owner: 'sinau_owner', app: 'sinau_app' } as const;
export type RoleName = keyof typeof ROLES;
export type Passwords = Record<RoleName, string>;

/** The file in the cluster that holds the passwords, readable by nobody else. */
const PASSWORDS = 'sinau-passwords.json';

export interface PostgresOptions {
  /** The cluster's own folder; its parent must exist and be enterable by the account. */
  readonly cluster: string;
  readonly account: Account | undefined;
  /** False for throw-away clusters: faster, and lost with the power. */
  readonly isDurable: boolean;
  readonly settings?: Readonly<Record<string, string>>;
}

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

export interface Binaries {
  readonly bin: string;
  readonly account: Account | undefined;
}

/** Everything happens in a folder beside the real one, which the last rename makes real: a crash leaves no half cluster. */
export async function initialise(binaries: Binaries, options: PostgresOptions): Promise<void> {
  await removeHalfMade(options.cluster);
  if (existsSync(options.cluster)) await rm(options.cluster, { recursive: true });
  const half = `${options.cluster}.new-${String(process.pid)}`;
  await mkdir(half, { mode: 0o700 });
  const random = (): string => randomBytes(24).toString('base64url');
  const passwords: Passwords = { superuser: random(), owner: random(), app: random() };
  const passwordFile = `${half}.pw`;
  await writeFile(passwordFile, passwords.superuser, { mode: 0o600 });
  await give(binaries.account, half, passwordFile);
  const result = await run(binaries, 'initdb', [
    ...['-D', half, '-U', ROLES.superuser, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8'],
    // macOS has no C.UTF-8 before 14, but a character type of that name without a language.
    ...(process.platform === 'darwin' ? ['--locale=C', '--lc-ctype=UTF-8'] : ['--locale=C.UTF-8']),
    ...(options.isDurable ? [] : ['--no-sync']),
  ]);
  await rm(passwordFile, { force: true });
  if (result.code !== 0) throw new Refusal(`PostgreSQL could not make its data folder: ${lastLine(result.output)}`);
  await writeFile(join(half, PASSWORDS), JSON.stringify(passwords), { mode: 0o600 });
  await give(binaries.account, join(half, PASSWORDS));
  await rename(half, options.cluster);
}

async function removeHalfMade(cluster: string): Promise<void> {
  const prefix = `${cluster}.new-`;
  for (const name of await readdir(dirname(cluster))) {
    const path = join(dirname(cluster), name);
    if (path.startsWith(prefix) && !isAlive(Number.parseInt(path.slice(prefix.length), 10))) {
      await rm(path, { recursive: true, force: true });
    }
  }
}

async function give(account: Account | undefined, ...paths: string[]): Promise<void> {
  if (account !== undefined) for (const path of paths) await chown(path, account.uid, account.gid);
}

export async function checkVersion(binaries: Binaries, cluster: string): Promise<void> {
  const theirs = Number((await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim());
  const { output } = await run(binaries, 'postgres', ['--version']);
  const ours = Number(/(\d+)/.exec(output)?.[1]);
  if (theirs === ours) return;
  const data = `${dirname(cluster)} holds data of PostgreSQL ${String(theirs)}, and this Sinau brings ${String(ours)}`;
  throw new Refusal(
    theirs > ours
      ? `${data}: start a newer Sinau, or choose another folder with SINAU_DATA.`
      : `${data}: restore a backup into a new folder with SINAU_DATA.`,
  );
}

export async function readPasswords(cluster: string): Promise<Passwords> {
  const path = join(cluster, PASSWORDS);
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Passwords;
  } catch {
    throw new Refusal(`${path} is missing or unreadable: bring it back from a backup.`);
  }
}

export async function launch(binaries: Binaries, options: PostgresOptions): Promise<void> {
  const log = join(options.cluster, 'server.log');
  await rm(log, { force: true });
  const settings = {
    port: String(await freePort()),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: "''",
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(options.isDurable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
    ...options.settings,
  };
  const flags = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  const args = ['start', '-w', '-t', '60', '-s', '-D', options.cluster, '-l', log, '-o', flags.join(' ')];
  const result = await run(binaries, 'pg_ctl', args);
  if (result.code === 0 || (await findPostmaster(options.cluster)) !== undefined) return;
  const said = await readFile(log, 'utf8').catch(() => result.output);
  // Somebody took the port between our look and PostgreSQL's: the caller's loop tries with another.
  if (/Address already in use/.test(said)) return;
  throw new Refusal(`PostgreSQL did not start: ${/FATAL:\s+(.*)/.exec(said)?.[1] ?? lastLine(said)} (${log})`);
}

export async function stopCluster(binaries: Binaries, cluster: string): Promise<void> {
  const stop = (mode: string, seconds: number): Promise<{ code: number }> =>
    run(binaries, 'pg_ctl', ['stop', '-s', '-w', '-D', cluster, '-m', mode, '-t', String(seconds)]);
  if ((await findPostmaster(cluster)) === undefined) return;
  if ((await stop('fast', 3)).code !== 0) await stop('immediate', 1);
}

/** The running postmaster of this cluster; a lock file that a reused process id would keep alive for ever is removed. */
export async function findPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const path = join(cluster, 'postmaster.pid');
  const lines = (await readFile(path, 'utf8').catch(() => '')).split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return undefined;
  if (!(await commandOf(pid)).includes(cluster)) {
    await unlink(path).catch(() => undefined);
    return undefined;
  }
  return { pid, port };
}

async function commandOf(pid: number): Promise<string> {
  if (process.platform === 'linux') return readFile(`/proc/${String(pid)}/cmdline`, 'utf8').catch(() => '');
  return (await capture('ps', ['-o', 'args=', '-p', String(pid)], { cwd: '/' })).output;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function run(binaries: Binaries, name: string, args: string[]): Promise<{ code: number; output: string }> {
  return capture(join(binaries.bin, name), args, runAs(binaries.account));
}

/** Its own session, so that a Ctrl-C in the terminal reaches us and not PostgreSQL, which must outlive the last query. */
function capture(file: string, args: string[], where: object): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const env = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C' };
    const child = spawn(file, args, { ...where, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code: code ?? 1, output });
    });
  });
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
