// What a session leaves to be answered: whose it is, answered later in writing, told by mail once, and found again by all.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import type { FollowUp, LibraryEntry, SessionQuestion } from '../../src/questions/question.dto.js';
import { QuestionFollowUps } from '../../src/questions/question-follow-ups.service.js';
import { signedIn } from '../factories/auth.js';
import { aRoom, somePeople, type Person, type SeededRoom } from '../factories/room.js';
import { bootApp, type TestApp } from '../support/app.js';
import { RoomClient } from '../support/room-client.js';

let app: TestApp;

beforeAll(async () => {
  app = await bootApp({ mailbox: true });
});

afterAll(async () => {
  await app.close();
});

interface PageOf<Item> {
  items: Item[];
  nextCursor: string | null;
}

async function entered(room: SeededRoom, person: Person): Promise<RoomClient> {
  const { cookie } = await signedIn(app, person);
  const made = new RoomClient(app.url, cookie, room.sessionId);
  await made.enter();
  return made;
}

/** Asks, and lets the host approve. @returns the question's id */
async function approved(asker: RoomClient, host: RoomClient, text: string, isAnonymous = false): Promise<string> {
  await asker.send('question.ask', { id: newId(), text, isAnonymous });
  const found = () => host.state?.questions.find((one) => one.text === text);
  await host.until(() => found() !== undefined);
  const questionId = found()?.id ?? '';
  expect(await host.send('question.approve', { id: newId(), questionId, version: 1 })).toMatchObject({ ok: true });
  return questionId;
}

/** Ended for good, with an open question of the first member that the second voted for, and one that was answered. */
async function anEndedRoom({ isAnonymous = false } = {}) {
  const room = await aRoom(app, { members: 3, wentLiveMinutesAgo: 30 });
  const [asker, voter, other] = room.members as [Person, Person, Person];
  for (const { id } of [room.host, ...room.members])
    await app.db.sql('UPDATE members SET email = $2, language = $3 WHERE id = $1', [
      ...[id, `${id}@contoh.id`, id === voter.id ? 'en' : 'id'],
    ]);
  await app.db.sql(`UPDATE members SET roles = '{member,facilitator}' WHERE id = $1`, [room.host.id]);
  const clients = [await entered(room, room.host), await entered(room, asker), await entered(room, voter)] as const;
  const [host, asking, voting] = clients;
  const openId = await approved(asking, host, 'Bagaimana cara menghitung SHU?', isAnonymous);
  const doneId = await approved(voting, host, 'Apa beda simpanan pokok dan wajib?');
  expect(await voting.send('question.vote', { id: newId(), questionId: openId, isFor: true })).toMatchObject({
    ok: true,
  });
  expect(await host.send('question.answer', { id: newId(), questionId: doneId, version: 2 })).toMatchObject({
    ok: true,
  });
  for (const client of clients) await client.leave();
  for (const client of clients) client.close();
  const staff = await signedIn(app, room.host);
  expect((await staff.post(`/api/sessions/${room.sessionId}/end`)).status).toBe(200);
  app.clock.advance({ minutes: 11 });
  await app.settle();
  return { room, staff, openId, asker, voter, other };
}

/** Who was written to of a question, with the state of each mail, in order of the address. */
async function mailsOf(questionId: string): Promise<{ memberId: string; state: string }[]> {
  return app.db.sql(
    `SELECT member_id AS "memberId", state FROM outgoing_mails WHERE dedupe_key LIKE $1 ORDER BY member_id`,
    [`question-answered:${questionId}:%`],
  );
}

/** An answer of the library, with the version it stands at. */
async function anAnswer() {
  const ended = await anEndedRoom();
  const text = 'SHU dibagi menurut jasa anggota.';
  expect((await ended.staff.post(`/api/questions/${ended.openId}/answer`, { version: 2, text })).status).toBe(204);
  await app.settle();
  return { ...ended, path: `/api/questions/${ended.openId}`, version: 3, text };
}

