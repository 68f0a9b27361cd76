// Questions in the room, through real sockets: who sees what, each act once, votes counted exactly, and the same state for
// whoever was there and whoever comes anew.
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RoomSettings } from '../../src/contracts/room-chat.js';
import { SNAPSHOT_QUESTIONS, snapshotQuestions } from '../../src/contracts/question-order.js';
import type { Posted, Refusal, RoomSnapshot } from '../../src/contracts/room-protocol.js';
import type { QuestionState, RoomQuestion } from '../../src/contracts/room-questions.js';
import { applyVote, USUAL_SETTINGS } from '../../src/contracts/room-state.js';
import { newId } from '../../src/platform/ids.js';
import { RoomLog } from '../../src/room/room-log.service.js';
import { RoomNotes } from '../../src/room/room-notes.service.js';
import { aBrowser, signedIn } from '../factories/auth.js';
import { aRoom, type Person, type SeededRoom } from '../factories/room.js';
import { bootApp, type TestApp } from '../support/app.js';
import { RoomClient } from '../support/room-client.js';

let app: TestApp;
const open: { close(): void }[] = [];

beforeAll(async () => {
  app = await bootApp();
});

afterEach(() => {
  for (const client of open.splice(0)) client.close();
});

afterAll(async () => {
  await app.close();
});

async function entered(room: SeededRoom, person = room.members[0] ?? room.host): Promise<RoomClient> {
  const { cookie } = await signedIn(app, person);
  const made = new RoomClient(app.url, cookie, room.sessionId);
  open.push(made);
  await made.enter();
  return made;
}

/** A speaker from outside. @returns what lets them in, each time anew */
async function aGuest({ sessionId, host }: SeededRoom): Promise<() => Promise<RoomClient>> {
  await app.db.sql(`UPDATE members SET roles = '{member,facilitator}' WHERE id = $1`, [host.id]);
  const staff = await signedIn(app, host);
  const { body } = await staff.post<{ url: string }>(`/api/sessions/${sessionId}/guests`, { name: 'Bu Ratna' });
  const browser = aBrowser(app);
  expect((await browser.post('/api/guests/enter', { token: body.url.split('#')[1] })).status).toBe(200);
  return async () => {
    const made = new RoomClient(app.url, browser.cookie, sessionId, true, 'full', 'guest');
    open.push(made);
    await made.enter();
    return made;
  };
}

/** A host, and the first two members: the first asks in these tests. */
async function aHouse(settings: Partial<RoomSettings> = {}, members = 3) {
  const room = await aRoom(app, { members });
  await configure(room, settings);
  const [asker, other, third] = room.members as [Person, Person, Person];
  return {
    room,
    host: await entered(room, room.host),
    asker: await entered(room, asker),
    other: await entered(room, other),
    people: { asker, other, third },
  };
}

async function configure(room: SeededRoom, settings: Partial<RoomSettings>): Promise<void> {
  if (Object.keys(settings).length === 0) return;
  const log = app.server.app.get(RoomLog, { strict: false });
  await app.db.transaction(async (tx) =>
    log.append(tx, await log.lock(tx, room.sessionId), [
      { kind: 'room.configured', payload: { settings: { ...USUAL_SETTINGS, ...settings } } },
    ]),
  );
}

async function mute(room: SeededRoom, { id }: Person): Promise<void> {
  await app.db.sql('INSERT INTO room_standings (session_id, member_id, muted_at) VALUES ($1, $2, $3)', [
    ...[room.sessionId, id, app.clock.now()],
  ]);
}

const ask = (client: RoomClient, text: string, isAnonymous = false): Promise<Posted | Refusal> =>
  client.send('question.ask', { id: newId(), text, isAnonymous });

function seqOf(answer: Posted | Refusal): number {
  if (!('ok' in answer)) throw new Error(`Refused: ${answer.code}`);
  return answer.seq;
}

const questionIn = (client: RoomClient, text: string): RoomQuestion | undefined =>
  client.state?.questions.find((one) => one.text === text);

/** The question as this client sees it, once it does and is as far as `state`. */
async function seen(client: RoomClient, text: string, state?: QuestionState): Promise<RoomQuestion> {
  const hit = (): RoomQuestion | undefined =>
    client.state?.questions.find((one) => one.text === text && (state === undefined || one.state === state));
  await client.until(() => hit() !== undefined);
  return hit() as RoomQuestion;
}

