import { Body, Controller, Get, Header, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GuestPasses } from '../auth/guest-passes.service.js';
import { Public } from '../platform/http/access.decorator.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { NetworkOrigin } from '../platform/http/network-origin.js';
import {
  guestStageOut,
  guestTokenIn,
  guestVisitOut,
  type GuestStageOut,
  type GuestTokenIn,
  type GuestVisitOut,
} from './guest.dto.js';
import { GuestVisits } from './guest-visits.service.js';

/** For people who have no sign-in: what they may, their link says, and after entering its cookie. */
@ApiTags('guests')
@Controller('api/guests')
@Public()
export class GuestVisitsController {
  constructor(
    private readonly visits: GuestVisits,
    private readonly passes: GuestPasses,
    private readonly origin: NetworkOrigin,
  ) {}

  @Post('look')
  @Answers(guestVisitOut, 'What the link is for; nothing happens')
  look(@Body({ schema: guestTokenIn }) { token }: GuestTokenIn): Promise<GuestVisitOut> {
    return this.visits.look(token);
  }

  /** By POST: what scans a mail follows its links. */
  @Post('enter')
  @Answers(guestVisitOut, "Sets the guest's cookie, which opens this session's room and nothing else")
  async enter(
    @Body({ schema: guestTokenIn }) { token }: GuestTokenIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GuestVisitOut> {
    const visit = await this.visits.enter(token, this.origin.hashOf(request.raw));
    this.passes.give(reply, token);
    return visit;
  }

  @Get('me')
  @Answers(guestVisitOut, "The session that the guest's cookie is for")
  mine(@Req() request: FastifyRequest): Promise<GuestVisitOut> {
    return this.visits.mine(request.headers.cookie);
  }

  @Post('stage')
  @Header('cache-control', 'no-store')
  @Answers(guestStageOut, "The guest's own way onto the stage")
  async stage(@Req() request: FastifyRequest): Promise<GuestStageOut> {
    return { url: await this.visits.stage(request.headers.cookie) };
  }
}
