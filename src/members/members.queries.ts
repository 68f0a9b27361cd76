// Reads members: one, a page of 100,000, and who a sign-in name belongs to.

import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Actor, Role } from '../contracts/permissions.js';
import { id, type Page } from '../contracts/schemas.js';
import { MEMBER_WORDS, searchQuery } from '../contracts/search.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { keyOf, pageFrom } from '../platform/http/keyset.js';
import type { MemberQuery, MemberView, UnitView } from './member.dto.js';
import { reachOf, type Reach } from './member.rules.js';

export interface MemberRow extends Omit<MemberView, 'unit' | 'leftAt'> {
  leftAt: Date | null;
  unitId: string | null;
  unitName: string | null;
}

export const MEMBER_SELECT = `
  SELECT m.id, m.number, m.name, m.nickname, m.email, m.mobile, m.employee_number AS "employeeNumber",
    m.unit_id AS "unitId", u.name AS "unitName", m.roles, m.coordinates_unit_ids AS "coordinatesUnitIds", m.zone,
    m.language, m.status, m.joined_on::text AS "joinedOn", m.left_at AS "leftAt", m.version
  FROM members m LEFT JOIN units u ON u.id = m.unit_id`;
const pageKey = z.tuple([z.string(), id]);

/** Whom a sign-in name belongs to. */
export interface SignInMember {
  id: string;
  name: string;
  nickname: string | null;
  email: string | null;
  roles: Role[];
  language: 'id' | 'en';
  zone: string;
}

@Injectable()
export class MembersQueries {
  constructor(private readonly database: Database) {}

  /** A page by name. A coordinator sees own units only. */
  async list(actor: Actor, query: MemberQuery): Promise<Page<MemberView>> {
    const after = keyOf(query.cursor, pageKey);
    const words = query.q === undefined ? undefined : searchQuery(query.q);
    if (query.q !== undefined && query.q.trim() !== '' && words === undefined) return { items: [], nextCursor: null };
    const where = new Conditions(actor.cooperativeId);
    where.within(reachOf(actor, 'members.read'));
    if (words !== undefined) await this.whereWords(where, words, actor.cooperativeId);
    if (query.status !== undefined) where.add('m.status = ?', query.status);
    if (query.unitId !== undefined) where.add('m.unit_id = ?', query.unitId);
    // Nearly everybody is `member` and nothing else: the others have an index of their own.
    if (query.role !== undefined && query.role !== 'member') {
      where.add(`m.roles <> '{member}' AND ? = ANY (m.roles)`, query.role);
    }
    if (after !== undefined) where.add('(m.name, m.id) > (?, ?)', ...after);
    const rows = await this.database.sql<MemberRow>(
      `${words === undefined ? `${MEMBER_SELECT} WHERE ${where.text}` : found(where)} ORDER BY m.name, m.id LIMIT ${query.limit + 1}`,
      where.parameters,
    );
    const page = pageFrom(rows, query.limit, (row) => [row.name, row.id]);
    return { items: page.items.map(memberView), nextCursor: page.nextCursor };
  }

  /** The member within reach, or undefined: in another cooperative, in another's unit, and never there look the same. */
  async within(cooperativeId: string, reach: Reach, memberId: string, tx?: Tx): Promise<MemberView | undefined> {
    const where = new Conditions(cooperativeId);
    where.within(reach);
    where.add('m.id = ?', memberId);
    const [row] = await (tx ?? this.database).sql<MemberRow>(`${MEMBER_SELECT} WHERE ${where.text}`, where.parameters);
    return row && memberView(row);
  }

  /** By name; a coordinator's own only. A cooperative has dozens of units, so never a page. */
  async units(actor: Actor): Promise<UnitView[]> {
    const reach = reachOf(actor, 'members.read');
    return this.database.sql<UnitView>(
      `SELECT id, name, zone FROM units WHERE cooperative_id = $1 AND ($2::uuid[] IS NULL OR id = ANY ($2))
       ORDER BY name, id`,
      [actor.cooperativeId, reach.kind === 'units' ? reach.unitIds : null],
    );
  }