/** Asked, and approved by the host. @returns as the host sees it */
async function approved(asker: RoomClient, host: RoomClient, text: string, isAnonymous = false): Promise<RoomQuestion> {
  seqOf(await ask(asker, text, isAnonymous));
  const { id, version } = await seen(host, text);
  seqOf(await host.send('question.approve', { id: newId(), questionId: id, version }));
  return seen(host, text, 'approved');
}

const vote = (client: RoomClient, questionId: string, isFor = true, id = newId()): Promise<Posted | Refusal> =>
  client.send('question.vote', { id, questionId, isFor });

/** Told of everything up to here: of something that everybody is told of, last. */
async function caughtUp(room: SeededRoom, clients: readonly RoomClient[]): Promise<void> {
  const notes = app.server.app.get(RoomNotes, { strict: false });
  await app.db.transaction((tx) => notes.noteSession(tx, room.sessionId));
  const seq = await lastSeq(room);
  for (const client of clients) await client.until((one) => one.lastSeq >= seq);
}

async function lastSeq(room: SeededRoom): Promise<number> {
  const [row] = await app.db.sql<{ seq: number }>('SELECT last_seq AS seq FROM rooms WHERE session_id = $1', [
    room.sessionId,
  ]);
  return row?.seq ?? 0;
}

describe('a question that is public no more', () => {
  it.each(['rejected', 'withdrawn', 'archived'] as const)(
    '%s, is not read by whoever catches up over it',
    async (end) => {
      const { room, host, asker, other } = await aHouse();
      const { id: questionId, version } = await approved(asker, host, 'Bunga rentenir?');
      await seen(other, 'Bunga rentenir?');
      const act = { id: newId(), questionId, version };
      if (end === 'rejected') seqOf(await host.send('question.reject', { ...act, reason: 'Sudah dibahas' }));
      else if (end === 'archived') seqOf(await host.send('question.archive', { ...act, isArchived: true }));
      else seqOf(await asker.send('question.withdraw', { id: newId(), questionId }));
      await caughtUp(room, [host, asker, other]);
      const answer = await other.send('room.join', { sessionId: room.sessionId, lastSeq: 0 });
      expect(answer).toMatchObject({ ok: true, mode: 'gap' });
      expect(JSON.stringify(answer)).not.toContain('rentenir');
      // Its asker and staff still read it.
      for (const one of [asker, host]) {
        const told = await one.send('room.join', { sessionId: room.sessionId, lastSeq: 0 });
        expect(JSON.stringify(told)).toContain('rentenir');
      }
    },
  );
});

