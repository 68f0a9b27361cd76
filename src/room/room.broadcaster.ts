// The only sender to rooms: each node sends the rows of a room, in order, to its own sockets.

import { Injectable, Logger } from '@nestjs/common';
import type { EventEmitter } from 'node:events';
import type { DefaultEventsMap, Server, Socket } from 'socket.io';
import { PresenceService } from '../attendance/presence.service.js';
import type { Language } from '../contracts/languages.js';
import type { Actor } from '../contracts/permissions.js';
import type { ClientToServer, GoodbyeReason, ServerToClient } from '../contracts/room-protocol.js';
import { Clock } from '../platform/clock.js';
import { messageOf } from '../platform/errors.js';
import type { RoomConnection, Seat } from './room-connection.js';
import { RoomDoorbell } from './room-doorbell.service.js';
import { RoomFlow } from './room-flow.js';
import { RoomPresenceQueries } from './room-presence.queries.js';
import { RoomQueries } from './room.queries.js';

/** What the gateway keeps with each socket once it has authenticated. */
export interface SocketData {
  actor?: Actor;
  language?: Language;
  connection?: RoomConnection;
}
export type RoomServer = Server<ClientToServer, ServerToClient, DefaultEventsMap, SocketData>;
export type RoomSocket = Socket<ClientToServer, ServerToClient, DefaultEventsMap, SocketData>;

/** Packets that wait for a client who does not read; a live one never has more than a few. */
const STUCK_PACKETS = 300;

@Injectable()
export class RoomBroadcaster {
  private readonly logger = new Logger(RoomBroadcaster.name);
  private readonly flows = new Map<string, RoomFlow>();
  private server: RoomServer | undefined;

  constructor(
    private readonly queries: RoomQueries,
    private readonly presenceQueries: RoomPresenceQueries,
    private readonly clock: Clock,
    doorbell: RoomDoorbell,
    presence: PresenceService,
  ) {
    doorbell.onRing((sessionId, seq) => {
      if (sessionId !== undefined) this.flows.get(sessionId)?.ring(seq);
      else for (const flow of this.flows.values()) flow.ring(undefined);
    });
    presence.onChange((sessionId) => {
      if (sessionId !== undefined) this.flows.get(sessionId)?.ringPresence();
      else for (const flow of this.flows.values()) flow.ringPresence();
    });
  }

  serve(server: RoomServer): void {
    this.server = server;
  }

  /** The socket as the services see it. */
  connection(socket: RoomSocket, actor: Actor): RoomConnection {
    return new SocketConnection(socket, actor, this, this.clock);
  }

  async follow(socket: RoomSocket, sessionId: string): Promise<void> {
    await socket.join(sessionId);
    const flow = this.flows.get(sessionId) ?? this.open(sessionId);
    flow.followers += 1;
    try {
      await flow.ready;
    } catch (error) {
      this.unfollow(socket, sessionId);
      throw error;
    }
  }

  unfollow(socket: RoomSocket, sessionId: string): void {
    void socket.leave(sessionId);
    const flow = this.flows.get(sessionId);
    if (!flow) return;
    flow.followers -= 1;
    if (flow.followers > 0) return;
    flow.stop();
    this.flows.delete(sessionId);
  }

  private open(sessionId: string): RoomFlow {
    const flow = new RoomFlow({
      seq: () => this.queries.seq(sessionId),
      after: (seq, limit) => this.queries.after(sessionId, seq, limit),
      count: () => this.presenceQueries.count(sessionId),
      sendEvents: (events) => {
        this.server?.local.to(sessionId).emit('room.events', { sessionId, events });
      },
      sendCount: (count) => {
        this.server?.local.to(sessionId).emit('room.presence', { sessionId, count });
      },
      failed: (error) => {
        this.logger.warn(`Room ${sessionId} could not be read, trying again: ${messageOf(error)}`);
      },
    });
    this.flows.set(sessionId, flow);
    return flow;
  }
}

class SocketConnection implements RoomConnection {
  seat: Seat | undefined;
  lastHeardAt: Date;
  private unsent = 0;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly socket: RoomSocket,
    readonly actor: Actor,
    private readonly broadcaster: RoomBroadcaster,
    clock: Clock,
  ) {
    this.lastHeardAt = clock.now();
    const line: EventEmitter = socket.conn;
    line.on('packet', () => {
      this.lastHeardAt = clock.now();
    });
    line.on('packetCreate', () => {
      this.unsent += 1;
    });
    line.on('flush', () => {
      this.unsent = 0;
    });
  }

  get isOpen(): boolean {
    return this.socket.connected;
  }

  get isStuck(): boolean {
    return this.unsent > STUCK_PACKETS;
  }

  follow(sessionId: string): Promise<void> {
    return this.broadcaster.follow(this.socket, sessionId);
  }

  unfollow(sessionId: string): void {
    this.broadcaster.unfollow(this.socket, sessionId);
  }

  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.turn.then(work);
    this.turn = result.catch(() => undefined);
    return result;
  }

  goodbye(reason: GoodbyeReason): void {
    // Who does not read would never read this either: what waits for them is dropped.
    if (this.isStuck) {
      this.socket.conn.close(true);
      return;
    }
    this.socket.emit('room.goodbye', { reason });
    this.socket.disconnect(true);
  }
}
