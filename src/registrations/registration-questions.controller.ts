import { Body, Controller, Get, Param, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../contracts/permissions.js';
import { questionsInput, type QuestionsInput } from '../contracts/questions.js';
import { id } from '../contracts/schemas.js';
import { CurrentActor, Requires } from '../platform/http/access.decorator.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { readerLanguage } from '../platform/http/problem.filter.js';
import { AnswersService } from './answers.service.js';
import {
  answersInput,
  myAnswers,
  questionsOut,
  registrantAnswers,
  type AnswersInput,
  type MyAnswers,
  type QuestionsOut,
  type RegistrantAnswers,
} from './questions.dto.js';
import { QuestionsService } from './questions.service.js';

@ApiTags('registrations')
@Controller('api/sessions/:id')
export class RegistrationQuestionsController {
  constructor(
    private readonly questions: QuestionsService,
    private readonly answers: AnswersService,
  ) {}

  @Get('registration-questions')
  @Requires('sessions.plan')
  @Answers(questionsOut, 'What is asked of those who register, in order')
  of(@CurrentActor() actor: Actor, @Param('id', { schema: id }) sessionId: string): Promise<QuestionsOut> {
    return this.questions.of(actor, sessionId);
  }

  @Put('registration-questions')
  @Requires('sessions.plan')
  @Answers(questionsOut, 'The whole list from now on; what was answered to a question that is gone stays')
  set(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Body({ schema: questionsInput }) body: QuestionsInput,
  ): Promise<QuestionsOut> {
    return this.questions.set(actor, sessionId, body);
  }

  @Get('registration/answers')
  @Requires('registrations.own')
  @Answers(myAnswers, 'What I answered, with what is asked; not-found without a registration')
  mine(@CurrentActor() actor: Actor, @Param('id', { schema: id }) sessionId: string): Promise<MyAnswers> {
    return this.answers.mine(actor, sessionId);
  }

  @Put('registration/answers')
  @Requires('registrations.own')
  @Answers(myAnswers, 'My answers from now on, all of them, until registration closes')
  change(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Body({ schema: answersInput }) body: AnswersInput,
  ): Promise<MyAnswers> {
    return this.answers.change(actor, sessionId, body);
  }

  @Get('registrations/:registrationId/answers')
  @Requires('registrations.read')
  @Answers(registrantAnswers, "A registrant's answers; a coordinator sees their own units'")
  ofRegistrant(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Param('registrationId', { schema: id }) registrationId: string,
    @Req() request: FastifyRequest,
  ): Promise<RegistrantAnswers> {
    return this.answers.ofRegistrant(actor, sessionId, registrationId, readerLanguage(request));
  }
}
