// The polls' commands over Socket.IO.

import { UseFilters } from '@nestjs/common';
import { MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import {
  ROOM_COMMANDS,
  type AnswerTo,
  type CommandOf,
  type Posted,
  type RoomCommand,
} from '../contracts/room-protocol.js';
import { Requires } from '../platform/http/access.decorator.js';
import { SocketProblemFilter } from '../platform/realtime/socket-problem.filter.js';
import { Connection } from '../room/room-connection.decorator.js';
import type { RoomConnection } from '../room/room-desk.service.js';
import { PollAnswers } from './poll-answers.service.js';
import { PollsService } from './polls.service.js';

@WebSocketGateway()
@UseFilters(SocketProblemFilter)
export class PollsGateway {
  constructor(
    private readonly polls: PollsService,
    private readonly answers: PollAnswers,
  ) {}

  @SubscribeMessage('poll.save' satisfies RoomCommand)
  @Requires('room.join')
  save(
    @Connection() connection: RoomConnection,
    @MessageBody({ schema: ROOM_COMMANDS['poll.save'] }) command: CommandOf<'poll.save'>,
  ): Promise<Posted> {
    return this.polls.save(connection, command);
  }

  @SubscribeMessage('poll.delete' satisfies RoomCommand)
  @Requires('room.join')
  delete(
    @Connection() connection: RoomConnection,
    @MessageBody({ schema: ROOM_COMMANDS['poll.delete'] }) command: CommandOf<'poll.delete'>,
  ): Promise<Posted> {
    return this.polls.delete(connection, command);
  }

  @SubscribeMessage('poll.open' satisfies RoomCommand)
  @Requires('room.join')
  open(
    @Connection() connection: RoomConnection,
    @MessageBody({ schema: ROOM_COMMANDS['poll.open'] }) command: CommandOf<'poll.open'>,
  ): Promise<Posted> {
    return this.polls.open(connection, command);
  }

  @SubscribeMessage('poll.close' satisfies RoomCommand)
  @Requires('room.join')
  close(
    @Connection() connection: RoomConnection,
    @MessageBody({ schema: ROOM_COMMANDS['poll.close'] }) command: CommandOf<'poll.close'>,
  ): Promise<Posted> {
    return this.polls.close(connection, command);
  }

  @SubscribeMessage('poll.archive' satisfies RoomCommand)
  @Requires('room.join')
  archive(
    @Connection() connection: RoomConnection,
    @MessageBody({ schema: ROOM_COMMANDS['poll.archive'] }) command: CommandOf<'poll.archive'>,
  ): Promise<Posted> {
    return this.polls.archive(connection, command);
  }

  @SubscribeMessage('poll.answer' satisfies RoomCommand)
  @Requires('room.join')
  answer(
    @Connection() connection: RoomConnection,
    @MessageBody({ schema: ROOM_COMMANDS['poll.answer'] }) command: CommandOf<'poll.answer'>,
  ): Promise<AnswerTo<'poll.answer'>> {
    return this.answers.answer(connection, command);
  }

  @SubscribeMessage('poll.results' satisfies RoomCommand)
  @Requires('room.join')
  results(
    @Connection() connection: RoomConnection,
    @MessageBody({ schema: ROOM_COMMANDS['poll.results'] }) command: CommandOf<'poll.results'>,
  ): Promise<AnswerTo<'poll.results'>> {
    return this.answers.results(connection, command);
  }
}
