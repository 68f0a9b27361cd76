// A member's private calendar address: made, replaced and taken back by them alone, and read by whoever holds it.

import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import { feedFile } from '../platform/calendar/feed.js';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Database } from '../platform/database/database.js';
import { found } from '../platform/errors.js';
import { hashOf, newSecret } from '../platform/secret-token.js';
import { SeatHistoryService } from '../registrations/seat-history.service.js';
import type { FeedAddress, FeedState } from './calendar.dto.js';
import { CalendarsQueries } from './calendars.queries.js';
import { EventMaker } from './event-maker.js';

/** How long what is over stays in the calendar. */
const PAST_DAYS = 90;
const DAY = 86_400_000;

@Injectable()
export class CalendarFeedsService {
  constructor(
    private readonly database: Database,
    private readonly queries: CalendarsQueries,
    private readonly seats: SeatHistoryService,
    private readonly events: EventMaker,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async state(actor: Actor): Promise<FeedState> {
    const feed = await this.queries.feedOf(actor.memberId);
    if (!feed) return { feed: null };
    const lastReadAt = feed.lastReadAt?.toISOString() ?? null;
    return { feed: { createdAt: feed.createdAt.toISOString(), lastReadAt } };
  }

  /** A new address, seen this once; the one before it stops working. */
  async make(actor: Actor): Promise<FeedAddress> {
    const secret = newSecret();
    await this.database.transaction((tx) =>
      tx.sql(
        `INSERT INTO calendar_feeds (member_id, hash, created_at) VALUES ($1, $2, $3)
         ON CONFLICT (member_id) DO UPDATE
           SET hash = excluded.hash, created_at = excluded.created_at, last_read_at = NULL`,
        [actor.memberId, hashOf(secret), this.clock.now()],
      ),
    );
    const url = `${this.config.publicUrl}/api/calendar-feeds/${secret}.ics`;
    return { url, webcalUrl: url.replace(/^https?:/, 'webcal:') };
  }

  async revoke(actor: Actor): Promise<void> {
    await this.database.transaction((tx) =>
      tx.sql('DELETE FROM calendar_feeds WHERE member_id = $1', [actor.memberId]),
    );
  }

  /** The feed's text; the same as long as nothing in it changed. @throws DomainError not-found */
  async read(fileName: string): Promise<string> {
    const hash = hashOf(fileName.slice(0, -'.ics'.length));
    const { memberId, cooperativeName } = found(await this.queries.readerOf(hash));
    const now = this.clock.now();
    await this.noteReading(hash, now);
    const sessions = await this.queries.sessionsOf(memberId, new Date(now.getTime() - PAST_DAYS * DAY));
    const places = sessions.map(({ id: sessionId }) => ({ sessionId, memberId }));
    const steps = await this.seats.stepsOf(this.database, places);
    const events = sessions.map((session, nth) =>
      this.events.eventOf(session, {
        steps: steps[nth] ?? 0,
        cooperative: cooperativeName,
        at: session.changedAt,
      }),
    );
    return feedFile({ name: `Sinau: ${cooperativeName}`, events });
  }

  /** Once an hour: a calendar that asks every minute must not write every minute. */
  private async noteReading(hash: string, now: Date): Promise<void> {
    await this.database.sql(
      `UPDATE calendar_feeds SET last_read_at = $2
       WHERE hash = $1 AND (last_read_at IS NULL OR last_read_at < $2::timestamptz - interval '1 hour')`,
      [hash, now],
    );
  }
}
