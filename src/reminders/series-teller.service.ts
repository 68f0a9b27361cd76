// Tells a member what became of a registration for a whole series: one mail for all its dates, once.

import { Inject, Injectable } from '@nestjs/common';
import type { DomainEvents } from '../contracts/events.js';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import type { Tx } from '../platform/database/tx.js';
import { MailService } from '../platform/mail/mail.service.js';
import { ReleaseLinks } from '../registrations/release-links.service.js';
import { SeatHistoryService } from '../registrations/seat-history.service.js';
import { SeriesArrivalsService, type SeriesPlaceRow } from '../registrations/series-arrivals.service.js';
import { RemindersQueries, type SeriesReader } from './reminders.queries.js';
import { RemindersService, type Told } from './reminders.service.js';
import { seriesMail, type SeriesPlace } from './series-mail.js';

@Injectable()
export class SeriesTellerService {
  constructor(
    private readonly arrivals: SeriesArrivalsService,
    private readonly reminders: RemindersService,
    private readonly queries: RemindersQueries,
    private readonly seats: SeatHistoryService,
    private readonly releases: ReleaseLinks,
    private readonly mails: MailService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * What is true of the places now, not when they were asked for. What there is to tell is taken in this transaction:
   * who comes second has nothing. Each place stands in its session's list of what was sent, as if told alone.
   */
  async tell(tx: Tx, { seriesId, memberId, refused }: DomainEvents['series.joined'], since: Date): Promise<void> {
    const taken = await this.arrivals.take(tx, seriesId, memberId);
    if (taken.registrations.size + taken.refused.length === 0) return;
    const reader = await this.queries.seriesReader(tx, memberId);
    const rows = await this.arrivals.placesOf(tx, seriesId, memberId);
    const told = reader ? rows.flatMap((row) => toldOf(row, reader, taken.registrations)) : [];
    // Who has left the series meanwhile is not told which of its sessions would not have them.
    const isOf = rows.some(({ registrationId }) => registrationId !== null);
    const refusals = isOf ? taken.refused : [];
    const [key] = [...taken.registrations, ...refusals.map(({ sessionId }) => `${memberId}:${sessionId}`)].sort();
    if (!reader || told.length + refusals.length === 0 || key === undefined) return;
    await this.reminders.noteTold(tx, reader.cooperativeId, told, since);
    const all = [...refused, ...refusals];
    if (reader.email !== null) await this.send(tx, { ...reader, email: reader.email }, rows, all, key);
  }

  private async send(
    tx: Tx,
    reader: SeriesReader & { email: string },
    rows: readonly SeriesPlaceRow[],
    refused: DomainEvents['series.joined']['refused'],
    key: string,
  ): Promise<void> {
    const { memberId } = reader;
    const steps = await this.seats.stepsOf(
      tx,
      rows.map(({ sessionId }) => ({ sessionId, memberId })),
    );
    const codes = new Map(refused.map(({ sessionId, code }) => [sessionId, code]));
    const places = rows.map((row, nth): SeriesPlace => ({
      ...row,
      steps: steps[nth] ?? 0,
      refusal: codes.get(row.sessionId),
    }));
    const [first, ...others] = places;
    if (!first) return;
    const from = {
      publicUrl: this.config.publicUrl,
      senderAddress: this.mails.senderAddress,
      releaseUrl: (registrationId: string) => this.releases.to(registrationId),
    };
    await this.mails.queue(tx, seriesMail(reader, [first, ...others], `series:${key}`, from, this.clock.now()));
  }
}

/** What the member has there now, if this is the first they hear of it. */
function toldOf(
  { sessionId, registrationId, state }: SeriesPlaceRow,
  { memberId, email }: SeriesReader,
  taken: ReadonlySet<string>,
): Told[] {
  if (registrationId === null || !taken.has(registrationId)) return [];
  if (state !== 'confirmed' && state !== 'waitlisted' && state !== 'pending') return [];
  const told = { sessionId, registrationId, memberId, email, occasion: registrationId };
  return [{ ...told, kind: `registration-${state}` }];
}
