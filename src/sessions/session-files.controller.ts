import { Body, Controller, Delete, Get, Param, Patch, Post, Put, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../contracts/permissions.js';
import { id } from '../contracts/schemas.js';
import { CurrentActor, Requires } from '../platform/http/access.decorator.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { uploadOf } from '../platform/http/upload.js';
import {
  materialList,
  materialPatch,
  newMaterialQuery,
  type MaterialList,
  type MaterialPatch,
  type NewMaterialQuery,
} from './material.dto.js';
import { SessionCoverService } from './session-cover.service.js';
import { SessionMaterialsService } from './session-materials.service.js';

const ONE_FILE = {
  schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
};

@ApiTags('session files')
@Controller('api/sessions/:id')
export class SessionFilesController {
  constructor(
    private readonly covers: SessionCoverService,
    private readonly materials: SessionMaterialsService,
  ) {}

  @Put('cover')
  @Requires('sessions.plan')
  @ApiConsumes('multipart/form-data')
  @ApiBody(ONE_FILE)
  @Answers(undefined, 'The picture stands on the session')
  async putCover(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.covers.put(actor, sessionId, () => uploadOf(request, 'file'));
  }

  @Delete('cover')
  @Requires('sessions.plan')
  @Answers(undefined, 'The session has a drawn picture again')
  async removeCover(@CurrentActor() actor: Actor, @Param('id', { schema: id }) sessionId: string): Promise<void> {
    await this.covers.remove(actor, sessionId);
  }

  @Get('materials')
  @Requires('catalogue.read')
  @Answers(materialList, 'The materials that the reader may have now')
  list(@CurrentActor() actor: Actor, @Param('id', { schema: id }) sessionId: string): Promise<MaterialList> {
    return this.materials.list(actor, sessionId);
  }

  @Post('materials')
  @Requires('sessions.plan')
  @ApiConsumes('multipart/form-data')
  @ApiBody(ONE_FILE)
  @Answers(materialList, 'The materials with the new one', 201)
  async add(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Query({ schema: newMaterialQuery }) query: NewMaterialQuery,
    @Req() request: FastifyRequest,
  ): Promise<MaterialList> {
    await this.materials.add(actor, sessionId, query, () => uploadOf(request, 'file'));
    return this.list(actor, sessionId);
  }

  @Patch('materials/:materialId')
  @Requires('sessions.plan')
  @Answers(materialList, 'The materials as they are now')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Param('materialId', { schema: id }) materialId: string,
    @Body({ schema: materialPatch }) body: MaterialPatch,
  ): Promise<MaterialList> {
    await this.materials.change(actor, sessionId, materialId, body);
    return this.list(actor, sessionId);
  }

  @Delete('materials/:materialId')
  @Requires('sessions.plan')
  @Answers(undefined, 'The material is gone, and so are links to it')
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Param('materialId', { schema: id }) materialId: string,
  ): Promise<void> {
    await this.materials.remove(actor, sessionId, materialId);
  }
}
