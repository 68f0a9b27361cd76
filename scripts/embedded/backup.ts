// `npm run cli -- backup FILE`: the whole data folder, with its database stopped cleanly, in one file for its owner's eyes only.
import { existsSync } from 'node:fs';
import { chmod, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { create } from 'tar';
import { Refusal } from '../refusal.ts';
import { FORMAT, MANIFEST, hashFiles, listData, type Manifest } from './archive.ts';
import type { Account } from './postgres-home.ts';
import { startPostgres } from './postgres.ts';

export interface BackupOptions {
  readonly data: string;
  readonly account: Account | undefined;
  /** Absolute; must not exist. */
  readonly file: string;
}

/**
 * @returns what was done, in one sentence
 * @throws Refusal while a Sinau serves this data, when there is none, or when the file cannot be made.
 */
export async function backUp({ data, account, file }: BackupOptions): Promise<string> {
  const cluster = join(data, 'postgres');
  if (!existsSync(join(cluster, 'PG_VERSION'))) throw new Refusal(`There is no data to back up in ${data}.`);
  if (!relative(data, file).startsWith('..'))
    throw new Refusal(`A backup cannot lie in the folder it holds (${data}).`);
  if (existsSync(file)) throw new Refusal(`${file} exists already: choose another name.`);
  if (!existsSync(dirname(file))) throw new Refusal(`There is no folder ${dirname(file)}.`);

  // Started and stopped: a database that was left in the middle of a crash is whole again in the backup.
  const postgres = await startPostgres({ cluster, account, isDurable: true });
  await postgres.stop();
  const before = await stateOf(cluster);
  const manifest = join(data, MANIFEST);
  const half = `${file}.part`;
  try {
    const { files, folders } = await listData(data);
    const names = files.filter((name) => name !== MANIFEST);
    await writeFile(manifest, JSON.stringify(await describe(data, names)), { mode: 0o600 });
    await writeFile(half, '', { mode: 0o600 });
    // ./ before each name: one that begins with @ would be read as an archive to be added.
    const entries = [MANIFEST, ...folders, ...names].map((name) => `./${name}`);
    await create({ file: half, gzip: true, cwd: data, portable: true, strict: true, noDirRecurse: true }, entries);
    if ((await stateOf(cluster)) !== before) {
      throw new Refusal('Sinau was started while the backup was made, so the backup was thrown away: stop it first.');
    }
    await chmod(half, 0o600);
    await rename(half, file);
    const megabytes = ((await stat(file)).size / 1e6).toFixed(1);
    return `Backed up ${data} into ${file} (${String(names.length)} files, ${megabytes} MB). It holds every secret: keep it safe.`;
  } finally {
    await rm(half, { force: true });
    await rm(manifest, { force: true });
  }
}

async function describe(data: string, names: readonly string[]): Promise<Manifest> {
  const postgres = Number((await readFile(join(data, 'postgres/PG_VERSION'), 'utf8')).trim());
  const files = await hashFiles(data, names);
  return { format: FORMAT, version: await ownVersion(), postgres, madeAt: new Date().toISOString(), files };
}

export async function ownVersion(): Promise<string> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** Changes with every start: its notes on a running process, and its control file. */
async function stateOf(cluster: string): Promise<string> {
  const isRunning = existsSync(join(cluster, 'postmaster.pid'));
  return `${String(isRunning)} ${(await readFile(join(cluster, 'global/pg_control'))).toString('base64')}`;
}
