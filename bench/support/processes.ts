// The built product as a deployment runs it: one process that serves, one that works, each with its memory watched.
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../../scripts/embedded/ports.ts';
import { megabytesOf } from './memory.ts';
import type { Place } from './place.ts';

const ROOT = join(import.meta.dirname, '../..');
const LOOK_EVERY_MS = 20;
const READY_WITHIN_MS = 30_000;

export class Processes {
  readonly url: string;
  private readonly children: readonly ChildProcess[];

  private constructor(place: Place, port: number) {
    const env = {
      PATH: process.env['PATH'],
      NODE_ENV: 'development',
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'error',
      DATABASE_URL: place.appUrl,
      SINAU_DATA: place.data,
      SINAU_SECRET: 'x'.repeat(40),
    };
    this.url = `http://127.0.0.1:${String(port)}`;
    this.children = ['main.js', 'worker.js'].map((entry) =>
      spawn(process.execPath, [join(ROOT, 'dist', entry)], { env, stdio: ['ignore', 'inherit', 'inherit'] }),
    );
  }

  static async start(place: Place): Promise<Processes> {
    const processes = new Processes(place, await freePort());
    for (let waited = 0; waited < READY_WITHIN_MS; waited += 100) {
      const answer = await fetch(`${processes.url}/health/ready`).catch(() => undefined);
      await answer?.arrayBuffer();
      if (answer?.ok === true) return processes;
      await delay(100);
    }
    await processes.close();
    throw new Error('The server did not become ready.');
  }

  /** Megabytes of each process now, the serving one first. */
  memory(): number[] {
    return this.children.map((child) => megabytesOf(child.pid));
  }

  /** Watches until the function it gives is called, which answers the most that each process had. */
  watchMemory(): () => number[] {
    let most = this.memory();
    const timer = setInterval(() => {
      most = this.memory().map((now, index) => Math.max(now, most[index] ?? 0));
    }, LOOK_EVERY_MS);
    return () => {
      clearInterval(timer);
      return most;
    };
  }

  async close(): Promise<void> {
    await Promise.all(
      this.children.map(async (child) => {
        const gone = new Promise((resolve) => child.once('exit', resolve));
        if (child.exitCode === null && child.kill('SIGTERM')) await gone;
      }),
    );
  }
}
