// Makes a cooperative whole in one transaction: itself, its first admin, and the link that lets that admin in.

import { Injectable } from '@nestjs/common';
import { AuthService } from '../auth/auth.service.js';
import { CooperativesService } from '../cooperatives/cooperatives.service.js';
import { MembersService } from '../members/members.service.js';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import type { NewCooperative } from './cooperative-options.js';

@Injectable()
export class OperationsService {
  constructor(
    private readonly database: Database,
    private readonly cooperatives: CooperativesService,
    private readonly members: MembersService,
    private readonly auth: AuthService,
    private readonly audit: Audit,
  ) {}

  /** @returns the admin's one-time link. A slug in use breaks `cooperatives_slug`, and then nothing was made. */
  async createCooperative({ admin, ...fields }: NewCooperative): Promise<{ url: string; expiresAt: Date }> {
    return this.database.transaction(async (tx) => {
      const cooperativeId = await this.cooperatives.create(tx, fields);
      await this.audit.record(tx, {
        actor: { cooperativeId, memberId: '' },
        action: 'cooperative.created',
        subject: { type: 'cooperative', id: cooperativeId },
        after: { ...fields },
      });
      const adminId = await this.members.addAsOperator(tx, cooperativeId, { ...admin, roles: ['admin'] });
      return this.auth.linkFor(tx, adminId);
    });
  }
}
