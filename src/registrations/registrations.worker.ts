import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../contracts/events.js';
import type { Tx } from '../platform/database/tx.js';
import { OnEvent } from '../platform/events/on-event.decorator.js';
import { OnSweep } from '../platform/queue/on-job.decorator.js';
import { AnswersService } from './answers.service.js';
import { OffersService } from './offers.service.js';
import { QuotasService } from './quotas.service.js';
import { RegistrationsService } from './registrations.service.js';
import { SeriesArrivalsService } from './series-arrivals.service.js';
import { SeriesRegistrationsService } from './series-registrations.service.js';

@Injectable()
export class RegistrationsWorker {
  constructor(
    private readonly registrations: RegistrationsService,
    private readonly offers: OffersService,
    private readonly quotas: QuotasService,
    private readonly series: SeriesRegistrationsService,
    private readonly answers: AnswersService,
    private readonly arrivals: SeriesArrivalsService,
  ) {}

  @OnEvent('session.capacity-raised')
  async fillNewSeats(tx: Tx, { payload }: DomainEvent<'session.capacity-raised'>): Promise<void> {
    await this.registrations.fillNewSeats(tx, payload.sessionId);
  }

  @OnEvent('session.published')
  async admitSeries(tx: Tx, { payload }: DomainEvent<'session.published'>): Promise<void> {
    await this.series.admit(tx, payload.sessionId);
  }

  @OnEvent('session.rescheduled')
  async retimeOffers(tx: Tx, { payload }: DomainEvent<'session.rescheduled'>): Promise<void> {
    await this.offers.retime(tx, payload.sessionId);
  }

  @OnSweep(15)
  async expireOffers(): Promise<void> {
    await this.offers.expireDue();
  }

  @OnSweep(15)
  async releaseQuotas(): Promise<void> {
    await this.quotas.releaseDue();
  }

  @OnSweep(15)
  async announceSeries(): Promise<void> {
    await this.arrivals.announceQuiet();
  }

  /** More often than each night, so that a machine that sleeps at night forgets as well. */
  @OnSweep(3_600)
  async purgeAnswers(): Promise<void> {
    await this.answers.purge();
  }

  @OnEvent('member.left')
  async giveBackAll(tx: Tx, { payload }: DomainEvent<'member.left'>): Promise<void> {
    await this.registrations.giveBackAll(tx, payload.memberId);
  }
}
