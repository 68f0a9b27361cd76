// Registrations: never a seat too many, whatever the concurrency, and a fair queue behind them.

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MembersModule } from '../members/members.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { RegistrationDesk } from './registration-desk.js';
import { RegistrationListsService } from './registration-lists.service.js';
import { Registration } from './registration.entity.js';
import { RegistrationsController } from './registrations.controller.js';
import { RegistrationsQueries } from './registrations.queries.js';
import { RegistrationsService } from './registrations.service.js';
import { RegistrationsWorker } from './registrations.worker.js';

@Module({
  imports: [TypeOrmModule.forFeature([Registration]), MembersModule, SessionsModule],
  controllers: [RegistrationsController],
  providers: [
    RegistrationsService,
    RegistrationListsService,
    RegistrationDesk,
    RegistrationsQueries,
    RegistrationsWorker,
  ],
  exports: [RegistrationsService],
})
export class RegistrationsModule {}
