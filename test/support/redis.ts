// Starts a Redis of one's own for the suites that want one; where the machine has none, they count as skipped.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe } from '@jest/globals';
import { freePort } from '../../scripts/embedded/ports.ts';
import { isOnPath, startGuarded } from './guarded.js';

export interface TestRedis {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** `describe`, or `describe.skip` where there is no redis-server: the run then says how to install it. */
export const describeWithRedis: typeof describe | typeof describe.skip = isOnPath('redis-server')
  ? describe
  : describe.skip;

/** @returns undefined where there is no redis-server on PATH. */
export async function startRedis(): Promise<TestRedis | undefined> {
  if (!isOnPath('redis-server')) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'sinau-redis-'));
  for (let attempt = 1; ; attempt += 1) {
    const redis = await launch(await freePort(), folder);
    if (redis !== undefined) return redis;
    if (attempt === 5) throw new Error('redis-server did not start, five times.');
  }
}

/** undefined when it ended before it was ready: somebody took the port. */
async function launch(port: number, folder: string): Promise<TestRedis | undefined> {
  const flags = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no'];
  const args = [...flags, '--maxmemory-policy', 'noeviction', '--daemonize', 'no'];
  const redis = startGuarded('redis-server', args);
  redis.stderr.resume();
  let pid = 0;
  for await (const line of createInterface({ input: redis.stdout })) {
    pid = Number(/^pid (\d+)$/.exec(line)?.[1] ?? pid);
    if (line.includes('Ready to accept connections')) {
      redis.stdout.resume();
      const stop = async (): Promise<void> => {
        redis.end();
        await redis.gone;
        await rm(folder, { recursive: true, force: true });
      };
      return { url: `redis://127.0.0.1:${String(port)}`, pid, stop };
    }
    if (line.includes('Failed listening') || line.includes('Address already in use')) redis.end();
  }
  await redis.gone;
  return undefined;
}
