// Sign-ins: given out, recognised, listed, ended. What ends one acts within two seconds on every node.

import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import { USUAL_POLICIES } from '../contracts/policies.js';
import { CooperativesService } from '../cooperatives/cooperatives.service.js';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { found } from '../platform/errors.js';
import { newId } from '../platform/ids.js';
import type { SignInView } from './auth.dto.js';
import { deviceOf } from './device.rules.js';
import { hashOf, newSecret } from '../platform/secret-token.js';
import { cookieIn } from './sign-in-cookie.js';
import { expiryOf, isExpired, isUseWorthNoting, type SignInMethod } from './sign-in-token.rules.js';
import { TokensQueries, type SignIn } from './tokens.queries.js';
import type { Visitor } from './visitor.decorator.js';

/** How long a node believes what it last read: leaving, a new role and a sign-out elsewhere act after this at the latest. */
const CACHE_MS = 1_000;
const CACHE_ENTRIES = 20_000;
/** Ended sign-ins are kept this long, for whoever asks what happened. */
const KEEP_DAYS = 30;

@Injectable()
export class TokensService {
  private readonly cache = new Map<string, { readAt: number; signIn: Promise<SignIn | undefined> }>();

  constructor(
    private readonly database: Database,
    private readonly queries: TokensQueries,
    private readonly cooperatives: CooperativesService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * A new sign-in, always with a new token; the one this browser had before ends with it.
   * @returns the token, for the cookie: it is never seen again.
   */
  async issue(tx: Tx, memberId: string, method: SignInMethod, visitor?: Visitor): Promise<string> {
    const token = newSecret();
    const now = this.clock.now();
    await this.end(tx, visitor?.cookieHeader);
    await tx.sql(
      `INSERT INTO sign_in_tokens (id, member_id, hash, device, method, created_at, last_used_at)
       VALUES ($1, $2, $3, $4, $5, $6, $6)`,
      [newId(), memberId, hashOf(token), deviceOf(visitor?.userAgent), method, now],
    );
    return token;
  }

  /** Who holds this token, or undefined when it stands for nobody (any more). */
  async actorOf(token: string): Promise<Actor | undefined> {
    const signIn = await this.read(hashOf(token));
    const now = this.clock.now();
    if (!signIn || isExpired(signIn, signIn.life, now)) return undefined;
    if (isUseWorthNoting(signIn.lastUsedAt, now)) await this.noteUse(signIn, now);
    const { id: tokenId, lastUsedAt: _, life: __, ...who } = signIn;
    return { tokenId, ...who };
  }

  async list(actor: Actor): Promise<SignInView[]> {
    const now = this.clock.now();
    const life = await this.cooperatives.policiesOf(actor.cooperativeId);
    const rows = (await this.queries.ofMember(actor.memberId)).map((row) => ({ ...row, roles: actor.roles }));
    return rows
      .filter((row) => !isExpired(row, life, now))
      .map((row) => ({
        id: row.id,
        device: row.device,
        method: row.method,
        createdAt: row.createdAt.toISOString(),
        lastUsedAt: row.lastUsedAt.toISOString(),
        expiresAt: expiryOf(row, life).toISOString(),
        isCurrent: row.id === actor.tokenId,
      }));
  }

  /** @throws DomainError not-found for a sign-in that is not one's own. */
  async revoke(actor: Actor, tokenId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [row] = await tx.sql<{ hash: string }>(
        'UPDATE sign_in_tokens SET revoked_at = coalesce(revoked_at, $3) WHERE id = $1 AND member_id = $2 RETURNING hash',
        [tokenId, actor.memberId, this.clock.now()],
      );
      this.forget(tx, [found(row)]);
    });
  }

  async signOut(visitor: Visitor): Promise<void> {
    await this.database.transaction((tx) => this.end(tx, visitor.cookieHeader));
  }

  async signOutElsewhere(actor: Actor): Promise<void> {
    await this.database.transaction((tx) => this.revokeOthers(tx, actor.memberId, actor.tokenId));
  }

  /** Ends all sign-ins of the member but the one given. */
  async revokeOthers(tx: Tx, memberId: string, keptTokenId?: string): Promise<void> {
    const rows = await tx.sql<{ hash: string }>(
      `UPDATE sign_in_tokens SET revoked_at = $2
       WHERE member_id = $1 AND revoked_at IS NULL AND id IS DISTINCT FROM $3::uuid RETURNING hash`,
      [memberId, this.clock.now(), keptTokenId ?? null],
    );
    this.forget(tx, rows);
  }

  /** Ends the sign-in of a Cookie header, if it holds one. */
  private async end(tx: Tx, cookieHeader: string | undefined): Promise<void> {
    const token = cookieIn(cookieHeader, this.config, 'sinau');
    if (token === undefined) return;
    const rows = await tx.sql<{ hash: string }>(
      'UPDATE sign_in_tokens SET revoked_at = $2 WHERE hash = $1 AND revoked_at IS NULL RETURNING hash',
      [hashOf(token), this.clock.now()],
    );
    this.forget(tx, rows);
  }

  /** Of these sign-ins, those that have ended: for whoever keeps sockets open. One question for all of them. */
  async endedAmong(tokenIds: readonly string[]): Promise<string[]> {
    const rows = await this.queries.stillOpen(tokenIds);
    const now = this.clock.now();
    const open = new Set(rows.filter((row) => !isExpired(row, row.life, now)).map((row) => row.id));
    return tokenIds.filter((id) => !open.has(id));
  }

  async forgetOld(): Promise<void> {
    await this.database.sql(
      `DELETE FROM sign_in_tokens token USING members member, cooperatives cooperative
       WHERE member.id = token.member_id AND cooperative.id = member.cooperative_id
         AND token.last_used_at < $1::timestamptz - make_interval(days => $2 + greatest(
           coalesce((cooperative.policies ->> 'signInDays')::int, $3),
           coalesce((cooperative.policies ->> 'adminSignInHours')::int, $4) / 24 + 1))`,
      [this.clock.now(), KEEP_DAYS, USUAL_POLICIES.signInDays, USUAL_POLICIES.adminSignInHours],
    );
  }

  private async read(hash: string): Promise<SignIn | undefined> {
    const known = this.cache.get(hash);
    if (known && this.clock.ticks() - known.readAt < CACHE_MS) return known.signIn;
    if (this.cache.size >= CACHE_ENTRIES) this.cache.clear();
    const signIn = this.queries.signInOf(hash);
    this.cache.set(hash, { readAt: this.clock.ticks(), signIn });
    // A failed read is nobody's answer but the one who asked.
    signIn.catch(() => this.cache.delete(hash));
    return signIn;
  }

  private async noteUse(signIn: SignIn, now: Date): Promise<void> {
    signIn.lastUsedAt = now;
    await this.database.sql('UPDATE sign_in_tokens SET last_used_at = $2 WHERE id = $1 AND last_used_at < $2', [
      signIn.id,
      now,
    ]);
  }

  private forget(tx: Tx, rows: readonly { hash: string }[]): void {
    tx.afterCommit(() => {
      for (const { hash } of rows) this.cache.delete(hash);
    });
  }
}
