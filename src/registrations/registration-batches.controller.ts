import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../contracts/permissions.js';
import { id } from '../contracts/schemas.js';
import { CurrentActor, Requires } from '../platform/http/access.decorator.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { cancelMany, moved, moveIn, type CancelMany, type Moved, type MoveIn } from './batch.dto.js';
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
}
