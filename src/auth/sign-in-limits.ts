// Who may try how often: by account first; by address only what failed, generously, since offices share one.

import { Injectable } from '@nestjs/common';
import { RateLimits, type Limit } from '../platform/limits/rate-limits.js';
import { networkOf } from './network.rules.js';

/** Passwords tried for one account; a right one starts anew. */
const PASSWORDS: Limit = { name: 'password', points: 10, seconds: 15 * 60 };
/** Mails asked for by one account: each also fills somebody's mailbox. */
const MAILS: Limit = { name: 'challenge', points: 5, seconds: 15 * 60 };
/** Failures from one address. A whole office or a mobile network may sit behind it. */
const FAILURES: Limit = { name: 'sign-in-failures', points: 300, seconds: 10 * 60 };

/** An account is what was typed, in one cooperative: existing or not, it is limited alike. */
export interface Account {
  cooperativeId: string;
  identifier: string;
}

@Injectable()
export class SignInLimits {
  constructor(private readonly limits: RateLimits) {}

  /** @throws DomainError rate-limited */
  async beforePassword(account: Account, address: string): Promise<void> {
    await this.limits.take(PASSWORDS, keyOf(account));
    await this.limits.check(FAILURES, networkOf(address));
  }

  /** @throws DomainError rate-limited */
  async beforeMail(account: Account): Promise<void> {
    await this.limits.take(MAILS, keyOf(account));
  }

  /** For answers that name no account: codes and links. @throws DomainError rate-limited */
  async beforeAnswer(address: string): Promise<void> {
    await this.limits.check(FAILURES, networkOf(address));
  }

  /** @throws DomainError rate-limited instead of the failure, once there were too many. */
  async failed(address: string): Promise<void> {
    await this.limits.take(FAILURES, networkOf(address));
  }

  async succeeded(account: Account): Promise<void> {
    await this.limits.forgive(PASSWORDS, keyOf(account));
  }
}

function keyOf({ cooperativeId, identifier }: Account): string {
  return `${cooperativeId}\n${identifier.toLowerCase()}`;
}
