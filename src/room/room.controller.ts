import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Actor } from '../contracts/permissions.js';
import { id, pageQuery, type PageQuery } from '../contracts/schemas.js';
import { CurrentActor, Requires } from '../platform/http/access.decorator.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { peopleHeld, peopleHere, toPeopleHeld, toPeopleHere } from './room.dto.js';
import { RoomOrder } from './room-order.service.js';
import { RoomPeople } from './room-people.service.js';

@ApiTags('room')
@Controller('api/sessions/:id/room')
export class RoomController {
  constructor(
    private readonly room: RoomPeople,
    private readonly order: RoomOrder,
  ) {}

  @Get('people')
  @Requires('room.join')
  @Answers(peopleHere, 'Who is in the room now, by name; for staff of the session')
  async people(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Query({ schema: pageQuery }) page: PageQuery,
  ): Promise<z.infer<typeof peopleHere>> {
    return toPeopleHere(await this.room.people(actor, sessionId, page));
  }

  @Get('held')
  @Requires('room.join')
  @Answers(peopleHeld, 'Who is muted or removed, by name, with the reason; for hosts and moderators')
  async held(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Query({ schema: pageQuery }) page: PageQuery,
  ): Promise<z.infer<typeof peopleHeld>> {
    return toPeopleHeld(await this.order.held(actor, sessionId, page));
  }
}
