// Reactions and typing: each node adds up a second of clicks and shares one small note a room with all nodes.

import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { z } from 'zod';
import { REACTIONS } from '../contracts/room-chat.js';
import type { CommandOf, RoomPulse } from '../contracts/room-protocol.js';
import { TYPING_SECONDS } from '../contracts/room-signals.js';
import { Coalesced } from '../platform/batching/coalesced.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DatabaseListener } from '../platform/database/listener.js';
import { messageOf } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import type { RoomConnection } from './room-connection.js';
import { seatOf } from './room-desk.service.js';
import { sum, type RoomSignal } from './room-pulse.js';

const CHANNEL = 'sinau_room_signals';
const SHARE_MS = 1_000;

const shared = z.object({
  sessionId: z.string(),
  nodeId: z.string(),
  reactions: z.partialRecord(z.enum(REACTIONS), z.int()),
  typing: z.int(),
});

/** What came on this node and is not shared yet; who types until when, in ticks. */
interface Heard {
  reactions: RoomPulse['reactions'];
  typists: Map<string, number>;
}

type Hear = (sessionId: string, signal: RoomSignal) => void;

@Injectable()
export class RoomSignals implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(RoomSignals.name);
  private readonly nodeId = newId();
  private readonly heard = new Map<string, Heard>();
  private readonly ears: Hear[] = [];
  private readonly rhythm = new Coalesced(
    () => this.share(),
    SHARE_MS,
    (error) => {
      this.logger.warn(`Reactions of a second were lost: ${messageOf(error)}`);
    },
  );

  constructor(
    private readonly database: Database,
    private readonly listener: DatabaseListener,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.listener.listen(CHANNEL, (payload) => {
      if (payload === undefined) return;
      const { sessionId, ...signal } = shared.parse(JSON.parse(payload));
      for (const hear of this.ears) hear(sessionId, signal);
    });
  }

  onApplicationShutdown(): void {
    this.rhythm.stop();
  }

  /** Called, on every node, once a second while there is something to hear in a room. */
  onSignal(hear: Hear): void {
    this.ears.push(hear);
  }

  /** @throws DomainError wrong-state (in no room) */
  react(connection: RoomConnection, { reaction }: CommandOf<'room.react'>): { ok: true } {
    const heard = this.in(connection);
    heard.reactions = sum(heard.reactions, { [reaction]: 1 });
    this.rhythm.ring();
    return { ok: true };
  }

  /** @throws DomainError wrong-state (in no room) */
  type(connection: RoomConnection): { ok: true } {
    const { typists } = this.in(connection);
    typists.set(connection.visitor.id, this.clock.ticks() + TYPING_SECONDS * 1_000);
    this.rhythm.ring();
    return { ok: true };
  }

  private in(connection: RoomConnection): Heard {
    const { sessionId } = seatOf(connection);
    const heard = this.heard.get(sessionId) ?? { reactions: {}, typists: new Map<string, number>() };
    this.heard.set(sessionId, heard);
    return heard;
  }

  /** One statement for all rooms. What is typed is said each second, and once more when it has ended. */
  private async share(): Promise<void> {
    const now = this.clock.ticks();
    const signals = [...this.heard].map(([sessionId, heard]) => {
      const { reactions, typists } = heard;
      heard.reactions = {};
      for (const [memberId, until] of typists) if (until <= now) typists.delete(memberId);
      if (typists.size === 0) this.heard.delete(sessionId);
      return JSON.stringify({ sessionId, nodeId: this.nodeId, reactions, typing: typists.size });
    });
    if (this.heard.size > 0) this.rhythm.ring();
    if (signals.length === 0) return;
    await this.database.sql('SELECT pg_notify($1, signal) FROM unnest($2::text[]) AS signal', [CHANNEL, signals]);
  }
}
