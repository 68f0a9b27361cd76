// Attendance: who was there, for how long, to the second and on the server's clock; and what verdict follows.

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PresenceSpan } from './presence-span.entity.js';
import { PresenceService } from './presence.service.js';
import { PresenceWorker } from './presence.worker.js';

@Module({
  imports: [TypeOrmModule.forFeature([PresenceSpan])],
  providers: [PresenceService, PresenceWorker],
  exports: [PresenceService],
})
export class AttendanceModule {}
