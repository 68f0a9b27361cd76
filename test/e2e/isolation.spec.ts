// Nothing of one cooperative is visible to another, and nobody does more than their role: every route and every command of
// the live room, tried by everybody who must not.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROOM_COMMANDS, ROOM_PROTOCOL, type RoomCommand } from '../../src/contracts/room-protocol.js';
import { bootApp, type TestApp } from '../support/app.js';
import { connect, type RoomSocket } from '../support/room-client.js';
import { COMMANDS, ROUTES, type RouteRow } from '../support/route-table.js';
import { operationsOf, routesOf } from '../support/router.js';
import { aPlace, clientOf, pathIn, SECRET_NAME, somePeople, WHO, type Place, type Who } from '../support/world.js';
import type { MemberRow } from '../factories/members.js';

let app: TestApp;
let place: Place;
let other: Place;
let people: Record<Who, MemberRow | undefined>;

beforeAll(async () => {
  app = await bootApp();
  place = await aPlace(app);
  other = await aPlace(app);
  people = await somePeople(app, place, other);
});

afterAll(async () => {
  for (const socket of sockets.values()) socket.close();
  await app.close();
});

/** One connection each: a member may not knock without end. */
const sockets = new Map<Who, RoomSocket>();
async function socketOf(who: Who): Promise<RoomSocket> {
  const open = sockets.get(who);
  if (open?.connected) return open;
  const { cookie } = await clientOf(app, people[who]);
  const socket = await connect(app.url, cookie);
  sockets.set(who, socket);
  return socket;
}

/** The browsable API page and what it is made of: the same for everybody. */
const isApiPage = (route: string): boolean => route.startsWith('GET /api/docs');

describe('the table', () => {
  it('has a row for every route of the running server, and no row without one', () => {
    const routes = routesOf(app).filter((route) => !isApiPage(route));
    expect(routes.length).toBeGreaterThan(30);
    expect(Object.keys(ROUTES).sort()).toEqual([...new Set(routes)].sort());
  });

  it('has a row for everything the API document tells of', () => {
    const documented = operationsOf(app).map(({ route }) => route);
    expect(documented.filter((route) => !(route in ROUTES))).toEqual([]);
  });
});

describe.each(Object.entries(ROUTES))('%s', (route, row) => {
  it.each(WHO)('for %s', async (who) => {
    const client = await clientOf(app, people[who]);
    const before = await fingerprint();
    const { status, text } = await send(client, route, row);
    const expected = row.expect[who];
    if (expected === 'may') {
      expect([401, 403, 404]).not.toContain(status);
      expect(status).toBeLessThan(500);
      if (!row.isPublic) expectNoSecrets(who, text);
    } else {
      expect(status).toBe(expected);
      expect(text).not.toContain(SECRET_NAME);
    }
    if (row.isPublic) expect(text).not.toContain(SECRET_NAME);
    // Whoever runs the session may also change it; nobody else may, whatever they were answered.
    if (who !== 'host' && who !== 'moderator') expect(await fingerprint()).toBe(before);
  });
});

describe.each(Object.entries(COMMANDS))('the command %s', (name, row) => {
  it.each(WHO.filter((who) => who !== 'nobody'))('for %s', async (who) => {
    const socket = await socketOf(who);
    const ack: unknown = await socket.timeout(5_000).emitWithAck(name as RoomCommand, row.command(place) as never);
    const expected = row.expect[who];
    expect(ack).toMatchObject(expected === 'may' ? { ok: true } : { code: expected });
    expect(JSON.stringify(ack)).not.toContain(SECRET_NAME);
    // Each command finds them in no room, as the first one did.
    if (expected === 'may') await socket.timeout(5_000).emitWithAck('room.leave', { v: ROOM_PROTOCOL });
  });
});

describe('the live room', () => {
  it('lets nobody connect who has not signed in, or comes from another site', async () => {
    await expect(connect(app.url, '')).rejects.toMatchObject({ message: 'unauthenticated' });
    const { cookie } = await clientOf(app, people.member);
    await expect(connect(app.url, cookie, { origin: 'https://jahat.example' })).rejects.toThrow();
  });

  it('has a row for every command it knows', () => {
    expect(Object.keys(COMMANDS).sort()).toEqual(Object.keys(ROOM_COMMANDS).sort());
  });
});

async function send(
  client: Awaited<ReturnType<typeof clientOf>>,
  route: string,
  row: RouteRow,
): Promise<{ status: number; text: string }> {
  const [method = '', pattern = ''] = route.split(' ');
  const path = pattern === '*' ? '/api/tidak-ada' : pathIn(place, pattern);
  const json = row.body
    ? { body: JSON.stringify(row.body(place)), headers: { 'content-type': 'application/json' } }
    : {};
  const response = await client.fetch(path, { method, ...json });
  return { status: response.status, text: await response.text() };
}

/** Another cooperative sees no id of the place; a coordinator of the second unit sees nobody of the first. */
function expectNoSecrets(who: Who, text: string): void {
  if (who === 'otherAdmin') {
    const { cooperative, target, sessionId, registrationId, rosterImportId, firstUnitId } = place;
    const ids = [cooperative.id, target.id, sessionId, registrationId, rosterImportId, firstUnitId];
    for (const secret of [...ids, place.cooperative.slug, place.target.number]) expect(text).not.toContain(secret);
  }
  // The other cooperative has somebody of that name too, and its admin sees them.
  if (who !== 'otherAdmin' && who !== 'supervisor' && who !== 'host') expect(text).not.toContain(SECRET_NAME);
}

/** Everything of the place that nobody here may change. */
async function fingerprint(): Promise<string> {
  const [row] = await app.db.sql<{ print: string }>(
    `SELECT md5(concat(
       (SELECT c FROM cooperatives c WHERE id = $1), (SELECT m FROM members m WHERE id = $2),
       (SELECT s FROM sessions s WHERE id = $3), (SELECT r FROM registrations r WHERE id = $4),
       (SELECT string_agg(a::text, '') FROM attendances a WHERE cooperative_id = $1),
       (SELECT t.revoked_at FROM sign_in_tokens t WHERE id = $5),
       (SELECT count(*) FROM members WHERE cooperative_id = $1),
       (SELECT count(*) FROM sessions WHERE cooperative_id = $1),
       (SELECT count(*) FROM audit_entries WHERE cooperative_id = $1 AND action NOT LIKE '%.exported'))) AS print`,
    [place.cooperative.id, place.target.id, place.sessionId, place.registrationId, place.tokenId],
  );
  return row?.print ?? '';
}
