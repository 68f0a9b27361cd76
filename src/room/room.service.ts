// Entering a room and leaving it: decided by the rules; whoever comes is given what they missed, or how the room stands.

import { Injectable } from '@nestjs/common';
import { PresenceService } from '../attendance/presence.service.js';
import { LONGEST_GAP, type CommandOf, type Joined } from '../contracts/room-protocol.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError, found } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import type { RoomConnection } from './room-connection.js';
import { assertMayEnter } from './room-desk.service.js';
import { lightened, type LaneName } from './room-lane.js';
import { RoomGuestsQueries } from './room-guests.queries.js';
import { RoomReplays } from './room-replays.js';
import { RoomPresenceQueries } from './room-presence.queries.js';
import { RoomQueries, type Place } from './room.queries.js';

@Injectable()
export class RoomService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly queries: RoomQueries,
    private readonly presenceQueries: RoomPresenceQueries,
    private readonly replays: RoomReplays,
    private readonly presence: PresenceService,
    private readonly guests: RoomGuestsQueries,
  ) {}

  /** @throws DomainError not-found, forbidden (no confirmed registration), removed-from-room, room-closed */
  async join(connection: RoomConnection, command: CommandOf<'room.join'>): Promise<Joined> {
    const { sessionId, mode, lastSeq } = command;
    const place = found(await this.queries.place(this.database, sessionId, connection.visitor.id));
    assertMayEnter(place, this.clock.now());
    // Its goodbye has been handled already: a seat taken now would never be given back.
    if (!connection.isOpen) throw new DomainError('unavailable');
    const lane = laneOf(place, mode);
    if (connection.seat?.sessionId !== sessionId) {
      await this.leave(connection);
      await this.takeSeat(connection, place, lane);
    } else if (connection.seat.lane !== lane) {
      await this.changeLane(connection, lane);
    }
    const missed = await this.missed(place, lane, lastSeq);
    const { memberId, name, isStaff, role, isGuest } = place;
    return {
      ok: true,
      ...missed,
      count: await this.presenceQueries.count(sessionId),
      me: { memberId, name, isStaff, role, ...(isGuest ? { isGuest } : {}) },
    };
  }

  /** @param at when it was last there: now on a clean goodbye, else the last packet received. */
  async leave(connection: RoomConnection, at: Date = this.clock.now()): Promise<void> {
    const { seat } = connection;
    if (!seat) return;
    connection.seat = undefined;
    connection.unfollow(seat.sessionId);
    const { kind, id } = connection.visitor;
    if (kind === 'guest') return this.guests.noteGone(id);
    await this.presence.end(seat.spanId, at);
  }

  private async takeSeat(connection: RoomConnection, place: Place, lane: LaneName): Promise<void> {
    const { sessionId, isStaff, role } = place;
    const spanId = newId();
    await connection.follow(sessionId, lane);
    try {
      await this.notePresent(connection, place, spanId);
    } catch (error) {
      connection.unfollow(sessionId);
      throw error;
    }
    connection.seat = { spanId, sessionId, isStaff, role, lane };
  }

  /** A guest is counted nowhere. */
  private async notePresent(connection: RoomConnection, place: Place, spanId: string): Promise<void> {
    const { cooperativeId, sessionId, memberId, isGuest } = place;
    if (isGuest) {
      await this.guests.noteHere([memberId]);
      return;
    }
    const lastHeardAt = (): Date => connection.lastHeardAt;
    await this.presence.open({ id: spanId, cooperativeId, sessionId, memberId, lastHeardAt });
  }

  /** From full to text or back, in the same seat: the time goes on counting. */
  private async changeLane(connection: RoomConnection, lane: LaneName): Promise<void> {
    const { seat } = connection;
    if (!seat) return;
    connection.unfollow(seat.sessionId);
    await connection.follow(seat.sessionId, lane);
    connection.seat = { ...seat, lane };
  }

  /** Read only after the connection follows the room: what is stored later is sent to it, so nothing falls between. */
  private async missed(place: Place, lane: LaneName, lastSeq: number | undefined) {
    const viewer = { memberId: place.memberId, isStaff: place.isStaff };
    const gap = await this.replays.gap(place.sessionId, viewer, lastSeq, LONGEST_GAP);
    if (gap) {
      const { events, unreadChat = 0 } = lane === 'text' ? lightened(gap.events) : gap;
      return { mode: 'gap' as const, seq: gap.seq, events, unreadChat };
    }
    const { seq, snapshot, early } = await this.replays.snapshot(place.sessionId, viewer);
    return { mode: 'snapshot' as const, seq, snapshot: lane === 'text' ? { ...snapshot, chat: [] } : snapshot, early };
  }
}

function laneOf(place: Place, mode: 'full' | 'text'): LaneName {
  if (place.isStaff) return 'staff';
  return mode === 'text' ? 'text' : 'members';
}