describe('when a session’s end stands', () => {
  it('what was approved and not answered is its host’s, due in a week', async () => {
    const { room, staff, openId } = await anEndedRoom();
    const { body } = await staff.get<PageOf<FollowUp>>('/api/questions/follow-ups?whose=mine');
    expect(body.items).toMatchObject([
      {
        version: 1,
        dueOn: '2026-07-08',
        owner: { memberId: room.host.id },
        session: { id: room.sessionId },
        question: { id: openId, votes: 1, state: 'approved', version: 2 },
      },
    ]);
    // The same again: told of another time, nothing is doubled.
    const followUps = app.server.app.get(QuestionFollowUps, { strict: false });
    await app.db.transaction((tx) => followUps.make(tx, room.sessionId));
    expect((await staff.get<PageOf<FollowUp>>('/api/questions/follow-ups')).body).toEqual(body);
  });

  it('is shown page by page, to staff of its session and to admins, and to nobody else', async () => {
    const { room, staff, asker } = await anEndedRoom();
    const member = await signedIn(app, asker);
    expect((await member.get<PageOf<FollowUp>>('/api/questions/follow-ups')).body.items).toEqual([]);
    expect((await member.get(`/api/sessions/${room.sessionId}/questions`)).status).toBe(403);
    const [admin] = await somePeople(app, room.cooperativeId, 1, 'Pengurus', ['member', 'admin']);
    const all = await (await signedIn(app, admin as Person)).get<PageOf<FollowUp>>('/api/questions/follow-ups');
    expect(all.body.items).toHaveLength(1);
    const path = `/api/sessions/${room.sessionId}/questions?limit=1`;
    const first = await staff.get<PageOf<SessionQuestion>>(path);
    const second = await staff.get<PageOf<SessionQuestion>>(`${path}&cursor=${first.body.nextCursor ?? ''}`);
    const texts = [...first.body.items, ...second.body.items].map(({ text }) => text);
    expect(texts).toEqual(['Bagaimana cara menghitung SHU?', 'Apa beda simpanan pokok dan wajib?']);
    expect(second.body.nextCursor).toBeNull();
  });

  it('goes to another owner and day, guarded by its version, never to a plain member', async () => {
    const { room, staff, openId, other } = await anEndedRoom();
    const [helper] = await somePeople(app, room.cooperativeId, 1, 'Fasilitator', ['member', 'facilitator']);
    const path = `/api/questions/${openId}/follow-up`;
    expect((await staff.patch(path, { version: 1, ownerId: other.id })).body).toMatchObject({
      fields: [{ path: 'ownerId', rule: 'unknown-id' }],
    });
    const given = { version: 1, ownerId: helper?.id, dueOn: '2026-08-01' };
    expect((await staff.patch(path, given)).status).toBe(204);
    expect((await staff.patch(path, given)).body.code).toBe('version-conflict');
    const theirs = await signedIn(app, helper as Person);
    const { body } = await theirs.get<PageOf<FollowUp>>('/api/questions/follow-ups?whose=mine');
    expect(body.items).toMatchObject([{ version: 2, dueOn: '2026-08-01', owner: { memberId: helper?.id } }]);
    const answer = { version: 2, text: 'Lihat AD/ART.' };
    expect((await theirs.post(`/api/questions/${openId}/answer`, answer)).status).toBe(204);
  });
});

