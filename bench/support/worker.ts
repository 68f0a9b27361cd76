// Starts a built worker in a process of its own, and ends it as told: in peace, or by kill -9.
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

export interface WorkerSettings {
  readonly databaseUrl: string;
  readonly smtpUrl: string;
  readonly data: string;
  readonly redisUrl?: string;
  /** Sweeps left out, as `Class.method`. */
  readonly without?: readonly string[];
}

export class Worker {
  readonly #child: ChildProcess;
  readonly #gone: Promise<void>;
  /** What it logged at level error and above. */
  log = '';

  private constructor(settings: WorkerSettings) {
    this.#child = fork(join(import.meta.dirname, 'worker-process.ts'), [...(settings.without ?? [])], {
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'development',
        LOG_LEVEL: 'error',
        DATABASE_URL: settings.databaseUrl,
        SMTP_URL: settings.smtpUrl,
        SINAU_DATA: settings.data,
        SINAU_SECRET: 's'.repeat(40),
        ...(settings.redisUrl === undefined ? {} : { REDIS_URL: settings.redisUrl }),
      },
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const keep = (chunk: Buffer): void => {
      this.log += chunk.toString();
    };
    this.#child.stdout?.on('data', keep);
    this.#child.stderr?.on('data', keep);
    this.#gone = new Promise((resolve) => {
      this.#child.once('exit', () => {
        resolve();
      });
    });
  }

  /** @throws Error with its log when it ends before it is ready. */
  static async start(settings: WorkerSettings): Promise<Worker> {
    const worker = new Worker(settings);
    await new Promise<void>((resolve, reject) => {
      worker.#child.once('message', () => {
        resolve();
      });
      worker.#child.once('exit', () => {
        reject(new Error(`The worker ended before it was ready: ${worker.log}`));
      });
    });
    return worker;
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#gone;
  }

  async close(): Promise<void> {
    if (this.#child.connected) this.#child.disconnect();
    await this.#gone;
  }
}
