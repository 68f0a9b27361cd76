// Where staff act from stands in the audit: as a hash that only this deployment can make, by the address it believes.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Reflector } from '@nestjs/core';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { Requires } from '../../src/platform/http/access.decorator.js';
import { NetworkOrigin } from '../../src/platform/http/network-origin.js';
import { loadConfig } from '../../src/platform/config/config.js';
import { AccessGuard } from '../../src/auth/access.guard.js';
import { AuthService } from '../../src/auth/auth.service.js';
import { GuestPasses } from '../../src/auth/guest-passes.service.js';
import { RoomBroadcaster, type RoomServer } from '../../src/room/room.broadcaster.js';
import { signedIn } from '../factories/auth.js';
import { aCooperative, aMember, anAdmin } from '../factories/members.js';
import { bootApp, type TestApp } from '../support/app.js';
import { connect } from '../support/room-client.js';

@Requires('room.join')
class Commands {}

let app: TestApp;

beforeAll(async () => {
  app = await bootApp({ env: { TRUST_PROXY: '127.0.0.1' } });
});

afterAll(async () => {
  await app.close();
});

describe('where somebody acts from', () => {
  it('stands in the audit as a hash: one for each address', async () => {
    const cooperative = await aCooperative(app);
    const admin = await signedIn(app, await anAdmin(app, cooperative));
    const member = await aMember(app, cooperative);
    for (const [index, address] of ['203.0.113.7', '203.0.113.7', '203.0.113.8'].entries()) {
      const changed = await admin.fetch(`/api/members/${member.id}`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
        body: JSON.stringify({ version: index + 1, name: `Nama ${String(index)}` }),
      });
      expect(changed.status).toBe(200);
    }
    const rows = await app.db.sql<{ from: string }>(
      'SELECT from_hash AS from FROM audit_entries WHERE subject_id = $1 ORDER BY number',
      [member.id],
    );
    const [first, second, third] = rows.map(({ from }) => from);
    expect(first).toMatch(/^[\w-]{43}$/);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it('is known of a command over a socket too', async () => {
    const admin = await signedIn(app, await anAdmin(app, await aCooperative(app)));
    const headers = { cookie: admin.cookie, 'x-forwarded-for': '203.0.113.7' };
    // What the server keeps of a connection once it stands, and what each command on it is then looked at with.
    const kept = Promise.withResolvers<{ fromHash?: string }>();
    const broadcaster = app.server.app.get(RoomBroadcaster, { strict: false });
    (Reflect.get(broadcaster, 'server') as RoomServer).once('connection', ({ data }) => {
      kept.resolve(data);
    });
    const client = await connect(app.url, admin.cookie, headers);
    const { fromHash } = await kept.promise;
    client.close();
    const socket = { handshake: { headers }, data: { actor: undefined, fromHash } };
    const get = { strict: false };
    const guard = new AccessGuard(
      app.server.app.get(AuthService, get),
      app.server.app.get(GuestPasses, get),
      new Reflector(),
      app.server.app.get(NetworkOrigin, get),
    );
    const command = new ExecutionContextHost([socket], Commands, () => 'left');
    command.setType('ws');
    expect(await guard.canActivate(command)).toBe(true);
    expect(socket.data.actor).toMatchObject({
      fromHash: app.server.app.get(NetworkOrigin, { strict: false }).hashOf(requestFrom(headers)),
    });
  });

  it('cannot be made by who does not have the secret, and believes no header without a proxy', () => {
    const of = (secret: string, proxies: string): NetworkOrigin => {
      const env = { DATABASE_URL: app.database.appUrl, SINAU_SECRET: secret.repeat(32), TRUST_PROXY: proxies };
      return new NetworkOrigin(loadConfig(env, () => ''));
    };
    const [direct, forwarded] = [requestFrom({}), requestFrom({ 'x-forwarded-for': '203.0.113.7' })];
    expect(of('a', 'false').hashOf(direct)).not.toBe(of('b', 'false').hashOf(direct));
    expect(of('a', 'false').hashOf(forwarded)).toBe(of('a', 'false').hashOf(direct));
    expect(of('a', '127.0.0.1').hashOf(forwarded)).not.toBe(of('a', '127.0.0.1').hashOf(direct));
  });
});

/** A request that came from this machine, as a proxy's do. */
function requestFrom(headers: Record<string, string>): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: '127.0.0.1' });
  return Object.assign(new IncomingMessage(socket), { headers });
}
