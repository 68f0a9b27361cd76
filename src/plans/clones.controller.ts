import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../contracts/permissions.js';
import { id } from '../contracts/schemas.js';
import { CurrentActor, Requires } from '../platform/http/access.decorator.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { cloneInput, type CloneInput } from './clone.dto.js';
import { ClonesService } from './clones.service.js';

const cloned = z.object({ id }).meta({ id: 'Clone' });

@ApiTags('planning')
@Controller('api/sessions/:id/clone')
export class ClonesController {
  constructor(private readonly clones: ClonesService) {}

  @Post()
  @Requires('sessions.plan')
  @Answers(cloned, 'A new draft with everything but dates and people', 201)
  async clone(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Body({ schema: cloneInput }) body: CloneInput,
  ): Promise<z.infer<typeof cloned>> {
    return { id: await this.clones.clone(actor, sessionId, body) };
  }
}
