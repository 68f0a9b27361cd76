import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../contracts/permissions.js';
import { id } from '../contracts/schemas.js';
import { CurrentActor, Requires } from '../platform/http/access.decorator.js';
import { Answers } from '../platform/http/answers.decorator.js';
import {
  seriesQuestionsInput,
  seriesTermsInput,
  type SeriesQuestionsInput,
  type SeriesTermsInput,
} from './series.dto.js';
import { SeriesTermsService } from './series-terms.service.js';

@ApiTags('series')
@Controller('api/sessions/:id/series')
export class SeriesTermsController {
  constructor(private readonly terms: SeriesTermsService) {}

  @Put('registration-terms')
  @Requires('sessions.plan')
  @Answers(undefined, 'What was changed in the terms of this session, is changed in all of the scope')
  async setTerms(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Body({ schema: seriesTermsInput }) body: SeriesTermsInput,
  ): Promise<void> {
    await this.terms.setTerms(actor, sessionId, body);
  }

  @Put('registration-questions')
  @Requires('sessions.plan')
  @Answers(undefined, 'All sessions of the scope ask the same; each keeps what was answered in it')
  async setQuestions(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Body({ schema: seriesQuestionsInput }) body: SeriesQuestionsInput,
  ): Promise<void> {
    await this.terms.setQuestions(actor, sessionId, body);
  }
}
