// Signs in with a mailed code or link: once, in time, in the browser that asked.

import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError } from '../platform/errors.js';
import { Challenge } from './challenge.entity.js';
import { judgeCode, judgeLink, type Answer, type Verdict } from './challenge.rules.js';
import { codeHashOf, hashOf, isSameHash } from '../platform/secret-token.js';
import { cookieIn } from './sign-in-cookie.js';
import { SignInLimits } from './sign-in-limits.js';
import { TokensService } from './tokens.service.js';
import type { Visitor } from './visitor.decorator.js';

/** How an answer is checked: whether it is right for the challenge, and what follows. */
interface Check {
  isRight: (challenge: Challenge) => boolean;
  judge: (answer: Answer, now: Date) => Verdict;
}

@Injectable()
export class ChallengeSignInService {
  constructor(
    private readonly database: Database,
    private readonly limits: SignInLimits,
    private readonly tokens: TokensService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @returns the new token. @throws DomainError challenge-failed; with `code wrong-code` and the tries left */
  byCode(challengeId: string, code: string, visitor: Visitor): Promise<string> {
    const given = codeHashOf(this.config.secret, challengeId, code);
    const isRight = (challenge: Challenge): boolean => isSameHash(challenge.codeHash, given);
    return this.answer(challengeId, visitor, { isRight, judge: judgeCode });
  }

  /** @returns the new token. @throws DomainError challenge-failed; with `token other-browser` for a right link elsewhere */
  byLink(challengeId: string, token: string, visitor: Visitor): Promise<string> {
    const given = hashOf(token);
    const isRight = (challenge: Challenge): boolean => isSameHash(challenge.linkHash, given);
    return this.answer(challengeId, visitor, { isRight, judge: judgeLink });
  }

  private async answer(challengeId: string, visitor: Visitor, check: Check): Promise<string> {
    await this.limits.beforeAnswer(visitor.address);
    const result = await this.database.transaction((tx) => this.decide(tx, challengeId, visitor, check));
    if (result.token !== undefined) return result.token;
    if (result.verdict.kind !== 'other-browser') await this.limits.failed(visitor.address);
    throw failureOf(result.verdict);
  }

  /** A failure is an answer here, not an exception: the try that it cost must be committed. */
  private async decide(
    tx: Tx,
    challengeId: string,
    visitor: Visitor,
    check: Check,
  ): Promise<{ verdict: Verdict; token?: string }> {
    const challenge = await tx.manager.findOne(Challenge, {
      where: { id: challengeId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!challenge) return { verdict: { kind: 'over' } };
    const now = this.clock.now();
    const { expiresAt, triesLeft, memberId } = challenge;
    const isSameBrowser = this.isSameBrowser(challenge, visitor);
    const isRight = check.isRight(challenge);
    const verdict = check.judge(
      { isUsed: challenge.usedAt !== null, expiresAt, triesLeft, isSameBrowser, isRight },
      now,
    );
    if (verdict.kind === 'wrong') {
      await tx.manager.update(Challenge, { id: challengeId }, { triesLeft: verdict.triesLeft });
    }
    if (verdict.kind !== 'accepted' || memberId === null) return { verdict };
    await tx.manager.update(Challenge, { id: challengeId }, { usedAt: now });
    return { verdict, token: await this.tokens.issue(tx, memberId, 'mail', visitor) };
  }

  private isSameBrowser(challenge: Challenge, visitor: Visitor): boolean {
    const browser = cookieIn(visitor.cookieHeader, this.config, 'sinau-challenge');
    return browser !== undefined && isSameHash(challenge.browserHash, hashOf(browser));
  }
}

function failureOf(verdict: Verdict): DomainError {
  switch (verdict.kind) {
    case 'wrong':
      return new DomainError('challenge-failed', [{ path: 'code', rule: 'wrong-code', limit: verdict.triesLeft }]);
    case 'other-browser':
      return new DomainError('challenge-failed', [{ path: 'token', rule: 'other-browser' }]);
    case 'accepted':
    case 'over':
      return new DomainError('challenge-failed');
  }
}
