// The questions' commands over Socket.IO.

import { UseFilters } from '@nestjs/common';
import { MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { ROOM_COMMANDS, type CommandOf, type Posted, type RoomCommand } from '../contracts/room-protocol.js';
import type { LoadedQuestions, SimilarQuestions } from '../contracts/room-questions.js';
import { AlsoForGuests, Requires } from '../platform/http/access.decorator.js';
import { SocketProblemFilter } from '../platform/realtime/socket-problem.filter.js';
import { Connection } from '../room/room-connection.decorator.js';
import type { RoomConnection } from '../room/room-desk.service.js';
import { QuestionVotes } from './question-votes.service.js';
import { QuestionsService } from './questions.service.js';

@WebSocketGateway()
@UseFilters(SocketProblemFilter)
export class QuestionsGateway {
  constructor(
    private readonly questions: QuestionsService,
    private readonly votes: QuestionVotes,
  ) {}

  @SubscribeMessage('question.similar' satisfies RoomCommand)
  @Requires('room.join')
  similar(
    @Connection() connection: RoomConnection,
    @MessageBody({ schema: ROOM_COMMANDS['question.similar'] }) command: CommandOf<'question.similar'>,
  ): Promise<SimilarQuestions> {
    return this.questions.similar(connection, command.text);
  }

  @SubscribeMessage('question.load' satisfies RoomCommand)
  @Requires('room.join')
  @AlsoForGuests()
  load(
    @Connection() connection: RoomConnection,
    @MessageBody({ schema: ROOM_COMMANDS['question.load'] }) command: CommandOf<'question.load'>,
  ): Promise<LoadedQuestions> {
    return this.questions.load(connection, command);
  }

  @SubscribeMessage('question.ask' satisfies RoomCommand)
  @Requires('room.join')
  ask(
    @Connection() connection: RoomConnection,
    @MessageBody({ schema: ROOM_COMMANDS['question.ask'] }) command: CommandOf<'question.ask'>,
  ): Promise<Posted> {
    return this.questions.ask(connection, command);
  }

  @SubscribeMessage('question.withdraw' satisfies RoomCommand)
  @Requires('room.join')
  withdraw(
    @Connection() connection: RoomConnection,
    @MessageBody({ schema: ROOM_COMMANDS['question.withdraw'] }) command: CommandOf<'question.withdraw'>,
  ): Promise<Posted> {
    return this.questions.withdraw(connection, command);
  }

  @SubscribeMessage('question.vote' satisfies RoomCommand)
  @Requires('room.join')
  vote(
    @Connection() connection: RoomConnection,
    @MessageBody({ schema: ROOM_COMMANDS['question.vote'] }) command: CommandOf<'question.vote'>,
  ): Promise<Posted> {
    return this.votes.vote(connection, command);
  }

  @SubscribeMessage('question.approve' satisfies RoomCommand)
  @Requires('room.join')
  approve(
    @Connection() connection: RoomConnection,
    @MessageBody({ schema: ROOM_COMMANDS['question.approve'] }) command: CommandOf<'question.approve'>,
  ): Promise<Posted> {
    return this.questions.approve(connection, command);
  }

  @SubscribeMessage('question.reject' satisfies RoomCommand)
  @Requires('room.join')
  reject(
    @Connection() connection: RoomConnection,
    @MessageBody({ schema: ROOM_COMMANDS['question.reject'] }) command: CommandOf<'question.reject'>,
  ): Promise<Posted> {
    return this.questions.reject(connection, command);
  }

  @SubscribeMessage('question.merge' satisfies RoomCommand)
  @Requires('room.join')
  merge(
    @Connection() connection: RoomConnection,
    @MessageBody({ schema: ROOM_COMMANDS['question.merge'] }) command: CommandOf<'question.merge'>,
  ): Promise<Posted> {
    return this.questions.merge(connection, command);
  }

  @SubscribeMessage('question.stage' satisfies RoomCommand)
  @Requires('room.join')
  stage(
    @Connection() connection: RoomConnection,
    @MessageBody({ schema: ROOM_COMMANDS['question.stage'] }) command: CommandOf<'question.stage'>,
  ): Promise<Posted> {
    return this.questions.stage(connection, command);
  }

  @SubscribeMessage('question.unstage' satisfies RoomCommand)
  @Requires('room.join')
  unstage(
    @Connection() connection: RoomConnection,
    @MessageBody({ schema: ROOM_COMMANDS['question.unstage'] }) command: CommandOf<'question.unstage'>,
  ): Promise<Posted> {
    return this.questions.unstage(connection, command);
  }

  @SubscribeMessage('question.answer' satisfies RoomCommand)
  @Requires('room.join')
  @AlsoForGuests()
  answer(
    @Connection() connection: RoomConnection,
    @MessageBody({ schema: ROOM_COMMANDS['question.answer'] }) command: CommandOf<'question.answer'>,
  ): Promise<Posted> {
    return this.questions.answer(connection, command);
  }

  @SubscribeMessage('question.pin' satisfies RoomCommand)
  @Requires('room.join')
  pin(
    @Connection() connection: RoomConnection,
    @MessageBody({ schema: ROOM_COMMANDS['question.pin'] }) command: CommandOf<'question.pin'>,
  ): Promise<Posted> {
    return this.questions.pin(connection, command);
  }

  @SubscribeMessage('question.archive' satisfies RoomCommand)
  @Requires('room.join')
  archive(
    @Connection() connection: RoomConnection,
    @MessageBody({ schema: ROOM_COMMANDS['question.archive'] }) command: CommandOf<'question.archive'>,
  ): Promise<Posted> {
    return this.questions.archive(connection, command);
  }
}
