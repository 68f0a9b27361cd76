// Questions and answers: asked in the live room, voted for, answered there or later in writing, and found again.

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CooperativesModule } from '../cooperatives/cooperatives.module.js';
import { RoomModule } from '../room/room.module.js';
import { AnswerMailer } from './answer-mailer.js';
import { LibraryRetention } from './library-retention.service.js';
import { QuestionActs } from './question-acts.service.js';
import { QuestionAnswers } from './question-answers.service.js';
import { QuestionFollowUp } from './question-follow-up.entity.js';
import { QuestionFollowUps } from './question-follow-ups.service.js';
import { QuestionLists } from './question-lists.service.js';
import { QuestionVote } from './question-vote.entity.js';
import { QuestionVotes } from './question-votes.service.js';
import { QuestionsController } from './questions.controller.js';
import { QuestionsGateway } from './questions.gateway.js';
import { QuestionsPart } from './questions-part.service.js';
import { QuestionsQueries } from './questions.queries.js';
import { QuestionsService } from './questions.service.js';
import { QuestionsWorker } from './questions.worker.js';
import { RoomQuestionRow } from './room-question.entity.js';
import { VoteCommand } from './vote-command.entity.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([RoomQuestionRow, QuestionVote, VoteCommand, QuestionFollowUp]),
    CooperativesModule,
    RoomModule,
  ],
  controllers: [QuestionsController],
  providers: [
    QuestionsService,
    QuestionActs,
    QuestionAnswers,
    QuestionVotes,
    QuestionFollowUps,
    QuestionLists,
    QuestionsPart,
    QuestionsQueries,
    AnswerMailer,
    LibraryRetention,
    QuestionsGateway,
    QuestionsWorker,
  ],
})
export class QuestionsModule {}
