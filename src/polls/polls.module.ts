// Polls and quizzes in the room: prepared, opened, answered once by each, counted, closed and frozen.

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RoomModule } from '../room/room.module.js';
import { PollAnswerRow } from './poll-answer.entity.js';
import { PollAnswers } from './poll-answers.service.js';
import { PollClosing } from './poll-closing.service.js';
import { PollCounter } from './poll-counter.service.js';
import { PollRun } from './poll-run.entity.js';
import { Poll } from './poll.entity.js';
import { PollsPart } from './polls-part.js';
import { PollsGateway } from './polls.gateway.js';
import { PollsQueries } from './polls.queries.js';
import { PollsService } from './polls.service.js';
import { PollsWorker } from './polls.worker.js';

@Module({
  imports: [TypeOrmModule.forFeature([Poll, PollRun, PollAnswerRow]), RoomModule],
  providers: [PollsService, PollAnswers, PollCounter, PollsQueries, PollsPart, PollsGateway, PollClosing, PollsWorker],
})
export class PollsModule {}
