// Finds members within an actor's reach, and changes them: versioned, audited, never the last admin away.

import { Injectable } from '@nestjs/common';
import { CooperativesService } from '../cooperatives/cooperatives.service.js';
import { can, PERMISSION_NAMES, type Actor, type Permission } from '../contracts/permissions.js';
import type { Page } from '../contracts/schemas.js';
import { BulkReads } from '../platform/audit/bulk-reads.js';
import { brokenUnique, Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError, found } from '../platform/errors.js';
import type { Me, MemberPatch, MemberQuery, MemberView, MePatch, NewMember, UnitView } from './member.dto.js';
import { reachOf } from './member.rules.js';
import { MemberWriter } from './member-writer.service.js';
import { MembersQueries, type SignInMember } from './members.queries.js';

@Injectable()
export class MembersService {
  constructor(
    private readonly database: Database,
    private readonly queries: MembersQueries,
    private readonly writer: MemberWriter,
    private readonly cooperatives: CooperativesService,
    private readonly bulkReads: BulkReads,
  ) {}

  /**
   * The member, if the actor may reach them by this permission: same cooperative, and own units where only the
   * coordinator's role gives it. @throws DomainError not-found
   */
  async accessMember(actor: Actor, memberId: string, permission: Permission = 'members.read'): Promise<MemberView> {
    return found(await this.queries.within(actor.cooperativeId, reachOf(actor, permission), memberId));
  }

  /** Who signs in with this e-mail address or member number; undefined for nobody and for who has left. */
  async findForSignIn(cooperativeId: string, identifier: string): Promise<SignInMember | undefined> {
    return this.queries.forSignIn(cooperativeId, identifier);
  }

  async list(actor: Actor, query: MemberQuery): Promise<Page<MemberView>> {
    const subject = { type: 'cooperative', id: actor.cooperativeId };
    const page = await this.queries.list(actor, query);
    return this.bulkReads.noted({ actor, action: 'members.read', subject, query }, page);
  }

  units(actor: Actor): Promise<UnitView[]> {
    return this.queries.units(actor);
  }

  async me(actor: Actor): Promise<Me> {
    const [member, cooperative] = await Promise.all([
      this.queries.within(actor.cooperativeId, { kind: 'cooperative' }, actor.memberId).then(found),
      this.cooperatives.byId(actor.cooperativeId),
    ]);
    const { id, number, name, nickname, email, mobile, language, zone, unit, status, roles } = member;
    const { id: _id, version: _version, ...page } = cooperative;
    return {
      member: { id, number, name, nickname, email, mobile, language, zone, unit, status },
      cooperative: page,
      roles,
      permissions: permissionsOf(actor),
    };
  }

  async changeMe(actor: Actor, patch: MePatch): Promise<Me> {
    await this.database.transaction((tx) => this.writer.changeOwn(tx, actor, patch));
    return this.me(actor);
  }

  /** @throws DomainError conflict when the number or the address is another member's. */
  async create(actor: Actor, fields: NewMember): Promise<MemberView> {
    return this.writing(async (tx) => this.reread(tx, actor, await this.writer.create(tx, actor, fields)));
  }

  /** A member of a cooperative that the deployment's operator sets up: its first admin, say. @returns the member's id. */
  async addAsOperator(tx: Tx, cooperativeId: string, fields: NewMember): Promise<string> {
    return this.writer.create(tx, { cooperativeId, memberId: '' }, fields);
  }

  /** @throws DomainError version-conflict when somebody changed it meanwhile; conflict as `create`. */
  async change(actor: Actor, memberId: string, patch: MemberPatch): Promise<MemberView> {
    return this.writing(async (tx) => {
      await this.writer.change(tx, actor, memberId, patch);
      return this.reread(tx, actor, memberId);
    });
  }

  private async reread(tx: Tx, actor: Actor, memberId: string): Promise<MemberView> {
    return found(await this.queries.within(actor.cooperativeId, { kind: 'cooperative' }, memberId, tx));
  }

  /** Uniqueness is the database's to say; here it becomes a fault beside the field. */
  private async writing<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      return await this.database.transaction(work);
    } catch (error) {
      const field = TAKEN_FIELDS[brokenUnique(error) ?? ''];
      if (field === undefined) throw error;
      throw new DomainError('conflict', [{ path: field, rule: 'taken' }]);
    }
  }
}

const TAKEN_FIELDS: Record<string, 'number' | 'email'> = { members_number: 'number', members_email: 'email' };

function permissionsOf(actor: Actor): Permission[] {
  return PERMISSION_NAMES.filter((permission) => can(actor, permission));
}
