// A Redis of one's own that can be killed without saving and started again where it was.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Redis } from 'ioredis';
import { freePort } from '../../scripts/embedded/ports.ts';

/** Prints its own pid, and ends when our end of its stdin closes, as it does however we die. */
const GUARDED = 'redis-server "$@" </dev/null & echo "pid $!"; cat >/dev/null; kill -9 $! 2>/dev/null; wait';

export class OwnRedis {
  readonly url: string;
  readonly #port: number;
  readonly #folder: string;
  #guard: ChildProcess | undefined;
  #pid = 0;

  private constructor(port: number, folder: string) {
    this.#port = port;
    this.#folder = folder;
    this.url = `redis://127.0.0.1:${String(port)}`;
  }

  static async open(): Promise<OwnRedis> {
    const folder = await mkdtemp(join(tmpdir(), 'sinau-redis-'));
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      const redis = new OwnRedis(await freePort(), folder);
      if (await redis.#launch()) return redis;
    }
    throw new Error('redis-server did not start, five times: is it on PATH?');
  }

  /** Where it was before. */
  async start(): Promise<void> {
    if (!(await this.#launch())) throw new Error('redis-server did not start: is its port still free?');
  }

  /** False when it ended before it was ready: somebody took the port. */
  async #launch(): Promise<boolean> {
    const flags = ['--port', String(this.#port), '--bind', '127.0.0.1', '--dir', this.#folder, '--save', ''];
    const args = [...flags, '--appendonly', 'no', '--maxmemory-policy', 'noeviction', '--daemonize', 'no'];
    const guard = spawn('sh', ['-c', GUARDED, 'redis', ...args], { stdio: ['pipe', 'pipe', 'ignore'] });
    this.#guard = guard;
    for await (const line of createInterface({ input: guard.stdout })) {
      this.#pid = Number(/^pid (\d+)$/.exec(line)?.[1] ?? this.#pid);
      if (line.includes('Ready to accept connections')) {
        guard.stdout.resume();
        return true;
      }
      if (/Failed listening|Address already in use/.test(line)) guard.stdin.end();
    }
    this.#guard = undefined;
    return false;
  }

  /** Everything it held is gone at once. */
  async kill(): Promise<void> {
    process.kill(this.#pid, 'SIGKILL');
    await this.#letGo();
  }

  async flush(): Promise<void> {
    const client = new Redis(this.url);
    await client.flushall();
    await client.quit();
  }

  async close(): Promise<void> {
    await this.#letGo();
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #letGo(): Promise<void> {
    const guard = this.#guard;
    this.#guard = undefined;
    if (!guard) return;
    const gone = new Promise((resolve) => guard.once('exit', resolve));
    guard.stdin?.end();
    await gone;
  }
}
