import { Controller, Get, Header, Param, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Actor } from '../contracts/permissions.js';
import { id, pageQuery, type PageQuery } from '../contracts/schemas.js';
import { CurrentActor, Requires } from '../platform/http/access.decorator.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { readerLanguage } from '../platform/http/problem.filter.js';
import {
  peopleHeld,
  peopleHere,
  peopleQuery,
  raisedHands,
  staffHere,
  toPeopleHeld,
  toPeopleHere,
  toRaisedHands,
  transcriptQuery,
  type TranscriptQuery,
} from './room.dto.js';
import { RoomHands } from './room-hands.service.js';
import { RoomOrder } from './room-order.service.js';
import type { PeopleQuery } from './room-presence.queries.js';
import { RoomPeople } from './room-people.service.js';
import { RoomTranscripts } from './room-transcripts.service.js';

@ApiTags('room')
@Controller('api/sessions/:id/room')
export class RoomController {
  constructor(
    private readonly room: RoomPeople,
    private readonly order: RoomOrder,
    private readonly transcripts: RoomTranscripts,
    private readonly hands: RoomHands,
  ) {}

  @Get('people')
  @Requires('room.join')
  @Answers(peopleHere, 'Who is in the room now, by name; for staff of the session')
  async people(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Query({ schema: peopleQuery }) query: PeopleQuery,
  ): Promise<z.infer<typeof peopleHere>> {
    return toPeopleHere(await this.room.people(actor, sessionId, query));
  }

  @Get('staff')
  @Requires('room.join')
  @Answers(staffHere, 'Which of the session’s staff are in the room now; for staff of the session')
  staff(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
  ): Promise<z.infer<typeof staffHere>> {
    return this.room.staffHere(actor, sessionId);
  }

  @Get('hands')
  @Requires('room.join')
  @Answers(raisedHands, 'Whose hands are up, first up first; for staff of the session')
  async raised(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Query({ schema: pageQuery }) page: PageQuery,
  ): Promise<z.infer<typeof raisedHands>> {
    return toRaisedHands(await this.hands.raised(actor, sessionId, page));
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

  @Get('transcript')
  @Requires('room.join')
  @ApiProduces('text/csv', 'application/json')
  @Header('cache-control', 'no-store')
  transcript(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Query({ schema: transcriptQuery }) { format }: TranscriptQuery,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    return this.transcripts.file(actor, sessionId, format, readerLanguage(request));
  }
}
