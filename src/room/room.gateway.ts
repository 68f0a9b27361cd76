// The room's commands over Socket.IO: authenticated at the handshake and at each command, answered every time.

import { Logger, UseFilters } from '@nestjs/common';
import {
  MessageBody,
  SubscribeMessage,
  WebSocketGateway,
  type OnGatewayDisconnect,
  type OnGatewayInit,
} from '@nestjs/websockets';
import { AuthService } from '../auth/auth.service.js';
import { GuestPasses, isGuests } from '../auth/guest-passes.service.js';
import { languageOf, type Language } from '../contracts/languages.js';
import { can } from '../contracts/permissions.js';
import { ROOM_COMMANDS, type CommandOf, type Joined, type RoomCommand } from '../contracts/room-protocol.js';
import { Clock } from '../platform/clock.js';
import { DomainError, messageOf } from '../platform/errors.js';
import { AlsoForGuests, Requires } from '../platform/http/access.decorator.js';
import { codedError } from '../platform/http/problem.js';
import { PacketGuard } from '../platform/realtime/packet-guard.js';
import { refusalOf } from '../platform/realtime/refusal.js';
import { SocketProblemFilter } from '../platform/realtime/socket-problem.filter.js';
import { ALLOWANCES } from './room-allowances.js';
import { Connection } from './room-connection.decorator.js';
import type { RoomActor, RoomConnection, RoomVisitor } from './room-connection.js';
import { RoomDoorman } from './room-doorman.service.js';
import { RoomBroadcaster, type RoomServer, type RoomSocket } from './room.broadcaster.js';
import { RoomService } from './room.service.js';

/** Who a handshake is by, before it is let in. */
interface Visit {
  visitor: RoomVisitor;
  actor: RoomActor;
  language: Language;
}

@WebSocketGateway()
@UseFilters(SocketProblemFilter)
export class RoomGateway implements OnGatewayInit<RoomServer>, OnGatewayDisconnect<RoomSocket> {
  private readonly logger = new Logger(RoomGateway.name);
  private readonly guard: PacketGuard;

  constructor(
    private readonly room: RoomService,
    private readonly doorman: RoomDoorman,
    private readonly broadcaster: RoomBroadcaster,
    private readonly auth: AuthService,
    private readonly passes: GuestPasses,
    private readonly clock: Clock,
  ) {
    this.guard = new PacketGuard(ALLOWANCES, () => clock.ticks());
  }

  afterInit(server: RoomServer): void {
    this.broadcaster.serve(server);
    server.use((socket, next) => {
      this.authenticate(socket).then(
        () => {
          next();
        },
        (error: unknown) => {
          const refusal = refusalOf(codedError(error), languageOf(socket.handshake.headers['accept-language']));
          next(Object.assign(new Error(refusal.code), { data: refusal }));
        },
      );
    });
  }

  /** A goodbye or a closed line says that it ends now; after mere silence only the last packet proves anything. */
  async handleDisconnect(socket: RoomSocket, reason?: string): Promise<void> {
    const { connection } = socket.data;
    if (!connection) return;
    this.doorman.forget(connection);
    const at = reason === 'ping timeout' || reason === 'transport error' ? connection.lastHeardAt : this.clock.now();
    try {
      await connection.inTurn(() => this.room.leave(connection, at));
    } catch (error) {
      // Nobody waits for an answer; a sweep ends the span, at the moment it was last seen.
      this.logger.warn(`A connection ended without a note of when: ${messageOf(error)}`);
    }
  }

  @SubscribeMessage('room.join' satisfies RoomCommand)
  @Requires('room.join')
  @AlsoForGuests()
  join(
    @Connection() connection: RoomConnection,
    @MessageBody({ schema: ROOM_COMMANDS['room.join'] }) command: CommandOf<'room.join'>,
  ): Promise<Joined> {
    return connection.inTurn(() => this.room.join(connection, command));
  }

  @SubscribeMessage('room.leave' satisfies RoomCommand)
  @Requires('room.join')
  @AlsoForGuests()
  async leave(
    @Connection() connection: RoomConnection,
    @MessageBody({ schema: ROOM_COMMANDS['room.leave'] }) _command: CommandOf<'room.leave'>,
  ): Promise<{ ok: true }> {
    await connection.inTurn(() => this.room.leave(connection));
    return { ok: true };
  }

  private async authenticate(socket: RoomSocket): Promise<void> {
    const { fromHash = '' } = socket.data;
    const visit = await this.visitOf(socket);
    if (!visit) throw this.doorman.turnAway(fromHash);
    // Who hung up while we looked never gets a `disconnect`: whatever was kept for them would be kept for ever.
    if (socket.conn.readyState !== 'open') throw new DomainError('unavailable');
    const connection = this.broadcaster.connection(socket, visit.visitor, { ...visit.actor, fromHash });
    this.doorman.admit(connection);
    socket.conn.once('close', () => {
      this.doorman.forget(connection);
    });
    socket.data.connection = connection;
    socket.data.language = visit.language;
    if (visit.visitor.kind === 'guest') socket.data.guestId = visit.visitor.id;
    this.guard.watch(socket, visit.visitor.id, visit.language);
  }

  /** @throws DomainError forbidden to a member who may enter no room */
  private async visitOf({ handshake }: RoomSocket): Promise<Visit | undefined> {
    const pass = await this.passes.ofHandshake(handshake);
    if (pass) {
      const { guestId, cooperativeId, language } = pass;
      return { visitor: { kind: 'guest', id: guestId }, actor: { cooperativeId, memberId: '' }, language };
    }
    if (isGuests(handshake)) return undefined;
    const actor = await this.auth.actorOfHandshake(handshake);
    if (!actor) return undefined;
    if (!can(actor, 'room.join')) throw new DomainError('forbidden');
    return { visitor: { kind: 'member', id: actor.memberId, tokenId: actor.tokenId }, actor, language: actor.language };
  }
}
