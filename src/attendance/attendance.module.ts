// Attendance: who was there, for how long, to the second and on the server's clock; and what verdict follows.

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttendanceFinaliser } from './attendance-finaliser.service.js';
import { AttendanceController } from './attendance.controller.js';
import { Attendance, AttendanceRound } from './attendance.entity.js';
import { AttendanceQueries } from './attendance.queries.js';
import { AttendanceService } from './attendance.service.js';
import { AttendanceWorker } from './attendance.worker.js';
import { PresenceSpan } from './presence-span.entity.js';
import { PresenceService } from './presence.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([PresenceSpan, Attendance, AttendanceRound])],
  controllers: [AttendanceController],
  providers: [PresenceService, AttendanceService, AttendanceQueries, AttendanceFinaliser, AttendanceWorker],
  exports: [PresenceService],
})
export class AttendanceModule {}
