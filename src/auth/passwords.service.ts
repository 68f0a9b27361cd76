// Sets and replaces passwords; every other sign-in of the member ends with the old one.

import { Injectable } from '@nestjs/common';
import type { FieldRule } from '../contracts/error-codes.js';
import type { Actor } from '../contracts/permissions.js';
import { MembersService } from '../members/members.service.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError, found } from '../platform/errors.js';
import type { PasswordChange } from './auth.dto.js';
import { PasswordHasher } from './password-hasher.js';
import { needsCurrentPassword, passwordFault, SHORTEST_PASSWORD } from './password.rules.js';
import { SignInLimits } from './sign-in-limits.js';
import type { SignInMethod } from './sign-in-token.rules.js';
import { TokensService } from './tokens.service.js';

@Injectable()
export class PasswordsService {
  constructor(
    private readonly database: Database,
    private readonly members: MembersService,
    private readonly hasher: PasswordHasher,
    private readonly limits: SignInLimits,
    private readonly tokens: TokensService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError invalid-input naming `password` or `current` */
  async change(actor: Actor, change: PasswordChange, address: string): Promise<void> {
    const { member } = await this.members.me(actor);
    const fault = passwordFault(change.password, member);
    if (fault) throw invalid('password', fault, fault === 'too-short' ? SHORTEST_PASSWORD : undefined);
    await this.proveOwner(actor, change.current, address);
    const passwordHash = await this.hasher.hash(change.password);
    await this.database.transaction(async (tx) => {
      await this.keep(tx, actor.memberId, passwordHash);
      await this.tokens.revokeOthers(tx, actor.memberId, actor.tokenId);
    });
  }

  /** Without a question asked: for the demo and the command line. */
  async store(tx: Tx, memberId: string, password: string): Promise<void> {
    await this.keep(tx, memberId, await this.hasher.hash(password));
  }

  private async proveOwner(actor: Actor, current: string | undefined, address: string): Promise<void> {
    const state = await this.stateOf(actor);
    if (!needsCurrentPassword(state, state.passwordHash !== null, this.clock.now())) return;
    if (current === undefined) throw invalid('current', 'required');
    const account = { cooperativeId: actor.cooperativeId, identifier: actor.memberId };
    await this.limits.beforePassword(account, address);
    if (!(await this.hasher.isRight(current, state.passwordHash ?? undefined)))
      throw invalid('current', 'wrong-password');
    await this.limits.succeeded(account);
  }

  private async stateOf(actor: Actor): Promise<{ method: SignInMethod; createdAt: Date; passwordHash: string | null }> {
    const [row] = await this.database.sql<{ method: SignInMethod; createdAt: Date; passwordHash: string | null }>(
      `SELECT token.method, token.created_at AS "createdAt", credential.password_hash AS "passwordHash"
       FROM sign_in_tokens token LEFT JOIN credentials credential USING (member_id) WHERE token.id = $1`,
      [actor.tokenId],
    );
    return found(row);
  }

  private async keep(tx: Tx, memberId: string, passwordHash: string): Promise<void> {
    await tx.sql(
      `INSERT INTO credentials (member_id, password_hash, changed_at) VALUES ($1, $2, $3)
       ON CONFLICT (member_id) DO UPDATE SET password_hash = excluded.password_hash, changed_at = excluded.changed_at`,
      [memberId, passwordHash, this.clock.now()],
    );
  }
}

function invalid(path: 'password' | 'current', rule: FieldRule, limit?: number): DomainError {
  return new DomainError('invalid-input', [{ path, rule, ...(limit === undefined ? {} : { limit }) }]);
}
