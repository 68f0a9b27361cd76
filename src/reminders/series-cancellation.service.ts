// Tells members that several dates of a series were cancelled at once: one mail each, with all of their dates.

import { Inject, Injectable } from '@nestjs/common';
import type { DomainEvents } from '../contracts/events.js';
import type { SeriesDate } from '../contracts/mail.js';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import type { Tx } from '../platform/database/tx.js';
import { Outbox } from '../platform/events/outbox.js';
import { MailService, type MailToQueue } from '../platform/mail/mail.service.js';
import { SeatHistoryService } from '../registrations/seat-history.service.js';
import { eventFiles } from './event-files.js';
import { lastMoment } from './reminder.rules.js';
import { RemindersQueries, type CancelledPlace } from './reminders.queries.js';
import { CANCELLED, RemindersService } from './reminders.service.js';

/** Readers a transaction. A year of a series that thousands joined is more than one should hold. */
const PAGE = 200;

type Place = CancelledPlace & { steps: number };

@Injectable()
export class SeriesCancellationService {
  constructor(
    private readonly reminders: RemindersService,
    private readonly queries: RemindersQueries,
    private readonly seats: SeatHistoryService,
    private readonly mails: MailService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The next readers; who comes after them is left to an event of its own. Each place is noted as told with its session. */
  async tell(tx: Tx, payload: DomainEvents['series.cancelled'], since: Date): Promise<void> {
    const { cooperativeId, sessionIds, afterMemberId } = payload;
    const rows = await this.queries.cancelledPlaces(tx, sessionIds, afterMemberId, PAGE);
    const last = rows.at(-1);
    if (!last) return;
    const steps = await this.seats.stepsOf(tx, rows);
    const places = rows.map((row, nth): Place => ({ ...row, steps: steps[nth] ?? 0 }));
    const byMember = [...Map.groupBy(places, ({ memberId }) => memberId).values()];
    await this.reminders.noteTold(
      tx,
      cooperativeId,
      rows.map((row) => ({ ...row, kind: 'session-cancelled', occasion: CANCELLED })),
      since,
    );
    await this.mails.queue(
      tx,
      byMember.flatMap((own) => this.mailOf(own, since)),
    );
    if (byMember.length < PAGE) return;
    await this.outbox.append(tx, 'series.cancelled', { ...payload, afterMemberId: last.memberId });
  }

  private mailOf(places: readonly Place[], since: Date): MailToQueue[] {
    const [first] = places;
    if (!first || first.email === null) return [];
    const { memberId, email, language, zone, cancelReason } = first;
    const now = this.clock.now();
    const { publicUrl } = this.config;
    const files = eventFiles(
      places.filter(({ hadSeat }) => hadSeat).map((place) => ({ ...place, zone: place.sessionZone })),
      'CANCEL',
      { ...first, email, publicUrl, senderAddress: this.mails.senderAddress },
      now,
    );
    return [
      {
        kind: 'series-cancelled',
        data: {
          ...{ nickname: first.nickname ?? first.name, title: first.title, url: `${publicUrl}/jadwal` },
          dates: JSON.stringify(places.map(dateOf)),
          ...(cancelReason === null ? {} : { reason: cancelReason }),
        },
        cooperative: { id: first.cooperativeId, name: first.cooperativeName, colour: first.colour },
        ...{ memberId, to: { address: email, name: first.name }, language, zone },
        // A session is cancelled once: of the mails about it, one is to this member.
        dedupeKey: `series-cancelled:${first.sessionId}:${memberId}`,
        expiresAt: lastMoment({ ...first, kind: 'session-cancelled', dueAt: since, offerEndsAt: null }),
        ...(files.length > 0 ? { invitations: { method: 'CANCEL', files } } : {}),
      },
    ];
  }
}

function dateOf({ startsAt, endsAt, title }: Place): SeriesDate {
  const times = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
  return { ...times, said: title, linkSaid: '', link: '' };
}
