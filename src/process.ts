// One process from start to signal: what cannot start says why in one sentence; what runs stops in time.

import type { RunningServer } from './server.js';

/** The longest a stop may take before the process leaves anyway; every row it left undone is found by a sweep. */
const LONGEST_STOP_MS = 25_000;

export async function runUntilSignal(start: () => Promise<RunningServer>): Promise<void> {
  try {
    const server = await start();
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(server));
  } catch (error) {
    process.stderr.write(`Sinau cannot start: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

async function stop(server: RunningServer): Promise<void> {
  setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
  await server.close();
  process.exit(0);
}
