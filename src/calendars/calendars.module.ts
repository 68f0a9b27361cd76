// Calendars: a member's own calendar holds their sessions, by file or by subscription, and follows what becomes of them.

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CooperativesModule } from '../cooperatives/cooperatives.module.js';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { CalendarFeed } from './calendar-feed.entity.js';
import { CalendarFeedsService } from './calendar-feeds.service.js';
import { CalendarsController } from './calendars.controller.js';
import { CalendarsQueries } from './calendars.queries.js';
import { EventMaker } from './event-maker.js';
import { SessionFileService } from './session-file.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([CalendarFeed]), CooperativesModule, RegistrationsModule, SessionsModule],
  controllers: [CalendarsController],
  providers: [SessionFileService, CalendarFeedsService, CalendarsQueries, EventMaker],
})
export class CalendarsModule {}
