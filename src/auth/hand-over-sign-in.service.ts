// Signs in with the link that staff handed over: in any browser, once, by POST.

import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors.js';
import { HandOverLink } from './hand-over-link.entity.js';
import { isLinkOpen } from './hand-over.rules.js';
import { hashOf } from '../platform/secret-token.js';
import { SignInLimits } from './sign-in-limits.js';
import { TokensService } from './tokens.service.js';
import type { Visitor } from './visitor.decorator.js';

@Injectable()
export class HandOverSignInService {
  constructor(
    private readonly database: Database,
    private readonly limits: SignInLimits,
    private readonly tokens: TokensService,
    private readonly clock: Clock,
  ) {}

  /** @returns the new token. @throws DomainError challenge-failed */
  async signIn(linkToken: string, visitor: Visitor): Promise<string> {
    await this.limits.beforeAnswer(visitor.address);
    const token = await this.database.transaction(async (tx) => {
      const link = await tx.manager.findOne(HandOverLink, {
        where: { hash: hashOf(linkToken) },
        lock: { mode: 'pessimistic_write' },
      });
      const now = this.clock.now();
      if (!link || !isLinkOpen(link, now)) return undefined;
      await tx.manager.update(HandOverLink, { id: link.id }, { usedAt: now });
      return this.tokens.issue(tx, link.memberId, 'hand-over', visitor);
    });
    if (token !== undefined) return token;
    await this.limits.failed(visitor.address);
    throw new DomainError('challenge-failed');
  }
}
