// Asks for a code by mail. Asking does the same for every name, so neither answer nor time tells who is a member.

import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Database } from '../platform/database/database.js';
import { Outbox } from '../platform/events/outbox.js';
import { newId } from '../platform/ids.js';
import { Accounts } from './accounts.js';
import type { ChallengeRequest } from './auth.dto.js';
import { CHALLENGE_TRIES, challengeExpiry } from './challenge.rules.js';
import { hashOf, newSecret } from '../platform/secret-token.js';
import { cookieIn } from './sign-in-cookie.js';
import { SignInLimits } from './sign-in-limits.js';
import type { Visitor } from './visitor.decorator.js';

@Injectable()
export class ChallengesService {
  constructor(
    private readonly accounts: Accounts,
    private readonly limits: SignInLimits,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * @returns the challenge's id, and the secret for the cookie of the browser that asked: one that already has one
   *   keeps it, so that the code of an earlier mail that comes late still works. @throws DomainError rate-limited
   */
  async ask(typed: ChallengeRequest, visitor: Visitor): Promise<{ challengeId: string; browser: string }> {
    const account = await this.accounts.named(typed);
    await this.limits.beforeMail(account);
    const browser = this.browserOf(visitor) ?? newSecret();
    const challengeId = newId();
    const askedAt = this.clock.now();
    await this.database.transaction(async (tx) => {
      await tx.sql(
        `INSERT INTO challenges (id, cooperative_id, identifier, browser_hash, tries_left, asked_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [
          challengeId,
          account.cooperativeId,
          account.identifier,
          hashOf(browser),
          CHALLENGE_TRIES,
          askedAt,
          challengeExpiry(askedAt),
        ],
      );
      await this.outbox.append(tx, 'challenge.requested', { cooperativeId: account.cooperativeId, challengeId });
    });
    return { challengeId, browser };
  }

  /** What was typed is personal: it is kept for a day after it is of no more use. */
  async forgetOld(): Promise<void> {
    await this.database.sql(`DELETE FROM challenges WHERE expires_at < $1::timestamptz - interval '1 day'`, [
      this.clock.now(),
    ]);
  }

  private browserOf(visitor: Visitor): string | undefined {
    const known = cookieIn(visitor.cookieHeader, this.config, 'sinau-challenge');
    return known !== undefined && /^[\w-]{43}$/.test(known) ? known : undefined;
  }
}
