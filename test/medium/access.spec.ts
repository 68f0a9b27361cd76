// Who is acting: tokens recognised, expired, ended; routes and commands that say nothing are refused.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { AccessCheck } from '../../src/auth/access-check.js';
import { AuthService } from '../../src/auth/auth.service.js';
import { newId } from '../../src/platform/ids.js';
import { bootApp, type TestApp } from '../support/app.js';

let app: TestApp;
let auth: AuthService;

beforeAll(async () => {
  app = await bootApp();
  auth = app.server.app.get(AuthService, { strict: false });
});

afterAll(async () => {
  await app.close();
});

async function aPerson(roles: string[] = ['member']): Promise<{ id: string; cooperativeId: string }> {
  const cooperativeId = newId();
  const id = newId();
  await app.db.sql(
    `INSERT INTO cooperatives (id, slug, name, colour, language, zone, created_at)
     VALUES ($1, $2, 'Koperasi', '#006644', 'id', 'Asia/Jakarta', $3)`,
    [cooperativeId, `k-${cooperativeId}`, app.clock.now()],
  );
  await app.db.sql(
    `INSERT INTO members (id, cooperative_id, number, name, roles, zone, language, created_at, updated_at)
     VALUES ($1, $2, '1', 'Sri', $3, 'Asia/Makassar', 'id', $4, $4)`,
    [id, cooperativeId, roles, app.clock.now()],
  );
  return { id, cooperativeId };
}

describe('a sign-in', () => {
  let person: { id: string; cooperativeId: string };
  let cookie: string;

  beforeEach(async () => {
    person = await aPerson();
    cookie = await auth.signInAs(person.id);
  });

  it('stands for its member, with roles, language and zone', async () => {
    expect(await auth.authenticate(cookie)).toMatchObject({
      memberId: person.id,
      cooperativeId: person.cooperativeId,
      roles: ['member'],
      unitIds: [],
      language: 'id',
      zone: 'Asia/Makassar',
    });
  });

  it('is kept as a hash: what the database holds signs nobody in', async () => {
    const [row] = await app.db.sql<{ hash: string }>('SELECT hash FROM sign_in_tokens WHERE member_id = $1', [
      person.id,
    ]);
    expect(cookie).not.toContain(row?.hash);
    expect(await auth.authenticate(`sinau=${row?.hash ?? ''}`)).toBeUndefined();
  });

  it.each(['', 'sinau=', 'sinau=nothing', 'other=1', `sinau=${'x'.repeat(5_000)}`])(
    'is not in the cookie %#',
    async (header) => {
      expect(await auth.authenticate(header)).toBeUndefined();
    },
  );

  it('lasts 90 days from its last use, noted once an hour', async () => {
    app.clock.advance({ days: 80 });
    expect(await auth.authenticate(cookie)).toBeDefined();
    app.clock.advance({ days: 80 });
    expect(await auth.authenticate(cookie)).toBeDefined();
    app.clock.advance({ days: 90 });
    expect(await auth.authenticate(cookie)).toBeUndefined();
  });

  it('lasts 12 hours for an admin', async () => {
    const admin = await auth.signInAs((await aPerson(['member', 'admin'])).id);
    app.clock.advance({ hours: 12 });
    expect(await auth.authenticate(admin)).toBeUndefined();
    expect(await auth.authenticate(cookie)).toBeDefined();
  });

  it('ends when its member leaves', async () => {
    await app.db.sql(`UPDATE members SET status = 'keluar' WHERE id = $1`, [person.id]);
    expect(await auth.authenticate(cookie)).toBeUndefined();
  });
});

describe('the boot', () => {
  it('refuses a route that says nothing', () => {
    @Controller('silent')
    class SilentController {
      @Get()
      read(): string {
        return 'something';
      }
    }
    const found = { isDependencyTreeStatic: () => true, instance: new SilentController() };
    const discovery = { getControllers: () => [found], getProviders: () => [] } as unknown as DiscoveryService;
    const check = new AccessCheck(discovery, new MetadataScanner(), new Reflector());
    expect(() => {
      check.onApplicationBootstrap();
    }).toThrow('SilentController.read');
  });
});
