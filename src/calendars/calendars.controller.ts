import { Controller, Delete, Get, Header, Param, Post, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../contracts/permissions.js';
import { id } from '../contracts/schemas.js';
import { CurrentActor, Public, Requires } from '../platform/http/access.decorator.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { unlessKnown } from '../platform/http/entity-tag.js';
import { CalendarFeedsService } from './calendar-feeds.service.js';
import { feedAddress, feedFileName, feedState, type FeedAddress, type FeedState } from './calendar.dto.js';
import { SessionFileService } from './session-file.service.js';

@ApiTags('calendars')
@Controller('api')
export class CalendarsController {
  constructor(
    private readonly files: SessionFileService,
    private readonly feeds: CalendarFeedsService,
  ) {}

  @Get('sessions/:id/calendar.ics')
  @Requires('catalogue.read')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="sesi.ics"')
  @Header('cache-control', 'no-store')
  @ApiProduces('text/calendar')
  @Answers(z.string(), 'The session for a calendar (RFC 5545)')
  file(@CurrentActor() actor: Actor, @Param('id', { schema: id }) sessionId: string): Promise<string> {
    return this.files.fileOf(actor, sessionId);
  }

  @Get('my/calendar-feed')
  @Requires('self.use')
  @Answers(feedState, 'Whether I have a private calendar address, and when a calendar last asked there')
  state(@CurrentActor() actor: Actor): Promise<FeedState> {
    return this.feeds.state(actor);
  }

  @Post('my/calendar-feed')
  @Requires('self.use')
  @Answers(feedAddress, 'A new private address, shown this once; the one before it stops working', 201)
  make(@CurrentActor() actor: Actor): Promise<FeedAddress> {
    return this.feeds.make(actor);
  }

  @Delete('my/calendar-feed')
  @Requires('self.use')
  @Answers(undefined, 'The address works no more')
  revoke(@CurrentActor() actor: Actor): Promise<void> {
    return this.feeds.revoke(actor);
  }

  @Get('calendar-feeds/:file')
  @Public()
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('content-disposition', 'inline; filename="sinau.ics"')
  @Header('cache-control', 'private, no-cache')
  @Header('x-robots-tag', 'noindex')
  @ApiProduces('text/calendar')
  @Answers(z.string(), "A member's sessions for a calendar that subscribed to them (RFC 5545)")
  async feed(
    @Param('file', { schema: feedFileName }) file: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return unlessKnown(request, reply, await this.feeds.read(file));
  }
}
