// Ends what was started, last first and within ten seconds, at whichever moment the end comes.
import { setTimeout as delay } from 'node:timers/promises';

const STARTING_PATIENCE_MS = 3_000;

interface Closer {
  readonly name: string;
  readonly patienceMs: number;
  close(): Promise<void>;
}

export class Closers {
  readonly #closers: Closer[] = [];
  #starting: Promise<void> = Promise.resolve();
  #stopping: Promise<void> | undefined;

  get isStopping(): boolean {
    return this.#stopping !== undefined;
  }

  /** Runs the start; a failure that only says that the end came in the middle of it is none. */
  async start(work: () => Promise<void>): Promise<void> {
    this.#starting = work();
    await this.#starting.catch((error: unknown) => {
      if (!this.isStopping) throw error;
    });
  }

  /** @param closer.patienceMs after which the next one is ended all the same */
  async add(closer: Closer): Promise<void> {
    if (this.isStopping) await endOne(closer);
    else this.#closers.push(closer);
  }

  /** Asked twice, it stops once. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  async #stop(): Promise<void> {
    const settled = this.#starting.catch(() => undefined);
    await Promise.race([settled, delay(STARTING_PATIENCE_MS, undefined, { ref: false })]);
    for (const closer of this.#closers.toReversed()) await endOne(closer);
  }
}

async function endOne(closer: Closer): Promise<void> {
  const late = delay(closer.patienceMs, 'late' as const, { ref: false });
  const outcome = await Promise.race([closer.close().catch((error: unknown) => error), late]);
  if (outcome === 'late') console.error(`${closer.name} did not end in time.`);
  if (outcome instanceof Error) console.error(`${closer.name} did not end well: ${outcome.message}`);
}
