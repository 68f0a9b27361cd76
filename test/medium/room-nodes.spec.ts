// One room on two nodes: both show the same, in the same order, and what is decided on one acts on the other.
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { signedIn } from '../factories/auth.js';
import { aRoom, type Person, type SeededRoom } from '../factories/room.js';
import { bootApp, type TestApp } from '../support/app.js';
import { describeWithRedis, startRedis, type TestRedis } from '../support/redis.js';
import { startNode, type TestNode } from '../support/node.js';
import { RoomClient } from '../support/room-client.js';

function promises(redisUrl: () => string | undefined): void {
  let app: TestApp;
  let other: TestNode;
  const open: RoomClient[] = [];
  const shared = (): { REDIS_URL?: string } => {
    const url = redisUrl();
    return url === undefined ? {} : { REDIS_URL: url };
  };

  beforeAll(async () => {
    app = await bootApp({ env: shared() });
    other = await startNode(app, shared());
  });

  afterEach(() => {
    for (const client of open.splice(0)) client.close();
  });

  afterAll(async () => {
    await other.close();
    await app.close();
  });

  async function entered(url: string, room: SeededRoom, person: Person | undefined): Promise<RoomClient> {
    const client = new RoomClient(url, (await signedIn(app, person ?? room.host)).cookie, room.sessionId);
    open.push(client);
    await client.enter();
    return client;
  }

  it('shows the same events in the same order on both', async () => {
    const room = await aRoom(app, { members: 12 });
    const people = await Promise.all(
      room.members.map((member, n) => entered(n % 2 === 0 ? app.url : other.url, room, member)),
    );
    await Promise.all(people.flatMap((one, n) => [one.post(`${n}-1`), one.post(`${n}-2`), one.post(`${n}-3`)]));
    for (const one of people) await one.until((client) => client.shown.length === 36);
    for (const one of people) expect(one.shown).toEqual(people[0]?.shown);
    expect(people[0]?.shown.map((event) => event.seq)).toEqual(Array.from({ length: 36 }, (_, n) => n + 1));
    for (const one of people) await one.until((client) => client.count === 12);
  });

  it('counts a member once and their devices over both', async () => {
    const room = await aRoom(app, { members: 1 });
    const [member] = room.members;
    const host = await entered(other.url, room, room.host);
    const first = await entered(app.url, room, member);
    for (const url of [other.url, other.url, app.url]) await entered(url, room, member);
    await first.until((one) => one.goodbyes.includes('too-many-devices'));
    await host.until((one) => one.count === 2);
  });

  it('resumes on the other node, and closes what the first one left when it stopped', async () => {
    const room = await aRoom(app, { members: 2 });
    const stopping = await startNode(app, shared());
    const moving = await entered(stopping.url, room, room.members[0]);
    const staying = await entered(app.url, room, room.members[1]);
    await staying.post('sebelum');
    await moving.until((one) => one.shown.length === 1);
    app.clock.advance({ seconds: 30 });
    await stopping.close();
    await moving.until((one) => !one.isConnected);
    expect(moving.goodbyes).toEqual(['server-restarts']);
    await staying.post('sementara');
    const [span] = await app.db.sql<{ seconds: number }>(
      `SELECT extract(epoch FROM ended_at - connected_at)::int AS seconds FROM presence_spans
       WHERE session_id = $1 AND member_id = $2`,
      [room.sessionId, room.members[0]?.id],
    );
    expect(span?.seconds).toBe(30);
  });
}

describe('two nodes over PostgreSQL alone', () => {
  promises(() => undefined);
});

describeWithRedis('two nodes with Redis between them', () => {
  let redis: TestRedis | undefined;

  beforeAll(async () => {
    redis = await startRedis();
  });

  promises(() => redis?.url);

  afterAll(async () => {
    await redis?.stop();
  });
});
