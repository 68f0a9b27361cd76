// One process of the built product, as an operator runs it.
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './started.js';

export class BuiltProcess {
  /** All it printed. */
  output = '';
  /** The code it ended with; null: it was killed. */
  readonly ended: Promise<number | null>;
  private readonly child: ChildProcess;

  /** @param file in dist/ @param env nothing of the test's own environment but the PATH comes with it */
  constructor(file: string, env: NodeJS.ProcessEnv) {
    this.child = spawn(process.execPath, [join(ROOT, 'dist', file)], { env: { PATH: process.env['PATH'], ...env } });
    const keep = (chunk: Buffer): void => {
      this.output += chunk.toString();
    };
    this.child.stdout?.on('data', keep);
    this.child.stderr?.on('data', keep);
    this.ended = new Promise((resolve) => this.child.once('exit', resolve));
  }

  stop(): Promise<number | null> {
    this.child.kill('SIGTERM');
    return this.ended;
  }

  /** It says goodbye to nobody and writes nothing down. */
  kill(): Promise<number | null> {
    this.child.kill('SIGKILL');
    return this.ended;
  }
}
