// Questions and answers: asked in the live room, voted for, answered there or later in writing, and found again.

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CooperativesModule } from '../cooperatives/cooperatives.module.js';
import { RoomModule } from '../room/room.module.js';
import { QuestionFollowUp } from './question-follow-up.entity.js';
import { QuestionVote } from './question-vote.entity.js';
import { QuestionVotes } from './question-votes.service.js';
import { QuestionsGateway } from './questions.gateway.js';
import { QuestionsPart } from './questions-part.service.js';
import { QuestionsQueries } from './questions.queries.js';
import { QuestionsService } from './questions.service.js';
import { RoomQuestionRow } from './room-question.entity.js';
import { VoteCommand } from './vote-command.entity.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([RoomQuestionRow, QuestionVote, VoteCommand, QuestionFollowUp]),
    CooperativesModule,
    RoomModule,
  ],
  providers: [QuestionsService, QuestionVotes, QuestionsPart, QuestionsQueries, QuestionsGateway],
})
export class QuestionsModule {}
