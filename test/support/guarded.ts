// A server of somebody else's for one test, as a child that ends with us, whichever way we end.
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** Prints its own pid, and ends when our end of its stdin closes, as it does however we die. */
const GUARD =
  'command=$1; shift; "$command" "$@" </dev/null & echo "pid $!"; cat >/dev/null; kill -9 $! 2>/dev/null; wait';

export interface Guarded {
  /** What it prints, after a first line `pid 123`. */
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** Tells it to end at once; `gone` says when it has. */
  end(): void;
  readonly gone: Promise<null>;
}

export function startGuarded(command: string, args: readonly string[]): Guarded {
  const child: ChildProcessByStdio<Writable, Readable, Readable> = spawn(
    'sh',
    ['-c', GUARD, 'guard', command, ...args],
    {
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  );
  const gone = new Promise<null>((resolve) => {
    child.once('exit', () => {
      resolve(null);
    });
  });
  return {
    stdout: child.stdout,
    stderr: child.stderr,
    end: () => {
      child.stdin.end();
    },
    gone,
  };
}

export function isOnPath(command: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, command)));
}
