// Starts the built server in a process of its own, and speaks with it.
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { megabytesOf, type Memory } from './memory.ts';
import type { Guard, Question, Told } from './server-process.ts';

export interface ServerSettings {
  readonly appUrl: string;
  readonly data: string;
  readonly redisUrl?: string;
  /** What it does without, for negative controls. */
  readonly without?: readonly Guard[];
}

export class Server {
  private readonly child: ChildProcess;
  private address = '';
  /** What it logged at level error and above, and what Node said as it ended. */
  log = '';

  private constructor({ appUrl, data, redisUrl, without = [] }: ServerSettings) {
    this.child = fork(join(import.meta.dirname, 'server-process.ts'), [...without], {
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'development',
        HOST: '127.0.0.1',
        PORT: '0',
        LOG_LEVEL: 'error',
        DATABASE_URL: appUrl,
        SINAU_DATA: data,
        SINAU_SECRET: 's'.repeat(40),
        ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
      },
      execArgv: ['--disable-warning=ExperimentalWarning', '--expose-gc'],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.log += chunk.toString();
        process.stderr.write(chunk);
      });
    }
  }

  static async start(settings: ServerSettings): Promise<Server> {
    const server = new Server(settings);
    const told = await server.next('ready');
    server.address = told.url;
    return server;
  }

  get url(): string {
    return this.address;
  }

  /** The Cookie header of each member. */
  async signIn(memberIds: string[]): Promise<string[]> {
    const answer = this.next('cookies');
    this.ask({ kind: 'sign-in', memberIds });
    return (await answer).cookies;
  }

  /** Seconds of processor time its process has used so far. */
  async cpu(): Promise<number> {
    const answer = this.next('cpu');
    this.ask({ kind: 'cpu' });
    return (await answer).seconds;
  }

  /** Once its garbage is gone. */
  async memory(): Promise<Memory> {
    const answer = this.next('memory');
    this.ask({ kind: 'memory' });
    return answer;
  }

  /** How late its event loop was since the last time this was asked, in ms. */
  async delay(): Promise<{ p99: number; most: number }> {
    const answer = this.next('delay');
    this.ask({ kind: 'delay' });
    return answer;
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Megabytes it holds now, garbage included. */
  get megabytes(): number {
    return megabytesOf(this.child.pid);
  }

  async close(): Promise<void> {
    const gone = new Promise<void>((resolve) =>
      this.child.once('exit', () => {
        resolve();
      }),
    );
    if (this.child.connected) this.ask({ kind: 'close' });
    else this.child.kill();
    await gone;
  }

  private ask(question: Question): void {
    this.child.send(question);
  }

  private next<Kind extends Told['kind']>(kind: Kind): Promise<Extract<Told, { kind: Kind }>> {
    return new Promise((resolve, reject) => {
      const gone = (code: number | null): void => {
        reject(new Error(`The server ended with ${String(code)}.`));
      };
      const hear = (told: Told): void => {
        if (told.kind !== kind) return;
        this.child.off('message', hear).off('exit', gone);
        resolve(told as Extract<Told, { kind: Kind }>);
      };
      this.child.on('message', hear).once('exit', gone);
    });
  }
}
