// One `dist/main.js` as a deployment runs it, which can be killed: for what must go on when a node is gone.
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../../scripts/embedded/ports.ts';
import type { ServerSettings } from './server.ts';

const MAIN = join(import.meta.dirname, '../../dist/main.js');
const READY_WITHIN_MS = 30_000;

export class ServingNode {
  readonly url: string;
  readonly #child: ChildProcess;
  readonly #gone: Promise<void>;

  private constructor({ appUrl, data, redisUrl }: ServerSettings, port: number) {
    this.url = `http://127.0.0.1:${String(port)}`;
    this.#child = spawn(process.execPath, [MAIN], {
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'development',
        HOST: '127.0.0.1',
        PORT: String(port),
        LOG_LEVEL: 'error',
        DATABASE_URL: appUrl,
        SINAU_DATA: data,
        SINAU_SECRET: 's'.repeat(40),
        ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    this.#gone = new Promise((resolve) => {
      this.#child.once('exit', () => {
        resolve();
      });
    });
  }

  /** @throws Error when it is not ready in time, or ends before */
  static async start(settings: ServerSettings): Promise<ServingNode> {
    const node = new ServingNode(settings, await freePort());
    for (let waited = 0; waited < READY_WITHIN_MS && node.#child.exitCode === null; waited += 50) {
      const answer = await fetch(`${node.url}/health/ready`).catch(() => undefined);
      await answer?.arrayBuffer();
      if (answer?.ok === true) return node;
      await delay(50);
    }
    await node.close();
    throw new Error('The server did not become ready.');
  }

  /** `kill -9`: it says goodbye to nobody and writes nothing down. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#gone;
  }

  async close(): Promise<void> {
    this.#child.kill('SIGTERM');
    await this.#gone;
  }
}
