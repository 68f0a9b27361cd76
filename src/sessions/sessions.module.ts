// Sessions: webinars planned, published, moved, held and ended, each seen only by its own cooperative.

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogueQueries } from './catalogue.queries.js';
import { CooperativesModule } from '../cooperatives/cooperatives.module.js';
import { MaterialsQueries } from './materials.queries.js';
import { PlanningController } from './planning.controller.js';
import { PreviewsController } from './previews.controller.js';
import { PreviewsService } from './previews.service.js';
import { SessionCards } from './session-cards.js';
import { SessionChangesService } from './session-changes.service.js';
import { SessionCoverService } from './session-cover.service.js';
import { SessionDetailService } from './session-detail.service.js';
import { SessionFilesController } from './session-files.controller.js';
import { SessionLifecycleService } from './session-lifecycle.service.js';
import { SessionAnnouncement } from './session-announcement.entity.js';
import { SessionBreak } from './session-break.entity.js';
import { SessionBreaksService } from './session-breaks.service.js';
import { SessionMakingService } from './session-making.service.js';
import { SessionMaterial } from './session-material.entity.js';
import { SessionMaterialsService } from './session-materials.service.js';
import { SessionInvitationMailer } from './session-invitation-mailer.js';
import { SessionInvitationsService } from './session-invitations.service.js';
import { SessionStaffController } from './session-staff.controller.js';
import { SessionStaffQueries } from './session-staff.queries.js';
import { SessionStaffingService } from './session-staffing.service.js';
import { SessionStaff } from './session-staff.entity.js';
import { Session } from './session.entity.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsQueries } from './sessions.queries.js';
import { SessionsService } from './sessions.service.js';
import { SessionsWorker } from './sessions.worker.js';
import { BbbStage } from './stage-bbb.js';
import { CommonStage } from './stage-common.js';
import { JitsiStage } from './stage-jitsi.js';
import { StageProviders } from './stage-providers.js';
import { StageController } from './stage.controller.js';
import { StageService } from './stage.service.js';
import { StaffDutyMailer } from './staff-duty-mailer.js';
import { Topic } from './topic.entity.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([Session, SessionAnnouncement, SessionBreak, SessionMaterial, SessionStaff, Topic]),
    CooperativesModule,
  ],
  controllers: [
    SessionsController,
    PlanningController,
    SessionStaffController,
    PreviewsController,
    StageController,
    SessionFilesController,
  ],
  providers: [
    SessionsService,
    SessionMakingService,
    SessionChangesService,
    SessionStaffingService,
    SessionStaffQueries,
    SessionInvitationsService,
    SessionInvitationMailer,
    StaffDutyMailer,
    SessionLifecycleService,
    SessionBreaksService,
    SessionDetailService,
    SessionsQueries,
    SessionCards,
    CatalogueQueries,
    PreviewsService,
    SessionsWorker,
    SessionCoverService,
    SessionMaterialsService,
    MaterialsQueries,
    StageService,
    StageProviders,
    CommonStage,
    JitsiStage,
    BbbStage,
  ],
  exports: [SessionsService, SessionBreaksService, SessionChangesService, SessionLifecycleService, StageService],
})
export class SessionsModule {}
