import { Injectable } from '@nestjs/common';
import type { Jobs } from '../../contracts/jobs.js';
import { OnJob } from '../queue/on-job.decorator.js';
import { EventDelivery } from './event-delivery.js';

@Injectable()
export class EventsWorker {
  constructor(private readonly delivery: EventDelivery) {}

  @OnJob('event.deliver')
  async deliver({ eventId }: Jobs['event.deliver']): Promise<void> {
    await this.delivery.deliver(eventId);
  }
}
