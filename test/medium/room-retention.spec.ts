// What was written in a room is taken out of every row once the cooperative's time for keeping it is over: chat, questions,
// answers in words of one's own, announcements, reasons. What joined the library stays; so does every count.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AnswerTo, Posted, Refusal, RoomCommand } from '../../src/contracts/room-protocol.js';
import { newId } from '../../src/platform/ids.js';
import type { FollowUp, LibraryEntry } from '../../src/questions/question.dto.js';
import { signedIn } from '../factories/auth.js';
import { aRoom, type Person, type SeededRoom } from '../factories/room.js';
import { bootApp, type TestApp } from '../support/app.js';
import { RoomClient } from '../support/room-client.js';

/** In everything that is to go, and in nothing else. */
const SECRET = 'kelapamuda';
/** In what joins the library. */
const KEPT = 'simpananpokok';
const DAYS = 180;

let app: TestApp;

beforeAll(async () => {
  app = await bootApp();
});

afterAll(async () => {
  await app.close();
});

interface PageOf<Item> {
  items: Item[];
}

async function entered(room: SeededRoom, person: Person): Promise<RoomClient> {
  const { cookie } = await signedIn(app, person);
  const made = new RoomClient(app.url, cookie, room.sessionId);
  await made.enter();
  return made;
}

async function done<Command extends RoomCommand>(sent: Promise<AnswerTo<Command> | Refusal>): Promise<Posted> {
  const answer = await sent;
  if (!('seq' in answer)) throw new Error(JSON.stringify(answer));
  return { ok: true, seq: answer.seq };
}

/** A room in which the secret word was written wherever somebody may write. */
async function aTalkedRoom(): Promise<SeededRoom> {
  const room = await aRoom(app, { members: 2, wentLiveMinutesAgo: 30 });
  await app.db.sql('UPDATE cooperatives SET policies = $2 WHERE id = $1', [
    ...[room.cooperativeId, JSON.stringify({ roomRetentionDays: DAYS })],
  ]);
  await app.db.sql(`UPDATE members SET roles = '{member,facilitator}' WHERE id = $1`, [room.host.id]);
  const [first, second] = room.members as [Person, Person];
  const clients = [await entered(room, room.host), await entered(room, first), await entered(room, second)] as const;
  const [host, asker, other] = clients;
  const id = newId;

  const { seq: message } = await done(asker.post(`${SECRET} pertama`));
  await done(asker.send('chat.edit', { id: id(), message, text: `${SECRET} kedua` }));
  await done(host.send('chat.pin', { id: id(), message }));
  await done(other.send('chat.report', { id: id(), message, reason: SECRET }));
  await done(host.send('room.announce', { id: id(), text: SECRET }));
  await done(host.send('member.mute', { id: id(), memberId: second.id, isMuted: true, reason: SECRET }));
  await done(host.send('member.mute', { id: id(), memberId: second.id, isMuted: false, reason: SECRET }));

  const asked = async (text: string, by = asker): Promise<string> => {
    await done(by.send('question.ask', { id: id(), text }));
    const found = () => host.state?.questions.find((one) => one.text === text);
    await host.until(() => found() !== undefined);
    return found()?.id ?? '';
  };
  const approved = async (text: string): Promise<string> => {
    const questionId = await asked(text, other);
    await done(host.send('question.approve', { id: id(), questionId, version: 1 }));
    return questionId;
  };
  await asked(`Menunggu ${SECRET}?`);
  await approved(`Belum terjawab ${SECRET}?`);
  const aloud = await approved(`Lisan ${SECRET}?`);
  await done(host.send('question.answer', { id: id(), questionId: aloud, version: 2 }));
  const rejected = await asked(`Ditolak ${SECRET}?`);
  await done(host.send('question.reject', { id: id(), questionId: rejected, version: 1, reason: SECRET }));
  const withdrawn = await asked(`Ditarik ${SECRET}?`);
  await done(asker.send('question.withdraw', { id: id(), questionId: withdrawn }));
  const written = await approved(`Berapa ${KEPT}?`);
  await done(host.send('question.answer', { id: id(), questionId: written, version: 2, text: `${KEPT} Rp100.000` }));

  for (const kind of ['words', 'short'] as const) {
    const pollId = id();
    await done(host.send('poll.save', { id: id(), pollId, kind, text: 'Satu kata?', options: [] }));
    await done(host.send('poll.open', { id: id(), pollId, version: 1 }));
    await done(asker.send('poll.answer', { id: id(), pollId, run: 1, answer: { text: SECRET } }));
    await done(host.send('poll.close', { id: id(), pollId, version: 2 }));
  }
  for (const client of clients) await client.leave();
  for (const client of clients) client.close();
  const staff = await signedIn(app, room.host);
  expect((await staff.post(`/api/sessions/${room.sessionId}/end`)).status).toBe(200);
  app.clock.advance({ minutes: 11 });
  await app.settle();
  return room;
}

/** Every row of the room, as text. */
async function rowsOf({ sessionId }: SeededRoom): Promise<string> {
  const found = await app.db.sql<{ row: string }>(
    `SELECT event::text AS row FROM room_events event WHERE session_id = $1
     UNION ALL SELECT question::text FROM room_questions question WHERE session_id = $1
     UNION ALL SELECT follow_up::text FROM question_follow_ups follow_up WHERE session_id = $1
     UNION ALL SELECT poll::text FROM polls poll WHERE session_id = $1
     UNION ALL SELECT held::text FROM poll_runs held JOIN polls poll ON poll.id = held.poll_id WHERE session_id = $1
     UNION ALL SELECT given::text FROM poll_answers given JOIN polls poll ON poll.id = given.poll_id
       WHERE session_id = $1`,
    [sessionId],
  );
  return found.map(({ row }) => row).join('\n');
}

const lines = (text: string): number => text.split('\n').length;

describe('what was written in a room', () => {
  it('is taken out of all its rows once the time for it is over; the library and the numbers stay', async () => {
    const room = await aTalkedRoom();
    app.clock.advance({ days: DAYS - 1 });
    await app.settle();
    const before = await rowsOf(room);
    // The control: all of it stood there until the last day.
    expect(before.split(SECRET).length).toBeGreaterThan(20);
    const followUps = async (): Promise<number> =>
      (await (await signedIn(app, room.host)).get<PageOf<FollowUp>>('/api/questions/follow-ups')).body.items.length;
    expect(await followUps()).toBe(1);

    app.clock.advance({ days: 2 });
    await app.settle();
    const after = await rowsOf(room);
    expect(after).not.toContain(SECRET);
    expect(lines(after)).toBe(lines(before) - 1);
    expect(await followUps()).toBe(0);
    const reader = await signedIn(app, room.members[1] ?? room.host);
    const library = await reader.get<PageOf<LibraryEntry>>(`/api/questions/library?search=${KEPT}`);
    expect(library.body.items).toMatchObject([{ text: `Berapa ${KEPT}?`, answer: { text: `${KEPT} Rp100.000` } }]);
    const path = `/api/sessions/${room.sessionId}/room/transcript?format=json`;
    const transcript = await (await signedIn(app, room.host)).get<{ kind: string; count: number | null }[]>(path);
    expect(JSON.stringify(transcript.body)).not.toContain(SECRET);
    expect(transcript.body.filter(({ kind }) => kind === 'poll').map(({ count }) => count)).toEqual([1, 1]);
  });
});
