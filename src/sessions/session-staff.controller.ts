import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../contracts/permissions.js';
import { id } from '../contracts/schemas.js';
import { CurrentActor, Requires } from '../platform/http/access.decorator.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { SessionInvitationsService } from './session-invitations.service.js';
import {
  conflictOut,
  conflictQuery,
  dutyOut,
  invitationAnswer,
  invitationOut,
  type ConflictOut,
  type ConflictQuery,
  type DutyOut,
  type InvitationAnswer,
  type InvitationOut,
} from './session-staff.dto.js';
import { SessionStaffQueries } from './session-staff.queries.js';

@ApiTags('session staff')
@Controller('api')
export class SessionStaffController {
  constructor(
    private readonly invitations: SessionInvitationsService,
    private readonly queries: SessionStaffQueries,
  ) {}

  @Get('my/invitations')
  @Requires('self.use')
  @Answers(z.array(invitationOut), 'What I am asked to run and have not answered, the next first')
  mine(@CurrentActor() actor: Actor): Promise<InvitationOut[]> {
    return this.queries.invitations(actor);
  }

  @Get('my/duties')
  @Requires('self.use')
  @Answers(z.array(dutyOut), 'What I run that is not over, the next first')
  duties(@CurrentActor() actor: Actor): Promise<DutyOut[]> {
    return this.queries.duties(actor);
  }

  @Post('sessions/:id/invitation')
  @Requires('self.use')
  @Answers(z.array(invitationOut), 'Answered; what I am still asked')
  async answer(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Body({ schema: invitationAnswer }) body: InvitationAnswer,
  ): Promise<InvitationOut[]> {
    await this.invitations.answer(actor, sessionId, body);
    return this.queries.invitations(actor);
  }

  @Post('planning/conflicts')
  @Requires('sessions.plan')
  @Answers(z.array(conflictOut), 'Which of these people have another session at that time')
  conflicts(
    @CurrentActor() actor: Actor,
    @Body({ schema: conflictQuery }) body: ConflictQuery,
  ): Promise<ConflictOut[]> {
    return this.queries.conflicts(actor, body);
  }
}
