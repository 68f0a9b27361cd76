import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../contracts/permissions.js';
import { id, pageQuery, type Page, type PageQuery } from '../contracts/schemas.js';
import { CurrentActor, Requires } from '../platform/http/access.decorator.js';
import { Answers } from '../platform/http/answers.decorator.js';
import {
  followUpPatch,
  followUpsOut,
  followUpsQuery,
  laterAnswer,
  libraryOut,
  libraryQuery,
  sessionQuestions,
  type FollowUp,
  type FollowUpPatch,
  type FollowUpsQuery,
  type LaterAnswer,
  type LibraryEntry,
  type LibraryQuery,
  type SessionQuestion,
} from './question.dto.js';
import { QuestionFollowUps } from './question-follow-ups.service.js';
import { QuestionLists } from './question-lists.service.js';

@ApiTags('questions')
@Controller('api')
export class QuestionsController {
  constructor(
    private readonly lists: QuestionLists,
    private readonly followUps: QuestionFollowUps,
  ) {}

  @Get('sessions/:id/questions')
  @Requires('room.join')
  @Answers(sessionQuestions, 'Every question asked in the session, whatever became of it; for its staff')
  ofSession(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) sessionId: string,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<Page<SessionQuestion>> {
    return this.lists.ofSession(actor, sessionId, query);
  }

  @Get('questions/follow-ups')
  @Requires('room.join')
  @Answers(followUpsOut, 'What sessions left to be answered and I own or may see as staff, the longest due first')
  open(
    @CurrentActor() actor: Actor,
    @Query({ schema: followUpsQuery }) query: FollowUpsQuery,
  ): Promise<Page<FollowUp>> {
    return this.lists.followUps(actor, query);
  }

  @Get('questions/library')
  @Requires('catalogue.read')
  @Answers(libraryOut, 'Questions answered in writing, in any session of my cooperative, the newest answer first')
  library(
    @CurrentActor() actor: Actor,
    @Query({ schema: libraryQuery }) query: LibraryQuery,
  ): Promise<Page<LibraryEntry>> {
    return this.lists.library(actor, query);
  }

  @Patch('questions/:id/follow-up')
  @Requires('room.join')
  @Answers(undefined, 'Given to somebody, or another day')
  change(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) questionId: string,
    @Body({ schema: followUpPatch }) patch: FollowUpPatch,
  ): Promise<void> {
    return this.followUps.change(actor, questionId, patch);
  }

  @Post('questions/:id/answer')
  @Requires('room.join')
  @Answers(undefined, 'Answered after the session; who asked and who voted get it by mail')
  answer(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) questionId: string,
    @Body({ schema: laterAnswer }) body: LaterAnswer,
  ): Promise<void> {
    return this.followUps.answer(actor, questionId, body);
  }
}
