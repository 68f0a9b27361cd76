// The commands of the room's order over Socket.IO.

import { UseFilters } from '@nestjs/common';
import { MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { ROOM_COMMANDS, type CommandOf, type Posted, type RoomCommand } from '../contracts/room-protocol.js';
import { Requires } from '../platform/http/access.decorator.js';
import { SocketProblemFilter } from '../platform/realtime/socket-problem.filter.js';
import { Connection } from './room-connection.decorator.js';
import type { RoomConnection } from './room-connection.js';
import { RoomBreaks } from './room-breaks.service.js';
import { RoomOrder } from './room-order.service.js';

@WebSocketGateway()
@UseFilters(SocketProblemFilter)
export class RoomOrderGateway {
  constructor(
    private readonly order: RoomOrder,
    private readonly breaks: RoomBreaks,
  ) {}

  @SubscribeMessage('room.announce' satisfies RoomCommand)
  @Requires('room.join')
  announce(
    @Connection() connection: RoomConnection,
    @MessageBody({ schema: ROOM_COMMANDS['room.announce'] }) command: CommandOf<'room.announce'>,
  ): Promise<Posted> {
    return this.order.announce(connection, command);
  }

  @SubscribeMessage('room.configure' satisfies RoomCommand)
  @Requires('room.join')
  configure(
    @Connection() connection: RoomConnection,
    @MessageBody({ schema: ROOM_COMMANDS['room.configure'] }) command: CommandOf<'room.configure'>,
  ): Promise<Posted> {
    return this.order.configure(connection, command);
  }

  @SubscribeMessage('session.break' satisfies RoomCommand)
  @Requires('room.join')
  setBreak(
    @Connection() connection: RoomConnection,
    @MessageBody({ schema: ROOM_COMMANDS['session.break'] }) command: CommandOf<'session.break'>,
  ): Promise<Posted> {
    return this.breaks.set(connection, command);
  }

  @SubscribeMessage('member.mute' satisfies RoomCommand)
  @Requires('room.join')
  mute(
    @Connection() connection: RoomConnection,
    @MessageBody({ schema: ROOM_COMMANDS['member.mute'] }) command: CommandOf<'member.mute'>,
  ): Promise<Posted> {
    return this.order.mute(connection, command);
  }

  @SubscribeMessage('member.remove' satisfies RoomCommand)
  @Requires('room.join')
  remove(
    @Connection() connection: RoomConnection,
    @MessageBody({ schema: ROOM_COMMANDS['member.remove'] }) command: CommandOf<'member.remove'>,
  ): Promise<Posted> {
    return this.order.remove(connection, command);
  }
}
