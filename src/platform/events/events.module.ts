// Durable effects travel as rows: what one feature did reaches the others once, however often a process dies.

import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EventDelivery } from './event-delivery.js';
import { EventsWorker } from './events.worker.js';
import { HandledEvent } from './handled-event.entity.js';
import { OutboxEvent } from './outbox-event.entity.js';
import { OutboxMetrics } from './outbox-metrics.js';
import { Outbox } from './outbox.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([OutboxEvent, HandledEvent])],
  providers: [Outbox, OutboxMetrics, EventDelivery, EventsWorker],
  exports: [Outbox, EventDelivery],
})
export class EventsModule {}
