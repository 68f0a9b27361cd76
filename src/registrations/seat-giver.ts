// Gives every free seat to whoever is next: at once or as an offer, as the terms say; and says so.

import { Injectable } from '@nestjs/common';
import { CooperativesService } from '../cooperatives/cooperatives.service.js';
import type { Tx } from '../platform/database/tx.js';
import { Outbox } from '../platform/events/outbox.js';
import { giveSeat, type Given, type OfferDay } from './offer.rules.js';
import { giveSeats, nextInQueue, type Next } from './promotions.js';
import type { Changed } from './seats.js';
import type { SeatedSession } from './seats.sql.js';
import { termsOf } from './terms.queries.js';
import { quotasAt, type Terms } from './terms.rules.js';

export type RegistrationNews =
  | 'registration.pending'
  | 'registration.approved'
  | 'registration.rejected'
  | 'registration.confirmed'
  | 'registration.waitlisted'
  | 'registration.promoted'
  | 'registration.switched'
  | 'registration.offered'
  | 'registration.expired'
  | 'registration.cancelled';

@Injectable()
export class SeatGiver {
  constructor(
    private readonly outbox: Outbox,
    private readonly cooperatives: CooperativesService,
  ) {}

  /** Whoever calls holds the session locked, and registration is open. */
  async fill(tx: Tx, session: SeatedSession & { startsAt: Date }, now: Date): Promise<void> {
    const terms = await termsOf(tx, session.id);
    const order = { policy: terms.queuePolicy, quotas: quotasAt(terms, session, now) };
    const next = await nextInQueue(tx, session, order, now);
    if (next.length === 0) return;
    const day = await this.cooperatives.policiesOf(session.cooperativeId, tx);
    const given = next.map((one) => ({ next: one, given: givenTo(one, terms, day, session.startsAt, now) }));
    await giveSeats(tx, given, now);
    for (const [state, name] of NEWS) {
      const those = given.filter((one) => one.given.state === state).map((one) => one.next);
      await this.tell(tx, name, session, those);
    }
  }

  /** @param seriesId where the member is told of it with the rest of that series */
  async tell(
    tx: Tx,
    name: RegistrationNews,
    { id: sessionId, cooperativeId }: Pick<SeatedSession, 'id' | 'cooperativeId'>,
    changes: readonly Changed[],
    seriesId?: string | null,
  ): Promise<void> {
    const payloads = changes.map(({ registrationId, memberId }) => ({
      ...{ cooperativeId, sessionId, registrationId, memberId },
      ...(typeof seriesId === 'string' ? { seriesId } : {}),
    }));
    await this.outbox.appendMany(tx, name, payloads);
  }
}

const NEWS = [
  ['confirmed', 'registration.promoted'],
  ['offered', 'registration.offered'],
] as const;

function givenTo({ mode, zone }: Next, terms: Terms, day: OfferDay, startsAt: Date, now: Date): Given {
  const { freedOnsite, freedVirtual, offerHours } = terms;
  return giveSeat({ freed: mode === 'onsite' ? freedOnsite : freedVirtual, offerHours, day }, startsAt, zone, now);
}
