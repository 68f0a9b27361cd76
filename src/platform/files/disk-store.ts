// Keeps uploads in the data folder, where a backup finds them.

import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { newId } from '../ids.js';
import { FileStore } from './file-store.js';

export class DiskStore extends FileStore {
  constructor(private readonly folder: string) {
    super();
  }

  /** A reader finds all of it or none: it gets its name when it is whole. */
  async put(key: string, bytes: Buffer): Promise<void> {
    const path = this.pathOf(key);
    const unfinished = `${path}.${newId()}`;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(unfinished, bytes, { mode: 0o600 });
    await rename(unfinished, path);
  }

  async get(key: string): Promise<Buffer | undefined> {
    try {
      return await readFile(this.pathOf(key));
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  private pathOf(key: string): string {
    return join(this.folder, key);
  }
}

/** By its code alone: an error of another realm is no `instanceof Error`. */
function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}
