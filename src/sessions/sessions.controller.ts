import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../contracts/permissions.js';
import { id, pageOf, pageQuery, type Page, type PageQuery } from '../contracts/schemas.js';
import { CurrentActor, Public, Requires } from '../platform/http/access.decorator.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { CatalogueQueries } from './catalogue.queries.js';
import { SessionDetailService } from './session-detail.service.js';
import {
  catalogueQuery,
  publicCard,
  sessionCard,
  sessionDetail,
  slug,
  topicOut,
  type CatalogueQuery,
  type PublicCard,
  type SessionCard,
  type SessionDetail,
} from './session.dto.js';

@ApiTags('sessions')
@Controller('api')
export class SessionsController {
  constructor(
    private readonly lists: CatalogueQueries,
    private readonly details: SessionDetailService,
  ) {}

  @Get('sessions')
  @Requires('catalogue.read')
  @Answers(pageOf(sessionCard), 'The catalogue: live and coming sessions, or those of `when`')
  catalogue(
    @CurrentActor() actor: Actor,
    @Query({ schema: catalogueQuery }) query: CatalogueQuery,
  ): Promise<Page<SessionCard>> {
    return this.lists.page(actor, query);
  }

  @Get('topics')
  @Requires('catalogue.read')
  @Answers(z.array(topicOut), 'All topics, by name')
  topics(@CurrentActor() actor: Actor): Promise<z.infer<typeof topicOut>[]> {
    return this.lists.topics(actor);
  }

  @Get('public/:slug/sessions')
  @Public()
  @Answers(pageOf(publicCard), "A cooperative's open catalogue, for everybody")
  publicCatalogue(
    @Param('slug', { schema: slug }) name: string,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<Page<PublicCard>> {
    return this.lists.open(name, query);
  }

  @Get('sessions/:id')
  @Requires('catalogue.read')
  @Answers(sessionDetail, 'One session, as the reader may see it')
  detail(@CurrentActor() actor: Actor, @Param('id', { schema: id }) sessionId: string): Promise<SessionDetail> {
    return this.details.of(actor, sessionId);
  }
}
