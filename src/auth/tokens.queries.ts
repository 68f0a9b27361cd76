// Reads of sign-ins; who a token stands for is one question to the database.

import { Injectable } from '@nestjs/common';
import { policiesWith, type Policies } from '../contracts/policies.js';
import type { Role } from '../contracts/permissions.js';
import { MicroBatcher } from '../platform/batching/micro-batcher.js';
import { Database } from '../platform/database/database.js';
import type { SignInLife, SignInMethod } from './sign-in-token.rules.js';

/** A sign-in that was not revoked, with what its member may do now. */
export interface SignIn {
  id: string;
  memberId: string;
  cooperativeId: string;
  roles: Role[];
  unitIds: string[];
  language: 'id' | 'en';
  zone: string;
  lastUsedAt: Date;
  /** Of the cooperative. */
  life: SignInLife;
}

/** A sign-in as its owner sees it. */
export interface SignInRow {
  id: string;
  device: string;
  method: SignInMethod;
  createdAt: Date;
  lastUsedAt: Date;
}

@Injectable()
export class TokensQueries {
  private readonly lookUps = new MicroBatcher<string, SignIn | null>((_, hashes) => this.signInsOf(hashes));

  constructor(private readonly database: Database) {}

  /**
   * Undefined for unknown and revoked tokens, and for members who have left. Many who ask at once are answered by one
   * question to the database. @param hash see secret-token.ts.
   */
  async signInOf(hash: string): Promise<SignIn | undefined> {
    return (await this.lookUps.submit('all', hash)) ?? undefined;
  }

  private async signInsOf(hashes: readonly string[]): Promise<(SignIn | null)[]> {
    const rows = await this.database.sql<Omit<SignIn, 'life'> & { hash: string; policies: Partial<Policies> }>(
      `SELECT token.hash, token.id, token.member_id AS "memberId", member.cooperative_id AS "cooperativeId", member.roles,
              CASE WHEN 'coordinator' = ANY (member.roles) THEN member.coordinates_unit_ids ELSE '{}' END AS "unitIds",
              member.language, member.zone, token.last_used_at AS "lastUsedAt", cooperative.policies
       FROM sign_in_tokens token JOIN members member ON member.id = token.member_id
       JOIN cooperatives cooperative ON cooperative.id = member.cooperative_id
       WHERE token.hash = ANY ($1) AND token.revoked_at IS NULL AND member.status <> 'keluar'`,
      [hashes],
    );
    const byHash = new Map(
      rows.map(({ hash, policies, ...signIn }) => [hash, { ...signIn, life: policiesWith(policies) }]),
    );
    return hashes.map((hash) => byHash.get(hash) ?? null);
  }

  /** Of these sign-ins, those that were not revoked and whose member has not left. */
  async stillOpen(tokenIds: readonly string[]): Promise<Pick<SignIn, 'id' | 'roles' | 'lastUsedAt' | 'life'>[]> {
    const rows = await this.database.sql<Pick<SignIn, 'id' | 'roles' | 'lastUsedAt'> & { policies: Partial<Policies> }>(
      `SELECT token.id, member.roles, token.last_used_at AS "lastUsedAt", cooperative.policies
       FROM sign_in_tokens token JOIN members member ON member.id = token.member_id
       JOIN cooperatives cooperative ON cooperative.id = member.cooperative_id
       WHERE token.id = ANY ($1::uuid[]) AND token.revoked_at IS NULL AND member.status <> 'keluar'`,
      [tokenIds],
    );
    return rows.map(({ policies, ...row }) => ({ ...row, life: policiesWith(policies) }));
  }

  /** Those not revoked, the latest used first; some may have expired. */
  async ofMember(memberId: string): Promise<SignInRow[]> {
    return this.database.sql<SignInRow>(
      `SELECT id, device, method, created_at AS "createdAt", last_used_at AS "lastUsedAt" FROM sign_in_tokens
       WHERE member_id = $1 AND revoked_at IS NULL ORDER BY last_used_at DESC, id DESC`,
      [memberId],
    );
  }
}
