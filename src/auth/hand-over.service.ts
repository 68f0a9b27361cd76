// Makes the one-time link that staff hand to a member who gets no mail.

import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import { MembersService } from '../members/members.service.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import type { HandOverView } from './auth.dto.js';
import { handOverExpiry, mayHandOver } from './hand-over.rules.js';
import { hashOf, newSecret } from '../platform/secret-token.js';

@Injectable()
export class HandOverService {
  constructor(
    private readonly database: Database,
    private readonly members: MembersService,
    private readonly audit: Audit,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws DomainError not-found outside of the actor's reach; forbidden for somebody who may do more than the actor */
  async make(actor: Actor, memberId: string): Promise<HandOverView> {
    const member = await this.members.accessMember(actor, memberId, 'members.sign-in-link');
    if (!mayHandOver(actor, member.roles)) throw new DomainError('forbidden');
    if (member.status === 'keluar') throw new DomainError('wrong-state');
    const link = await this.database.transaction(async (tx) => {
      const made = await this.linkFor(tx, memberId);
      await this.audit.record(tx, {
        actor,
        action: 'hand-over-link.made',
        subject: { type: 'member', id: memberId },
        after: { expiresAt: made.expiresAt.toISOString() },
      });
      return made;
    });
    return { url: link.url, expiresAt: link.expiresAt.toISOString() };
  }

  /** A link made anew ends the one before: only the latest that was handed over works. */
  async linkFor(tx: Tx, memberId: string): Promise<{ url: string; expiresAt: Date }> {
    const token = newSecret();
    const now = this.clock.now();
    const expiresAt = handOverExpiry(now);
    await this.withdraw(tx, memberId);
    await tx.sql(
      'INSERT INTO hand_over_links (id, member_id, hash, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)',
      [newId(), memberId, hashOf(token), now, expiresAt],
    );
    return { url: `${this.config.publicUrl}/masuk/serah#${token}`, expiresAt };
  }

  async withdraw(tx: Tx, memberId: string): Promise<void> {
    await tx.sql('UPDATE hand_over_links SET used_at = $2 WHERE member_id = $1 AND used_at IS NULL', [
      memberId,
      this.clock.now(),
    ]);
  }

  async forgetOld(): Promise<void> {
    await this.database.sql(`DELETE FROM hand_over_links WHERE expires_at < $1::timestamptz - interval '30 days'`, [
      this.clock.now(),
    ]);
  }
}
