// What a backup is: every file of a data folder in one tar.gz, with a manifest that names each file's SHA-256.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '../refusal.ts';

/** Raised when an older Sinau could no longer read what this one writes. */
export const FORMAT = 1;
export const MANIFEST = 'sinau-backup.json';

export interface Manifest {
  readonly format: number;
  /** The Sinau that made it. */
  readonly version: string;
  /** PostgreSQL's major version. */
  readonly postgres: number;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  /** SHA-256 in hex by path, relative to the data folder. */
  readonly files: Readonly<Record<string, string>>;
}

/** PostgreSQL's notes on its running process, and its log: of no meaning elsewhere. */
const LEFT_OUT = [/^postgres\/postmaster\.(pid|opts)$/, /^postgres\/server\.log$/, /^postgres\.new-/];

/** @returns files and folders, relative, parents first; PostgreSQL needs its empty folders too. */
export async function listData(root: string): Promise<{ files: string[]; folders: string[] }> {
  const files: string[] = [];
  const folders: string[] = [];
  const visit = async (folder: string): Promise<void> => {
    const entries = await readdir(join(root, folder), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (LEFT_OUT.some((pattern) => pattern.test(path))) continue;
      if (entry.isDirectory()) {
        folders.push(path);
        await visit(path);
      } else if (entry.isFile()) files.push(path);
      else throw new Refusal(`${join(root, path)} is neither a file nor a folder: a backup cannot hold it.`);
    }
  };
  await visit('');
  return { files, folders };
}

export async function hashFiles(root: string, files: readonly string[]): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const file of files) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(join(root, file)), hash);
    hashes[file] = hash.digest('hex');
  }
  return hashes;
}
