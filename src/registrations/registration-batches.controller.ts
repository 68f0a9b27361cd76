import { Body, Controller, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../contracts/permissions.js';
import { id } from '../contracts/schemas.js';
import { CurrentActor, Requires } from '../platform/http/access.decorator.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { uploadOf } from '../platform/http/upload.js';
import {
  cancelMany,
  importOut,
  importQuery,
  moved,
  moveIn,
  type CancelMany,
  type ImportMode,
  type ImportOut,
  type Moved,
  type MoveIn,
} from './batch.dto.js';
import { RegistrationBatchesService } from './registration-batches.service.js';

@ApiTags('registrations')
@Controller('api/sessions/:id/registrations')
export class RegistrationBatchesController {
  constructor(private readonly batches: RegistrationBatchesService) {}

  @Post('cancellations')
  @Requires('registrations.manage')
  @Answers(undefined, 'Cancelled; the members are told the reason, and the queue moves up')
  cancel(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Body({ schema: cancelMany }) body: CancelMany,
  ): Promise<void> {
    return this.batches.cancel(actor, sessionId, body.registrationIds, body.reason);
  }

  @Post('moves')
  @Requires('registrations.manage')
  @Answers(moved, 'Registered there, and no more here; who is not let in there stays here')
  move(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Body({ schema: moveIn }) body: MoveIn,
  ): Promise<Moved> {
    return this.batches.move(actor, sessionId, body);
  }

  @Post('import')
  @Requires('registrations.manage')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @Answers(importOut, 'Whom the list names, every line that names nobody, and what became of them unless only checked')
  take(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Query({ schema: importQuery }) { mode }: { mode: ImportMode },
    @Req() request: FastifyRequest,
  ): Promise<ImportOut> {
    return this.batches.take(actor, sessionId, mode, () => uploadOf(request, 'file'));
  }
}
