// Hands, reactions and typing over two nodes: counted together, never one packet a click, and a raised hand stands.
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import type { Posted, Refusal } from '../../src/contracts/room-protocol.js';
import { newId } from '../../src/platform/ids.js';
import { signedIn } from '../factories/auth.js';
import { aRoom, type Person, type SeededRoom } from '../factories/room.js';
import { bootApp, type TestApp } from '../support/app.js';
import { startNode, type TestNode } from '../support/node.js';
import { RoomClient } from '../support/room-client.js';

let app: TestApp;
let other: TestNode;
const open: RoomClient[] = [];

beforeAll(async () => {
  app = await bootApp();
  other = await startNode(app);
});

afterEach(() => {
  for (const client of open.splice(0)) client.close();
});

afterAll(async () => {
  await other.close();
  await app.close();
});

async function entered(
  room: SeededRoom,
  person: Person | undefined,
  { url = app.url, mode = 'full' }: { url?: string; mode?: 'full' | 'text' } = {},
): Promise<RoomClient> {
  const { cookie } = await signedIn(app, person ?? room.host);
  const client = new RoomClient(url, cookie, room.sessionId, true, mode);
  open.push(client);
  await client.enter();
  return client;
}

/** Half of them on each node. */
function all(room: SeededRoom): Promise<RoomClient[]> {
  return Promise.all(
    room.members.map((member, n) => entered(room, member, { url: n % 2 === 0 ? app.url : other.url })),
  );
}

const claps = ({ pulses }: RoomClient): number =>
  pulses.reduce((total, { reactions }) => total + (reactions.clap ?? 0), 0);

const raise = (client: RoomClient, isRaised = true, id = newId()): Promise<Posted | Refusal> =>
  client.send('hand.raise', { id, isRaised });

interface Hands {
  items: { name: string; isHere: boolean }[];
  nextCursor: string | null;
}

async function hands(room: SeededRoom, query = '') {
  const host = await signedIn(app, room.host);
  const { body } = await host.get<Hands>(`/api/sessions/${room.sessionId}/room/hands${query}`);
  const names = (items: Hands['items']): string[] => items.map(({ name }) => name);
  return {
    names: names(body.items),
    away: names(body.items.filter(({ isHere }) => !isHere)),
    nextCursor: body.nextCursor,
  };
}

/** Their connections are noted as gone: from now on the clock counts. */
async function away(room: SeededRoom, names: string[]): Promise<void> {
  for (;;) if (isDeepStrictEqual((await hands(room)).away, names)) return;
}

describe('reactions', () => {
  it('of two hundred clicks are told as one number, on both nodes, in text mode too', async () => {
    const room = await aRoom(app, { members: 10 });
    const members = await all(room);
    const [here, there] = [await entered(room, room.host), await entered(room, room.host, { url: other.url })];
    const reader = await entered(room, room.members[0], { mode: 'text' });
    const acks = await Promise.all(
      members.flatMap((member) => Array.from({ length: 20 }, () => member.send('room.react', { reaction: 'clap' }))),
    );
    expect(acks).toEqual(acks.map(() => ({ ok: true })));
    for (const one of [here, there, reader]) await one.until((client) => claps(client) === 200);
    const withClaps = here.pulses.filter(({ reactions }) => reactions.clap !== undefined);
    expect(withClaps.length).toBeLessThan(20);
    expect(here.pulse).toMatchObject({ count: 11, hands: 0, typing: 0 });
    expect(here.lastSeq).toBe(0);
  });

  it('are of the room’s own kinds, and of those in it', async () => {
    const room = await aRoom(app);
    const member = await entered(room, room.members[0]);
    expect(await member.send('room.react', { reaction: 'boo' as 'clap' })).toMatchObject({ code: 'invalid-input' });
    await member.leave();
    expect(await member.send('room.react', { reaction: 'clap' })).toMatchObject({ code: 'wrong-state' });
    expect(await member.send('room.typing', {})).toMatchObject({ code: 'wrong-state' });
  });
});

describe('typing', () => {
  it('counts who types, on whichever node, until they stop', async () => {
    const room = await aRoom(app, { members: 3 });
    const members = await all(room);
    const host = await entered(room, room.host);
    for (const member of members) await member.send('room.typing', {});
    await host.until(({ pulse }) => pulse?.typing === 3);
    await host.until(({ pulse }) => pulse?.typing === 0);
  });
});