  async forSignIn(cooperativeId: string, identifier: string): Promise<SignInMember | undefined> {
    const [row] = await this.database.sql<SignInMember>(
      `SELECT id, name, nickname, email, roles, language, zone FROM members
       WHERE cooperative_id = $1 AND status <> 'keluar'
         AND (lower(email) = lower($2) OR number = $2 OR number = upper($2))
       ORDER BY lower(email) = lower($2) DESC NULLS LAST, number = $2 DESC LIMIT 1`,
      [cooperativeId, identifier],
    );
    return row;
  }

  /** Whom these numbers or addresses belong to, by what was given; a number of one before an address of another. */
  async byNames(
    cooperativeId: string,
    reach: Reach,
    names: readonly string[],
  ): Promise<Map<string, { id: string; hasLeft: boolean }>> {
    const rows = await this.database.sql<{ given: string; id: string; hasLeft: boolean }>(
      `SELECT given, found.id, found.status = 'keluar' AS "hasLeft" FROM unnest($2::text[]) AS names (given)
       CROSS JOIN LATERAL (
         SELECT m.id, m.status, m.unit_id FROM members m
         WHERE m.cooperative_id = $1 AND (lower(m.email) = lower(given) OR m.number = given OR m.number = upper(given))
         ORDER BY m.number = given DESC, m.number = upper(given) DESC LIMIT 1) found
       WHERE $3::uuid[] IS NULL OR found.unit_id = ANY ($3)`,
      [cooperativeId, names, reach.kind === 'units' ? reach.unitIds : null],
    );
    return new Map(rows.map(({ given, ...member }) => [given, member]));
  }

  /** Whether all these are members of the cooperative, and within the reach. */
  async areAllWithin(cooperativeId: string, reach: Reach, ids: readonly string[]): Promise<boolean> {
    const [row] = await this.database.sql<{ isSo: boolean }>(
      `SELECT count(*) = cardinality($2::uuid[]) AS "isSo" FROM members
       WHERE cooperative_id = $1 AND id = ANY ($2) AND ($3::uuid[] IS NULL OR unit_id = ANY ($3))`,
      [cooperativeId, ids, reach.kind === 'units' ? reach.unitIds : null],
    );
    return row?.isSo === true;
  }

  private async whereWords(where: Conditions, words: string, cooperativeId: string): Promise<void> {
    const units = await this.database.sql<{ id: string }>(
      `SELECT id FROM units WHERE cooperative_id = $1 AND to_tsvector('simple', name) @@ to_tsquery('simple', $2)`,
      [cooperativeId, words],
    );
    const unitIds = units.map((unit) => unit.id);
    if (unitIds.length === 0) where.add(`${MEMBER_WORDS} @@ to_tsquery('simple', ?)`, words);
    else where.add(`(${MEMBER_WORDS} @@ to_tsquery('simple', ?) OR m.unit_id = ANY (?::uuid[]))`, words, unitIds);
  }
}

/** Found first and ordered after: to walk 100,000 names in order and look for the words in each takes ten times as long. */
function found(where: Conditions): string {
  return `WITH members AS MATERIALIZED (SELECT * FROM members m WHERE ${where.text}) ${MEMBER_SELECT}`;
}

/** Conditions with their parameters; `?` takes the next `$n`. */
class Conditions {
  readonly parameters: unknown[];
  text = 'm.cooperative_id = $1';

  constructor(cooperativeId: string) {
    this.parameters = [cooperativeId];
  }

  add(condition: string, ...values: readonly unknown[]): void {
    let next = this.parameters.length;
    this.parameters.push(...values);
    this.text += ` AND ${condition.replaceAll('?', () => `$${(next += 1)}`)}`;
  }

  within(reach: Reach): void {
    if (reach.kind === 'units') this.add('m.unit_id = ANY (?::uuid[])', reach.unitIds);
  }
}

export function memberView({ unitId, unitName, leftAt, ...row }: MemberRow): MemberView {
  return {
    ...row,
    unit: unitId === null || unitName === null ? null : { id: unitId, name: unitName },
    leftAt: leftAt?.toISOString() ?? null,
  };
}
