import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  Param,
  Post,
  Query,
  Req,
  type StreamableFile,
  UseGuards,
} from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../contracts/permissions.js';
import { id, pageOf, type Page } from '../contracts/schemas.js';
import { CurrentActor, Requires } from '../platform/http/access.decorator.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { readerLanguage } from '../platform/http/problem.filter.js';
import { JsonOnly } from '../platform/http/json-only.guard.js';
import {
  cancelOther,
  exportQuery,
  cancelQuery,
  matching,
  myRegistration,
  ownQuery,
  registerIn,
  registeredOut,
  registerOther,
  registrant,
  registrantsFilter,
  registrantsQuery,
  registrationOut,
  type CancelOther,
  type ExportQuery,
  type CancelQuery,
  type Matching,
  type MyRegistration,
  type OwnQuery,
  type RegisterIn,
  type RegisteredOut,
  type RegisterOther,
  type Registrant,
  type RegistrantsFilter,
  type RegistrantsQuery,
  type RegistrationOut,
} from './registration.dto.js';
import { RegistrationListsService } from './registration-lists.service.js';
import { RegistrationsExportService } from './registrations-export.service.js';
import { RegistrationsService } from './registrations.service.js';
import { SeriesRegistrationsService } from './series-registrations.service.js';

@ApiTags('registrations')
@Controller('api')
export class RegistrationsController {
  constructor(
    private readonly registrations: RegistrationsService,
    private readonly series: SeriesRegistrationsService,
    private readonly lists: RegistrationListsService,
    private readonly exports: RegistrationsExportService,
  ) {}

  @Post('sessions/:id/registration')
  @Requires('registrations.own')
  @UseGuards(JsonOnly)
  @Answers(registeredOut, 'A seat, or a place in the queue; the same again when asked again; in all of a whole series')
  register(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Body({ schema: registerIn }) body: RegisterIn,
  ): Promise<RegisteredOut> {
    return this.series.register(actor, sessionId, body);
  }

  @Delete('sessions/:id/registration')
  @Requires('registrations.own')
  @Answers(undefined, 'The place is given back, or all in the series; without one nothing happens')
  cancel(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Query({ schema: cancelQuery }) { scope }: CancelQuery,
  ): Promise<void> {
    return scope === 'series' ? this.series.cancel(actor, sessionId) : this.registrations.cancel(actor, sessionId);
  }

  @Get('sessions/:id/registration')
  @Requires('registrations.own')
  @Answers(registrationOut, 'My live registration; not-found without one')
  own(@CurrentActor() actor: Actor, @Param('id', { schema: id }) sessionId: string): Promise<RegistrationOut> {
    return this.registrations.own(actor, sessionId);
  }

  @Get('my/registrations')
  @Requires('registrations.own')
  @Answers(pageOf(myRegistration), 'What I have joined, or was refused, by start')
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

  @Get('sessions/:id/registrations/matching')
  @Requires('registrations.manage')
  @Answers(matching, 'All that match and can still be decided of, to be chosen at once')
  matching(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Query({ schema: registrantsFilter }) filter: RegistrantsFilter,
  ): Promise<Matching> {
    return this.lists.matching(actor, sessionId, filter);
  }

  @Get('sessions/:id/registrations/file')
  @Requires('registrations.read')
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @Header('cache-control', 'no-store')
  file(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Query({ schema: exportQuery }) query: ExportQuery,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    return this.exports.file(actor, sessionId, query, readerLanguage(request));
  }

  @Post('sessions/:id/registrations')
  @Requires('registrations.manage')
  @Answers(registeredOut, 'The member is registered, or was already; in all of a whole series')
  registerOther(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Body({ schema: registerOther }) body: RegisterOther,
  ): Promise<RegisteredOut> {
    return this.series.registerOther(actor, sessionId, body);
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
