// Sessions: webinars planned, published, moved, held and ended, each seen only by its own cooperative.

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PlanningController } from './planning.controller.js';
import { SessionDetailService } from './session-detail.service.js';
import { SessionLifecycleService } from './session-lifecycle.service.js';
import { SessionStaff } from './session-staff.entity.js';
import { Session } from './session.entity.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsQueries } from './sessions.queries.js';
import { SessionsService } from './sessions.service.js';
import { SessionsWorker } from './sessions.worker.js';
import { Topic } from './topic.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([Session, SessionStaff, Topic])],
  controllers: [SessionsController, PlanningController],
  providers: [SessionsService, SessionLifecycleService, SessionDetailService, SessionsQueries, SessionsWorker],
  exports: [SessionsService],
})
export class SessionsModule {}
