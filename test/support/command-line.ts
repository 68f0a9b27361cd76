// `npm run cli -- …` as an operator types it: what it printed, and how it ended.
import { spawn } from 'node:child_process';
import { ROOT } from './started.js';

export interface Typed {
  readonly code: number;
  readonly output: string;
}

/** @param env besides what any shell has */
export async function cli(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Typed> {
  const { PATH = '', HOME = '/' } = process.env;
  const child = spawn('npm', ['run', '-s', 'cli', '--', ...args], {
    cwd: ROOT,
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => {
    child.once('close', (code) => {
      resolve({ code: code ?? 1, output });
    });
  });
}