describe('a question', () => {
  it('waits for staff, seen by them and its asker alone, and is there for all once approved', async () => {
    const { room, host, asker, other, people } = await aHouse();
    seqOf(await ask(asker, 'Berapa bunganya?'));
    const waiting = await seen(host, 'Berapa bunganya?');
    expect(waiting).toMatchObject({ state: 'pending', version: 1, votes: 0, author: { memberId: people.asker.id } });
    expect(await seen(asker, 'Berapa bunganya?')).toEqual(waiting);
    await caughtUp(room, [host, asker, other]);
    expect(other.state?.questions).toEqual([]);
    seqOf(await host.send('question.approve', { id: newId(), questionId: waiting.id, version: 1 }));
    const told = await seen(other, 'Berapa bunganya?', 'approved');
    expect(told).toMatchObject({ version: 2, author: { name: people.asker.name } });
    expect(await seen(asker, 'Berapa bunganya?', 'approved')).toEqual(told);
    expect(asker.state?.mine.questions).toEqual([waiting.id]);
    expect(other.state?.mine.questions).toEqual([]);
  });

  it('is there at once where questions are open, its asker told that it is theirs', async () => {
    const { asker, other } = await aHouse({ questions: 'open' });
    seqOf(await ask(asker, 'Boleh langsung?', true));
    const { id, author } = await seen(other, 'Boleh langsung?', 'approved');
    expect(author).toBeNull();
    await asker.until((one) => one.state?.mine.questions[0] === id);
  });

  it('is refused from who is muted, where questions are closed, and without a name where one is asked for', async () => {
    const muted = await aHouse();
    await mute(muted.room, muted.people.asker);
    expect(await ask(muted.asker, 'Halo?')).toMatchObject({ code: 'muted-in-room' });
    const closed = await aHouse({ questions: 'closed' });
    expect(await ask(closed.asker, 'Halo?')).toMatchObject({ code: 'wrong-state' });
    const named = await aHouse({ anonymous: false });
    expect(await ask(named.asker, 'Halo?', true)).toMatchObject({
      code: 'invalid-input',
      fields: [{ path: 'isAnonymous', rule: 'not-allowed' }],
    });
    seqOf(await ask(named.asker, 'Halo?'));
  });

  it('is refused for a word that the cooperative does not want to read', async () => {
    const { room, host, asker } = await aHouse();
    await app.db.sql(
      `INSERT INTO word_lists (cooperative_id, version, words, updated_at) VALUES ($1, 1, '{rentenir}', $2)`,
      [...[room.cooperativeId, app.clock.now()]],
    );
    expect(await ask(asker, 'Siapa yang rentenir?')).toMatchObject({ code: 'unwelcome-words' });
    // Staff may have to name it.
    seqOf(await ask(host, 'Apa itu rentenir?'));
    await host.until((one) => one.state?.mine.questions.length === 1);
  });

  it('is withdrawn by its asker alone, until it is answered', async () => {
    const { room, host, asker, other } = await aHouse();
    const { id } = await approved(asker, host, 'Jadi tidak ya?');
    const withdraw = { questionId: id };
    expect(await other.send('question.withdraw', { id: newId(), ...withdraw })).toMatchObject({ code: 'forbidden' });
    seqOf(await asker.send('question.withdraw', { id: newId(), ...withdraw }));
    await caughtUp(room, [host, asker, other]);
    expect(other.state?.questions).toEqual([]);
    expect(questionIn(asker, 'Jadi tidak ya?')).toMatchObject({ state: 'withdrawn' });
    expect(await asker.send('question.withdraw', { id: newId(), ...withdraw })).toMatchObject({ code: 'wrong-state' });
  });

  it('is rejected with a reason that its asker reads and nobody else, even when it was there already', async () => {
    const { room, host, asker, other } = await aHouse();
    const { id, version } = await approved(asker, host, 'Siapa yang korupsi?');
    await seen(other, 'Siapa yang korupsi?');
    seqOf(await host.send('question.reject', { id: newId(), questionId: id, version, reason: 'Di luar tema' }));
    expect(await seen(asker, 'Siapa yang korupsi?', 'rejected')).toMatchObject({ reason: 'Di luar tema' });
    expect(await seen(host, 'Siapa yang korupsi?', 'rejected')).toMatchObject({ reason: 'Di luar tema' });
    await caughtUp(room, [host, asker, other]);
    expect(other.state?.questions).toEqual([]);
    expect(JSON.stringify(other.shown)).not.toContain('Di luar tema');
  });

  it('is pinned, taken on stage one at a time, answered aloud or in writing, archived and restored', async () => {
    const { host, asker, other } = await aHouse();
    const first = await approved(asker, host, 'Yang pertama?');
    const second = await approved(asker, host, 'Yang kedua?');
    const act = { questionId: first.id, version: first.version };
    seqOf(await host.send('question.pin', { id: newId(), ...act, isPinned: true }));
    expect((await host.send('question.stage', { id: newId(), ...act })) as Refusal).toMatchObject({
      code: 'version-conflict',
    });
    seqOf(await host.send('question.stage', { id: newId(), ...act, version: 3 }));
    await seen(other, 'Yang pertama?', 'answering');
    seqOf(await host.send('question.stage', { id: newId(), questionId: second.id, version: second.version }));
    await seen(other, 'Yang kedua?', 'answering');
    expect(await seen(other, 'Yang pertama?', 'approved')).toMatchObject({ isPinned: true });
    seqOf(await host.send('question.answer', { id: newId(), questionId: second.id, version: 3 }));
    expect((await seen(other, 'Yang kedua?', 'answered')).answer).toEqual({ text: null, at: expect.any(String) });
    const written = { id: newId(), questionId: first.id, version: 5, text: 'Ya,\nboleh.' };
    seqOf(await host.send('question.answer', written));
    expect((await seen(other, 'Yang pertama?', 'answered')).answer?.text).toBe('Ya,\nboleh.');
    const put = { questionId: first.id, version: 6, isArchived: true };
    seqOf(await host.send('question.archive', { id: newId(), ...put }));
    await other.until(() => questionIn(other, 'Yang pertama?') === undefined);
    await seen(host, 'Yang pertama?', 'archived');
    seqOf(await host.send('question.archive', { id: newId(), ...put, version: 7, isArchived: false }));
    await seen(other, 'Yang pertama?', 'answered');
  });

  it('is for staff to decide on, for a speaker to answer, and for no member', async () => {
    const { room, host, asker, other, people } = await aHouse();
    await app.db.sql(`INSERT INTO session_staff (session_id, member_id, role) VALUES ($1, $2, 'speaker')`, [
      ...[room.sessionId, people.third.id],
    ]);
    const speaker = await entered(room, people.third);
    const { id, version } = await approved(asker, host, 'Boleh?');
    const act = { questionId: id, version };
    expect(await other.send('question.stage', { id: newId(), ...act })).toMatchObject({ code: 'forbidden' });
    expect(await other.send('question.answer', { id: newId(), ...act })).toMatchObject({ code: 'forbidden' });
    expect(await speaker.send('question.stage', { id: newId(), ...act })).toMatchObject({ code: 'forbidden' });
    seqOf(await speaker.send('question.answer', { id: newId(), ...act }));
  });

  it('of another session is nowhere to be found', async () => {
    const [here, there] = [await aHouse(), await aHouse()];
    const { id, version } = await approved(here.asker, here.host, 'Di sini?');
    const act = { questionId: id, version };
    expect(await there.host.send('question.stage', { id: newId(), ...act })).toMatchObject({ code: 'not-found' });
    expect(await vote(there.other, id)).toMatchObject({ code: 'not-found' });
  });

  it('leaves every act of staff in the audit', async () => {
    const { host, asker } = await aHouse();
    const { id, version } = await approved(asker, host, 'Tercatat?');
    seqOf(await host.send('question.answer', { id: newId(), questionId: id, version, text: 'Tentu.' }));
    const entries = await app.db.sql<{ action: string }>(
      'SELECT action FROM audit_entries WHERE subject_id = $1 ORDER BY number',
      [id],
    );
    expect(entries.map(({ action }) => action)).toEqual(['question.approved', 'question.answered']);
  });
});

