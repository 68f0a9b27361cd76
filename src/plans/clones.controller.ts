import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../contracts/permissions.js';
import { id } from '../contracts/schemas.js';
import { CurrentActor, Requires } from '../platform/http/access.decorator.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { cloneInput, madeOut, type CloneInput, type MadeOut } from './clone.dto.js';
import { ClonesService } from './clones.service.js';

@ApiTags('planning')
@Controller('api/sessions/:id/clone')
export class ClonesController {
  constructor(private readonly clones: ClonesService) {}

  @Post()
  @Requires('sessions.plan')
  @Answers(madeOut, 'A new draft with everything but dates and people', 201)
  async clone(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Body({ schema: cloneInput }) body: CloneInput,
  ): Promise<MadeOut> {
    return { id: await this.clones.clone(actor, sessionId, body) };
  }
}
