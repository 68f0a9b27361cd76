// An open transaction. Services pass it first; locks and writes live in it; nothing leaves the process before it ends.

import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import { found } from '../errors.js';
import { rowsOf } from './sql.js';

export class Tx {
  private state: 'open' | 'ended' = 'open';
  private readonly whenCommitted: (() => void)[] = [];

  /** Only `Database.transaction` makes one. */
  constructor(private readonly entityManager: EntityManager) {}

  /** TypeORM's manager, bound to this transaction. */
  get manager(): EntityManager {
    this.assertOpen();
    return this.entityManager;
  }

  async sql<Row>(text: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return rowsOf<Row>(this.manager, text, parameters);
  }

  /** Runs after the commit, never after a rollback: the only place from which a broadcast or a wake-up may start. */
  afterCommit(callback: () => void): void {
    this.assertOpen();
    this.whenCommitted.push(callback);
  }

  /** The entity, locked until the transaction ends. @throws DomainError not-found */
  async lock<Entity extends ObjectLiteral>(
    target: EntityTarget<Entity>,
    where: FindOptionsWhere<Entity>,
  ): Promise<Entity> {
    const entity = await this.manager.findOne(target, { where, lock: { mode: 'pessimistic_write' } });
    return found(entity);
  }

  /** One at a time for everything that names the same key, until the transaction ends. */
  async lockKey(key: string): Promise<void> {
    await this.sql('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
  }

  /** For `Database.transaction` alone: closes the handle and answers what waits for the commit. */
  end(): readonly (() => void)[] {
    this.state = 'ended';
    return this.whenCommitted;
  }

  private assertOpen(): void {
    if (this.state === 'ended')
      throw new Error('This transaction has ended: lock and write inside Database.transaction');
  }
}