describe('two moderators', () => {
  it('cannot both act on one version', async () => {
    const { room, host, asker, people } = await aHouse();
    await app.db.sql(`INSERT INTO session_staff (session_id, member_id, role) VALUES ($1, $2, 'moderator')`, [
      ...[room.sessionId, people.third.id],
    ]);
    const moderator = await entered(room, people.third);
    seqOf(await ask(asker, 'Setuju atau tolak?'));
    const { id: questionId, version } = await seen(host, 'Setuju atau tolak?');
    const answers = await Promise.all([
      host.send('question.approve', { id: newId(), questionId, version }),
      moderator.send('question.reject', { id: newId(), questionId, version, reason: 'Dobel' }),
    ]);
    expect(answers.filter((answer) => 'ok' in answer)).toHaveLength(1);
    expect(answers.filter((answer) => 'code' in answer && answer.code === 'version-conflict')).toHaveLength(1);
  });
});

describe('asking without a name', () => {
  it('hides it from members in every packet and snapshot, and shows it to staff', async () => {
    const { room, host, asker, other, people } = await aHouse();
    const question = await approved(asker, host, 'Rahasia?', true);
    expect(question.author).toMatchObject({ memberId: people.asker.id });
    expect((await seen(other, 'Rahasia?')).author).toBeNull();
    seqOf(await host.send('question.answer', { id: newId(), questionId: question.id, version: 2, text: 'Aman.' }));
    await caughtUp(room, [host, other]);
    const { cookie } = await signedIn(app, people.third);
    const late = new RoomClient(app.url, cookie, room.sessionId);
    open.push(late);
    await late.enter();
    expect(questionIn(late, 'Rahasia?')).toMatchObject({ author: null, isAnonymous: true });
    for (const told of [other.shown, other.state?.questions, late.state?.questions]) {
      expect(JSON.stringify(told)).not.toContain(people.asker.id);
      expect(JSON.stringify(told)).not.toContain(people.asker.name);
    }
  });

  it('hides it from staff too where the cooperative says so, for the questions asked while it did', async () => {
    const { room, host, asker, people } = await aHouse();
    await approved(asker, host, 'Sebelumnya?', true);
    await app.db.sql(`UPDATE cooperatives SET policies = '{"staffSeeAnonymous": false}' WHERE id = $1`, [
      room.cooperativeId,
    ]);
    await approved(asker, host, 'Sesudahnya?', true);
    const late = await entered(room, room.host);
    for (const client of [host, late]) {
      expect(questionIn(client, 'Sebelumnya?')?.author).toMatchObject({ memberId: people.asker.id });
      expect(questionIn(client, 'Sesudahnya?')?.author).toBeNull();
    }
  });
});

