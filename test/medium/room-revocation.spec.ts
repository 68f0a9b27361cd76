// Who may no longer be in a room is out of it within the doorman's round, on whichever node they are and it was decided.
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import { signedIn, type Client } from '../factories/auth.js';
import { aRoom, somePeople, type Person, type SeededRoom } from '../factories/room.js';
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

interface Scene {
  room: SeededRoom;
  member: Person;
  /** The member's own sign-in, which both their devices share. */
  own: Client;
  admin: Client;
  host: RoomClient;
}

const someone: Person = { id: '', name: '' };

/** Each through the interface by which people do it, except where there is none yet. */
const CASES: Record<string, { reason: string; act: (scene: Scene) => Promise<unknown> }> = {
  'a removal': {
    reason: 'removed',
    act: ({ host, member }) =>
      host.send('member.remove', { id: newId(), memberId: member.id, isRemoved: true, reason: 'Iklan' }),
  },
  'a sign-out': { reason: 'signed-out', act: ({ own }) => own.post('/api/auth/sign-out') },
  'a cancelled registration': {
    reason: 'no-access',
    act: ({ own, room }) => own.delete(`/api/sessions/${room.sessionId}/registration`),
  },
  'leaving the cooperative': {
    reason: 'signed-out',
    act: ({ admin, member }) => admin.patch(`/api/members/${member.id}`, { version: 1, status: 'keluar' }),
  },
  'becoming staff': {
    reason: 'role-changed',
    act: ({ room, member }) =>
      app.db.sql(`INSERT INTO session_staff (session_id, member_id, role) VALUES ($1, $2, 'moderator')`, [
        room.sessionId,
        member.id,
      ]),
  },
};

describe('who may no longer be here', () => {
  it.each(Object.entries(CASES))('goes on both nodes after %s, told why; others stay', async (_, { reason, act }) => {
    const room = await aRoom(app, { state: 'published', startsInMinutes: 10 });
    const [member = someone, staying] = room.members;
    const [chair = someone] = await somePeople(app, room.cooperativeId, 1, 'Pengurus', ['member', 'admin']);
    const own = await signedIn(app, member);
    const scene = {
      room,
      member,
      own,
      admin: await signedIn(app, chair),
      host: await entered(app.url, room, room.host),
    };
    const devices = [await entered(app.url, room, member, own), await entered(other.url, room, member, own)];
    const others = [scene.host, await entered(other.url, room, staying)];
    await act(scene);
    for (const device of devices) await device.until((one) => !one.isConnected);
    expect(devices.map(({ goodbyes }) => goodbyes)).toEqual([[reason], [reason]]);
    expect(others.map(({ isConnected }) => isConnected)).toEqual([true, true]);
  });

  it('as one of the staff who is another now comes in anew, on every device, and is told what they are', async () => {
    const room = await aRoom(app);
    const devices = [await entered(app.url, room, room.host), await entered(other.url, room, room.host)];
    const staying = await entered(app.url, room, room.members[0]);
    await app.db.sql(`UPDATE session_staff SET role = 'speaker' WHERE member_id = $1`, [room.host.id]);
    // Not before the open line is gone, either: what they are is looked up for every act.
    const [device] = devices;
    expect(await device?.send('room.announce', { id: newId(), text: 'Halo' })).toMatchObject({ code: 'forbidden' });
    for (const one of devices) await one.until(({ isConnected }) => !isConnected);
    expect(devices.map(({ goodbyes }) => goodbyes)).toEqual([['role-changed'], ['role-changed']]);
    await device?.enter();
    expect(device?.joined?.me).toMatchObject({ isStaff: true, role: 'speaker' });
    expect(staying.isConnected).toBe(true);
  });

  it('as staff no more comes in anew, and is told no more than members are', async () => {
    const room = await aRoom(app);
    const [member = someone, second] = room.members;
    await app.db.sql(`INSERT INTO session_staff (session_id, member_id, role) VALUES ($1, $2, 'moderator')`, [
      room.sessionId,
      member.id,
    ]);
    const [staff, author] = [await entered(other.url, room, member), await entered(app.url, room, second)];
    expect(staff.joined?.me.isStaff).toBe(true);
    await app.db.sql('DELETE FROM session_staff WHERE member_id = $1', [member.id]);
    await staff.until((one) => !one.isConnected);
    expect(staff.goodbyes).toEqual(['role-changed']);
    await staff.enter();
    expect(staff.joined?.me.isStaff).toBe(false);
    await author.post('halo');
    await author.send('chat.report', { id: newId(), message: 1, reason: 'Iklan' });
    await author.post('hai');
    await staff.until((one) => one.lastSeq === 3);
    expect(staff.shown.map(({ kind }) => kind)).toEqual(['chat.posted', 'chat.posted']);
  });
});

async function entered(url: string, room: SeededRoom, person = someone, as?: Client): Promise<RoomClient> {
  const { cookie } = as ?? (await signedIn(app, person));
  const client = new RoomClient(url, cookie, room.sessionId);
  open.push(client);
  await client.enter();
  return client;
}
