// The ground the other tests stand on: a database per file, and a Redis of one's own.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { describeWithRedis, startRedis, type TestRedis } from '../support/redis.js';

let first: TestDatabase;
let second: TestDatabase;

beforeAll(async () => {
  [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
});

afterAll(async () => {
  await first.drop();
  await second.drop();
});

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

it('gives two databases that do not see each other', async () => {
  await ask(first.ownerUrl, 'CREATE TABLE only_here (id int)');
  await expect(ask(second.ownerUrl, 'SELECT FROM only_here')).rejects.toThrow('does not exist');
});

it('speaks UTF-8, and gives the application a role that owns nothing', async () => {
  const asked = `SELECT current_setting('server_encoding') AS encoding, current_setting('is_superuser') AS super`;
  expect(await ask(first.appUrl, asked)).toEqual([{ encoding: 'UTF8', super: 'off' }]);
  await expect(ask(first.appUrl, 'CREATE TABLE mine (id int)')).rejects.toThrow('permission denied');
});

describeWithRedis('Redis', () => {
  let server: TestRedis | undefined;
  afterAll(() => server?.stop());

  it('evicts nothing and saves nothing', async () => {
    server = await startRedis();
    const redis = new Redis(server?.url ?? '');
    expect(await redis.config('GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
    expect(await redis.config('GET', 'save')).toEqual(['save', '']);
    expect(server?.pid).toBeGreaterThan(0);
    await redis.quit();
  });
});