describe('votes', () => {
  it('are one a member, revocable, for what is approved and not one’s own', async () => {
    const { host, asker, other } = await aHouse();
    seqOf(await ask(asker, 'Berapa lama?'));
    const waiting = await seen(host, 'Berapa lama?');
    expect(await vote(other, waiting.id)).toMatchObject({ code: 'wrong-state' });
    seqOf(await host.send('question.approve', { id: newId(), questionId: waiting.id, version: 1 }));
    expect(await vote(asker, waiting.id)).toMatchObject({ code: 'forbidden' });
    seqOf(await vote(other, waiting.id));
    seqOf(await vote(other, waiting.id));
    await host.until(() => questionIn(host, 'Berapa lama?')?.votes === 1);
    seqOf(await vote(other, waiting.id, false));
    await host.until(() => questionIn(host, 'Berapa lama?')?.votes === 0);
  });

  it('go over when questions are merged, with the asker’s, each counted once and none for one’s own', async () => {
    const { room, host, asker, other, people } = await aHouse({}, 4);
    const third = await entered(room, people.third);
    const into = await approved(other, host, 'Bunga per tahun?');
    const from = await approved(asker, host, 'Berapa bunga setahun?');
    // Both by one member; the doubled one by the other question's asker, who may not vote for their own.
    for (const [client, question] of [
      [third, into],
      [third, from],
      [other, from],
    ] as const)
      seqOf(await vote(client, question.id));
    const merge = { questionId: from.id, version: from.version, into: into.id };
    expect(await host.send('question.merge', { id: newId(), ...merge, into: from.id })).toMatchObject({
      code: 'wrong-state',
    });
    seqOf(await host.send('question.merge', { id: newId(), ...merge }));
    await third.until(() => questionIn(third, 'Berapa bunga setahun?') === undefined);
    // The third member, and who asked what was merged.
    await third.until(() => questionIn(third, 'Bunga per tahun?')?.votes === 2);
    expect(await seen(asker, 'Berapa bunga setahun?', 'merged')).toMatchObject({ mergedInto: into.id });
    const rows = await app.db.sql<{ id: string }>(
      'SELECT member_id AS id FROM room_question_votes WHERE question_id = $1',
      [into.id],
    );
    expect(rows.map(({ id }) => id).sort()).toEqual([people.asker.id, people.third.id].sort());
    expect(asker.state?.mine.votes).toEqual([into.id]);
  });

  it('follow a question that is merged on, for who asked what was merged into it first', async () => {
    const { room, host, asker, other, people } = await aHouse();
    for (const [by, text] of [
      [asker, 'Satu?'],
      [other, 'Dua?'],
      [host, 'Tiga?'],
    ] as const)
      seqOf(await ask(by, text));
    const waiting = await Promise.all(['Satu?', 'Dua?', 'Tiga?'].map((text) => seen(host, text)));
    const [one, two, three] = waiting as [RoomQuestion, RoomQuestion, RoomQuestion];
    const merge = (question: RoomQuestion, into: RoomQuestion) =>
      host.send('question.merge', { id: newId(), questionId: question.id, version: 1, into: into.id });
    seqOf(await merge(one, two));
    await seen(asker, 'Satu?', 'merged');
    expect(asker.state?.mine.votes).toEqual([two.id]);
    seqOf(await merge(two, three));
    await caughtUp(room, [host, asker, other]);
    expect(asker.state?.mine.votes).toEqual([three.id]);
    expect(questionIn(asker, 'Satu?')).toMatchObject({ state: 'merged', mergedInto: three.id });
    for (const [client, person] of [
      [asker, people.asker],
      [other, people.other],
      [host, room.host],
    ] as const)
      expect(client.state).toEqual((await entered(room, person)).state);
  });

  it('of 200 members at once are counted exactly, and told in far fewer events', async () => {
    const { room, host, asker } = await aHouse({}, 202);
    const { id } = await approved(asker, host, 'Semua mau tahu?');
    const voters = await Promise.all(room.members.slice(2).map((member) => entered(room, member)));
    const before = host.lastSeq;
    const answers = await Promise.all(voters.flatMap((voter) => [vote(voter, id), vote(voter, id)]));
    answers.forEach(seqOf);
    await host.until(() => questionIn(host, 'Semua mau tahu?')?.votes === 200);
    const [row] = await app.db.sql<{ kept: number; votes: number }>(
      `SELECT votes, (SELECT count(*)::int FROM room_question_votes WHERE question_id = $1) AS kept
       FROM room_questions WHERE id = $1`,
      [id],
    );
    expect(row).toEqual({ kept: 200, votes: 200 });
    expect(host.lastSeq - before).toBeLessThan(100);
  });

  it('would be counted twice without the key that names member and question (control)', async () => {
    const { host, asker, other } = await aHouse();
    const { id } = await approved(asker, host, 'Dobel?');
    const owner = new (await import('pg')).default.Client(app.database.ownerUrl);
    await owner.connect();
    try {
      await owner.query('ALTER TABLE room_question_votes DROP CONSTRAINT "PK_room_question_votes"');
      seqOf(await vote(other, id));
      seqOf(await vote(other, id));
      await host.until(() => questionIn(host, 'Dobel?')?.votes === 2);
    } finally {
      await owner.query('DELETE FROM room_question_votes WHERE question_id = $1', [id]);
      await owner.query(
        'ALTER TABLE room_question_votes ADD CONSTRAINT "PK_room_question_votes" PRIMARY KEY (question_id, member_id)',
      );
      await owner.end();
    }
  });
});

