// Writes one member at a time, inside the caller's transaction: locked, checked, audited.

import { Injectable } from '@nestjs/common';
import { ROLES, type Actor } from '../contracts/permissions.js';
import { CooperativesService } from '../cooperatives/cooperatives.service.js';
import { Audit } from '../platform/audit/audit.js';
import { Clock } from '../platform/clock.js';
import type { Tx } from '../platform/database/tx.js';
import { DomainError, found } from '../platform/errors.js';
import { Outbox } from '../platform/events/outbox.js';
import { newId } from '../platform/ids.js';
import type { MemberPatch, MePatch, NewMember } from './member.dto.js';
import { Member } from './member.entity.js';
import { isAdmin, losesLastAdmin, rolesKept, statusMove } from './member.rules.js';
import { Unit } from './unit.entity.js';

/** The fields that staff change; each change of one is audited. */
const FIELDS = [
  'number',
  'name',
  'nickname',
  'email',
  'mobile',
  'employeeNumber',
  'unitId',
  'roles',
  'coordinatesUnitIds',
  'zone',
  'language',
  'status',
  'joinedOn',
] as const;
type Fields = Pick<Member, (typeof FIELDS)[number]>;
type Author = Pick<Actor, 'cooperativeId' | 'memberId'>;

@Injectable()
export class MemberWriter {
  constructor(
    private readonly cooperatives: CooperativesService,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @param author with an empty `memberId` for the deployment's operator. @returns the new member's id. */
  async create(tx: Tx, author: Author, given: NewMember): Promise<string> {
    const cooperative = await this.cooperatives.byId(author.cooperativeId, tx);
    const unit = given.unitId ? await this.unit(tx, author.cooperativeId, given.unitId) : undefined;
    const fields = await this.checked(tx, author.cooperativeId, {
      number: given.number,
      name: given.name,
      nickname: given.nickname ?? null,
      email: given.email ?? null,
      mobile: given.mobile ?? null,
      employeeNumber: given.employeeNumber ?? null,
      unitId: unit?.id ?? null,
      roles: given.roles ?? [],
      coordinatesUnitIds: given.coordinatesUnitIds ?? [],
      zone: given.zone ?? unit?.zone ?? cooperative.zone,
      language: given.language ?? cooperative.language,
      status: given.status ?? 'aktif',
      joinedOn: given.joinedOn ?? null,
    });
    const id = newId();
    const now = this.clock.now();
    const leftAt = fields.status === 'keluar' ? now : null;
    const { cooperativeId } = author;
    await tx.manager.insert(Member, { id, cooperativeId, ...fields, leftAt, createdAt: now, updatedAt: now });
    await this.audit.record(tx, {
      actor: author,
      action: 'member.created',
      subject: { type: 'member', id },
      after: { ...fields },
    });
    return id;
  }

  async change(tx: Tx, actor: Actor, memberId: string, { version, ...patch }: MemberPatch): Promise<void> {
    // Before the row: whoever may take an admin away waits for the others who may.
    if (patch.roles !== undefined || patch.status !== undefined) await this.lockAdmins(tx, actor.cooperativeId);
    const member = await tx.lock(Member, { id: memberId, cooperativeId: actor.cooperativeId });
    if (member.version !== version) throw new DomainError('version-conflict', [{ path: 'version', rule: 'format' }]);
    const before = fieldsOf(member);
    const after = await this.checked(tx, actor.cooperativeId, merged(before, patch));
    await this.keepAnAdmin(tx, member, after);
    await this.save(tx, actor, member, after);
  }

  /** What a member may set about oneself; no staff write, so no audit. */
  async changeOwn(tx: Tx, actor: Actor, patch: MePatch): Promise<void> {
    const member = await tx.lock(Member, { id: actor.memberId, cooperativeId: actor.cooperativeId });
    const own = {
      nickname: or(patch.nickname, member.nickname),
      language: patch.language ?? member.language,
      zone: patch.zone ?? member.zone,
    };
    const stamp = { version: member.version + 1, updatedAt: this.clock.now() };
    await tx.manager.update(Member, { id: member.id }, { ...own, ...stamp });
  }

  /** One at a time for everything that may take an admin away. */
  async lockAdmins(tx: Tx, cooperativeId: string): Promise<void> {
    await tx.lockKey(`admins:${cooperativeId}`);
  }

  private async save(tx: Tx, actor: Actor, member: Member, after: Fields): Promise<void> {
    const before = fieldsOf(member);
    const changed = FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
    if (changed.length === 0) return;
    const now = this.clock.now();
    const move = statusMove(before.status, after.status);
    const leftAt = move === 'none' ? member.leftAt : move === 'leaves' ? now : null;
    await tx.manager.update(
      Member,
      { id: member.id },
      { ...after, leftAt, version: member.version + 1, updatedAt: now },
    );
    if (move === 'leaves') {
      await this.outbox.append(tx, 'member.left', { cooperativeId: member.cooperativeId, memberId: member.id });
    }
    await this.audit.record(tx, {
      actor,
      action: move === 'leaves' ? 'member.left' : 'member.changed',
      subject: { type: 'member', id: member.id },
      before: Object.fromEntries(changed.map((field) => [field, before[field]])),
      after: Object.fromEntries(changed.map((field) => [field, after[field]])),
    });
  }

  /** The fields as they are kept. @throws DomainError invalid-input on units of nobody or of another cooperative. */
  private async checked(tx: Tx, cooperativeId: string, fields: Fields): Promise<Fields> {
    const roles = rolesKept(fields.roles, ROLES);
    const coordinates = roles.includes('coordinator') ? [...new Set(fields.coordinatesUnitIds)] : [];
    if (fields.unitId !== null) await this.unit(tx, cooperativeId, fields.unitId);
    if (roles.includes('coordinator') && coordinates.length === 0) {
      throw new DomainError('invalid-input', [{ path: 'coordinatesUnitIds', rule: 'required' }]);
    }
    const [known] = await tx.sql<{ count: number }>(
      'SELECT count(*)::int AS count FROM units WHERE cooperative_id = $1 AND id = ANY ($2)',
      [cooperativeId, coordinates],
    );
    if (found(known).count !== coordinates.length) {
      throw new DomainError('invalid-input', [{ path: 'coordinatesUnitIds', rule: 'unknown-id' }]);
    }
    return { ...fields, roles, coordinatesUnitIds: coordinates };
  }

  private async unit(tx: Tx, cooperativeId: string, unitId: string): Promise<Unit> {
    const unit = await tx.manager.findOneBy(Unit, { id: unitId, cooperativeId });
    if (unit === null) throw new DomainError('invalid-input', [{ path: 'unitId', rule: 'unknown-id' }]);
    return unit;
  }

  private async keepAnAdmin(tx: Tx, before: Member, after: Fields): Promise<void> {
    if (!isAdmin(before) || isAdmin(after)) return;
    const [others] = await tx.sql<{ count: number }>(
      `SELECT count(*)::int AS count FROM members
       WHERE cooperative_id = $1 AND id <> $2 AND roles <> '{member}' AND 'admin' = ANY (roles) AND status <> 'keluar'`,
      [before.cooperativeId, before.id],
    );
    if (!losesLastAdmin({ before, after, otherAdmins: found(others).count })) return;
    const path = after.status === 'keluar' ? 'status' : 'roles';
    throw new DomainError('wrong-state', [{ path, rule: 'last-admin' }]);
  }
}

function fieldsOf(member: Member): Fields {
  const { number, name, nickname, email, mobile, employeeNumber, unitId } = member;
  const { roles, coordinatesUnitIds, zone, language, status, joinedOn } = member;
  const contact = { number, name, nickname, email, mobile, employeeNumber, unitId };
  return { ...contact, roles, coordinatesUnitIds, zone, language, status, joinedOn };
}

function merged(before: Fields, patch: Omit<MemberPatch, 'version'>): Fields {
  return {
    number: patch.number ?? before.number,
    name: patch.name ?? before.name,
    nickname: or(patch.nickname, before.nickname),
    email: or(patch.email, before.email),
    mobile: or(patch.mobile, before.mobile),
    employeeNumber: or(patch.employeeNumber, before.employeeNumber),
    unitId: or(patch.unitId, before.unitId),
    roles: patch.roles ?? before.roles,
    coordinatesUnitIds: patch.coordinatesUnitIds ?? before.coordinatesUnitIds,
    zone: patch.zone ?? before.zone,
    language: patch.language ?? before.language,
    status: patch.status ?? before.status,
    joinedOn: or(patch.joinedOn, before.joinedOn),
  };
}

/** Null empties a field; what is left out stays as it is. */
function or<T>(given: T | undefined, current: T): T {
  return given === undefined ? current : given;
}
