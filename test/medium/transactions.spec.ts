// What a transaction promises: locks only while it is open, effects only after it, retries when PostgreSQL asks.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Audit } from '../../src/platform/audit/audit.js';
import { chainHash, GENESIS } from '../../src/platform/audit/hash-chain.js';
import type { Tx } from '../../src/platform/database/tx.js';
import { newId } from '../../src/platform/ids.js';
import { bootApp, type TestApp } from '../support/app.js';

let app: TestApp;

beforeAll(async () => {
  app = await bootApp();
});

afterAll(async () => {
  await app.close();
});

describe('a transaction', () => {
  it('refuses to lock, write or promise anything once it has ended', async () => {
    let leaked: Tx | undefined;
    await app.db.transaction((tx) => {
      leaked = tx;
      return Promise.resolve();
    });
    await expect(leaked?.lockKey('seat')).rejects.toThrow('has ended');
    await expect(leaked?.sql('SELECT 1')).rejects.toThrow('has ended');
    expect(() => leaked?.afterCommit(() => undefined)).toThrow('has ended');
  });

  it('runs what waits for the commit after it, and never after a rollback', async () => {
    const said: string[] = [];
    await app.db.transaction((tx) => {
      tx.afterCommit(() => said.push('committed'));
      said.push('inside');
      return Promise.resolve();
    });
    const failed = app.db.transaction((tx) => {
      tx.afterCommit(() => said.push('never'));
      return Promise.reject(new Error('no'));
    });
    await expect(failed).rejects.toThrow('no');
    expect(said).toEqual(['inside', 'committed']);
  });

  it('retries both sides of a deadlock until both have happened', async () => {
    const [a, b] = [newId(), newId()];
    const log: string[] = [];
    let arrived = 0;
    let open: () => void = () => undefined;
    const bothArrived = new Promise<void>((resolve) => (open = resolve));
    const cross = (name: string, first: string, second: string): Promise<void> =>
      app.db.transaction(async (tx) => {
        await tx.lockKey(first);
        arrived += 1;
        if (arrived === 2) open();
        await bothArrived;
        await tx.lockKey(second);
        tx.afterCommit(() => log.push(name));
      });
    await Promise.all([cross('ab', a, b), cross('ba', b, a)]);
    expect(log.sort()).toEqual(['ab', 'ba']);
    expect(arrived).toBeGreaterThan(2);
  });
});

describe('the audit', () => {
  const cooperativeId = newId();
  const record = (action: string): Promise<void> =>
    app.db.transaction((tx) =>
      app.server.app.get(Audit, { strict: false }).record(tx, {
        actor: { cooperativeId, memberId: newId() },
        action,
        subject: { type: 'session', id: newId() },
        before: { title: 'lama' },
        after: { title: 'baru' },
      }),
    );

  it('numbers and chains the entries of a cooperative, whoever writes at the same time', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => record(`session.renamed-${n}`)));
    const entries = await app.db.sql<Record<string, unknown>>(
      `SELECT cooperative_id AS "cooperativeId", number, actor_member_id AS "actorMemberId", action,
              subject_type AS "subjectType", subject_id AS "subjectId", fields, values_hash AS "valuesHash", at,
              from_hash AS "fromHash", previous_hash AS "previousHash", hash
       FROM audit_entries WHERE cooperative_id = $1 ORDER BY number`,
      [cooperativeId],
    );
    expect(entries.map((entry) => entry['number'])).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    let previous = GENESIS;
    for (const { hash, ...content } of entries) {
      expect(hash).toBe(chainHash(previous, content));
      previous = String(hash);
    }
  });

  it.each(['UPDATE audit_entries SET action = $$x$$', 'DELETE FROM audit_entries', 'TRUNCATE audit_entries'])(
    'is refused change by the database, to the owner too: %s',
    async (statement) => {
      await expect(app.db.sql(statement)).rejects.toThrow(/permission denied|append-only/);
      const owner = new pg.Client({ connectionString: app.database.ownerUrl });
      await owner.connect();
      await expect(owner.query(statement)).rejects.toThrow('audit_entries is append-only');
      await owner.end();
    },
  );
});
