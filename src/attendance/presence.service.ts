// Who is connected to which session: one row a connection, kept alive by one statement each 15 s, however many they are.

import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { MicroBatcher } from '../platform/batching/micro-batcher.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DatabaseListener } from '../platform/database/listener.js';
import type { Tx } from '../platform/database/tx.js';
import { messageOf } from '../platform/errors.js';
import { newId } from '../platform/ids.js';

const CHANNEL = 'sinau_presence';
const FLUSH_MS = 15_000;
/** A span whose node has not written for so long is a dead node's: it ended when it was last seen. */
const DEAD_AFTER_SECONDS = 60;

/** A connection entering a room. `lastHeardAt` answers when its last packet came. */
export interface NewSpan {
  id: string;
  cooperativeId: string;
  sessionId: string;
  memberId: string;
  lastHeardAt: () => Date;
}

interface Ending {
  id: string;
  sessionId: string;
  at: Date;
}

@Injectable()
export class PresenceService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(PresenceService.name);
  private readonly nodeId = newId();
  /** The connections of this process, by their span. */
  private readonly held = new Map<string, Pick<NewSpan, 'sessionId' | 'lastHeardAt'>>();
  /** Endings not yet stored. */
  private readonly ending = new Set<Promise<unknown>>();
  private readonly ears: ((sessionId: string | undefined) => void)[] = [];
  private readonly openings = new MicroBatcher<NewSpan, true>((_, spans) => this.storeOpened(spans));
  private readonly endings = new MicroBatcher<Ending, true>((_, endings) => this.storeEnded(endings));
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly listener: DatabaseListener,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.listener.listen(CHANNEL, (payload) => {
      for (const hear of this.ears) hear(payload === '' ? undefined : payload);
    });
    this.timer = setInterval(() => {
      this.flush().catch((error: unknown) => {
        this.logger.warn(`Could not write down who is here: ${messageOf(error)}`);
      });
    }, FLUSH_MS);
    this.timer.unref();
  }

  /** Everybody's time here ends with the process, and is written while there is still a database to write to. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    const now = this.clock.now();
    const ended = await Promise.allSettled([...[...this.held.keys()].map((id) => this.end(id, now)), ...this.ending]);
    // A sweep ends them, at the moment they were last seen.
    const lost = ended.filter((one) => one.status === 'rejected').length;
    if (lost > 0) this.logger.warn(`${String(lost)} connections ended without a note of when`);
  }

  /** Called, on every node, when somebody came or went; undefined: look at every session. */
  onChange(hear: (sessionId: string | undefined) => void): void {
    this.ears.push(hear);
  }

  /** Returns once the span is stored: from then on the time counts. */
  async open(span: NewSpan): Promise<void> {
    const { sessionId, lastHeardAt } = span;
    this.held.set(span.id, { sessionId, lastHeardAt });
    try {
      await this.openings.submit('open', span);
    } catch (error) {
      this.held.delete(span.id);
      throw error;
    }
  }

  /** @param at the clean disconnect, else the last packet received. */
  async end(id: string, at: Date): Promise<void> {
    const span = this.held.get(id);
    if (!span) return;
    this.held.delete(id);
    const stored = this.endings.submit('end', { id, sessionId: span.sessionId, at });
    this.ending.add(stored);
    try {
      await stored;
    } finally {
      this.ending.delete(stored);
    }
  }

  /**
   * Writes down when each connection of this process was last heard of. Whatever a sweep thought of them meanwhile
   * (this process was stopped for a minute, say), they are open: only their own process knows.
   */
  async flush(): Promise<void> {
    const spans = [...this.held];
    if (spans.length === 0) return;
    // A sweep ends a span at its last_seen_at exactly; one that its own process ended meanwhile is left alone.
    await this.database.sql(
      `UPDATE presence_spans span SET last_seen_at = seen.at, ended_at = NULL
       FROM unnest($1::uuid[], $2::timestamptz[]) AS seen(id, at)
       WHERE span.id = seen.id AND span.last_seen_at < seen.at
         AND (span.ended_at IS NULL OR span.ended_at = span.last_seen_at)`,
      [spans.map(([id]) => id), spans.map(([, { lastHeardAt }]) => lastHeardAt())],
    );
  }

  /** Ends the spans whose node died, at the moment they were last seen. Of its own connections a process knows better. */
  async endAbandoned(): Promise<void> {
    await this.database.transaction(async (tx) => {
      const ended = await tx.sql<{ session_id: string }>(
        `UPDATE presence_spans SET ended_at = last_seen_at
         WHERE ended_at IS NULL AND last_seen_at < $1::timestamptz - make_interval(secs => $2) AND id <> ALL ($3::uuid[])
         RETURNING session_id`,
        [this.clock.now(), DEAD_AFTER_SECONDS, [...this.held.keys()]],
      );
      await notify(
        tx,
        ended.map((row) => row.session_id),
      );
    });
  }

  private async storeOpened(spans: readonly NewSpan[]): Promise<true[]> {
    await this.database.transaction(async (tx) => {
      await tx.sql(
        `INSERT INTO presence_spans (id, cooperative_id, session_id, member_id, node_id, connected_at, last_seen_at)
         SELECT id, cooperative_id, session_id, member_id, $5, $6, $6
         FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[]) AS new(id, cooperative_id, session_id, member_id)`,
        [
          spans.map((span) => span.id),
          spans.map((span) => span.cooperativeId),
          spans.map((span) => span.sessionId),
          spans.map((span) => span.memberId),
          this.nodeId,
          this.clock.now(),
        ],
      );
      await notify(
        tx,
        spans.map((span) => span.sessionId),
      );
    });
    return spans.map(() => true as const);
  }

  private async storeEnded(endings: readonly Ending[]): Promise<true[]> {
    await this.database.transaction(async (tx) => {
      await tx.sql(
        `UPDATE presence_spans span SET ended_at = greatest(ending.at, span.connected_at)
         FROM unnest($1::uuid[], $2::timestamptz[]) AS ending(id, at) WHERE span.id = ending.id`,
        [endings.map((ending) => ending.id), endings.map((ending) => ending.at)],
      );
      await notify(
        tx,
        endings.map((ending) => ending.sessionId),
      );
    });
    return endings.map(() => true as const);
  }
}

/** Tells every node, at the commit, in which sessions somebody came or went. */
async function notify(tx: Tx, sessionIds: readonly string[]): Promise<void> {
  const sessions = [...new Set(sessionIds)];
  if (sessions.length === 0) return;
  await tx.sql(`SELECT pg_notify('${CHANNEL}', id) FROM unnest($1::text[]) AS id`, [sessions]);
}
