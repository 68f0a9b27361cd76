import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../contracts/permissions.js';
import { id } from '../contracts/schemas.js';
import { CurrentActor, Requires } from '../platform/http/access.decorator.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { uploadOf } from '../platform/http/upload.js';
import { importOut, importsOut, startImport, type ImportOut, type ImportsOut, type StartImport } from './batch.dto.js';
import { RegistrationImportsService } from './registration-imports.service.js';

@ApiTags('registrations')
@Controller('api/sessions/:id/registrations/imports')
export class RegistrationImportsController {
  constructor(private readonly imports: RegistrationImportsService) {}

  @Post()
  @Requires('registrations.manage')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @Answers(importOut, 'Whom the list names, and every line that names nobody; nobody is registered yet', 201)
  take(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Req() request: FastifyRequest,
  ): Promise<ImportOut> {
    return this.imports.take(actor, sessionId, () => uploadOf(request, 'file'));
  }

  @Get()
  @Requires('registrations.manage')
  @Answers(importsOut, 'The last lists, the newest first; whoever is no admin sees their own')
  last(@CurrentActor() actor: Actor, @Param('id', { schema: id }) sessionId: string): Promise<ImportsOut> {
    return this.imports.last(actor, sessionId);
  }

  @Get(':importId')
  @Requires('registrations.manage')
  @Answers(importOut, 'How far the list has come')
  read(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Param('importId', { schema: id }) importId: string,
  ): Promise<ImportOut> {
    return this.imports.read(actor, sessionId, importId);
  }

  @Post(':importId/start')
  @Requires('registrations.manage')
  @Answers(importOut, 'The list, being taken; ask again for progress', 202)
  start(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Param('importId', { schema: id }) importId: string,
    @Body({ schema: startImport }) body: StartImport,
  ): Promise<ImportOut> {
    return this.imports.start(actor, sessionId, importId, body);
  }
}
