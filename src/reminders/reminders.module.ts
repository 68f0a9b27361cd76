// Reminders: every registrant is told what changed and when it starts, once, in time, and never what is no longer true.

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { ReminderSenderService } from './reminder-sender.service.js';
import { Reminder } from './reminder.entity.js';
import { RemindersController } from './reminders.controller.js';
import { RemindersQueries } from './reminders.queries.js';
import { RemindersService } from './reminders.service.js';
import { RemindersWorker } from './reminders.worker.js';
import { SeriesCancellationService } from './series-cancellation.service.js';
import { SeriesTellerService } from './series-teller.service.js';

@Module({
  imports: [SessionsModule, RegistrationsModule, TypeOrmModule.forFeature([Reminder])],
  controllers: [RemindersController],
  providers: [
    RemindersService,
    ReminderSenderService,
    RemindersQueries,
    RemindersWorker,
    SeriesTellerService,
    SeriesCancellationService,
  ],
})
export class RemindersModule {}
