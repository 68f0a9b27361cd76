import { Controller, Get, Header, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../contracts/permissions.js';
import { id } from '../contracts/schemas.js';
import { CurrentActor, Requires } from '../platform/http/access.decorator.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { StageProviders } from './stage-providers.js';
import { stageEntryOut, stageOfferOut, type StageEntryOut, type StageOfferOut } from './stage.dto.js';
import { StageService } from './stage.service.js';

@ApiTags('stage')
@Controller('api')
export class StageController {
  constructor(
    private readonly stage: StageService,
    private readonly providers: StageProviders,
  ) {}

  @Get('planning/stages')
  @Requires('sessions.plan')
  @Answers(stageOfferOut, 'The stages a session can have here')
  offer(): StageOfferOut {
    return this.providers.kinds();
  }

  @Post('sessions/:id/stage/entry')
  @Requires('room.join')
  @Header('cache-control', 'no-store')
  @Answers(stageEntryOut, "The reader's own way onto the stage; a meeting elsewhere is opened if it is not yet")
  async enter(@CurrentActor() actor: Actor, @Param('id', { schema: id }) sessionId: string): Promise<StageEntryOut> {
    return { url: await this.stage.enter(actor, sessionId) };
  }
}
