// Hands, reactions and typing over Socket.IO.

import { UseFilters } from '@nestjs/common';
import { MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { ROOM_COMMANDS, type CommandOf, type Posted, type RoomCommand } from '../contracts/room-protocol.js';
import { AlsoForGuests, Requires } from '../platform/http/access.decorator.js';
import { SocketProblemFilter } from '../platform/realtime/socket-problem.filter.js';
import { Connection } from './room-connection.decorator.js';
import type { RoomConnection } from './room-connection.js';
import { RoomHands } from './room-hands.service.js';
import { RoomSignals } from './room-signals.service.js';

@WebSocketGateway()
@UseFilters(SocketProblemFilter)
export class RoomSignalsGateway {
  constructor(
    private readonly hands: RoomHands,
    private readonly signals: RoomSignals,
  ) {}

  @SubscribeMessage('hand.raise' satisfies RoomCommand)
  @Requires('room.join')
  raise(
    @Connection() connection: RoomConnection,
    @MessageBody({ schema: ROOM_COMMANDS['hand.raise'] }) command: CommandOf<'hand.raise'>,
  ): Promise<Posted> {
    return this.hands.raise(connection, command);
  }

  @SubscribeMessage('hand.lower' satisfies RoomCommand)
  @Requires('room.join')
  lower(
    @Connection() connection: RoomConnection,
    @MessageBody({ schema: ROOM_COMMANDS['hand.lower'] }) command: CommandOf<'hand.lower'>,
  ): Promise<Posted> {
    return this.hands.lower(connection, command);
  }

  @SubscribeMessage('room.react' satisfies RoomCommand)
  @Requires('room.join')
  react(
    @Connection() connection: RoomConnection,
    @MessageBody({ schema: ROOM_COMMANDS['room.react'] }) command: CommandOf<'room.react'>,
  ): { ok: true } {
    return this.signals.react(connection, command);
  }

  @SubscribeMessage('room.typing' satisfies RoomCommand)
  @Requires('room.join')
  @AlsoForGuests()
  type(
    @Connection() connection: RoomConnection,
    @MessageBody({ schema: ROOM_COMMANDS['room.typing'] }) _command: CommandOf<'room.typing'>,
  ): { ok: true } {
    return this.signals.type(connection);
  }
}
