// What the deployment's operator does to a cooperative: makes it whole with its first admin, and lets a member in again.

import { Injectable } from '@nestjs/common';
import { AuthService } from '../auth/auth.service.js';
import { CooperativesService } from '../cooperatives/cooperatives.service.js';
import { MembersService } from '../members/members.service.js';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { found } from '../platform/errors.js';
import type { NewCooperative } from './cooperative-options.js';

/** Whoever has `url` signs in with it, once, until `expiresAt`. */
export interface OneTimeLink {
  readonly url: string;
  readonly expiresAt: Date;
}

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
  async createCooperative({ admin, ...fields }: NewCooperative): Promise<OneTimeLink> {
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
  /** The link made before for that member stops working. @throws DomainError not-found also for who has left */
  async linkMember(slug: string, number: string): Promise<OneTimeLink & { name: string }> {
    const { id: cooperativeId } = await this.cooperatives.bySlug(slug);
    const member = found(await this.members.findForSignIn(cooperativeId, number));
    const link = await this.database.transaction(async (tx) => {
      const made = await this.auth.linkFor(tx, member.id);
      await this.audit.record(tx, {
        actor: { cooperativeId, memberId: '' },
        action: 'hand-over-link.made',
        subject: { type: 'member', id: member.id },
        after: { expiresAt: made.expiresAt.toISOString() },
      });
      return made;
    });
    return { ...link, name: member.name };
  }
}
