// Speakers from outside: whoever runs a session makes each a link for it, and takes it back.

import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Database } from '../platform/database/database.js';
import { DomainError, found } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import { hashOf, newSecret } from '../platform/secret-token.js';
import { SessionsService } from '../sessions/sessions.service.js';
import type { GuestInput, GuestLinkOut, GuestOut } from './guest.dto.js';

/** Links that one session can have at a time. */
const MOST_GUESTS = 20;

@Injectable()
export class GuestsService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly audit: Audit,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The latest first; those whose link was taken back among them. @throws DomainError not-found, forbidden */
  async list(actor: Actor, sessionId: string): Promise<GuestOut[]> {
    await this.sessions.accessAsHost(actor, sessionId);
    const rows = await this.database.sql<
      Omit<GuestOut, 'madeAt' | 'revokedAt'> & { madeAt: Date; revokedAt: Date | null }
    >(
      `SELECT guest.id, guest.name, guest.made_at AS "madeAt", maker.name AS "madeBy", guest.revoked_at AS "revokedAt"
       FROM session_guests guest JOIN members maker ON maker.id = guest.made_by
       WHERE guest.session_id = $1 ORDER BY guest.id DESC`,
      [sessionId],
    );
    return rows.map((row) => ({
      ...row,
      madeAt: row.madeAt.toISOString(),
      revokedAt: row.revokedAt?.toISOString() ?? null,
    }));
  }

  /** @throws DomainError not-found, forbidden, wrong-state (it is over), conflict (as many as a session can have) */
  async make(actor: Actor, sessionId: string, { name }: GuestInput): Promise<GuestLinkOut> {
    await this.sessions.accessAsHost(actor, sessionId);
    const id = newId();
    const token = newSecret();
    await this.database.transaction(async (tx) => {
      const session = await this.sessions.lock(tx, sessionId);
      if (session.state === 'ended' || session.state === 'cancelled') throw new DomainError('wrong-state');
      const [row] = await tx.sql<{ count: number }>(
        'SELECT count(*)::int AS count FROM session_guests WHERE session_id = $1 AND revoked_at IS NULL',
        [sessionId],
      );
      if ((row?.count ?? 0) >= MOST_GUESTS) throw new DomainError('conflict');
      await tx.sql(
        'INSERT INTO session_guests (id, session_id, name, token_hash, made_by, made_at) VALUES ($1, $2, $3, $4, $5, $6)',
        [id, sessionId, name, hashOf(token), actor.memberId, this.clock.now()],
      );
      const subject = { type: 'session', id: sessionId };
      await this.audit.record(tx, { actor, action: 'session.guest-asked', subject, after: { guestId: id, name } });
    });
    return { id, name, url: `${this.config.publicUrl}/tamu#${token}` };
  }

  /** Whoever is in the room by it is sent out within two seconds; again without harm. @throws DomainError not-found, forbidden */
  async revoke(actor: Actor, sessionId: string, guestId: string): Promise<void> {
    await this.sessions.accessAsHost(actor, sessionId);
    await this.database.transaction(async (tx) => {
      const [guest] = await tx.sql<{ name: string; revokedAt: Date | null }>(
        `SELECT name, revoked_at AS "revokedAt" FROM session_guests WHERE id = $1 AND session_id = $2 FOR UPDATE`,
        [guestId, sessionId],
      );
      const { name, revokedAt } = found(guest);
      if (revokedAt) return;
      await tx.sql('UPDATE session_guests SET revoked_at = $2 WHERE id = $1', [guestId, this.clock.now()]);
      const subject = { type: 'session', id: sessionId };
      await this.audit.record(tx, { actor, action: 'session.guest-refused', subject, before: { guestId, name } });
    });
  }
}
