// What must hold of mails after any drill: the sink's Message-IDs against the table.
import type pg from 'pg';
import type { Sink } from './sink.ts';

export interface MailTally {
  /** Rows the server never saw, whatever they say of themselves. */
  readonly lost: number;
  /** Mails beyond the first of each Message-ID. */
  readonly doubled: number;
  /** Rows not in a final state. */
  readonly unfinished: number;
  /** Message-IDs that no row has. */
  readonly unknown: number;
}

export async function tallyMails(pool: pg.Pool, sink: Sink): Promise<MailTally> {
  const { rows } = await pool.query<{ message_id: string; state: string }>(
    'SELECT message_id, state FROM outgoing_mails',
  );
  const known = new Set(rows.map((row) => row.message_id));
  return {
    lost: rows.filter((row) => !sink.received.has(row.message_id)).length,
    doubled: sink.total - sink.received.size,
    unfinished: rows.filter((row) => row.state === 'queued' || row.state === 'sending').length,
    unknown: [...sink.received.keys()].filter((id) => !known.has(id)).length,
  };
}

/** Looks again and again, at most so long. True when it came to hold. */
export async function comesToHold(look: () => Promise<boolean> | boolean, patienceMs: number): Promise<boolean> {
  const until = performance.now() + patienceMs;
  for (;;) {
    if (await look()) return true;
    if (performance.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
