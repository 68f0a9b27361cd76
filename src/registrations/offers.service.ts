// Offered seats: taken by their members, lapsed by their end, shortened when their session comes sooner.

import { Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError, found } from '../platform/errors.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { retimeOffer } from './offer.rules.js';
import type { RegistrationOut } from './registration.dto.js';
import { acceptOffer, isRegistrationOpen } from './registration.rules.js';
import { RegistrationsQueries } from './registrations.queries.js';
import { SeatGiver } from './seat-giver.js';
import type { Changed } from './seats.js';
import type { SeatedSession } from './seats.sql.js';

type Offer = Changed & { offerEndsAt: Date };

@Injectable()
export class OffersService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly queries: RegistrationsQueries,
    private readonly seats: SeatGiver,
    private readonly clock: Clock,
  ) {}

  /** The offered seat becomes the member's; again is no harm. @throws DomainError not-found, registration-closed, offer-expired, wrong-state */
  async accept(actor: Actor, sessionId: string): Promise<RegistrationOut> {
    await this.sessions.accessSession(actor, sessionId);
    await this.database.transaction(async (tx) => {
      const session = await this.sessions.lock(tx, sessionId);
      const now = this.clock.now();
      const mine = found(await this.queries.live(sessionId, actor.memberId, tx));
      const decision = acceptOffer(mine.state, mine.offerEndsAt === null ? null : new Date(mine.offerEndsAt), now);
      if (decision === 'has-it') return;
      if (!isRegistrationOpen(session, now)) throw new DomainError('registration-closed');
      if (decision !== 'accepted') throw new DomainError(decision);
      await this.confirm(tx, session, [{ registrationId: mine.id, memberId: actor.memberId }], now);
    });
    return found(await this.queries.live(sessionId, actor.memberId));
  }

  /** Ends every offer whose time is over, and offers the next. */
  async expireDue(): Promise<void> {
    for (const sessionId of await this.queries.sessionsWithDueOffers()) {
      await this.database.transaction((tx) => this.expire(tx, sessionId));
    }
  }

  private async expire(tx: Tx, sessionId: string): Promise<void> {
    const session = await this.sessions.lock(tx, sessionId);
    const now = this.clock.now();
    const expired = await tx.sql<Changed>(
      `UPDATE registrations SET state = 'expired', updated_at = $2
       WHERE session_id = $1 AND state = 'offered' AND offer_ends_at <= $2
       RETURNING id AS "registrationId", member_id AS "memberId"`,
      [sessionId, now],
    );
    await this.seats.tell(tx, 'registration.expired', session, expired);
    if (isRegistrationOpen(session, now)) await this.seats.fill(tx, session, now);
  }

  /** After its session moved: half an hour before the start is the end of any offer; what came free while it was over, or is kept no more, goes on. */
  async retime(tx: Tx, sessionId: string): Promise<void> {
    const session = await this.sessions.lock(tx, sessionId);
    const now = this.clock.now();
    if (!isRegistrationOpen(session, now)) return;
    const offers = await tx.sql<Offer>(
      `SELECT id AS "registrationId", member_id AS "memberId", offer_ends_at AS "offerEndsAt" FROM registrations
       WHERE session_id = $1 AND state = 'offered' AND offer_ends_at > $2 ORDER BY id`,
      [sessionId, now],
    );
    const retimed = offers.map((offer) => ({ offer, given: retimeOffer(offer.offerEndsAt, session.startsAt, now) }));
    const seated = retimed.filter(({ given }) => given.state === 'confirmed').map(({ offer }) => offer);
    await this.confirm(tx, session, seated, now);
    const ends = retimed.flatMap(({ offer, given }) =>
      given.state === 'offered' ? [[offer.registrationId, given.endsAt] as const] : [],
    );
    await tx.sql(
      `UPDATE registrations r SET offer_ends_at = new.ends_at, updated_at = $3
       FROM unnest($1::uuid[], $2::timestamptz[]) AS new(id, ends_at)
       WHERE r.id = new.id AND r.offer_ends_at <> new.ends_at`,
      [ends.map(([id]) => id), ends.map(([, endsAt]) => endsAt), now],
    );
    await this.seats.fill(tx, session, now);
  }

  private async confirm(tx: Tx, session: SeatedSession, offers: readonly Changed[], now: Date): Promise<void> {
    await tx.sql(
      `UPDATE registrations SET state = 'confirmed', confirmed_at = $2, offer_ends_at = NULL, updated_at = $2
       WHERE id = ANY($1)`,
      [offers.map((offer) => offer.registrationId), now],
    );
    await this.seats.tell(tx, 'registration.confirmed', session, offers);
  }
}
