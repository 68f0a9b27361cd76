import { Body, Controller, Get, Param, Patch, Post, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../contracts/permissions.js';
import { id, pageOf, type Page } from '../contracts/schemas.js';
import {
  previewInput,
  sessionInput,
  sessionPatch,
  type PreviewInput,
  type SessionInput,
  type SessionPatch,
} from '../contracts/session-input.js';
import { CurrentActor, Requires } from '../platform/http/access.decorator.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { JsonOnly } from '../platform/http/json-only.guard.js';
import { htmlFromMarkdown } from '../platform/markdown.js';
import { SessionChangesService } from './session-changes.service.js';
import { SessionDetailService } from './session-detail.service.js';
import { SessionLifecycleService } from './session-lifecycle.service.js';
import {
  cancelIn,
  planningCard,
  planningQuery,
  previewOut,
  reopenIn,
  sessionDetail,
  type CancelIn,
  type PlanningCard,
  type PlanningQuery,
  type PreviewOut,
  type ReopenIn,
  type SessionDetail,
} from './session.dto.js';
import { SessionsQueries } from './sessions.queries.js';
import { SessionsService } from './sessions.service.js';

@ApiTags('planning')
@Controller('api')
export class PlanningController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly changes: SessionChangesService,
    private readonly lifecycle: SessionLifecycleService,
    private readonly queries: SessionsQueries,
    private readonly details: SessionDetailService,
  ) {}

  @Get('planning/sessions')
  @Requires('registrations.read')
  @Answers(
    pageOf(planningCard),
    'All sessions to an admin or supervisor, what members know of to a coordinator, their own to a facilitator',
  )
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: planningQuery }) query: PlanningQuery,
  ): Promise<Page<PlanningCard>> {
    return this.queries.planning(actor, query);
  }

  @Post('planning/preview')
  @Requires('sessions.plan')
  @Answers(previewOut, 'What a text in Markdown becomes for its readers; nothing is saved')
  preview(@Body({ schema: previewInput }) { text }: PreviewInput): PreviewOut {
    return { html: htmlFromMarkdown(text) };
  }

  @Post('sessions')
  @Requires('sessions.plan')
  @Answers(sessionDetail, 'The new draft', 201)
  async create(
    @CurrentActor() actor: Actor,
    @Body({ schema: sessionInput }) body: SessionInput,
  ): Promise<SessionDetail> {
    return this.details.of(actor, await this.sessions.create(actor, body));
  }

  @Patch('sessions/:id')
  @Requires('sessions.plan')
  @Answers(sessionDetail, 'The session as it is now')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Body({ schema: sessionPatch }) body: SessionPatch,
  ): Promise<SessionDetail> {
    await this.changes.change(actor, sessionId, body);
    return this.details.of(actor, sessionId);
  }

  @Post('sessions/:id/publish')
  @Requires('sessions.plan')
  @Answers(sessionDetail, 'Published: members see it and may register')
  async publish(@CurrentActor() actor: Actor, @Param('id', { schema: id }) sessionId: string): Promise<SessionDetail> {
    await this.lifecycle.publish(actor, sessionId);
    return this.details.of(actor, sessionId);
  }

  @Post('sessions/:id/cancel')
  @Requires('sessions.plan')
  @UseGuards(JsonOnly)
  @Answers(sessionDetail, 'Cancelled: everybody who registered is told')
  async cancel(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Body({ schema: cancelIn }) { reason }: CancelIn,
  ): Promise<SessionDetail> {
    await this.lifecycle.cancel(actor, sessionId, reason ?? null);
    return this.details.of(actor, sessionId);
  }

  @Post('sessions/:id/go-live')
  @Requires('room.join')
  @Answers(sessionDetail, 'Live: the broadcast counts from now')
  async goLive(@CurrentActor() actor: Actor, @Param('id', { schema: id }) sessionId: string): Promise<SessionDetail> {
    await this.lifecycle.goLive(actor, sessionId);
    return this.details.of(actor, sessionId);
  }

  @Post('sessions/:id/end')
  @Requires('room.join')
  @Answers(sessionDetail, 'Ended: it can be undone for ten minutes')
  async end(@CurrentActor() actor: Actor, @Param('id', { schema: id }) sessionId: string): Promise<SessionDetail> {
    await this.lifecycle.end(actor, sessionId);
    return this.details.of(actor, sessionId);
  }

  @Post('sessions/:id/undo-end')
  @Requires('room.join')
  @Answers(sessionDetail, 'Live again')
  async undoEnd(@CurrentActor() actor: Actor, @Param('id', { schema: id }) sessionId: string): Promise<SessionDetail> {
    await this.lifecycle.undoEnd(actor, sessionId);
    return this.details.of(actor, sessionId);
  }
  @Post('sessions/:id/reopen')
  @Requires('sessions.plan')
  @Answers(sessionDetail, 'Live again, until another planned end; the time since its end counts for nobody')
  async reopen(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Body({ schema: reopenIn }) { endsAt }: ReopenIn,
  ): Promise<SessionDetail> {
    await this.lifecycle.reopen(actor, sessionId, endsAt);
    return this.details.of(actor, sessionId);
  }
}
