// The door to PostgreSQL: transactions that retry what PostgreSQL asks to retry, and typed reads outside of them.

import { Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError, type EntityManager } from 'typeorm';
import { rowsOf } from './sql.js';
import { Tx } from './tx.js';

const RETRIES = 4;
// serialization_failure and deadlock_detected: PostgreSQL rolled everything back and asks to try again.
const RETRYABLE = ['40001', '40P01'];

@Injectable()
export class Database {
  constructor(private readonly source: DataSource) {}

  /** TypeORM's manager for reads outside a transaction. */
  get manager(): EntityManager {
    return this.source.manager;
  }

  /** Reads outside a transaction (queries files). */
  sql<Row>(text: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return rowsOf<Row>(this.source.manager, text, parameters);
  }

  /**
   * Runs `work` in one transaction (READ COMMITTED: lock before you look). It may run again after a deadlock, so it
   * must do nothing that leaves the process; that belongs in `tx.afterCommit`.
   */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(work);
      } catch (error) {
        if (attempt > RETRIES || !isRetryable(error)) throw error;
      }
    }
  }

  /** Reads that must agree with one another: all see the database as it was at the first of them. */
  async atOneMoment<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.source.transaction('REPEATABLE READ', async (manager) => {
      const handle = new Tx(manager);
      await handle.sql('SET TRANSACTION READ ONLY');
      return work(handle).finally(() => handle.end());
    });
  }

  private async once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    let handle: Tx | undefined;
    const result = await this.source
      .transaction(async (manager) => {
        handle = new Tx(manager);
        return work(handle);
      })
      .catch((error: unknown) => {
        handle?.end();
        throw error;
      });
    for (const callback of handle?.end() ?? []) callback();
    return result;
  }
}

/** The PostgreSQL error code (`23505` unique_violation, …) of a failed query, if it is one. */
export function sqlStateOf(error: unknown): string | undefined {
  if (!(error instanceof QueryFailedError)) return undefined;
  const cause: unknown = error.driverError;
  return typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string'
    ? cause.code
    : undefined;
}

/** The name of the unique constraint or index that a failed write broke, if it did. */
export function brokenUnique(error: unknown): string | undefined {
  if (sqlStateOf(error) !== '23505' || !(error instanceof QueryFailedError)) return undefined;
  const cause: unknown = error.driverError;
  return typeof cause === 'object' && cause !== null && 'constraint' in cause ? String(cause.constraint) : undefined;
}

function isRetryable(error: unknown): boolean {
  return RETRYABLE.includes(sqlStateOf(error) ?? '');
}
