// The only sender to rooms: each node sends the rows of a room, in order, to its own sockets.

import { Injectable, Logger } from '@nestjs/common';
import type { EventEmitter } from 'node:events';
import type { DefaultEventsMap, Server, Socket } from 'socket.io';
import { PresenceService } from '../attendance/presence.service.js';
import type { Language } from '../contracts/languages.js';
import type { Actor } from '../contracts/permissions.js';
import type { ClientToServer, GoodbyeReason, ServerToClient } from '../contracts/room-protocol.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { messageOf } from '../platform/errors.js';
import { unsentBytes } from '../platform/realtime/unsent-bytes.js';
import type { RoomActor, RoomConnection, RoomVisitor, Seat } from './room-connection.js';
import { RoomDoorbell } from './room-doorbell.service.js';
import { RoomFlow, type FlowSource } from './room-flow.js';
import { RoomHandsQueries } from './room-hands.queries.js';
import type { LaneName } from './room-lane.js';
import { RoomParts } from './room-parts.service.js';
import type { Mood } from './room-pulse.js';
import { RoomPresenceQueries } from './room-presence.queries.js';
import { RoomQueries } from './room.queries.js';
import { RoomSignals } from './room-signals.service.js';

/** What the gateway keeps with each socket once it has authenticated. */
export interface SocketData {
  actor?: Actor;
  /** Where it comes from (platform/http/network-origin.ts). */
  fromHash?: string;
  /** Set where a guest speaker came by their link: no member acts on it. */
  guestId?: string;
  language?: Language;
  connection?: RoomConnection;
}
export type RoomServer = Server<ClientToServer, ServerToClient, DefaultEventsMap, SocketData>;
export type RoomSocket = Socket<ClientToServer, ServerToClient, DefaultEventsMap, SocketData>;

/** Waiting for a client who does not read: more than the room with a thousand long questions that a slow phone has just entered. */
const STUCK_BYTES = 2 * 1024 * 1024;

@Injectable()
export class RoomBroadcaster {
  private readonly logger = new Logger(RoomBroadcaster.name);
  private readonly flows = new Map<string, RoomFlow>();
  private server: RoomServer | undefined;

  constructor(
    private readonly database: Database,
    private readonly queries: RoomQueries,
    private readonly presenceQueries: RoomPresenceQueries,
    private readonly handsQueries: RoomHandsQueries,
    private readonly parts: RoomParts,
    private readonly clock: Clock,
    doorbell: RoomDoorbell,
    presence: PresenceService,
    signals: RoomSignals,
  ) {
    doorbell.onRing((sessionId, seq) => {
      if (sessionId !== undefined) this.flows.get(sessionId)?.ring(seq);
      else for (const flow of this.flows.values()) flow.ring(undefined);
    });
    signals.onSignal((sessionId, signal) => this.flows.get(sessionId)?.hear(signal));
    presence.onChange((sessionId) => {
      if (sessionId !== undefined) this.flows.get(sessionId)?.ringPulse();
      else for (const flow of this.flows.values()) flow.ringPulse();
    });
  }

  serve(server: RoomServer): void {
    this.server = server;
  }

  /** The socket as the services see it. */
  connection(socket: RoomSocket, visitor: RoomVisitor, actor: RoomActor): RoomConnection {
    return new SocketConnection(socket, visitor, actor, this, this.clock);
  }

  async follow(socket: RoomSocket, sessionId: string, lane: LaneName, memberId: string): Promise<void> {
    await socket.join([roomOf(sessionId, lane), roomOf(sessionId, lane, memberId)]);
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
    for (const room of socket.rooms) if (room.startsWith(`${sessionId} `)) void socket.leave(room);
    const flow = this.flows.get(sessionId);
    if (!flow) return;
    flow.followers -= 1;
    if (flow.followers > 0) return;
    flow.stop();
    this.flows.delete(sessionId);
  }

  private open(sessionId: string): RoomFlow {
    const flow = new RoomFlow({
      seq: () => this.queries.seq(this.database, sessionId),
      after: (seq, limit) => this.queries.after(sessionId, seq, limit),
      tell: (events, viewer) => this.parts.tell(events, viewer),
      send: (lane, packet, to) => {
        this.send(sessionId, lane, packet, to);
      },
      sendPulse: (lanes, mood) => this.sendPulse(sessionId, lanes, mood),
      ticks: () => this.clock.ticks(),
      failed: (error) => {
        this.logger.warn(`Room ${sessionId} could not be read, trying again: ${messageOf(error)}`);
      },
    });
    this.flows.set(sessionId, flow);
    return flow;
  }

  private send(sessionId: string, lane: LaneName, packet: Parameters<FlowSource['send']>[1], to: Recipients): void {
    const rooms = this.server?.local.to(roomOf(sessionId, lane, to.only));
    const except = (to.except ?? []).map((memberId) => roomOf(sessionId, lane, memberId));
    rooms?.except(except).emit('room.events', { sessionId, ...packet });
  }

  private async sendPulse(sessionId: string, lanes: readonly LaneName[], mood: Mood): Promise<void> {
    const [count, hands] = await Promise.all([
      this.presenceQueries.count(sessionId),
      this.handsQueries.count(sessionId),
    ]);
    const rooms = lanes.map((lane) => roomOf(sessionId, lane));
    this.server?.local.to(rooms).emit('room.pulse', { sessionId, count, hands, ...mood });
  }
}

type Recipients = Parameters<FlowSource['send']>[2];

/** Those of one lane of a session's room; with `memberId` that member's connections among them. */
function roomOf(sessionId: string, lane: LaneName, memberId = ''): string {
  return `${sessionId} ${lane} ${memberId}`;
}

class SocketConnection implements RoomConnection {
  seat: Seat | undefined;
  /** A number: there are thousands of connections. */
  private heardAt: number;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly socket: RoomSocket,
    readonly visitor: RoomVisitor,
    readonly actor: RoomActor,
    private readonly broadcaster: RoomBroadcaster,
    clock: Clock,
  ) {
    this.heardAt = clock.now().getTime();
    const line: EventEmitter = socket.conn;
    line.on('packet', () => {
      this.heardAt = clock.now().getTime();
    });
  }

  get lastHeardAt(): Date {
    return new Date(this.heardAt);
  }

  get isOpen(): boolean {
    return this.socket.connected;
  }

  get isStuck(): boolean {
    return unsentBytes(this.socket) > STUCK_BYTES;
  }

  follow(sessionId: string, lane: LaneName): Promise<void> {
    return this.broadcaster.follow(this.socket, sessionId, lane, this.visitor.id);
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
