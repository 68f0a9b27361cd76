import { Body, Controller, Delete, Get, Param, Post, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../contracts/permissions.js';
import { id, pageOf, type Page } from '../contracts/schemas.js';
import { CurrentActor, Requires } from '../platform/http/access.decorator.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { JsonOnly } from '../platform/http/json-only.guard.js';
import {
  cancelOther,
  myRegistration,
  ownQuery,
  registerIn,
  registerOther,
  registrant,
  registrantsQuery,
  registrationOut,
  type CancelOther,
  type MyRegistration,
  type OwnQuery,
  type RegisterIn,
  type RegisterOther,
  type Registrant,
  type RegistrantsQuery,
  type RegistrationOut,
} from './registration.dto.js';
import { RegistrationListsService } from './registration-lists.service.js';
import { RegistrationsService } from './registrations.service.js';

@ApiTags('registrations')
@Controller('api')
export class RegistrationsController {
  constructor(
    private readonly registrations: RegistrationsService,
    private readonly lists: RegistrationListsService,
  ) {}

  @Post('sessions/:id/registration')
  @Requires('registrations.own')
  @UseGuards(JsonOnly)
  @Answers(registrationOut, 'A seat, or a place in the queue; the same again when asked again')
  register(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Body({ schema: registerIn }) body: RegisterIn,
  ): Promise<RegistrationOut> {
    return this.registrations.register(actor, sessionId, body);
  }

  @Delete('sessions/:id/registration')
  @Requires('registrations.own')
  @Answers(undefined, 'The place is given back; without one nothing happens')
  cancel(@CurrentActor() actor: Actor, @Param('id', { schema: id }) sessionId: string): Promise<void> {
    return this.registrations.cancel(actor, sessionId);
  }

  @Get('sessions/:id/registration')
  @Requires('registrations.own')
  @Answers(registrationOut, 'My live registration; not-found without one')
  own(@CurrentActor() actor: Actor, @Param('id', { schema: id }) sessionId: string): Promise<RegistrationOut> {
    return this.registrations.own(actor, sessionId);
  }

  @Get('my/registrations')
  @Requires('registrations.own')
  @Answers(pageOf(myRegistration), 'What I have joined, by start')
  mine(@CurrentActor() actor: Actor, @Query({ schema: ownQuery }) query: OwnQuery): Promise<Page<MyRegistration>> {
    return this.lists.own(actor, query);
  }

  @Get('sessions/:id/registrations')
  @Requires('registrations.read')
  @Answers(pageOf(registrant), 'Who registered, in order; a coordinator sees their own units')
  list(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Query({ schema: registrantsQuery }) query: RegistrantsQuery,
  ): Promise<Page<Registrant>> {
    return this.lists.ofSession(actor, sessionId, query);
  }

  @Post('sessions/:id/registrations')
  @Requires('registrations.manage')
  @Answers(registrationOut, 'The member is registered, or was already')
  registerOther(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Body({ schema: registerOther }) body: RegisterOther,
  ): Promise<RegistrationOut> {
    return this.registrations.registerOther(actor, sessionId, body);
  }

  @Delete('sessions/:id/registrations/:registrationId')
  @Requires('registrations.manage')
  @Answers(undefined, 'Cancelled; the member is told the reason')
  cancelOther(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Param('registrationId', { schema: id }) registrationId: string,
    @Body({ schema: cancelOther }) body: CancelOther,
  ): Promise<void> {
    return this.registrations.cancelOther(actor, sessionId, registrationId, body.reason);
  }
}
