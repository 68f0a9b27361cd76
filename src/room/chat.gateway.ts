// The chat's commands over Socket.IO.

import { UseFilters } from '@nestjs/common';
import { MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import {
  ROOM_COMMANDS,
  type CommandOf,
  type LoadedChat,
  type Posted,
  type RoomCommand,
} from '../contracts/room-protocol.js';
import { AlsoForGuests, Requires } from '../platform/http/access.decorator.js';
import { SocketProblemFilter } from '../platform/realtime/socket-problem.filter.js';
import { ChatChanges } from './chat-changes.service.js';
import { ChatService } from './chat.service.js';
import { Connection } from './room-connection.decorator.js';
import type { RoomConnection } from './room-connection.js';

@WebSocketGateway()
@UseFilters(SocketProblemFilter)
export class ChatGateway {
  constructor(
    private readonly chat: ChatService,
    private readonly changes: ChatChanges,
  ) {}

  @SubscribeMessage('chat.post' satisfies RoomCommand)
  @Requires('room.join')
  @AlsoForGuests()
  post(
    @Connection() connection: RoomConnection,
    @MessageBody({ schema: ROOM_COMMANDS['chat.post'] }) command: CommandOf<'chat.post'>,
  ): Promise<Posted> {
    return this.chat.post(connection, command);
  }

  @SubscribeMessage('chat.load' satisfies RoomCommand)
  @Requires('room.join')
  @AlsoForGuests()
  load(
    @Connection() connection: RoomConnection,
    @MessageBody({ schema: ROOM_COMMANDS['chat.load'] }) command: CommandOf<'chat.load'>,
  ): Promise<LoadedChat> {
    return this.chat.load(connection, command);
  }

  @SubscribeMessage('chat.edit' satisfies RoomCommand)
  @Requires('room.join')
  @AlsoForGuests()
  edit(
    @Connection() connection: RoomConnection,
    @MessageBody({ schema: ROOM_COMMANDS['chat.edit'] }) command: CommandOf<'chat.edit'>,
  ): Promise<Posted> {
    return this.changes.edit(connection, command);
  }

  @SubscribeMessage('chat.delete' satisfies RoomCommand)
  @Requires('room.join')
  @AlsoForGuests()
  remove(
    @Connection() connection: RoomConnection,
    @MessageBody({ schema: ROOM_COMMANDS['chat.delete'] }) command: CommandOf<'chat.delete'>,
  ): Promise<Posted> {
    return this.changes.remove(connection, command);
  }

  @SubscribeMessage('chat.report' satisfies RoomCommand)
  @Requires('room.join')
  report(
    @Connection() connection: RoomConnection,
    @MessageBody({ schema: ROOM_COMMANDS['chat.report'] }) command: CommandOf<'chat.report'>,
  ): Promise<Posted> {
    return this.changes.report(connection, command);
  }

  @SubscribeMessage('chat.pin' satisfies RoomCommand)
  @Requires('room.join')
  pin(
    @Connection() connection: RoomConnection,
    @MessageBody({ schema: ROOM_COMMANDS['chat.pin'] }) command: CommandOf<'chat.pin'>,
  ): Promise<Posted> {
    return this.changes.pin(connection, command);
  }
}