describe('a raised hand', () => {
  it('stands in its order for staff, is counted for all, and known on all its member’s devices', async () => {
    const room = await aRoom(app, { members: 3 });
    const [first, second, third] = await all(room);
    const [device, host] = [await entered(room, room.members[1], { url: app.url }), await entered(room, room.host)];
    if (!first || !second || !third) throw new Error('Three members');
    for (const one of [second, first, third, second]) {
      await raise(one);
      app.clock.advance({ seconds: 1 });
    }
    for (const one of [first, host]) await one.until(({ pulse }) => pulse?.hands === 3);
    await device.until(({ state }) => state?.mine.isHandRaised === true);
    expect((await hands(room)).names).toEqual(['Anggota 2', 'Anggota 1', 'Anggota 3']);
    const page = await hands(room, '?limit=2');
    expect(page.names).toEqual(['Anggota 2', 'Anggota 1']);
    const rest = await hands(room, `?limit=2&cursor=${page.nextCursor ?? ''}`);
    expect(rest).toEqual({ names: ['Anggota 3'], away: [], nextCursor: null });
    expect(first.shown.filter(({ kind }) => kind === 'hand.changed')).toHaveLength(1);
  });

  it('comes down when its member or staff lower it, each told once', async () => {
    const room = await aRoom(app, { members: 2 });
    const [member, another] = await all(room);
    const host = await entered(room, room.host);
    if (!member || !another) throw new Error('Two members');
    const ids = [newId(), newId(), newId()];
    const up = await raise(member, true, ids[0]);
    await raise(member, false, ids[1]);
    expect(await raise(member, true, ids[0])).toEqual(up);
    expect((await hands(room)).names).toEqual([]);
    await raise(member);
    const memberId = room.members[0]?.id ?? '';
    expect(await another.send('hand.lower', { id: newId(), memberId })).toMatchObject({ code: 'forbidden' });
    const lowered = await host.send('hand.lower', { id: ids[2] ?? '', memberId });
    expect(await host.send('hand.lower', { id: ids[2] ?? '', memberId })).toEqual(lowered);
    await member.until((one) => one.shown.filter(({ kind }) => kind === 'hand.changed').length === 4);
    expect(member.state?.mine.isHandRaised).toBe(false);
    expect(another.shown).toEqual([]);
    const audited = await app.db.sql(
      `SELECT number FROM audit_entries WHERE subject_id = $1 AND action = 'room.hand-lowered'`,
      [room.sessionId],
    );
    expect(audited).toHaveLength(1);
  });

  it('stands for a minute after its member’s last connection went, in its place, and comes down then', async () => {
    const room = await aRoom(app, { members: 2 });
    const [member, waiting] = room.members;
    const [first, second] = [await entered(room, member), await entered(room, member, { url: other.url })];
    const [host, next] = [await entered(room, room.host), await entered(room, waiting)];
    await raise(first);
    await raise(next);
    await first.leave();
    second.cut();
    await away(room, ['Anggota 1']);
    app.clock.advance({ seconds: 59 });
    await app.settle();
    expect(await hands(room)).toMatchObject({ names: ['Anggota 1', 'Anggota 2'], away: ['Anggota 1'] });
    const back = await entered(room, member);
    expect(back.state?.mine.isHandRaised).toBe(true);
    app.clock.advance({ seconds: 120 });
    await app.settle();
    expect(await hands(room)).toMatchObject({ names: ['Anggota 1', 'Anggota 2'], away: [] });
    await back.leave();
    await away(room, ['Anggota 1']);
    app.clock.advance({ seconds: 60 });
    await app.settle();
    await host.until(({ pulse, shown }) => pulse?.hands === 1 && shown.at(-1)?.kind === 'hand.changed');
    expect((await hands(room)).names).toEqual(['Anggota 2']);
    expect((await entered(room, member)).state?.mine.isHandRaised).toBe(false);
  });

  it('comes down where a node that died left it standing, unless its member comes back', async () => {
    const room = await aRoom(app, { members: 2 });
    for (const { id } of room.members) {
      await app.db.sql('INSERT INTO room_standings (session_id, member_id, hand_raised_at) VALUES ($1, $2, $3)', [
        ...[room.sessionId, id, app.clock.now()],
      ]);
    }
    const member = await entered(room, room.members[0]);
    expect(member.state?.mine.isHandRaised).toBe(true);
    app.clock.advance({ seconds: 60 });
    await app.settle();
    expect((await hands(room)).names).toEqual(['Anggota 1']);
  });

  it('is in the stream what it is in a snapshot, whatever was done', async () => {
    const step = fc.constantFrom('raise' as const, 'lower' as const, 'staff' as const, 'twice' as const);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        const room = await aRoom(app, { members: 1 });
        const [member, host] = [await entered(room, room.members[0]), await entered(room, room.host)];
        for (const kind of steps) {
          if (kind === 'staff') await host.send('hand.lower', { id: newId(), memberId: room.members[0]?.id ?? '' });
          else if (kind === 'twice') await Promise.all([raise(member, false), raise(member)]);
          else await raise(member, kind === 'raise');
        }
        const fresh = await entered(room, room.members[0], { url: other.url });
        await member.until(({ lastSeq }) => lastSeq >= fresh.lastSeq);
        expect(member.state).toEqual(fresh.state);
        for (const client of open.splice(0)) client.close();
      }),
      { numRuns: 8 },
    );
  }, 60_000);
});
