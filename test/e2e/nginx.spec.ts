// Two nodes of the built product behind nginx as docs/nginx.conf sets it up: people and sockets come through as they are,
// a room that is split over both is one room, and when a node dies its members go on at the other.
import { mkdtempSync, rmSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { freePort } from '../../scripts/embedded/ports.ts';
import { aBrowser, signedIn } from '../factories/auth.js';
import { sendFile } from '../factories/files.js';
import { aCooperative, aMember, anAdmin } from '../factories/members.js';
import { aRoom, type Person, type SeededRoom } from '../factories/room.js';
import { bootApp, type TestApp } from '../support/app.js';
import { BuiltProcess } from '../support/built-process.js';
import { FixedClock } from '../support/fixed-clock.js';
import { describeWithNginx, startNginx, type TestNginx } from '../support/nginx.js';
import { connect, RoomClient } from '../support/room-client.js';
import { until } from '../support/started.js';

jest.setTimeout(120_000);

const PATIENCE_MS = 60_000;
const MEMBERS = 6;
/** Below nginx's limit and above Sinau's. */
const TOO_LARGE = 55 * 1024 * 1024;

interface Node {
  process: BuiltProcess;
  url: string;
}

describeWithNginx('two nodes behind nginx', () => {
  /** For its rows alone: nobody speaks with it. */
  let app: TestApp;
  let nodes: Node[] = [];
  let nginx: TestNginx;
  const open: RoomClient[] = [];
  const data = mkdtempSync(join(tmpdir(), 'sinau-nodes-'));

  beforeAll(async () => {
    app = await bootApp({ clock: new FixedClock(new Date().toISOString()) });
    for (let attempt = 1; ; attempt += 1) {
      const port = await freePort();
      nodes = await Promise.all([startNode(port), startNode(port)]);
      try {
        for (const node of nodes) await answers(node);
        nginx = await startNginx(
          port,
          nodes.map(({ url }) => url),
        );
        return;
      } catch (error) {
        // Somebody else may take a port between our look and theirs.
        await Promise.all(nodes.map(({ process }) => process.kill()));
        if (attempt === 5) throw error;
      }
    }
  });

  afterAll(async () => {
    for (const client of open) client.close();
    await nginx.stop();
    await Promise.all(nodes.map(({ process }) => process.kill()));
    await app.close();
    rmSync(data, { recursive: true, force: true });
  });

  async function startNode(publicPort: number): Promise<Node> {
    const port = await freePort();
    const process = new BuiltProcess('main.js', {
      NODE_ENV: 'development',
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${String(publicPort)}`,
      TRUST_PROXY: '127.0.0.1',
      DATABASE_URL: app.database.appUrl,
      SINAU_DATA: data,
      SINAU_SECRET: 's'.repeat(40),
      LOG_LEVEL: 'error',
    });
    return { process, url: `http://127.0.0.1:${String(port)}` };
  }

  async function answers({ process, url }: Node): Promise<void> {
    let isOver = false;
    void process.ended.then(() => (isOver = true));
    await until(async () => {
      if (isOver) throw new Error(`A node did not start: ${process.output}`);
      const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
      await answer?.arrayBuffer();
      return answer?.status === 200;
    }, PATIENCE_MS);
  }

  async function enters(room: SeededRoom, person: Person | undefined, url = nginx.url): Promise<RoomClient> {
    const { cookie } = await signedIn(app, person ?? room.host);
    const client = new RoomClient(url, cookie, room.sessionId);
    open.push(client);
    await client.enter();
    return client;
  }

  /** The node on which each of them sat down last, by person. */
  async function seats({ sessionId }: SeededRoom): Promise<Map<string, string>> {
    const rows = await app.db.sql<{ id: string; node: string }>(
      `SELECT DISTINCT ON (member_id) member_id AS id, node_id AS node FROM presence_spans
       WHERE session_id = $1 ORDER BY member_id, connected_at DESC`,
      [sessionId],
    );
    return new Map(rows.map(({ id, node }) => [id, node]));
  }

  /** When nginx last put a file on its disk, by folder. */
  function written(): Promise<number[]> {
    return Promise.all(['client_body', 'proxy'].map(async (kind) => (await stat(join(nginx.folder, kind))).mtimeMs));
  }

  it('hands on pages and answers, and what protects them', async () => {
    const page = await fetch(nginx.url, { headers: { accept: 'text/html' } });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<div id="root">');
    expect(page.headers.get('content-security-policy')).toContain(`ws://${new URL(nginx.url).host}`);
    expect(page.headers.get('server')).toBe('nginx');
    const unknown = await fetch(`${nginx.url}/api/nothing`);
    expect(unknown.status).toBe(404);
    expect(await unknown.json()).toMatchObject({ code: 'not-found' });
    expect((await fetch(`${nginx.url}/metrics`)).status).toBe(404);
  });

  it('lets nobody say for themselves where they come from', async () => {
    const cooperative = await aCooperative(app);
    const admin = await signedIn(app, await anAdmin(app, cooperative));
    const member = await aMember(app, cooperative);
    for (const [index, address] of ['203.0.113.7', '203.0.113.8'].entries()) {
      const browser = aBrowser(nginx, { cookie: admin.cookie, 'x-forwarded-for': address, origin: nginx.url });
      const changed = await browser.patch(`/api/members/${member.id}`, {
        version: index + 1,
        name: `Nama ${String(index)}`,
      });
      expect(changed.status).toBe(200);
    }
    const rows = await app.db.sql<{ from: string }>(
      'SELECT DISTINCT from_hash AS from FROM audit_entries WHERE subject_id = $1',
      [member.id],
    );
    expect(rows).toHaveLength(1);
  });

  it('lets Sinau itself refuse what is too large, and keeps nothing of it', async () => {
    const admin = await anAdmin(app, await aCooperative(app));
    const browser = aBrowser(nginx, { cookie: (await signedIn(app, admin)).cookie });
    const before = await written();
    const json = await browser.post('/api/members', { name: 'x'.repeat(2 * 1024 * 1024) });
    expect(json).toMatchObject({ status: 413, body: { code: 'body-too-large' } });
    const file = await sendFile(browser, 'POST', '/api/roster-imports', Buffer.alloc(TOO_LARGE, 'a;b\n'), 'a.csv');
    expect(file).toMatchObject({ status: 413, body: { code: 'body-too-large' } });
    expect(await written()).toEqual(before);
  });

  it('lets sockets of its own pages through, and no other page’s', async () => {
    const room = await aRoom(app, { members: 1 });
    const { cookie } = await signedIn(app, room.host);
    const own = await connect(nginx.url, cookie, { origin: nginx.url });
    expect(own.connected).toBe(true);
    own.close();
    await expect(connect(nginx.url, cookie, { origin: 'https://lain.example' })).rejects.toThrow();
  });

  it('shows one order to members on both nodes; when a node dies, its members go on at the other, and miss nothing', async () => {
    const room = await aRoom(app, { members: MEMBERS });
    const ids = room.members.map(({ id }) => id);
    const people: RoomClient[] = [];
    for (const member of room.members) people.push(await enters(room, member));
    // Past nginx, so that the test knows which node this is.
    await enters(room, room.host, nodes[0]?.url);
    const before = await seats(room);
    const dying = before.get(room.host.id);
    const [orphans = [], others = []] = [true, false].map((isIts) =>
      people.filter((_, n) => (before.get(ids[n] ?? '') === dying) === isIts),
    );
    expect(orphans).toHaveLength(MEMBERS / 2);

    await Promise.all(people.flatMap((one, n) => [one.post(`${String(n)}-a`), one.post(`${String(n)}-b`)]));
    await haveAll(people, 2 * MEMBERS);

    await nodes[0]?.process.kill();
    await until(() => orphans.every((one) => !one.isConnected), PATIENCE_MS);
    expect(orphans.flatMap(({ goodbyes }) => goodbyes)).toEqual([]);
    await Promise.all(others.map((one, n) => one.post(`sementara ${String(n)}`)));

    await Promise.all(orphans.map((one) => one.enter()));
    expect(orphans.map(({ joined }) => joined?.mode)).toEqual(orphans.map(() => 'gap'));
    await Promise.all(orphans.map((one, n) => one.post(`kembali ${String(n)}`)));
    await haveAll(people, 3 * MEMBERS);
    const after = await seats(room);
    expect(new Set(ids.map((id) => after.get(id)))).toEqual(
      new Set([...before.values()].filter((node) => node !== dying)),
    );
    for (const one of others) expect(one.isConnected).toBe(true);
  });
});

/** All of them show that many events, numbered without a gap, the same in the same order. */
async function haveAll(people: readonly RoomClient[], count: number): Promise<void> {
  for (const one of people) await one.until(({ shown }) => shown.length === count);
  for (const one of people) expect(one.shown).toEqual(people[0]?.shown);
  expect(people[0]?.shown.map(({ seq }) => seq)).toEqual(Array.from({ length: count }, (_, n) => n + 1));
}
