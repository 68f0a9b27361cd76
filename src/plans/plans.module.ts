// Plans: sessions made from what is there already, or many at once; each of them an ordinary session from then on.

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RegistrationsModule } from '../registrations/registrations.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { ClonesController } from './clones.controller.js';
import { ClonesService } from './clones.service.js';
import { SeriesChangesService } from './series-changes.service.js';
import { SeriesGrowthService } from './series-growth.service.js';
import { SeriesLifecycleService } from './series-lifecycle.service.js';
import { SeriesTermsController } from './series-terms.controller.js';
import { SeriesTermsService } from './series-terms.service.js';
import { SeriesController } from './series.controller.js';
import { SeriesQueries } from './series.queries.js';
import { SeriesService } from './series.service.js';
import { SessionSeries } from './session-series.entity.js';
import { SessionTemplate } from './session-template.entity.js';
import { TemplatesController } from './templates.controller.js';
import { TemplatesService } from './templates.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([SessionSeries, SessionTemplate]), SessionsModule, RegistrationsModule],
  controllers: [ClonesController, SeriesController, SeriesTermsController, TemplatesController],
  providers: [
    ClonesService,
    SeriesService,
    SeriesChangesService,
    SeriesGrowthService,
    SeriesLifecycleService,
    SeriesTermsService,
    SeriesQueries,
    TemplatesService,
  ],
})
export class PlansModule {}
