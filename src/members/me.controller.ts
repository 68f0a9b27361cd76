import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../contracts/permissions.js';
import { CurrentActor, Requires } from '../platform/http/access.decorator.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { mePatch, meSchema, type Me, type MePatch } from './member.dto.js';
import { MembersService } from './members.service.js';

@ApiTags('me')
@Controller('api/me')
export class MeController {
  constructor(private readonly members: MembersService) {}

  @Get()
  @Requires('self.use')
  @Answers(meSchema, 'Who is signed in, where, and what they may do')
  read(@CurrentActor() actor: Actor): Promise<Me> {
    return this.members.me(actor);
  }

  @Patch()
  @Requires('self.use')
  @Answers(meSchema, 'The same, as it is now')
  change(@CurrentActor() actor: Actor, @Body({ schema: mePatch }) patch: MePatch): Promise<Me> {
    return this.members.changeMe(actor, patch);
  }
}
