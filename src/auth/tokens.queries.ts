// Reads of sign-ins; who a token stands for is one question to the database.

import { Injectable } from '@nestjs/common';
import type { Role } from '../contracts/permissions.js';
import { Database } from '../platform/database/database.js';

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
}

@Injectable()
export class TokensQueries {
  constructor(private readonly database: Database) {}

  /** Undefined for unknown and revoked tokens, and for members who have left. @param hash see secret-token.ts. */
  async signInOf(hash: string): Promise<SignIn | undefined> {
    const [row] = await this.database.sql<SignIn>(
      `SELECT token.id, token.member_id AS "memberId", member.cooperative_id AS "cooperativeId", member.roles,
              CASE WHEN 'coordinator' = ANY (member.roles) THEN member.coordinates_unit_ids ELSE '{}' END AS "unitIds",
              member.language, member.zone, token.last_used_at AS "lastUsedAt"
       FROM sign_in_tokens token JOIN members member ON member.id = token.member_id
       WHERE token.hash = $1 AND token.revoked_at IS NULL AND member.status <> 'keluar'`,
      [hash],
    );
    return row;
  }
}