describe('a retry', () => {
  it('of any command has one effect and the same answer', async () => {
    const { room, host, asker, other } = await aHouse();
    const twice = async (send: () => Promise<Posted | Refusal>): Promise<void> => {
      const first = await send();
      const events = await lastSeq(room);
      expect(seqOf(first)).toBeGreaterThan(0);
      expect([await send(), await lastSeq(room)]).toEqual([first, events]);
    };
    const askOnce = { id: newId(), text: 'Sekali saja?', isAnonymous: false };
    await twice(() => asker.send('question.ask', askOnce));
    const { id: questionId } = await seen(host, 'Sekali saja?');
    const into = await approved(other, host, 'Yang lain?');
    const act = (version: number) => ({ id: newId(), questionId, version });
    const [approve, stage, unstage] = [act(1), act(3), act(4)];
    const pin = { ...act(2), isPinned: true };
    const archive = { ...act(5), isArchived: true };
    const restore = { ...act(6), isArchived: false };
    const answer = { ...act(7), text: 'Ya' };
    await twice(() => host.send('question.approve', approve));
    await twice(() => host.send('question.pin', pin));
    await twice(() => host.send('question.stage', stage));
    await twice(() => host.send('question.unstage', unstage));
    await twice(() => host.send('question.archive', archive));
    await twice(() => host.send('question.archive', restore));
    await twice(() => host.send('question.answer', answer));
    const withdrawn = await approved(asker, host, 'Ditarik?');
    const withdraw = { id: newId(), questionId: withdrawn.id };
    await twice(() => asker.send('question.withdraw', withdraw));
    const rejected = await approved(asker, host, 'Ditolak?');
    const reject = { id: newId(), questionId: rejected.id, version: 2, reason: 'Dobel' };
    await twice(() => host.send('question.reject', reject));
    const merged = await approved(asker, host, 'Digabung?');
    const merge = { id: newId(), questionId: merged.id, version: 2, into: into.id };
    await twice(() => host.send('question.merge', merge));
  });

  it('of a vote that was taken back since does not bring it back', async () => {
    const { host, asker, other } = await aHouse();
    const { id } = await approved(asker, host, 'Batal suara?');
    const command = newId();
    const first = await vote(other, id, true, command);
    seqOf(await vote(other, id, false));
    expect(await vote(other, id, true, command)).toEqual(first);
    const [row] = await app.db.sql<{ votes: number }>('SELECT votes FROM room_questions WHERE id = $1', [id]);
    expect(row?.votes).toBe(0);
  });
});

