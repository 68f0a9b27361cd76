// Speakers from outside: let into one session by a link, no members, counted nowhere.

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuthModule } from '../auth/auth.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { GuestVisitsController } from './guest-visits.controller.js';
import { GuestVisits } from './guest-visits.service.js';
import { GuestsController } from './guests.controller.js';
import { GuestsService } from './guests.service.js';
import { SessionGuest } from './session-guest.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([SessionGuest]), AuthModule, SessionsModule],
  controllers: [GuestsController, GuestVisitsController],
  providers: [GuestsService, GuestVisits],
})
export class GuestsModule {}
