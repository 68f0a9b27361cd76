// Sees to it that whoever may no longer be in a room is gone within two seconds, on whichever node it was decided.

import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleDestroy,
} from '@nestjs/common';
import { AuthService } from '../auth/auth.service.js';
import { GuestPasses } from '../auth/guest-passes.service.js';
import { Clock } from '../platform/clock.js';
import { DomainError, messageOf } from '../platform/errors.js';
import { TokenBuckets, type Allowance } from '../platform/limits/token-bucket.js';
import type { RoomConnection, Seat } from './room-connection.js';
import { RoomDoorbell } from './room-doorbell.service.js';
import { RoomGuestsQueries } from './room-guests.queries.js';
import { RoomQueries, type SeatStanding } from './room.queries.js';
import { mustGo } from './room.rules.js';

/** Two questions to the database a round, however many connections there are. */
const ROUND_MS = 1_200;
/** Connections one member may hold on one node, in rooms or not. */
const MOST_CONNECTIONS = 10;
/** Handshakes of one member over all their devices: three phones that lose their network in every tunnel need fewer. */
const KNOCKS: Allowance = { burst: 30, perSecond: 0.5 };
/** Of those who have not signed in, by address. Who has is never counted here: a whole village may share one. */
const STRANGERS: Allowance = { burst: 30, perSecond: 0.5 };

interface Seated {
  connection: RoomConnection;
  seat: Seat;
}

@Injectable()
export class RoomDoorman implements OnApplicationBootstrap, OnModuleDestroy, OnApplicationShutdown {
  private readonly logger = new Logger(RoomDoorman.name);
  /** By member or guest: so that letting one in looks at their own connections alone. */
  private readonly inside = new Map<string, Set<RoomConnection>>();
  private readonly knocks = new TokenBuckets();
  private timer: NodeJS.Timeout | undefined;
  private isClosing = false;

  constructor(
    private readonly queries: RoomQueries,
    private readonly auth: AuthService,
    private readonly passes: GuestPasses,
    private readonly guests: RoomGuestsQueries,
    private readonly doorbell: RoomDoorbell,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setTimeout(() => void this.rounds(), ROUND_MS);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    this.isClosing = true;
    for (const connection of this.connections()) connection.goodbye('server-restarts');
  }

  onApplicationShutdown(): void {
    clearTimeout(this.timer);
  }

  /** @throws DomainError rate-limited when the member holds too many, or comes too often; unavailable while the process stops */
  admit(connection: RoomConnection): void {
    if (this.isClosing) throw new DomainError('unavailable');
    const { id } = connection.visitor;
    const own = this.inside.get(id) ?? new Set();
    if (own.size >= MOST_CONNECTIONS) throw new DomainError('rate-limited', [], 30);
    const wait = this.knocks.take(id, KNOCKS, this.clock.ticks());
    if (wait > 0) throw new DomainError('rate-limited', [], wait);
    this.inside.set(id, own.add(connection));
  }

  /** @param fromHash whence somebody comes who has not signed in. @returns why they are not let in. */
  turnAway(fromHash: string): DomainError {
    const wait = this.knocks.take(`from ${fromHash}`, STRANGERS, this.clock.ticks());
    return wait > 0 ? new DomainError('rate-limited', [], wait) : new DomainError('unauthenticated');
  }

  forget(connection: RoomConnection): void {
    const { id } = connection.visitor;
    const own = this.inside.get(id);
    own?.delete(connection);
    if (own?.size === 0) this.inside.delete(id);
  }

  private connections(): RoomConnection[] {
    return [...this.inside.values()].flatMap((own) => [...own]);
  }

  private async rounds(): Promise<void> {
    try {
      await this.round();
    } catch (error) {
      this.logger.warn(`Could not look who must go: ${messageOf(error)}`);
    }
    if (this.isClosing) return;
    this.timer = setTimeout(() => void this.rounds(), ROUND_MS);
    this.timer.unref();
  }

  private async round(): Promise<void> {
    for (const connection of this.connections()) if (!connection.isOpen) this.forget(connection);
    const connections = this.connections();
    if (connections.length === 0) return;
    const [members, guests] = seatedAmong(connections);
    const ended = await this.ended(connections);
    await this.guests.noteHere(guests.map(({ connection }) => connection.visitor.id));
    const memberSeats = members.length > 0 ? await this.queries.seats(members.map(({ seat }) => seat.spanId)) : [];
    const guestSeats = await this.queries.guestSeats(
      guests.map(({ connection, seat }) => ({ sessionId: seat.sessionId, guestId: connection.visitor.id })),
    );
    for (const connection of connections) {
      if (ended.has(connection)) connection.goodbye('signed-out');
      else if (connection.isStuck) connection.goodbye('no-access');
    }
    const now = this.clock.now();
    this.sendAway(members, memberSeats, now);
    this.sendAway(guests, guestSeats, now);
    // Where a room stands came along: a ring of the doorbell that got lost is made up for.
    for (const { sessionId, seq } of [...memberSeats, ...guestSeats]) this.doorbell.heard(sessionId, seq);
  }

  private sendAway(seated: readonly Seated[], standings: readonly SeatStanding[], now: Date): void {
    const byPlace: SeatStanding[] = [];
    for (const standing of standings) for (const place of standing.places) byPlace[place] = standing;
    seated.forEach(({ connection, seat }, place) => {
      const found = byPlace[place];
      const reason = found ? mustGo({ ...found, wasRole: seat.role }, found, now) : 'no-access';
      if (reason !== undefined) connection.goodbye(reason);
    });
  }

  /** Those whose sign-in ended, or whose link was taken back. */
  private async ended(connections: readonly RoomConnection[]): Promise<Set<RoomConnection>> {
    const tokens = new Set<string>();
    const guests = new Set<string>();
    for (const { visitor } of connections) {
      if (visitor.kind === 'member') tokens.add(visitor.tokenId);
      else guests.add(visitor.id);
    }
    const gone = new Set([
      ...(await this.auth.endedAmong([...tokens])),
      ...(await this.passes.revokedAmong([...guests])),
    ]);
    return new Set(
      connections.filter(({ visitor }) => gone.has(visitor.kind === 'member' ? visitor.tokenId : visitor.id)),
    );
  }
}

/** @returns those in a room: members, and guests */
function seatedAmong(connections: readonly RoomConnection[]): [Seated[], Seated[]] {
  const [members, guests]: [Seated[], Seated[]] = [[], []];
  for (const connection of connections) {
    const { seat, visitor } = connection;
    if (seat) (visitor.kind === 'member' ? members : guests).push({ connection, seat });
  }
  return [members, guests];
}
