// Whom a name typed at sign-in belongs to, if anybody; asked in the same way for those who exist and those who do not.

import { Injectable } from '@nestjs/common';
import { CooperativesService } from '../cooperatives/cooperatives.service.js';
import { MembersService } from '../members/members.service.js';
import { Database } from '../platform/database/database.js';
import { DomainError } from '../platform/errors.js';
import type { Account } from './sign-in-limits.js';

/** Nobody's id: looking for it costs what looking for somebody costs. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

@Injectable()
export class Accounts {
  constructor(
    private readonly cooperatives: CooperativesService,
    private readonly members: MembersService,
    private readonly database: Database,
  ) {}

  /** @throws DomainError invalid-input for a cooperative that does not exist: those are public. */
  async named(typed: { cooperative: string; identifier: string }): Promise<Account> {
    const { id } = await this.cooperatives.bySlug(typed.cooperative).catch((error: unknown) => {
      if (!(error instanceof DomainError && error.code === 'not-found')) throw error;
      throw new DomainError('invalid-input', [{ path: 'cooperative', rule: 'unknown-id' }]);
    });
    return { cooperativeId: id, identifier: typed.identifier };
  }

  memberOf({ cooperativeId, identifier }: Account): ReturnType<MembersService['findForSignIn']> {
    return this.members.findForSignIn(cooperativeId, identifier);
  }

  async passwordHashOf(memberId = NOBODY): Promise<string | undefined> {
    const [row] = await this.database.sql<{ hash: string }>(
      'SELECT password_hash AS hash FROM credentials WHERE member_id = $1',
      [memberId],
    );
    return row?.hash;
  }
}