describe('while it is typed', () => {
  it('shows what others have asked alike, with its votes, by its stems, and nothing that waits', async () => {
    const { room, host, asker, other, people } = await aHouse({}, 4);
    const third = await entered(room, people.third);
    const { id } = await approved(asker, host, 'Bagaimana cara menabung emas di koperasi?');
    await approved(asker, host, 'Kapan rapat anggota tahunan diadakan?');
    seqOf(await ask(asker, 'Apakah tabungan emas kena pajak?'));
    seqOf(await vote(third, id));
    const similar = (text: string) => other.send('question.similar', { text });
    const best = { id, state: 'approved', text: 'Bagaimana cara menabung emas di koperasi?', votes: 1 };
    expect(await similar('Apa bisa tabung emas?')).toEqual({ ok: true, questions: [best] });
    expect(await similar('Saya mau menabung em')).toEqual({ ok: true, questions: [best] });
    expect(await similar('Bagaimana cara pinjam uang?')).toEqual({ ok: true, questions: [] });
    expect(await similar("' | ! & :*")).toEqual({ ok: true, questions: [] });
    expect(await similar('')).toMatchObject({ code: 'invalid-input' });
  });
});

/** What may happen: who does it, and to which of the questions there are. */
const step = fc.record({
  what: fc.constantFrom(
    ...(['ask', 'ask', 'ask-anonymous', 'approve', 'reject', 'merge', 'merge', 'stage', 'unstage'] as const),
    ...(['answer', 'guest-answer', 'pin', 'archive', 'restore', 'withdraw'] as const),
    ...(['vote', 'vote', 'revoke', 'lose-line'] as const),
  ),
  who: fc.nat(1),
  which: fc.nat(50),
  other: fc.nat(50),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

describe('more questions than a snapshot holds', () => {
  it('are loaded shelf by shelf, page by page: each once, in order, and to members what everybody reads', async () => {
    const room = await aRoom(app, { members: 2 });
    await crowd(room);
    const [host, member] = [await entered(room, room.host), await entered(room, room.members[0])];
    expect(host.state?.questions).toHaveLength(4 * SNAPSHOT_QUESTIONS);
    const held = new Set(host.state?.questions.map(({ id }) => id));
    const more = await host.send('question.load', { shelf: 'pending', skip: SNAPSHOT_QUESTIONS, limit: 1 });
    const rest = await host.send('question.load', { shelf: 'pending', skip: SNAPSHOT_QUESTIONS + 1 });
    expect([more, rest]).toMatchObject([
      { ok: true, hasMore: true, questions: [{ state: 'pending', text: 'Pertanyaan 101' }] },
      { ok: true, hasMore: false, questions: [{ state: 'pending', text: 'Pertanyaan 102' }] },
    ]);
    for (const answer of [more, rest])
      if ('questions' in answer) for (const { id } of answer.questions) expect(held.has(id)).toBe(false);
    expect(await member.send('question.load', { shelf: 'answered', skip: SNAPSHOT_QUESTIONS })).toMatchObject({
      ...{ ok: true, hasMore: false, questions: [{ state: 'answered' }, { state: 'answered' }] },
    });
    for (const shelf of ['pending', 'put-away'] as const)
      expect(await member.send('question.load', { shelf, skip: 0 })).toMatchObject({ code: 'forbidden' });
    // What many want comes to those who were there before, though it was not among what they were given.
    const last = await member.send('question.load', { shelf: 'open', skip: SNAPSHOT_QUESTIONS + 1 });
    const wanted = 'questions' in last ? last.questions[0] : undefined;
    const third = await entered(
      room,
      wanted?.author?.memberId === room.members[0]?.id ? room.members[1] : room.members[0],
    );
    expect(questionIn(host, wanted?.text ?? '')?.id).not.toBe(wanted?.id);
    seqOf(await vote(third, wanted?.id ?? ''));
    await host.until(
      ({ state }) => state?.questions.some(({ id, votes }) => id === wanted?.id && votes === 1) ?? false,
    );
  });
});

describe('the stream', () => {
  it('applied to a snapshot equals a fresh snapshot, for a member, an asker, staff and a guest speaker', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('open' as const, 'moderated' as const),
        fc.boolean(),
        fc.array(step, { minLength: 4, maxLength: 14 }),
        async (questions, isCrowded, steps) => {
          // People of their own: how often one may ask is counted over all runs.
          const room = await aRoom(app, { members: 2 });
          if (isCrowded) await crowd(room);
          const [host, one, two] = [
            await entered(room, room.host),
            await entered(room, room.members[0]),
            await entered(room, room.members[1]),
          ];
          const asGuest = await aGuest(room);
          const guest = await asGuest();
          await configure(room, { questions });
          for (const each of steps) {
            app.clock.advance({ seconds: 1 });
            await take(each, room, { host, guest, members: [one, two] });
          }
          await caughtUp(room, [host, one, two, guest]);
          for (const [client, comes] of [
            [host, () => entered(room, room.host)],
            [one, () => entered(room, room.members[0])],
            [two, () => entered(room, room.members[1])],
            [guest, asGuest],
          ] as const) {
            const fresh = await comes();
            expect(asAtFirst(client)).toEqual(fresh.state);
          }
          for (const client of open.splice(0)) client.close();
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);
});

/** What of all it was told of a fresh snapshot holds. */
function asAtFirst({ state, joined }: RoomClient): RoomSnapshot | undefined {
  return (
    state && {
      ...state,
      questions: snapshotQuestions(state.questions, joined?.me.isStaff ?? false, state.mine.questions),
    }
  );
}

/** More of every shelf than a snapshot holds, asked by both members in turn. */
async function crowd({ sessionId, cooperativeId, members }: SeededRoom): Promise<void> {
  for (const state of ['pending', 'approved', 'answered', 'rejected'] as const) {
    await app.db.sql(
      `INSERT INTO room_questions (id, session_id, cooperative_id, asker_id, version, state, text, is_anonymous,
         staff_sees_asker, asked_at, approved_at, answered_at, search)
       SELECT id, $2, $3, CASE WHEN nth % 2 = 0 THEN $4::uuid ELSE $5 END, 1, $6, 'Pertanyaan ' || nth, false, true, $7,
         CASE WHEN $6 IN ('approved', 'answered') THEN $7::timestamptz END,
         CASE WHEN $6 = 'answered' THEN $7::timestamptz END, ''
       FROM unnest($1::uuid[]) WITH ORDINALITY AS new(id, nth)`,
      [
        ...[Array.from({ length: SNAPSHOT_QUESTIONS + 2 }, () => newId()), sessionId, cooperativeId],
        ...[members[0]?.id, members[1]?.id, state, app.clock.now()],
      ],
    );
  }
}

/** Refused or not: what is refused must change nothing. */
async function take(
  { what, who, which, other }: Step,
  room: SeededRoom,
  { host, guest, members }: { host: RoomClient; guest: RoomClient; members: RoomClient[] },
) {
  const client = members[who] as RoomClient;
  // The newest, and of each state those around the last that a snapshot holds.
  const all = await app.db.sql<{ id: string; version: number }>(
    `SELECT id, version FROM (
       SELECT id, version, row_number() OVER (ORDER BY id DESC) AS newest,
         row_number() OVER (PARTITION BY state ORDER BY id) AS oldest FROM room_questions WHERE session_id = $1) one
     WHERE newest <= 8 OR abs(oldest - $2) <= 1 ORDER BY id DESC`,
    [room.sessionId, SNAPSHOT_QUESTIONS],
  );
  const { id: questionId, version } = all[which % all.length] ?? { id: newId(), version: 1 };
  const id = newId();
  const act = { id, questionId, version };
  if (what === 'ask' || what === 'ask-anonymous') return ask(client, `Pertanyaan ${id}?`, what === 'ask-anonymous');
  if (what === 'withdraw') return client.send('question.withdraw', { id, questionId });
  if (what === 'lose-line') return client.enter();
  if (what === 'vote' || what === 'revoke') {
    const isFor = what === 'vote';
    const answer = await vote(client, questionId, isFor, id);
    if ('ok' in answer && client.state) client.state = applyVote(client.state, questionId, isFor);
    return answer;
  }
  if (what === 'reject') return host.send('question.reject', { ...act, reason: 'Di luar tema' });
  if (what === 'merge') return host.send('question.merge', { ...act, into: all[other % all.length]?.id ?? newId() });
  if (what === 'answer') return host.send('question.answer', { ...act, text: 'Ya' });
  if (what === 'guest-answer') return guest.send('question.answer', act);
  if (what === 'pin') return host.send('question.pin', { ...act, isPinned: which % 2 === 0 });
  if (what === 'archive' || what === 'restore')
    return host.send('question.archive', { ...act, isArchived: what === 'archive' });
  return host.send(`question.${what}`, act);
}
