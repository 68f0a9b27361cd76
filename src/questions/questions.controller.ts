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
  seenQuestion,
  sessionQuestions,
  type FollowUp,
  type FollowUpPatch,
  type FollowUpsQuery,
  type LaterAnswer,
  type LibraryEntry,
  type LibraryQuery,
  type SeenQuestion,
  type SessionQuestion,
} from './question.dto.js';
import { QuestionAnswers } from './question-answers.service.js';
import { QuestionFollowUps } from './question-follow-ups.service.js';
import { QuestionLists } from './question-lists.service.js';

@ApiTags('questions')
@Controller('api')
export class QuestionsController {
  constructor(
    private readonly lists: QuestionLists,
    private readonly followUps: QuestionFollowUps,
    private readonly answers: QuestionAnswers,
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
    return this.answers.answer(actor, questionId, body);
  }

  @Patch('questions/:id/answer')
  @Requires('room.join')
  @Answers(undefined, 'A written answer in other words; nobody gets it by mail again')
  correct(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) questionId: string,
    @Body({ schema: laterAnswer }) body: LaterAnswer,
  ): Promise<void> {
    return this.answers.correct(actor, questionId, body);
  }

  @Post('questions/:id/archive')
  @Requires('room.join')
  @Answers(undefined, 'Out of the library; kept for thirty days at least, to be put back')
  archive(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) questionId: string,
    @Body({ schema: seenQuestion }) body: SeenQuestion,
  ): Promise<void> {
    return this.answers.archive(actor, questionId, body);
  }

  @Post('questions/:id/restore')
  @Requires('room.join')
  @Answers(undefined, 'Back in the library')
  restore(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) questionId: string,
    @Body({ schema: seenQuestion }) body: SeenQuestion,
  ): Promise<void> {
    return this.answers.restore(actor, questionId, body);
  }
}
