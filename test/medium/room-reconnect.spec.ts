// Three hundred people in one room, some of whom lose the line: everybody ends with every message, in order, none twice.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AuthService } from '../../src/auth/auth.service.js';
import { newId } from '../../src/platform/ids.js';
import { aRoom, type SeededRoom } from '../factories/room.js';
import { bootApp, type TestApp } from '../support/app.js';
import { RoomClient } from '../support/room-client.js';

const PEOPLE = 300;
/** In three shifts, so that nobody writes more than a member may at once, however fast the machine is. */
const SPEAKERS = 60;
const WAVES = 4;
const CUT_A_WAVE = 30;

let app: TestApp;

beforeAll(async () => {
  app = await bootApp();
});

afterAll(async () => {
  await app.close();
});

/** @param forgetful how many of those who lose the line come back without saying what they have: the control. */
async function crowd(room: SeededRoom, forgetful: number): Promise<RoomClient[]> {
  const auth = app.server.app.get(AuthService, { strict: false });
  const clients: RoomClient[] = [];
  for (let from = 0; from < PEOPLE; from += 50) {
    const some = room.members.slice(from, from + 50).map(async (member, index) => {
      const resumes = PEOPLE - (from + index) > forgetful;
      const client = new RoomClient(app.url, await auth.signInAs(member.id), room.sessionId, resumes);
      await client.enter();
      return client;
    });
    clients.push(...(await Promise.all(some)));
  }
  return clients;
}

it('loses and doubles nothing for whoever resumes, and does for whoever does not', async () => {
  const room = await aRoom(app, { members: PEOPLE });
  const clients = await crowd(room, CUT_A_WAVE);
  const speakers = clients.slice(0, SPEAKERS);
  const ids = new Map<string, number>();
  const say = async (speaker: RoomClient, text: string): Promise<void> => {
    const id = newId();
    // Every third is sent twice, as after an acknowledgement that got lost.
    const answers = await Promise.all(
      ids.size % 3 === 0 ? [speaker.post(text, id), speaker.post(text, id)] : [speaker.post(text, id)],
    );
    for (const answer of answers) {
      if (!('ok' in answer)) throw new Error(answer.code);
      expect(ids.get(id) ?? answer.seq).toBe(answer.seq);
      ids.set(id, answer.seq);
    }
  };
  for (let wave = 0; wave < WAVES; wave += 1) {
    const before = speakers.slice(0, 40).map((speaker, n) => say(speaker, `${wave}a${n}`));
    const cut = clients.slice(PEOPLE - (wave + 1) * CUT_A_WAVE, PEOPLE - wave * CUT_A_WAVE);
    for (const client of cut) client.cut();
    await Promise.all(before);
    // While they are away, and again while they come back.
    await Promise.all(speakers.slice(40, 50).map((speaker, n) => say(speaker, `${wave}b${n}`)));
    await Promise.all([
      ...cut.map((client) => client.enter()),
      ...speakers.slice(50).map((speaker, n) => say(speaker, `${wave}c${n}`)),
    ]);
  }
  const all = [...ids].sort(([, a], [, b]) => a - b).map(([id]) => id);
  expect(all).toHaveLength(WAVES * SPEAKERS);
  expect([...ids.values()].sort((a, b) => a - b)).toEqual(all.map((_, index) => index + 1));

  const [resuming, forgetful] = [clients.slice(0, -CUT_A_WAVE), clients.slice(-CUT_A_WAVE)];
  for (const client of resuming) await client.until((one) => one.shown.length >= all.length);
  for (const client of resuming) expect(client.shown.map(idOf)).toEqual(all);
  const lost = forgetful.map((client) => all.length - new Set(client.shown.map(idOf)).size);
  expect(Math.min(...lost)).toBeGreaterThan(0);
  for (const client of clients) client.close();
}, 180_000);

function idOf(event: RoomClient['shown'][number]): string {
  return event.kind === 'chat.posted' ? event.id : event.kind;
}
