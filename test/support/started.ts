// `npm start` as its user runs it: what it printed, how it ended, and how long it took to the first healthy answer.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

export const ROOT = join(import.meta.dirname, '../..');
const LOOK_EVERY_MS = 20;
/** Begins what a start prints last. */
export const LAST_LINE = 'Stop  ';

export interface StartOptions {
  /** Without it the system chooses one that is free, and the start prints it. */
  readonly port?: number;
  /** Passed as SINAU_DATA; without it the checkout's own `.data`. */
  readonly data?: string;
  readonly checkout?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export class Started {
  readonly ended: Promise<number>;
  output = '';
  readonly #child: ChildProcess;
  readonly #startedAt = performance.now();
  readonly #askedPort: number | undefined;

  constructor(options: StartOptions) {
    // Nothing of the test's own environment but what any shell has.
    const { PATH = '', HOME = '/' } = process.env;
    const data = options.data === undefined ? {} : { SINAU_DATA: options.data };
    const env = { PATH, HOME, ...data, PORT: String(options.port ?? 0), ...options.env };
    const cwd = options.checkout ?? ROOT;
    this.#askedPort = options.port;
    this.#child = spawn('npm', ['start'], { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const keep = (chunk: Buffer): void => {
      this.output += chunk.toString();
    };
    this.#child.stdout?.on('data', keep);
    this.#child.stderr?.on('data', keep);
    this.ended = new Promise((resolve) => {
      this.#child.once('close', (code, signal) => {
        resolve(code ?? (signal === null ? 1 : 128));
      });
    });
  }

  /** Where it serves, or will: as asked, else as it printed. */
  get url(): string {
    if (this.#askedPort !== undefined) return `http://127.0.0.1:${String(this.#askedPort)}`;
    return /Sinau\s+(http:\S+)/.exec(this.output)?.[1] ?? '';
  }

  /** What it printed of its own, without npm's lines. */
  get said(): string[] {
    const lines = this.output.split('\n').map((line) => line.trim());
    return lines.filter((line) => line !== '' && !line.startsWith('>') && !line.startsWith('npm '));
  }

  /**
   * @returns the milliseconds from the start to the first 200 of `/health/ready`
   * @throws when it ended, or was not ready in time, with what it printed
   */
  async ready(patienceMs = 200_000): Promise<number> {
    const hasEnded = this.ended.then(() => true as const);
    for (;;) {
      const answer = this.url === '' ? undefined : await fetch(`${this.url}/health/ready`).catch(() => undefined);
      await answer?.arrayBuffer();
      const took = performance.now() - this.#startedAt;
      if (answer?.status === 200) return took;
      const isOver = await Promise.race([hasEnded, delay(LOOK_EVERY_MS)]);
      if (isOver === true || took > patienceMs) throw new Error(`It did not come up:\n${this.output}`);
    }
  }

  /** @returns the milliseconds it took and the exit code of `npm start` */
  async stop(): Promise<{ took: number; code: number }> {
    const askedAt = performance.now();
    this.#child.kill('SIGTERM');
    const code = await this.ended;
    return { took: performance.now() - askedAt, code };
  }

  /** As the power switch would, but for PostgreSQL, which has a session of its own. */
  async killAll(): Promise<void> {
    const hasEnded = this.#child.exitCode !== null || this.#child.signalCode !== null;
    if (this.#child.pid !== undefined && !hasEnded) process.kill(-this.#child.pid, 'SIGKILL');
    await this.ended;
  }

  /** npm alone, as a careless `kill -9` does: it can hand nothing on. */
  killNpm(): void {
    this.#child.kill('SIGKILL');
  }
}

/** The folder that holds the data, as the start printed it. */
export function printedDataFolder(started: Started): string {
  return /Data\s+(\S+)/.exec(started.output)?.[1] ?? '';
}

export function isPostgresMarked(data: string): boolean {
  return existsSync(join(data, 'postgres/postmaster.pid'));
}

/** Looks until it is so. */
export async function until(isSo: () => boolean | Promise<boolean>, patienceMs: number): Promise<void> {
  const startedAt = performance.now();
  while (!(await isSo())) {
    if (performance.now() - startedAt > patienceMs) throw new Error('It did not become so in time.');
    await delay(LOOK_EVERY_MS);
  }
}

const CHECKOUT_PARTS = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];
const CHECKOUT_FOLDERS = ['scripts', 'src', 'dist', 'web', 'node_modules'];

/** The same files under another name: a built copy of the checkout without its cost. */
export async function linkCheckout(target: string): Promise<void> {
  const parts = [...CHECKOUT_PARTS, ...CHECKOUT_FOLDERS].filter((part) => existsSync(join(ROOT, part)));
  const child = spawn('cp', ['-al', ...parts, target], { cwd: ROOT, stdio: 'inherit' });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`The checkout could not be linked into ${target}.`);
}
