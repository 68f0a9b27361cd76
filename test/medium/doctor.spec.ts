// The doctor names what is wrong, and says nothing of the kind of a deployment that is well.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { diagnose } from '../../src/operations/doctor.js';
import type { Room } from '../../src/operations/machine-checks.js';
import { Audit } from '../../src/platform/audit/audit.js';
import { dataSourceOptions } from '../../src/platform/database/data-source-options.js';
import { Database } from '../../src/platform/database/database.js';
import { newId } from '../../src/platform/ids.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { FixedClock } from '../support/fixed-clock.js';

let database: TestDatabase;
let data: string;

beforeEach(async () => {
  database = await createTestDatabase();
  data = mkdtempSync(join(tmpdir(), 'sinau-doctor-'));
}, 60_000);

afterEach(async () => {
  await database.drop();
  rmSync(data, { recursive: true, force: true });
});

describe('the doctor', () => {
  it('finds a fresh deployment well', async () => {
    const { lines, isDone } = await examine();
    expect(lines.filter((line) => !line.startsWith('ok '))).toEqual(['All is well.']);
    expect(isDone).toBe(true);
  });

  it('lists every setting that is wrong, and looks no further', async () => {
    const { lines, isDone } = await examine({ PORT: 'http', SMTP_URL: 'mail.example.com' });
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^!! {2}configuration +PORT: /);
    expect(lines[1]).toMatch(/^!! {2}configuration +SMTP_URL: /);
    expect(isDone).toBe(false);
  });

  it('says that the database is away without repeating its password', async () => {
    const lost = new URL(database.appUrl);
    lost.pathname = '/nowhere';
    const { lines } = await examine({ DATABASE_URL: lost.href });
    expect(lines.join('\n')).toMatch(/!! {2}database +cannot be reached/);
    expect(lines.join('\n')).not.toContain(lost.password);
  });

  it('refuses an application that owns its tables', async () => {
    const { lines } = await examine({ DATABASE_URL: database.ownerUrl });
    expect(lines.join('\n')).toMatch(/!! {2}privileges +\S+ owns \d+ tables/);
  });

  it.each([
    [0.9, /!! {2}disk +only 0\.9 GB free in \S+: make room/],
    [4.9, /!! {2}disk +only 4\.9 GB free/],
    [5.1, /ok {2}disk +5\.1 GB free/],
  ])('says whether %s GB of 100 are enough', async (free, line) => {
    expect((await examine({}, free)).lines.join('\n')).toMatch(line);
  });

  it('names an event that failed for good', async () => {
    await asOwner(
      `INSERT INTO outbox_events (id, name, payload, occurred_at, due_at, failed_at, attempts, last_error)
       VALUES ('${newId()}', 'session.ended', '{}', now(), now(), now(), 12, 'the handler broke')`,
    );
    expect((await examine()).lines.join('\n')).toMatch(/!! {2}events +1 failed for good .*the handler broke/);
  });

  it('says that no worker takes the events', async () => {
    await asOwner(
      `INSERT INTO outbox_events (id, name, payload, occurred_at, due_at)
       VALUES ('${newId()}', 'session.ended', '{}', now() - interval '1 hour', now() + interval '1 hour')`,
    );
    expect((await examine()).lines.join('\n')).toMatch(
      /!! {2}events +1 wait, the oldest for 3\d\d\d s: start a worker/,
    );
  });

  it.each([
    ['changed', `UPDATE audit_entries SET action = 'nothing.happened' WHERE number = 2`, 2],
    ['taken out', `DELETE FROM audit_entries WHERE number = 2`, 2],
    ['cut off', `DELETE FROM audit_entries WHERE number = 3`, 3],
    ['given other values', `UPDATE audit_values SET after = '{"name": "Lain"}' WHERE number = 1`, 1],
  ])('names the first audit entry that was %s', async (_, sql, number) => {
    await threeEntries();
    expect((await examine()).isDone).toBe(true);
    await asOwner(`ALTER TABLE audit_entries DISABLE TRIGGER USER; ${sql}`);
    expect((await examine()).lines.join('\n')).toMatch(new RegExp(`!! {2}audit .*broken at entry ${String(number)}:`));
  });
});

/** @param freeGigabytes on a disk of 100; the disk of whoever runs the tests may be full. */
function examine(env: NodeJS.ProcessEnv = {}, freeGigabytes = 50): ReturnType<typeof diagnose> {
  const room = (): Promise<Room> => Promise.resolve({ freeBytes: freeGigabytes * 1e9, totalBytes: 100e9 });
  return diagnose({ NODE_ENV: 'test', DATABASE_URL: database.appUrl, SINAU_DATA: data, ...env }, { room });
}

async function threeEntries(): Promise<void> {
  const cooperativeId = newId();
  await asOwner(
    `INSERT INTO cooperatives (id, slug, name, colour, language, zone, created_at)
     VALUES ('${cooperativeId}', 'uji', 'Koperasi Uji', '#0b6e4f', 'id', 'Asia/Jakarta', now())`,
  );
  const source = await new DataSource(dataSourceOptions(database.appUrl, 1, 'sinau-test')).initialize();
  const [clock, access] = [new FixedClock(), new Database(source)];
  const audit = new Audit(clock);
  for (const name of ['Satu', 'Dua', 'Tiga']) {
    await access.transaction((tx) =>
      audit.record(tx, {
        actor: { cooperativeId, memberId: '' },
        action: 'cooperative.changed',
        subject: { type: 'cooperative', id: cooperativeId },
        after: { name, at: clock.now() },
      }),
    );
  }
  await source.destroy();
}

async function asOwner(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  await client.query(sql);
  await client.end();
}
