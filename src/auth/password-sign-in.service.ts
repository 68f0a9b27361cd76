// Signs in with a password: one password check, whoever is named and whether or not they exist.

import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors.js';
import { Accounts } from './accounts.js';
import type { PasswordSignIn } from './auth.dto.js';
import { PasswordHasher } from './password-hasher.js';
import { SignInLimits } from './sign-in-limits.js';
import { TokensService } from './tokens.service.js';
import type { Visitor } from './visitor.decorator.js';

@Injectable()
export class PasswordSignInService {
  constructor(
    private readonly accounts: Accounts,
    private readonly limits: SignInLimits,
    private readonly hasher: PasswordHasher,
    private readonly tokens: TokensService,
    private readonly database: Database,
  ) {}

  /** @returns the new token. @throws DomainError sign-in-failed, rate-limited */
  async signIn(typed: PasswordSignIn, visitor: Visitor): Promise<string> {
    const account = await this.accounts.named(typed);
    await this.limits.beforePassword(account, visitor.address);
    const member = await this.accounts.memberOf(account);
    const passwordHash = await this.accounts.passwordHashOf(member?.id);
    const isRight = await this.hasher.isRight(typed.password, passwordHash);
    if (!isRight || !member) {
      await this.limits.failed(visitor.address);
      throw new DomainError('sign-in-failed');
    }
    await this.limits.succeeded(account);
    return this.database.transaction((tx) => this.tokens.issue(tx, member.id, 'password', visitor));
  }
}
