// Says that a cluster is ours: a lock inside PostgreSQL, which PostgreSQL itself lets go of when we die.
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { Refusal } from '../refusal.ts';

const OWNER_LOCK = 7_369_110;

/** `busy`: it is starting or stopping, ask again. `taken`: somebody alive has it. */
type Unowned = 'busy' | 'taken';

export class Ownership {
  readonly #url: string;
  #client: pg.Client;
  #isReleased = false;

  private constructor(url: string, client: pg.Client) {
    this.#url = url;
    this.#client = client;
    this.#watch();
  }

  /** @throws Refusal when PostgreSQL does not know our password. */
  static async claim(url: string): Promise<Ownership | Unowned> {
    const client = await lockedConnection(url);
    return typeof client === 'string' ? client : new Ownership(url, client);
  }

  async release(): Promise<void> {
    this.#isReleased = true;
    await this.#client.end().catch(() => undefined);
  }

  /** The connection may be killed while PostgreSQL and we live on; then the lock is taken again. */
  #watch(): void {
    this.#client.once('end', () => {
      if (!this.#isReleased) void this.#reclaim();
    });
  }

  async #reclaim(): Promise<void> {
    for (;;) {
      await delay(500, undefined, { ref: false });
      if (this.#isReleased) return;
      const client = await lockedConnection(this.#url).catch(() => 'busy' as const);
      if (typeof client === 'string') continue;
      this.#client = client;
      this.#watch();
      return;
    }
  }
}

async function lockedConnection(url: string): Promise<pg.Client | Unowned> {
  const client = new pg.Client({ connectionString: url, application_name: 'sinau owner' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1) AS got', [OWNER_LOCK]);
    if (rows[0]?.got === true) return client;
    await client.end();
    return 'taken';
  } catch (error) {
    if (error instanceof pg.DatabaseError && (error.code ?? '').startsWith('28')) {
      throw new Refusal(
        'PostgreSQL does not know the passwords in its data folder: bring the folder back from a backup.',
      );
    }
    return 'busy';
  }
}