describe('an answer in writing', () => {
  it('goes once to who asked and who voted, each in their language, and to nobody else', async () => {
    const { staff, openId, asker, voter, other } = await anEndedRoom({ isAnonymous: true });
    const answer = { version: 2, text: 'SHU dibagi menurut jasa anggota.' };
    const path = `/api/questions/${openId}/answer`;
    const answers = await Promise.all([staff.post(path, answer), staff.post(path, answer)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    await app.settle();
    expect((await staff.post(path, answer)).status).toBe(409);
    await app.settle();
    const mails = await app.db.sql<{ memberId: string; language: string; data: Record<string, string>; state: string }>(
      `SELECT member_id AS "memberId", language, data, state FROM outgoing_mails WHERE kind = 'question-answered'
       AND dedupe_key LIKE $1 ORDER BY language DESC`,
      [`question-answered:${openId}:%`],
    );
    expect(mails.map(({ memberId, language, state }) => [memberId, language, state])).toEqual([
      [asker.id, 'id', 'sent'],
      [voter.id, 'en', 'sent'],
    ]);
    for (const { data } of mails) {
      expect(data).toMatchObject({ question: 'Bagaimana cara menghitung SHU?', answer: answer.text });
      expect(JSON.stringify(data)).not.toContain(other.id);
    }
    // An anonymous asker's name is in no mail but their own.
    expect(JSON.stringify(mails[1])).not.toContain(asker.name);
  });

  it('given in the room goes to them by mail as well, and not when it was put away before the mail left', async () => {
    const room = await aRoom(app, { members: 2 });
    const [asker, voter] = room.members as [Person, Person];
    await app.db.sql(`UPDATE members SET email = id || '@contoh.id' WHERE cooperative_id = $1`, [room.cooperativeId]);
    const [host, asking, voting] = [
      await entered(room, room.host),
      await entered(room, asker),
      await entered(room, voter),
    ];
    const answered = async (text: string, answer?: string): Promise<string> => {
      const questionId = await approved(asking, host, text);
      expect(await voting.send('question.vote', { id: newId(), questionId, isFor: true })).toMatchObject({ ok: true });
      const given = { id: newId(), questionId, version: 2, ...(answer === undefined ? {} : { text: answer }) };
      // Sent twice: it is one answer.
      for (const again of [given, given]) expect(await host.send('question.answer', again)).toMatchObject({ ok: true });
      return questionId;
    };
    const written = await answered('Kapan SHU dibagikan?', 'Sesudah RAT.');
    const aloud = await answered('Siapa yang berhak?');
    await app.settle();
    expect(await mailsOf(written)).toEqual(
      [asker.id, voter.id].sort().map((memberId) => ({ memberId, state: 'sent' })),
    );
    expect(await mailsOf(aloud)).toEqual([]);
    // Put away and put back, it is the same answer.
    const put = (version: number, isArchived: boolean) =>
      host.send('question.archive', { id: newId(), questionId: written, version, isArchived });
    expect(await put(3, true)).toMatchObject({ ok: true });
    expect(await put(4, false)).toMatchObject({ ok: true });
    await app.settle();
    expect(await mailsOf(written)).toHaveLength(2);
    for (const client of [host, asking, voting]) client.close();
  });

  it('is no member’s to give', async () => {
    const { openId, asker } = await anEndedRoom();
    const member = await signedIn(app, asker);
    const { status } = await member.post(`/api/questions/${openId}/answer`, { version: 2, text: 'Saya tahu.' });
    expect(status).toBe(403);
  });

  it('joins the library of the cooperative, found by its words in both languages, with nobody’s name', async () => {
    const { room, staff, openId, asker } = await anEndedRoom({ isAnonymous: true });
    const [reader] = await somePeople(app, room.cooperativeId, 1, 'Pembaca');
    const client = await signedIn(app, reader as Person);
    const texts = async (query: string): Promise<string[]> => {
      const { body } = await client.get<PageOf<LibraryEntry>>(`/api/questions/library${query}`);
      expect(JSON.stringify(body)).not.toContain(asker.id);
      expect(JSON.stringify(body)).not.toContain(asker.name);
      return body.items.map(({ text }) => text);
    };
    // What was answered aloud has nothing to read.
    expect(await texts('')).toEqual([]);
    await staff.post(`/api/questions/${openId}/answer`, { version: 2, text: 'Members share by their dealings.' });
    const found = ['Bagaimana cara menghitung SHU?'];
    expect(await texts('')).toEqual(found);
    expect(await texts('?search=hitungan')).toEqual(found);
    expect(await texts('?search=deal')).toEqual(found);
    expect(await texts('?search=menghit')).toEqual(found);
    expect(await texts('?search=pinjaman')).toEqual([]);
    expect(await texts('?search=!!!')).toEqual([]);
    const topicId = newId();
    expect(await texts(`?topic=${topicId}`)).toEqual([]);
    await app.db.sql(`INSERT INTO topics (id, cooperative_id, name) VALUES ($1, $2, 'Keuangan')`, [
      ...[topicId, room.cooperativeId],
    ]);
    await app.db.sql('UPDATE sessions SET topic_id = $2 WHERE id = $1', [room.sessionId, topicId]);
    expect(await texts(`?topic=${topicId}`)).toEqual(found);
    const elsewhere = await signedIn(app, (await aRoom(app)).host);
    expect((await elsewhere.get<PageOf<LibraryEntry>>('/api/questions/library')).body.items).toEqual([]);
  });
});

describe('an answer of the library', () => {
  const texts = async (client: { get: Awaited<ReturnType<typeof signedIn>>['get'] }, query = '') =>
    (await client.get<PageOf<LibraryEntry>>(`/api/questions/library${query}`)).body.items;

  const WORDS = /SHU|jasa|anggota/;
  /** All that stands in the log of a room about its questions. */
  const told = async ({ sessionId }: SeededRoom): Promise<string> => {
    const rows = await app.db.sql<{ payload: string }>(
      `SELECT payload::text FROM room_events WHERE session_id = $1 AND kind = 'question.changed'`,
      [sessionId],
    );
    expect(rows.length).toBeGreaterThan(0);
    return rows.map(({ payload }) => payload).join('\n');
  };

  it('is corrected by staff against the version they saw, noted, found by its new words, and mailed to nobody again', async () => {
    const { room, staff, path, version, asker } = await anAnswer();
    const [first] = await texts(staff);
    expect(first).toMatchObject({ version, mayCorrect: true, mayArchive: true, answer: { correctedAt: null } });
    const member = await signedIn(app, asker);
    expect(await texts(member)).toMatchObject([{ mayCorrect: false, mayArchive: false }]);
    expect((await member.patch(`${path}/answer`, { version, text: 'Saya tahu.' })).status).toBe(403);
    expect((await staff.patch(`${path}/answer`, { version, text: ' ' })).body).toMatchObject({
      ...{ code: 'invalid-input', fields: [{ path: 'text' }] },
    });
    const edits = await Promise.all(
      ['Menurut jasa dan modal.', 'Menurut modal saja.'].map((text) =>
        staff.patch(`${path}/answer`, { version, text }),
      ),
    );
    expect(edits.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(edits.find(({ status }) => status === 409)?.body.code).toBe('version-conflict');
    await app.settle();
    expect(await mailsOf(path.split('/').at(-1) ?? '')).toHaveLength(2);
    const [now] = await texts(member);
    expect(now?.answer.text).toMatch(/^Menurut/);
    expect(now?.answer.correctedAt).not.toBeNull();
    expect(await texts(member, '?search=modal')).toHaveLength(1);
    expect(await texts(member, '?search=anggota')).toHaveLength(0);
    const noted = await app.db.sql<{ before: { text: string }; after: { text: string } }>(
      `SELECT before, after FROM audit_entries JOIN audit_values USING (cooperative_id, number)
       WHERE cooperative_id = $1 AND action = 'question.answer-corrected'`,
      [room.cooperativeId],
    );
    expect(noted).toMatchObject([
      { before: { text: 'SHU dibagi menurut jasa anggota.' }, after: { text: now?.answer.text } },
    ]);
  });

  it('is put away and put back by the session’s hosts and moderators, and nobody reads it meanwhile', async () => {
    const { room, staff, path, version, asker, voter } = await anAnswer();
    await app.db.sql(`INSERT INTO session_staff (session_id, member_id, role) VALUES ($1, $2, 'speaker')`, [
      ...[room.sessionId, voter.id],
    ]);
    const [member, speaker] = [await signedIn(app, asker), await signedIn(app, voter)];
    for (const client of [member, speaker])
      expect((await client.post(`${path}/archive`, { version })).status).toBe(403);
    const elsewhere = await signedIn(app, (await aRoom(app)).host);
    expect((await elsewhere.post(`${path}/archive`, { version })).status).toBe(404);
    expect((await staff.post(`${path}/restore`, { version })).body.code).toBe('wrong-state');

    expect((await staff.post(`${path}/archive`, { version })).status).toBe(204);
    expect((await staff.post(`${path}/archive`, { version })).body.code).toBe('version-conflict');
    for (const client of [member, staff]) expect(await texts(client)).toEqual([]);
    for (const client of [member, speaker]) expect(await texts(client, '?shelf=put-away')).toEqual([]);
    expect(await texts(staff, '?shelf=put-away')).toMatchObject([{ version: version + 1, mayArchive: true }]);
    expect((await staff.patch(`${path}/answer`, { version: version + 1, text: 'Lain.' })).body.code).toBe(
      'wrong-state',
    );

    expect((await staff.post(`${path}/restore`, { version: version + 1 })).status).toBe(204);
    expect(await texts(member)).toHaveLength(1);
    await app.settle();
    expect(await mailsOf(path.split('/').at(-1) ?? '')).toHaveLength(2);
    const noted = await app.db.sql<{ action: string }>(
      `SELECT action FROM audit_entries WHERE cooperative_id = $1 AND action IN ('question.archived', 'question.restored')
       ORDER BY number`,
      [room.cooperativeId],
    );
    expect(noted.map(({ action }) => action)).toEqual(['question.archived', 'question.restored']);
  });

  it('that was put away loses its words a month later, once its room has been emptied', async () => {
    const { room, path, version } = await anAnswer();
    app.clock.advance({ days: 400 });
    await app.settle();
    const again = await signedIn(app, room.host);
    expect(await texts(again)).toHaveLength(1);
    expect(await told(room)).not.toMatch(WORDS);
    const given = { version, text: 'Menurut jasa tiap anggota.' };
    expect((await again.patch(`${path}/answer`, given)).status).toBe(204);
    for (const [put, after] of [['archive', 1] as const, ['restore', 2] as const, ['archive', 3] as const])
      expect((await again.post(`${path}/${put}`, { version: version + after })).status).toBe(204);
    // What is done to an answer afterwards brings none of its words back into what the room was told.
    expect(await told(room)).not.toMatch(WORDS);
    app.clock.advance({ days: 29 });
    await app.settle();
    const late = await signedIn(app, room.host);
    expect(await texts(late, '?shelf=put-away')).toHaveLength(1);
    app.clock.advance({ days: 2 });
    await app.settle();
    const [row] = await app.db.sql<{ words: string }>(
      `SELECT question::text AS words FROM room_questions question WHERE session_id = $1 AND state = 'archived'`,
      [room.sessionId],
    );
    expect(row?.words).not.toMatch(WORDS);
    expect((await late.post(`${path}/restore`, { version: version + 4 })).body.code).toBe('wrong-state');
  });
});

describe('answers of many at once', () => {
  it('need no more connections than the process may hold', async () => {
    const narrow = await bootApp({ env: { DATABASE_POOL: '2' } });
    try {
      const room = await aRoom(narrow, { members: 1, wentLiveMinutesAgo: 30 });
      const asker = room.members[0]?.id ?? '';
      const ids = Array.from({ length: 6 }, () => newId());
      await narrow.db.sql(
        `INSERT INTO room_questions (id, session_id, cooperative_id, asker_id, version, state, text, is_anonymous,
           staff_sees_asker, asked_at, approved_at, search)
         SELECT id, $2, $3, $4, 2, 'approved', 'Kapan?', false, true, $5, $5, '' FROM unnest($1::uuid[]) AS id`,
        [ids, room.sessionId, room.cooperativeId, asker, narrow.clock.now()],
      );
      await narrow.db.sql(
        `INSERT INTO question_follow_ups (question_id, cooperative_id, session_id, version, owner_id, due_on, made_at)
         SELECT id, $2, $3, 1, NULL, '2026-07-08', $4 FROM unnest($1::uuid[]) AS id`,
        [ids, room.cooperativeId, room.sessionId, narrow.clock.now()],
      );
      const staff = await signedIn(narrow, room.host);
      const answers = await Promise.all(
        ids.map((id) => staff.post(`/api/questions/${id}/answer`, { version: 2, text: 'Besok.' })),
      );
      expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 204));
    } finally {
      await narrow.close();
    }
  });
});
