import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../contracts/events.js';
import type { Tx } from '../platform/database/tx.js';
import { OnEvent } from '../platform/events/on-event.decorator.js';
import { OnSweep } from '../platform/queue/on-job.decorator.js';
import { ReminderSenderService } from './reminder-sender.service.js';
import { RemindersService } from './reminders.service.js';
import { SeriesCancellationService } from './series-cancellation.service.js';
import { SeriesTellerService } from './series-teller.service.js';

@Injectable()
export class RemindersWorker {
  constructor(
    private readonly reminders: RemindersService,
    private readonly sender: ReminderSenderService,
    private readonly series: SeriesTellerService,
    private readonly cancellations: SeriesCancellationService,
  ) {}

  @OnEvent('registration.confirmed')
  async confirmed(tx: Tx, { payload, occurredAt }: DomainEvent<'registration.confirmed'>): Promise<void> {
    await this.reminders.planSeat(tx, payload, payload.registrationId, 'registration-confirmed', occurredAt);
  }

  @OnEvent('registration.promoted')
  async promoted(tx: Tx, { payload, occurredAt }: DomainEvent<'registration.promoted'>): Promise<void> {
    await this.reminders.planSeat(tx, payload, payload.registrationId, 'registration-promoted', occurredAt);
  }

  @OnEvent('registration.switched')
  async switched(tx: Tx, { payload, occurredAt }: DomainEvent<'registration.switched'>): Promise<void> {
    await this.reminders.planSwitched(tx, payload, payload.registrationId, occurredAt);
  }

  @OnEvent('registration.waitlisted')
  async waitlisted(tx: Tx, { payload, occurredAt }: DomainEvent<'registration.waitlisted'>): Promise<void> {
    await this.reminders.planWaiting(tx, payload, payload.registrationId, 'waitlisted', occurredAt);
  }

  @OnEvent('registration.pending')
  async pending(tx: Tx, { payload, occurredAt }: DomainEvent<'registration.pending'>): Promise<void> {
    await this.reminders.planWaiting(tx, payload, payload.registrationId, 'pending', occurredAt);
  }

  @OnEvent('registration.approved')
  async approved(tx: Tx, { payload, occurredAt }: DomainEvent<'registration.approved'>): Promise<void> {
    await this.reminders.planSeat(tx, payload, payload.registrationId, 'registration-approved', occurredAt);
  }

  @OnEvent('registration.rejected')
  async rejected(tx: Tx, { payload, occurredAt }: DomainEvent<'registration.rejected'>): Promise<void> {
    await this.reminders.planOver(tx, payload, payload.registrationId, 'registration-rejected', occurredAt);
  }

  @OnEvent('registration.offered')
  async offered(tx: Tx, { payload, occurredAt }: DomainEvent<'registration.offered'>): Promise<void> {
    await this.reminders.planWaiting(tx, payload, payload.registrationId, 'offered', occurredAt);
  }

  @OnEvent('registration.expired')
  async expired(tx: Tx, { payload, occurredAt }: DomainEvent<'registration.expired'>): Promise<void> {
    await this.reminders.planOver(tx, payload, payload.registrationId, 'registration-expired', occurredAt);
  }

  @OnEvent('registration.cancelled')
  async cancelled(tx: Tx, { payload, occurredAt }: DomainEvent<'registration.cancelled'>): Promise<void> {
    await this.reminders.planOver(tx, payload, payload.registrationId, 'registration-cancelled', occurredAt);
  }

  @OnEvent('series.joined')
  async seriesJoined(tx: Tx, { payload, occurredAt }: DomainEvent<'series.joined'>): Promise<void> {
    await this.series.tell(tx, payload, occurredAt);
  }

  @OnEvent('session.rescheduled')
  async rescheduled(tx: Tx, { payload, occurredAt }: DomainEvent<'session.rescheduled'>): Promise<void> {
    await this.reminders.planRescheduled(tx, payload, occurredAt);
  }

  @OnEvent('session.cancelled')
  async sessionCancelled(tx: Tx, { payload, occurredAt }: DomainEvent<'session.cancelled'>): Promise<void> {
    await this.reminders.planSessionCancelled(tx, payload, occurredAt);
  }

  @OnEvent('series.cancelled')
  async seriesCancelled(tx: Tx, { payload, occurredAt }: DomainEvent<'series.cancelled'>): Promise<void> {
    await this.cancellations.tell(tx, payload, occurredAt);
  }

  @OnEvent('attendance.finalised')
  async finalised(tx: Tx, { payload }: DomainEvent<'attendance.finalised'>): Promise<void> {
    await this.reminders.planFollowUps(tx, payload);
  }

  @OnEvent('member.left')
  async left(tx: Tx, { payload }: DomainEvent<'member.left'>): Promise<void> {
    await this.reminders.forgetMember(tx, payload.memberId);
  }

  @OnSweep(2)
  async sweep(): Promise<void> {
    await this.sender.sendDue();
  }
}
