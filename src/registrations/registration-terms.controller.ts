import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../contracts/permissions.js';
import { termsInput, type TermsInput } from '../contracts/registration-terms.js';
import { id } from '../contracts/schemas.js';
import { CurrentActor, Requires } from '../platform/http/access.decorator.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { myTerms, termsOut, type MyTerms, type TermsOut } from './terms.dto.js';
import { TermsService } from './terms.service.js';

@ApiTags('registrations')
@Controller('api/sessions/:id/registration-terms')
export class RegistrationTermsController {
  constructor(private readonly terms: TermsService) {}

  @Get()
  @Requires('sessions.plan')
  @Answers(termsOut, 'Who may register, until when, and how seats go; the usual terms where nobody set any')
  of(@CurrentActor() actor: Actor, @Param('id', { schema: id }) sessionId: string): Promise<TermsOut> {
    return this.terms.of(actor, sessionId);
  }

  @Put()
  @Requires('sessions.plan')
  @Answers(termsOut, 'The terms from now on; registrations made before stand')
  set(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Body({ schema: termsInput }) body: TermsInput,
  ): Promise<TermsOut> {
    return this.terms.set(actor, sessionId, body);
  }

  @Get('mine')
  @Requires('registrations.own')
  @Answers(myTerms, 'What registering takes of me, and what I lack for it')
  mine(@CurrentActor() actor: Actor, @Param('id', { schema: id }) sessionId: string): Promise<MyTerms> {
    return this.terms.mine(actor, sessionId);
  }
}
