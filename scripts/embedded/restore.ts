// `npm run cli -- restore FILE`: a backup becomes the data folder, checked file by file first; what was there is never mixed with it.
import { existsSync } from 'node:fs';
import { chmod, chown, lstat, mkdtemp, readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { extract } from 'tar';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';
import { FORMAT, MANIFEST, hashFiles, listData, type Manifest } from './archive.ts';
import { ownVersion } from './backup.ts';
import type { Account } from './postgres-home.ts';
import { isRunning, startPostgres } from './postgres.ts';

export interface RestoreOptions {
  readonly data: string;
  readonly account: Account | undefined;
  /** Absolute. */
  readonly file: string;
  /** Moves what is in the folder aside instead of refusing. */
  readonly isForced: boolean;
}

const manifestSchema = z.object({
  format: z.number(),
  version: z.string(),
  postgres: z.number(),
  madeAt: z.iso.datetime(),
  files: z.record(z.string(), z.string()),
});

/**
 * @returns what was done, in one sentence a line
 * @throws Refusal when the folder holds something, when a Sinau serves it, or when the file is not a whole backup; then
 *   the folder is as it was.
 */
export async function restore({ data, account, file, isForced }: RestoreOptions): Promise<string> {
  if (!existsSync(file)) throw new Refusal(`There is no file ${file}.`);
  const isEmpty = (await readdir(data)).length === 0;
  if (!isEmpty && !isForced) {
    throw new Refusal(`${data} is not empty: choose another folder with SINAU_DATA, or add --force to move it aside.`);
  }
  // Beside the real one: a restore that is cut short leaves the data as it was.
  const half = await mkdtemp(`${data}.restoring-`);
  try {
    const manifest = await unpack(file, half);
    await own(half, account);
    const aside = isEmpty ? undefined : await moveAside(data, account);
    if (isEmpty) await rm(data, { recursive: true });
    await rename(half, data);
    const kept = aside === undefined ? '' : `\nWhat was there before is in ${aside}.`;
    const count = String(Object.keys(manifest.files).length);
    return `Restored ${data} as it was at ${manifest.madeAt} (${count} files, each as it was backed up).${kept}`;
  } finally {
    await rm(half, { recursive: true, force: true });
  }
}

async function unpack(file: string, folder: string): Promise<Manifest> {
  const noBackup = new Refusal(`${file} is not a backup of Sinau, or was cut short.`);
  try {
    await extract({ file, cwd: folder, strict: true, preserveOwner: false });
  } catch {
    throw noBackup;
  }
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => '{}');
  const manifest = manifestSchema.safeParse(parse(text)).data;
  if (manifest === undefined) throw noBackup;
  await rm(join(folder, MANIFEST));
  if (manifest.format > FORMAT || isNewer(manifest.version, await ownVersion())) {
    throw new Refusal(
      `${file} was made by Sinau ${manifest.version}, which is newer than this one: update Sinau first.`,
    );
  }
  const { files } = await listData(folder);
  const hashes = await hashFiles(folder, files);
  const names = new Set([...files, ...Object.keys(manifest.files)]);
  const wrong = [...names].filter((name) => hashes[name] !== manifest.files[name]);
  if (wrong.length > 0) {
    throw new Refusal(
      `${file} is damaged: ${String(wrong.length)} file(s) differ from its manifest (${String(wrong[0])}).`,
    );
  }
  return manifest;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isNewer(theirs: string, ours: string): boolean {
  return theirs.localeCompare(ours, 'en', { numeric: true }) > 0;
}

/** The database's account owns its cluster, wherever the backup was made and as whom. */
async function own(folder: string, account: Account | undefined): Promise<void> {
  if (account === undefined) return;
  // 0711, as the data folder has it: the account passes through to its own.
  await chmod(folder, 0o711);
  const visit = async (path: string): Promise<void> => {
    await chown(path, account.uid, account.gid);
    if (!(await lstat(path)).isDirectory()) return;
    for (const name of await readdir(path)) await visit(join(path, name));
  };
  await visit(join(folder, 'postgres'));
}

async function moveAside(data: string, account: Account | undefined): Promise<string> {
  const cluster = join(data, 'postgres');
  if (await isRunning(cluster)) {
    const postgres = await startPostgres({ cluster, account, isDurable: true });
    await postgres.stop();
  }
  const moment = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const aside = `${data}.before-restore-${moment}`;
  await rename(data, aside);
  return aside;
}
