// A whole application on a database of its own: what e2e and medium tests talk to.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer, type RunningServer } from '../../src/server.js';
import type { Clock } from '../../src/platform/clock.js';
import type { Config } from '../../src/platform/config/config.js';
import { CONFIG } from '../../src/platform/config/config.module.js';
import { Database } from '../../src/platform/database/database.js';
import { WorkerHost } from '../../src/platform/queue/worker-host.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { FixedClock } from './fixed-clock.js';
import { startMailbox, type TestMailbox } from './mailbox.js';

export interface TestApp {
  readonly url: string;
  readonly server: RunningServer;
  readonly database: TestDatabase;
  readonly clock: FixedClock;
  /** Its data folder. */
  readonly data: string;
  /** The app's own access to its database, for looking at rows. */
  readonly db: Database;
  /** Where mails arrive; only with `bootApp({ mailbox: true })`. */
  readonly mailbox: TestMailbox;
  /** Runs every sweep and waits until no event is open and no mail is due: what is due has happened. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param options.env on top of the test defaults; @param options.clock the clock to share with another app;
 *   @param options.mailbox starts an SMTP server for the app: without one, mails wait as rows.
 */
export async function bootApp(
  options: { env?: NodeJS.ProcessEnv; clock?: FixedClock; mailbox?: boolean } = {},
): Promise<TestApp> {
  const mailbox = options.mailbox === true ? await startMailbox() : undefined;
  const database = await createTestDatabase();
  const clock = options.clock ?? new FixedClock();
  const data = mkdtempSync(join(tmpdir(), 'sinau-test-'));
  const server = await startServer({
    env: {
      NODE_ENV: 'test',
      HOST: '127.0.0.1',
      PORT: '0',
      DATABASE_URL: database.appUrl,
      MIGRATION_DATABASE_URL: database.ownerUrl,
      SINAU_DATA: data,
      LOG_LEVEL: 'error',
      SMTP_URL: mailbox?.smtpUrl,
      ...options.env,
    },
    runs: ['api', 'worker'],
    clock: clock satisfies Clock,
  });
  const db = server.app.get(Database, { strict: false });
  return {
    url: server.url,
    server,
    database,
    clock,
    data,
    db,
    get mailbox() {
      if (!mailbox) throw new Error('This app has no mailbox: bootApp({ mailbox: true })');
      return mailbox;
    },
    settle: () => settle(server, db, clock),
    close: async () => {
      await server.close();
      await mailbox?.close();
      await database.drop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Gives up after this many looks: a handler that never succeeds must fail the test, not hang it. */
const MOST_LOOKS = 1_500;

async function settle(server: RunningServer, db: Database, clock: Clock): Promise<void> {
  const host = server.app.get(WorkerHost, { strict: false });
  const sendsMail = server.app.get<Config>(CONFIG, { strict: false }).smtpUrl !== undefined;
  // Twice: what the first round's events made due is found by the second.
  for (let round = 0; round < 2; round += 1) {
    await host.sweepOnce();
    await untilQuiet(db, clock);
    if (sendsMail) await untilSent(db, clock);
  }
}

async function untilSent(db: Database, clock: Clock): Promise<void> {
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const [row] = await db.sql<{ due: number }>(
      `SELECT count(*)::int AS due FROM outgoing_mails
       WHERE state = 'sending' OR (state = 'queued' AND due_at <= $1)`,
      [clock.now()],
    );
    if (row?.due === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('Mails stayed due');
}

async function untilQuiet(db: Database, clock: Clock): Promise<void> {
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const [row] = await db.sql<{ open: number; error: string | null }>(
      `SELECT count(*)::int AS open, max(last_error) AS error FROM outbox_events
       WHERE completed_at IS NULL AND occurred_at <= $1`,
      [clock.now()],
    );
    if (row?.open === 0) return;
    if (row?.error) throw new Error(`An event could not be handled: ${row.error}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('Events stayed open');
}
