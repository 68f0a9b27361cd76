// Keeps hold of the guard of the run's services between the run's set-up and its teardown.
import type { ChildProcess } from 'node:child_process';

const held = new Set<ChildProcess>();

export function holdServices(guard: ChildProcess): void {
  held.add(guard);
}

export async function releaseServices(): Promise<void> {
  for (const guard of held) {
    await new Promise<void>((resolve) => {
      guard.once('exit', () => {
        resolve();
      });
      guard.stdin?.end();
    });
  }
  held.clear();
}
