import { Body, Controller, Delete, Get, Header, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../contracts/permissions.js';
import { id } from '../contracts/schemas.js';
import { CurrentActor, Requires } from '../platform/http/access.decorator.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { guestInput, guestLinkOut, guestOut, type GuestInput, type GuestLinkOut, type GuestOut } from './guest.dto.js';
import { GuestsService } from './guests.service.js';

@ApiTags('guests')
@Controller('api/sessions/:id/guests')
export class GuestsController {
  constructor(private readonly guests: GuestsService) {}

  @Get()
  @Requires('self.use')
  @Answers(z.array(guestOut), 'Guest speakers of the session, the latest first; for whoever runs it')
  list(@CurrentActor() actor: Actor, @Param('id', { schema: id }) sessionId: string): Promise<GuestOut[]> {
    return this.guests.list(actor, sessionId);
  }

  @Post()
  @Requires('self.use')
  @Header('cache-control', 'no-store')
  @Answers(guestLinkOut, 'The link to hand to the guest; it is shown this once')
  make(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Body({ schema: guestInput }) body: GuestInput,
  ): Promise<GuestLinkOut> {
    return this.guests.make(actor, sessionId, body);
  }

  @Delete(':guestId')
  @Requires('self.use')
  @Answers(undefined, 'The link is good for nothing more')
  revoke(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Param('guestId', { schema: id }) guestId: string,
  ): Promise<void> {
    return this.guests.revoke(actor, sessionId, guestId);
  }
}
