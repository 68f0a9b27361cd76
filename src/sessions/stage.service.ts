// Lets people onto a session's stage by name and role, and closes behind them what was opened for it.

import { Injectable, Logger } from '@nestjs/common';
import { can, type Actor } from '../contracts/permissions.js';
import { USUAL_POLICIES } from '../contracts/policies.js';
import type { StageKind } from '../contracts/stage.js';
import { CooperativesService } from '../cooperatives/cooperatives.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError, found, messageOf } from '../platform/errors.js';
import { roomDoor } from './session.rules.js';
import { Session } from './session.entity.js';
import { SessionsService } from './sessions.service.js';
import type { StagePerson, StageProvider } from './stage-provider.js';
import { StageProviders } from './stage-providers.js';
import { stageEntry, type Arrival } from './stage.rules.js';

const CLOSE_AT_ONCE = 50;

@Injectable()
export class StageService {
  private readonly logger = new Logger(StageService.name);

  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly cooperatives: CooperativesService,
    private readonly providers: StageProviders,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError not-found, forbidden (no seat), room-closed, wrong-state (no stage), stage-unavailable */
  async enter(actor: Actor, sessionId: string): Promise<string> {
    const session = await this.sessions.accessSession(actor, sessionId);
    const { name, isConfirmed } = await this.standing(actor.memberId, sessionId);
    const who = { isConfirmed, isStaff: session.myRole !== null, isPlanner: can(actor, 'sessions.plan') };
    const isModerator = this.sessions.canHost(actor, session);
    return this.addressFor(session, who, { memberId: actor.memberId, name, isModerator });
  }

  /** For a guest speaker of the session, whose own id stands for a member's. @throws DomainError as `enter` */
  async enterAsGuest(guest: { guestId: string; name: string; sessionId: string }): Promise<string> {
    const session = found(await this.database.manager.findOneBy(Session, { id: guest.sessionId }));
    const who = { isConfirmed: false, isStaff: true, isPlanner: false };
    return this.addressFor(session, who, { memberId: guest.guestId, name: guest.name, isModerator: false });
  }

  private async addressFor(session: Session, who: Arrival, person: StagePerson): Promise<string> {
    const hours = await this.cooperatives.policiesOf(session.cooperativeId);
    const door = roomDoor(session, hours, this.clock.now());
    assertMayEnter(who, session, door.isOpen);
    const provider = this.providers.of(session.stageKind);
    if (!provider) throw new DomainError('wrong-state');
    if (provider.close) await this.noteOpened(session.id, session.stageKind);
    return provider.addressFor(Object.assign(session, { closesAt: door.closesAt }), person);
  }

  /** Closes what is still open once its session is over for good, or is held elsewhere now. What cannot be reached is tried again at the next sweep. */
  async closeLeft(): Promise<void> {
    const left = await this.database.sql<{ id: string; kind: StageKind }>(
      `SELECT s.id, s.stage_open_kind AS kind FROM sessions s JOIN cooperatives c ON c.id = s.cooperative_id
       WHERE s.stage_open_since IS NOT NULL AND (s.state = 'cancelled' OR s.stage_kind <> s.stage_open_kind OR (s.state = 'ended'
         AND s.ended_at + make_interval(mins => coalesce((c.policies ->> 'undoEndMinutes')::int, $2)) <= $1))
       ORDER BY s.stage_open_since LIMIT $3`,
      [this.clock.now(), USUAL_POLICIES.undoEndMinutes, CLOSE_AT_ONCE],
    );
    for (const { id, kind } of left) await this.close(id, this.providers.of(kind));
  }

  private async standing(memberId: string, sessionId: string): Promise<{ name: string; isConfirmed: boolean }> {
    const [row] = await this.database.sql<{ name: string; isConfirmed: boolean }>(
      `SELECT coalesce(nickname, name) AS name, EXISTS (
         SELECT FROM registrations WHERE session_id = $2 AND member_id = $1 AND state = 'confirmed') AS "isConfirmed"
       FROM members WHERE id = $1`,
      [memberId, sessionId],
    );
    return found(row);
  }

  /** Before it is opened: a process that dies in between leaves nothing open that nobody knows of. */
  private async noteOpened(sessionId: string, kind: StageKind): Promise<void> {
    await this.database.sql(
      `UPDATE sessions SET stage_open_since = $2, stage_open_kind = $3 WHERE id = $1 AND stage_open_since IS NULL`,
      [sessionId, this.clock.now(), kind],
    );
  }

  private async close(sessionId: string, provider: StageProvider | undefined): Promise<void> {
    try {
      await provider?.close?.(sessionId);
    } catch (error) {
      this.logger.warn(`The stage of session ${sessionId} could not be closed: ${messageOf(error)}`);
      return;
    }
    await this.database.sql('UPDATE sessions SET stage_open_since = NULL, stage_open_kind = NULL WHERE id = $1', [
      sessionId,
    ]);
  }
}

function assertMayEnter(who: Arrival, session: Session, isOpen: boolean): void {
  const entry = stageEntry(who, session, isOpen);
  if (entry === 'forbidden') throw new DomainError('forbidden');
  if (entry === 'closed') throw new DomainError('room-closed');
}
