// Reading the data of many people at once leaves an entry too, as rules ask: who, what, when, from where.

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../contracts/permissions.js';
import type { Page } from '../../contracts/schemas.js';
import { Clock } from '../clock.js';
import { Database } from '../database/database.js';
import { TokenBuckets } from '../limits/token-bucket.js';
import { Audit, type AuditRecord } from './audit.js';

/** Fewer people than this, and no more of them on a next page, are a look at somebody, not a list. */
const BULK = 10;
/** The same page read again within ten minutes is the same look: pages refetch when a window is come back to. */
const ONCE_IN_TEN_MINUTES = { burst: 1, perSecond: 1 / 600 };

@Injectable()
export class BulkReads {
  /** Of this process: another that has not seen the look writes a second entry, which harms nobody. */
  private readonly looks = new TokenBuckets();

  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * @param read what was asked: `after` is the query with its filters and, past the first page, its cursor.
   * @param page what is answered, and handed on as it is once the entry stands.
   */
  async noted<T>(read: BulkRead, page: Page<T>): Promise<Page<T>> {
    const people = page.items.length;
    const { actor, action, subject, query } = read;
    const look = `${actor.memberId} ${action} ${subject.id} ${JSON.stringify(query)}`;
    const isPart = page.nextCursor !== null || 'cursor' in query;
    if (people === 0 || (people < BULK && !isPart)) return page;
    if (this.looks.take(look, ONCE_IN_TEN_MINUTES, this.clock.now().getTime()) > 0) return page;
    const entry = { actor, action, subject, after: { ...query, people } };
    await this.database
      .transaction((tx) => this.audit.record(tx, entry))
      .catch((error: unknown) => {
        // Nobody was shown anything: the next try is the first look.
        this.looks.forget(look);
        throw error;
      });
    return page;
  }
}

export interface BulkRead extends Pick<AuditRecord, 'action' | 'subject'> {
  actor: Actor;
  query: object;
}
