import { Body, Controller, Get, Header, Param, Post, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../contracts/permissions.js';
import { id, pageQuery, type Page, type PageQuery } from '../contracts/schemas.js';
import { CurrentActor, Requires } from '../platform/http/access.decorator.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { readerLanguage } from '../platform/http/problem.filter.js';
import { uploadOf } from '../platform/http/upload.js';
import { memberPageSchema, type MemberView } from './member.dto.js';
import {
  absentQuery,
  applyRequest,
  checkRequest,
  leaveAnswer,
  leaveRequest,
  rosterErrorsSchema,
  rosterImportSchema,
  type AbsentQuery,
  type ApplyRequest,
  type CheckRequest,
  type LeaveAnswer,
  type LeaveRequest,
  type RosterErrorView,
  type RosterImportView,
} from './roster-import.dto.js';
import { RosterImportsService } from './roster-imports.service.js';
import { RosterUploadsService } from './roster-uploads.service.js';

@ApiTags('roster')
@Controller('api/roster-imports')
export class RosterImportsController {
  constructor(
    private readonly uploads: RosterUploadsService,
    private readonly imports: RosterImportsService,
  ) {}

  @Post()
  @Requires('roster.import')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @Answers(rosterImportSchema, 'The file as it was understood; nothing is imported yet', 201)
  async upload(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<RosterImportView> {
    const importId = await this.uploads.take(actor, await uploadOf(request, 'file'));
    return this.imports.read(actor, importId, readerLanguage(request));
  }

  @Get(':id')
  @Requires('roster.import')
  @Answers(rosterImportSchema, 'How far the import has come')
  read(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) importId: string,
    @Req() request: FastifyRequest,
  ): Promise<RosterImportView> {
    return this.imports.read(actor, importId, readerLanguage(request));
  }

  @Post(':id/dry-run')
  @Requires('roster.import')
  @Answers(rosterImportSchema, 'The import, being checked; ask again for progress', 202)
  async check(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) importId: string,
    @Body({ schema: checkRequest }) body: CheckRequest,
    @Req() request: FastifyRequest,
  ): Promise<RosterImportView> {
    await this.imports.startCheck(actor, importId, body.mapping);
    return this.imports.read(actor, importId, readerLanguage(request));
  }

  @Get(':id/errors')
  @Requires('roster.import')
  @Answers(rosterErrorsSchema, 'Bad lines in the order of the file, each with every reason')
  errors(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) importId: string,
    @Query({ schema: pageQuery }) query: PageQuery,
    @Req() request: FastifyRequest,
  ): Promise<Page<RosterErrorView>> {
    return this.imports.errors(actor, importId, query, readerLanguage(request));
  }

  @Get(':id/errors.csv')
  @Requires('roster.import')
  @ApiProduces('text/csv')
  @Header('cache-control', 'no-store')
  errorsCsv(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) importId: string,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    return this.imports.errorsCsv(actor, importId, readerLanguage(request));
  }

  @Get(':id/absent')
  @Requires('roster.import')
  @Answers(memberPageSchema, 'Members who have not left and are not in the file, by name')
  absent(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) importId: string,
    @Query({ schema: absentQuery }) query: AbsentQuery,
  ): Promise<Page<MemberView>> {
    return this.imports.absent(actor, importId, query);
  }

  @Post(':id/apply')
  @Requires('roster.import')
  @Answers(rosterImportSchema, 'The import, being applied; ask again for progress', 202)
  async apply(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) importId: string,
    @Body({ schema: applyRequest }) body: ApplyRequest,
    @Req() request: FastifyRequest,
  ): Promise<RosterImportView> {
    await this.imports.startApply(actor, importId, body.mode);
    return this.imports.read(actor, importId, readerLanguage(request));
  }

  @Post(':id/leave-absent')
  @Requires('roster.import')
  @Answers(leaveAnswer, 'How many were marked as left')
  async leaveAbsent(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) importId: string,
    @Body({ schema: leaveRequest }) body: LeaveRequest,
  ): Promise<LeaveAnswer> {
    return { left: await this.imports.leaveAbsent(actor, importId, body) };
  }
}
