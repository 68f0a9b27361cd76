// Counts attempts in PostgreSQL, so that all nodes count together and by the one clock.

import { Inject, Injectable } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import { Clock } from '../clock.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { Database } from '../database/database.js';
import { DomainError } from '../errors.js';
import { OnSweep } from '../queue/on-job.decorator.js';

/** At most `points` in `seconds`, from the first one on. */
export interface Limit {
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
}

@Injectable()
export class RateLimits {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Counts one attempt, whatever becomes of it: one statement of its own, never part of the caller's transaction.
   * @param whom what the limit counts by (an account, an address); @throws DomainError rate-limited beyond the limit.
   */
  async take(limit: Limit, whom: string): Promise<void> {
    const [row] = await this.database.sql<{ points: number; resetsAt: Date }>(
      `INSERT INTO rate_limits AS old (key, points, resets_at)
       VALUES ($1, 1, $2::timestamptz + make_interval(secs => $3))
       ON CONFLICT (key) DO UPDATE SET
         points = CASE WHEN old.resets_at <= $2 THEN 1 ELSE old.points + 1 END,
         resets_at = CASE WHEN old.resets_at <= $2 THEN excluded.resets_at ELSE old.resets_at END
       RETURNING points, resets_at AS "resetsAt"`,
      [this.keyOf(limit, whom), this.clock.now(), limit.seconds],
    );
    if (row && row.points > limit.points) throw this.refusal(row.resetsAt);
  }

  /** Counts nothing. @throws DomainError rate-limited where the limit is used up. */
  async check(limit: Limit, whom: string): Promise<void> {
    const [row] = await this.database.sql<{ resetsAt: Date }>(
      'SELECT resets_at AS "resetsAt" FROM rate_limits WHERE key = $1 AND points >= $2 AND resets_at > $3',
      [this.keyOf(limit, whom), limit.points, this.clock.now()],
    );
    if (row) throw this.refusal(row.resetsAt);
  }

  /** Forgets what was counted: whoever succeeded starts anew. */
  async forgive(limit: Limit, whom: string): Promise<void> {
    await this.database.sql('DELETE FROM rate_limits WHERE key = $1', [this.keyOf(limit, whom)]);
  }

  @OnSweep(600)
  async forgetPast(): Promise<void> {
    await this.database.sql('DELETE FROM rate_limits WHERE resets_at <= $1', [this.clock.now()]);
  }

  private refusal(resetsAt: Date): DomainError {
    const seconds = Math.ceil((resetsAt.getTime() - this.clock.now().getTime()) / 1_000);
    return new DomainError('rate-limited', [], Math.max(1, seconds));
  }

  private keyOf(limit: Limit, whom: string): string {
    return createHmac('sha256', this.config.secret).update(`${limit.name}\n${whom}`).digest('base64url');
  }
}
