import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../contracts/permissions.js';
import { id } from '../contracts/schemas.js';
import { CurrentActor, Requires } from '../platform/http/access.decorator.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { SeriesChangesService } from './series-changes.service.js';
import { SeriesGrowthService } from './series-growth.service.js';
import { SeriesLifecycleService } from './series-lifecycle.service.js';
import {
  scoped,
  seriesCancel,
  seriesGrowth,
  seriesInput,
  seriesOut,
  seriesPatch,
  seriesPreview,
  seriesPreviewIn,
  type Scoped,
  type SeriesCancel,
  type SeriesGrowth,
  type SeriesInput,
  type SeriesOut,
  type SeriesPatch,
  type SeriesPreview,
  type SeriesPreviewIn,
} from './series.dto.js';
import { SeriesQueries } from './series.queries.js';
import { SeriesService } from './series.service.js';

@ApiTags('series')
@Controller('api')
export class SeriesController {
  constructor(
    private readonly series: SeriesService,
    private readonly changes: SeriesChangesService,
    private readonly growth: SeriesGrowthService,
    private readonly lifecycle: SeriesLifecycleService,
    private readonly queries: SeriesQueries,
  ) {}

  @Post('planning/series-preview')
  @Requires('sessions.plan')
  @Answers(seriesPreview, 'The dates of a rule, before anything is saved')
  preview(@Body({ schema: seriesPreviewIn }) body: SeriesPreviewIn): SeriesPreview {
    return this.series.preview(body);
  }

  @Post('series')
  @Requires('sessions.plan')
  @Answers(seriesOut, 'Every session of it, as a draft', 201)
  async create(@CurrentActor() actor: Actor, @Body({ schema: seriesInput }) body: SeriesInput): Promise<SeriesOut> {
    return this.queries.of(actor, await this.series.create(actor, body));
  }

  @Get('series/:id')
  @Requires('catalogue.read')
  @Answers(seriesOut, 'A series with its sessions, as the reader may see them')
  one(@CurrentActor() actor: Actor, @Param('id', { schema: id }) seriesId: string): Promise<SeriesOut> {
    return this.queries.of(actor, seriesId);
  }

  @Patch('sessions/:id/series')
  @Requires('sessions.plan')
  @Answers(seriesOut, 'The series that the session is in now: another one, where those that follow were parted from it')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Body({ schema: seriesPatch }) body: SeriesPatch,
  ): Promise<SeriesOut> {
    return this.queries.of(actor, await this.changes.change(actor, sessionId, body));
  }

  @Post('sessions/:id/series/dates')
  @Requires('sessions.plan')
  @Answers(seriesOut, 'Its rule goes on; each new date is a draft like the last of its sessions')
  async grow(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Body({ schema: seriesGrowth }) body: SeriesGrowth,
  ): Promise<SeriesOut> {
    return this.queries.of(actor, await this.growth.grow(actor, sessionId, body));
  }

  @Post('sessions/:id/series/publish')
  @Requires('sessions.plan')
  @Answers(seriesOut, 'Every draft of the scope is published, or none')
  async publish(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Body({ schema: scoped }) { scope }: Scoped,
  ): Promise<SeriesOut> {
    return this.queries.of(actor, await this.lifecycle.publish(actor, sessionId, scope));
  }

  @Post('sessions/:id/series/cancel')
  @Requires('sessions.plan')
  @Answers(seriesOut, 'Every session of the scope that has not begun is cancelled')
  async cancel(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Body({ schema: seriesCancel }) { scope, reason }: SeriesCancel,
  ): Promise<SeriesOut> {
    return this.queries.of(actor, await this.lifecycle.cancel(actor, sessionId, scope, reason ?? null));
  }
}
