// Moves a member between the phone and the venue: into a seat that is free there, or not at all.

import { Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError, found } from '../platform/errors.js';
import { SessionsService } from '../sessions/sessions.service.js';
import type { RegistrationOut, SwitchMode } from './registration.dto.js';
import { RegistrationDesk } from './registration-desk.js';
import { isRegistrationOpen } from './registration.rules.js';
import { RegistrationsQueries } from './registrations.queries.js';
import { modeFor, switchMode } from './seat.rules.js';
import { heldBy, seatsSeen, writeSwitch } from './seats.js';
import { termsOf } from './terms.queries.js';
import { isClosed, quotasAt } from './terms.rules.js';

@Injectable()
export class ModeSwitchService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly queries: RegistrationsQueries,
    private readonly desk: RegistrationDesk,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError not-found, registration-closed, invalid-input, session-full: what was held stays held */
  async switchMode(actor: Actor, sessionId: string, wish: SwitchMode): Promise<RegistrationOut> {
    await this.sessions.accessSession(actor, sessionId);
    await this.database.transaction(async (tx) => {
      const session = await this.sessions.lock(tx, sessionId);
      const now = this.clock.now();
      if (!isRegistrationOpen(session, now)) throw new DomainError('registration-closed');
      const chosen = modeFor(session, wish);
      if ('fault' in chosen) throw new DomainError('invalid-input', [chosen.fault]);
      const mine = found(await heldBy(tx, session, actor.memberId));
      const terms = await termsOf(tx, sessionId);
      // Who asks again for the mode they have is answered as before.
      if (mine.mode !== chosen.mode && isClosed(terms, now)) throw new DomainError('registration-closed');
      const quotas = quotasAt(terms, session, now);
      const seats = await seatsSeen(tx, session, quotas, actor.memberId, now);
      const there = found(seats.find(({ mode }) => mode === chosen.mode));
      const moved = switchMode(mine, chosen.mode, there);
      if (moved === 'full') throw new DomainError('session-full');
      if (moved !== mine) {
        await writeSwitch(tx, session, moved, wish.acknowledged === true ? now : null, now);
        await this.desk.afterSwitch(tx, session, mine, moved);
      }
    });
    return found(await this.queries.live(sessionId, actor.memberId));
  }
}
