// Registrations: never a seat too many, whatever the concurrency, and a fair queue behind them.

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CooperativesModule } from '../cooperatives/cooperatives.module.js';
import { MembersModule } from '../members/members.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { Admission } from './admission.js';
import { ImportAccess } from './import-access.js';
import { RegistrationImport } from './registration-import.entity.js';
import { RegistrationImportRunner } from './registration-import-runner.service.js';
import { RegistrationImportsController } from './registration-imports.controller.js';
import { RegistrationImportsService } from './registration-imports.service.js';
import { RegistrationImportsWorker } from './registration-imports.worker.js';
import { AnswersService } from './answers.service.js';
import { ApprovalsService } from './approvals.service.js';
import { ModeSwitchService } from './mode-switch.service.js';
import { OffersService } from './offers.service.js';
import { QuestionsService } from './questions.service.js';
import { QuotasService } from './quotas.service.js';
import { RegistrationAnswer } from './registration-answer.entity.js';
import { RegistrationBatchesController } from './registration-batches.controller.js';
import { RegistrationBatchesService } from './registration-batches.service.js';
import { RegistrationDesk } from './registration-desk.js';
import { RegistrationListsService } from './registration-lists.service.js';
import { RegistrationQuestions } from './registration-questions.entity.js';
import { RegistrationQuestionsController } from './registration-questions.controller.js';
import { RegistrationTerms } from './registration-terms.entity.js';
import { RegistrationTermsController } from './registration-terms.controller.js';
import { RegistrationStepsController } from './registration-steps.controller.js';
import { SeriesArrival } from './series-arrival.entity.js';
import { SeriesRefusal } from './series-refusal.entity.js';
import { SeriesArrivalsService } from './series-arrivals.service.js';
import { SeriesRegistrationsService } from './series-registrations.service.js';
import { SeatGiver } from './seat-giver.js';
import { TermsService } from './terms.service.js';
import { Registration } from './registration.entity.js';
import { RegistrationsController } from './registrations.controller.js';
import { RegistrationsExportService } from './registrations-export.service.js';
import { RegistrantsQueries } from './registrants.queries.js';
import { RegistrationsQueries } from './registrations.queries.js';
import { RegistrationsService } from './registrations.service.js';
import { RegistrationsWorker } from './registrations.worker.js';
import { ReleaseLinks } from './release-links.service.js';
import { ReleasesController } from './releases.controller.js';
import { ReleasesService } from './releases.service.js';
import { PrioritiesService } from './priorities.service.js';
import { SeatHistoryService } from './seat-history.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Registration,
      RegistrationTerms,
      RegistrationQuestions,
      RegistrationAnswer,
      RegistrationImport,
      SeriesArrival,
      SeriesRefusal,
    ]),
    CooperativesModule,
    MembersModule,
    SessionsModule,
  ],
  controllers: [
    RegistrationsController,
    RegistrationStepsController,
    RegistrationTermsController,
    RegistrationQuestionsController,
    RegistrationBatchesController,
    RegistrationImportsController,
    ReleasesController,
  ],
  providers: [
    RegistrationsService,
    SeriesRegistrationsService,
    SeriesArrivalsService,
    RegistrationListsService,
    RegistrationBatchesService,
    RegistrationImportsService,
    RegistrationImportRunner,
    RegistrationImportsWorker,
    ImportAccess,
    RegistrationsExportService,
    ModeSwitchService,
    Admission,
    SeatGiver,
    OffersService,
    QuotasService,
    ApprovalsService,
    PrioritiesService,
    TermsService,
    QuestionsService,
    AnswersService,
    SeatHistoryService,
    RegistrationDesk,
    RegistrationsQueries,
    RegistrantsQueries,
    RegistrationsWorker,
    ReleaseLinks,
    ReleasesService,
  ],
  exports: [
    RegistrationsService,
    SeriesArrivalsService,
    ReleaseLinks,
    SeatHistoryService,
    TermsService,
    QuestionsService,
    AnswersService,
  ],
})
export class RegistrationsModule {}
