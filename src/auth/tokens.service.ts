// Sign-ins: given out, recognised, ended. What ends one acts within two seconds on every node.

import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../contracts/permissions.js';
import { Clock } from '../platform/clock.js';
import type { Config } from '../platform/config/config.js';
import { CONFIG } from '../platform/config/config.module.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { newId } from '../platform/ids.js';
import { deviceOf } from './device.rules.js';
import { hashOf, newSecret } from './secret-token.js';
import { isExpired, isUseWorthNoting } from './sign-in-token.rules.js';
import { TokensQueries, type SignIn } from './tokens.queries.js';

/** How long a node believes what it last read: leaving, a new role and a sign-out elsewhere act after this at the latest. */
const CACHE_MS = 1_000;
const CACHE_ENTRIES = 20_000;

@Injectable()
export class TokensService {
  private readonly cache = new Map<string, { readAt: number; signIn: Promise<SignIn | undefined> }>();

  constructor(
    private readonly database: Database,
    private readonly queries: TokensQueries,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The new sign-in's token, for the cookie; it is never seen again. */
  async issue(tx: Tx, memberId: string, userAgent: string | undefined): Promise<string> {
    const token = newSecret();
    const now = this.clock.now();
    await tx.sql(
      `INSERT INTO sign_in_tokens (id, member_id, hash, device, created_at, last_used_at)
       VALUES ($1, $2, $3, $4, $5, $5)`,
      [newId(), memberId, hashOf(token), deviceOf(userAgent), now],
    );
    return token;
  }

  /** Who holds this token, or undefined when it stands for nobody (any more). */
  async actorOf(token: string): Promise<Actor | undefined> {
    const hash = hashOf(token);
    const signIn = await this.read(hash);
    const now = this.clock.now();
    if (!signIn || isExpired(signIn, this.config.signInHours, now)) return undefined;
    if (isUseWorthNoting(signIn.lastUsedAt, now)) await this.noteUse(signIn, now);
    const { id: tokenId, lastUsedAt: _, ...who } = signIn;
    return { tokenId, ...who };
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
}
