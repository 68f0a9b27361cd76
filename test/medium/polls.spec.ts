// Polls and quizzes through real sockets: each answer counts once, and nobody learns too early what is right.
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import type { PollAnswered, PollInput, RoomPoll } from '../../src/contracts/room-polls.js';
import { ROOM_PROTOCOL, type Posted, type Refusal, type RoomSnapshot } from '../../src/contracts/room-protocol.js';
import { newId } from '../../src/platform/ids.js';
import { USUAL_WORDS } from '../../src/room/usual-words.js';
import { signedIn, type Client } from '../factories/auth.js';
import { aRoom, somePeople, type Person, type SeededRoom } from '../factories/room.js';
import { bootApp, type TestApp } from '../support/app.js';
import { connect, RoomClient, type RoomSocket } from '../support/room-client.js';

const v = ROOM_PROTOCOL;
const WHICH = { kind: 'single' as const, text: 'Mana yang lebih dulu?', options: ['Menabung', 'Belanja', 'Berutang'] };
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

async function entered(room: SeededRoom, person: Person | undefined): Promise<RoomClient> {
  const client = new RoomClient(app.url, (await signedIn(app, person ?? room.host)).cookie, room.sessionId);
  open.push(client);
  await client.enter();
  return client;
}

/** @throws Error with the refusal's code */
async function done<Answer extends object>(sent: Promise<Answer>): Promise<Exclude<Answer, Refusal>> {
  const answer = await sent;
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer as Exclude<Answer, Refusal>;
}

function isRefusal(answer: object): answer is Refusal {
  return 'code' in answer;
}

async function codeOf(sent: Promise<object>): Promise<string> {
  const answer = await sent;
  return isRefusal(answer) ? answer.code : 'ok';
}

type Saved = Partial<Pick<PollInput, 'kind' | 'text' | 'options' | 'right' | 'results'>> & { version?: number };
const saving = (staff: RoomClient, pollId: string, poll: Saved): Promise<Posted> =>
  done(staff.send('poll.save', { id: newId(), pollId, ...WHICH, ...poll }));

async function aPoll(staff: RoomClient, poll: Saved = {}): Promise<string> {
  const pollId = newId();
  await saving(staff, pollId, poll);
  return pollId;
}

async function seen(client: RoomClient, pollId: string, condition: (poll: RoomPoll) => boolean): Promise<RoomPoll> {
  const find = (): RoomPoll | undefined => client.state?.polls.find(({ id }) => id === pollId);
  await client.until(() => {
    const poll = find();
    return poll !== undefined && condition(poll);
  });
  return find() as RoomPoll;
}

async function act(staff: RoomClient, kind: 'open' | 'close' | 'archive' | 'delete', pollId: string): Promise<Posted> {
  const { version } = staff.state?.polls.find(({ id }) => id === pollId) ?? { version: 1 };
  const posted = await done(staff.send(`poll.${kind}`, { id: newId(), pollId, version }));
  await staff.until((one) => one.lastSeq >= posted.seq);
  return posted;
}

async function opened(staff: RoomClient, poll: Saved = {}): Promise<string> {
  const pollId = await aPoll(staff, poll);
  await seen(staff, pollId, () => true);
  await act(staff, 'open', pollId);
  return pollId;
}

const answering = (
  client: RoomClient,
  pollId: string,
  answer: { options: number[] } | { scale: number } | { text: string },
  { run = 1, id = newId() } = {},
): Promise<PollAnswered> => done(client.send('poll.answer', { id, pollId, run, answer }));

/** What somebody who comes now is given. */
async function fresh(room: SeededRoom, person: Person | undefined): Promise<RoomSnapshot> {
  const { state } = await entered(room, person);
  if (!state) throw new Error('No snapshot');
  return state;
}

describe('words of one’s own', () => {
  it('are held to the cooperative’s list, and are not taken from who is muted', async () => {
    const room = await aRoom(app);
    const [staff, member] = [await entered(room, room.host), await entered(room, room.members[0])];
    const pollId = await opened(staff, { kind: 'words', options: [] });
    const send = (text: string) => member.send('poll.answer', { id: newId(), pollId, run: 1, answer: { text } });
    const [listed = ''] = USUAL_WORDS;
    expect(await codeOf(send(listed))).toBe('unwelcome-words');
    await done(send('hemat'));
    await app.db.sql('INSERT INTO room_standings (session_id, member_id, muted_at) VALUES ($1, $2, $3)', [
      ...[room.sessionId, room.members[0]?.id, app.clock.now()],
    ]);
    expect(await codeOf(send('boros'))).toBe('muted-in-room');
    await act(staff, 'close', pollId);
    const closed = await seen(member, pollId, ({ state }) => state === 'closed');
    expect(closed.results?.texts).toEqual([{ text: 'hemat', times: 1 }]);
  });
});

describe('a poll', () => {
  it('is prepared behind the scenes, opened to all, answered, closed and put away', async () => {
    const room = await aRoom(app);
    const [staff, member] = [await entered(room, room.host), await entered(room, room.members[0])];
    const pollId = await aPoll(staff);
    await seen(staff, pollId, ({ state }) => state === 'draft');
    await saving(staff, pollId, { version: 1, text: 'Mana dulu?' });
    await seen(staff, pollId, ({ version }) => version === 2);
    await act(staff, 'open', pollId);
    expect(member.shown.filter(({ kind }) => kind === 'poll.changed').length).toBeLessThanOrEqual(1);
    expect(await seen(member, pollId, ({ state }) => state === 'open')).toMatchObject({
      ...{ text: 'Mana dulu?', run: 1, isQuiz: false, right: null, results: null, answered: 0 },
    });
    expect(await answering(member, pollId, { options: [1] })).toMatchObject({ ok: true, results: null });
    expect((await seen(staff, pollId, ({ answered }) => answered === 1)).results?.counts).toEqual([0, 1, 0]);
    expect((await seen(member, pollId, ({ answered }) => answered === 1)).results).toBeNull();
    await answering(member, pollId, { options: [0] });
    await act(staff, 'close', pollId);
    expect(await seen(member, pollId, ({ state }) => state === 'closed')).toMatchObject({
      ...{ answered: 1, results: { answered: 1, counts: [1, 0, 0], texts: [] } },
    });
    expect(await codeOf(member.send('poll.answer', late(pollId)))).toBe('wrong-state');
    await act(staff, 'archive', pollId);
    await member.until((one) => one.state?.polls.length === 0);
    expect(staff.state?.polls).toMatchObject([{ state: 'archived', results: { counts: [1, 0, 0] } }]);
    const audited = await app.db.sql<{ action: string }>(
      `SELECT action FROM audit_entries WHERE subject_id = $1 ORDER BY number`,
      [pollId],
    );
    expect(audited.map(({ action }) => action)).toEqual([
      ...['poll.saved', 'poll.saved', 'poll.opened', 'poll.closed', 'poll.archived'],
    ]);
  });

  const late = (pollId: string) => ({ id: newId(), pollId, run: 1, answer: { options: [2] } });

  it('is for staff to run, one at a time, on what they saw', async () => {
    const room = await aRoom(app);
    const [staff, member] = [await entered(room, room.host), await entered(room, room.members[0])];
    expect(await codeOf(member.send('poll.save', { id: newId(), pollId: newId(), ...WHICH }))).toBe('forbidden');
    const [first, second] = [await opened(staff), await aPoll(staff)];
    await seen(staff, second, () => true);
    const on = (pollId: string, version: number) => ({ id: newId(), pollId, version });
    expect(await codeOf(staff.send('poll.open', on(second, 1)))).toBe('wrong-state');
    expect(await codeOf(staff.send('poll.close', on(first, 1)))).toBe('version-conflict');
    expect(await codeOf(staff.send('poll.delete', on(first, 2)))).toBe('wrong-state');
    expect(await codeOf(staff.send('poll.open', on(newId(), 1)))).toBe('not-found');
    expect(await codeOf(staff.send('poll.save', { id: newId(), pollId: second, ...WHICH }))).toBe('conflict');
    expect(await codeOf(staff.send('poll.save', { id: newId(), pollId: newId(), ...WHICH, options: ['A'] }))).toBe(
      'invalid-input',
    );
    await act(staff, 'delete', second);
    expect(staff.state?.polls.map(({ id }) => id)).toEqual([first]);
    const other = await entered(await aRoom(app), undefined);
    expect(await codeOf(other.send('poll.close', on(first, 2)))).toBe('not-found');
  });

  it('does what a command asks once, however often it comes', async () => {
    const room = await aRoom(app);
    const [staff, member] = [await entered(room, room.host), await entered(room, room.members[0])];
    const pollId = newId();
    const twice = async (send: () => Promise<Posted>): Promise<void> => {
      const [one, two] = [await send(), await send()];
      expect(two).toEqual(one);
    };
    const ids = Array.from({ length: 6 }, () => newId());
    await twice(() => done(staff.send('poll.save', { id: ids[0] ?? '', pollId, ...WHICH })));
    await twice(() => done(staff.send('poll.open', { id: ids[1] ?? '', pollId, version: 1 })));
    const first = await answering(member, pollId, { options: [0] }, { id: ids[2] ?? '' });
    await answering(member, pollId, { options: [1] });
    expect((await answering(member, pollId, { options: [0] }, { id: ids[2] ?? '' })).seq).toBe(first.seq);
    await twice(() => done(staff.send('poll.close', { id: ids[3] ?? '', pollId, version: 2 })));
    expect((await answering(member, pollId, { options: [0] }, { id: ids[2] ?? '' })).seq).toBe(first.seq);
    expect((await seen(member, pollId, ({ state }) => state === 'closed')).results?.counts).toEqual([0, 1, 0]);
    await twice(() => done(staff.send('poll.archive', { id: ids[4] ?? '', pollId, version: 3 })));
    const draft = await aPoll(staff);
    await twice(() => done(staff.send('poll.delete', { id: ids[5] ?? '', pollId: draft, version: 1 })));
  });

  it('knows an answer that it has taken, though its member may not answer any more', async () => {
    const room = await aRoom(app);
    const [staff, member] = [await entered(room, room.host), await entered(room, room.members[0])];
    const pollId = await opened(staff);
    const id = newId();
    const first = await answering(member, pollId, { options: [0] }, { id });
    await app.db.sql('INSERT INTO room_standings (session_id, member_id, removed_at) VALUES ($1, $2, $3)', [
      ...[room.sessionId, room.members[0]?.id, app.clock.now()],
    ]);
    const sent = (commandId: string) =>
      member.send('poll.answer', { id: commandId, pollId, run: 1, answer: { options: [0] } });
    expect(await sent(id)).toMatchObject({ ok: true, seq: first.seq });
    expect(await codeOf(sent(newId()))).toBe('removed-from-room');
  });

  it('runs again with answers of its own, and keeps what the run before came to', async () => {
    const room = await aRoom(app);
    const [staff, member] = [await entered(room, room.host), await entered(room, room.members[0])];
    const pollId = await opened(staff);
    await answering(member, pollId, { options: [2] });
    await act(staff, 'close', pollId);
    await act(staff, 'open', pollId);
    const again = await seen(member, pollId, ({ run }) => run === 2);
    expect(again).toMatchObject({ state: 'open', answered: 0, results: null });
    await answering(member, pollId, { options: [0] }, { run: 2 });
    await act(staff, 'close', pollId);
    const results = async (client: RoomClient, run: number) =>
      (await done(client.send('poll.results', { pollId, run }))).results.counts;
    expect(await results(staff, 1)).toEqual([0, 0, 1]);
    expect(await results(member, 2)).toEqual([1, 0, 0]);
    expect(await codeOf(staff.send('poll.results', { pollId, run: 3 }))).toBe('not-found');
    const { mine } = await fresh(room, room.members[0]);
    expect(mine.answered).toEqual([`${pollId} 1`, `${pollId} 2`]);
  });

  it('shows what it comes to after one’s answer where staff chose so, and words as one', async () => {
    const room = await aRoom(app, { members: 3 });
    const staff = await entered(room, room.host);
    const [first, second, third] = await Promise.all(room.members.map((member) => entered(room, member)));
    if (!first || !second || !third) throw new Error('Three members');
    const pollId = await opened(staff, { kind: 'words', options: [], results: 'after-answer' });
    const { results } = await answering(first, pollId, { text: 'Dana  Darurat' });
    expect(results).toEqual({ answered: 1, counts: [], texts: [{ text: 'dana darurat', times: 1 }] });
    await answering(second, pollId, { text: '<b>EMAS</b>' });
    expect(await codeOf(third.send('poll.results', { pollId, run: 1 }))).toBe('forbidden');
    await answering(third, pollId, { text: 'DANA DARURAT' });
    expect((await done(third.send('poll.results', { pollId, run: 1 }))).results.texts).toEqual([
      { text: 'dana darurat', times: 2 },
      { text: '<b>emas</b>', times: 1 },
    ]);
  });
});

describe('early results', () => {
  it('are found by who answered and comes anew, and by nobody else', async () => {
    const room = await aRoom(app, { members: 2 });
    const staff = await entered(room, room.host);
    const [first, second] = await Promise.all(room.members.map((member) => entered(room, member)));
    if (!first || !second) throw new Error('Two members');
    const pollId = await opened(staff, { results: 'after-answer' });
    await answering(first, pollId, { options: [1] });
    await seen(staff, pollId, ({ answered }) => answered === 1);
    const early = async (person: Person | undefined) => {
      const newcomer = await entered(room, person);
      newcomer.close();
      return newcomer.joined?.mode === 'snapshot' ? newcomer.joined.early : undefined;
    };
    const results = { answered: 1, counts: [0, 1, 0], texts: [] };
    expect(await early(room.members[0])).toEqual([{ pollId, run: 1, results }]);
    expect(await early(room.members[1])).toEqual([]);
    await act(staff, 'close', pollId);
    // In the poll itself from now on.
    expect(await early(room.members[0])).toEqual([]);
    await act(staff, 'open', pollId);
    expect(await early(room.members[0])).toEqual([]);
    await act(staff, 'close', pollId);
    const hidden = await opened(staff, { results: 'after-close' });
    await answering(first, hidden, { options: [1] });
    await seen(staff, hidden, ({ answered }) => answered === 1);
    expect(await early(room.members[0])).toEqual([]);
  });
});

describe('a poll that is open when its session ends', () => {
  const ENDS = {
    'its host ends it': async (room: SeededRoom, admin: Client) => {
      expect((await admin.post(`/api/sessions/${room.sessionId}/end`)).status).toBe(200);
    },
    'nobody does, and the room closes by itself': async () => {
      app.clock.advance({ hours: 3 });
      await app.settle();
    },
  };

  it.each(Object.entries(ENDS))('is closed with its results when %s', async (_, end) => {
    const room = await aRoom(app);
    const [chair] = await somePeople(app, room.cooperativeId, 1, 'Pengurus', ['member', 'admin']);
    const admin = await signedIn(app, { id: chair?.id ?? '' });
    const [staff, member] = [await entered(room, room.host), await entered(room, room.members[0])];
    const pollId = await opened(staff);
    await answering(member, pollId, { options: [2] });
    await end(room, admin);
    await app.settle();
    const stored = await app.db.sql<{ state: string; results: object }>(
      `SELECT poll.state, run.results FROM polls poll JOIN poll_runs run ON run.poll_id = poll.id AND run.run = poll.run
       WHERE poll.id = $1 AND run.closed_at IS NOT NULL`,
      [pollId],
    );
    expect(stored).toEqual([{ state: 'closed', results: { answered: 1, counts: [0, 0, 1], texts: [] } }]);
  });

  it('is told to the room, takes no more answers, and is not opened again before the session goes on', async () => {
    const room = await aRoom(app);
    const [chair] = await somePeople(app, room.cooperativeId, 1, 'Pengurus', ['member', 'admin']);
    const admin = await signedIn(app, { id: chair?.id ?? '' });
    const [staff, member] = [await entered(room, room.host), await entered(room, room.members[0])];
    const pollId = await opened(staff);
    const other = await aPoll(staff);
    await answering(member, pollId, { options: [2] });
    expect((await admin.post(`/api/sessions/${room.sessionId}/end`)).status).toBe(200);
    const closed = await seen(member, pollId, ({ state }) => state === 'closed');
    expect(closed.results).toEqual({ answered: 1, counts: [0, 0, 1], texts: [] });
    expect(await codeOf(answering(member, pollId, { options: [0] }).catch(asAnswer))).toBe('wrong-state');
    await seen(staff, other, () => true);
    expect(await codeOf(act(staff, 'open', other).catch(asAnswer))).toBe('wrong-state');
    expect((await admin.post(`/api/sessions/${room.sessionId}/undo-end`)).status).toBe(200);
    await act(staff, 'open', other);
    await app.settle();
    expect((await seen(member, other, () => true)).state).toBe('open');
    // What was put away keeps what was answered.
    await act(staff, 'archive', pollId);
    expect(await codeOf(answering(member, pollId, { options: [0] }).catch(asAnswer))).toBe('wrong-state');
    expect(await app.db.sql('SELECT answer FROM poll_answers WHERE poll_id = $1', [pollId])).toEqual([
      { answer: { options: [2] } },
    ]);
  });
});

const asAnswer = (error: unknown): object => ({ code: error instanceof Error ? error.message : '' });

describe('a quiz', () => {
  it('tells members what is right at the close, and in nothing before', async () => {
    const room = await aRoom(app);
    const [staff, member] = [await entered(room, room.host), await entered(room, room.members[0])];
    const frames: string[] = [];
    const spy = await connect(app.url, (await signedIn(app, room.members[1] ?? room.host)).cookie);
    open.push(spy);
    spy.io.engine.on('data', (frame: unknown) => {
      frames.push(String(frame));
    });
    await emit(spy, 'room.join', { v, sessionId: room.sessionId });
    const quiz: Saved = { text: 'Bunga majemuk?', right: [1], results: 'after-answer' };
    const pollId = await opened(staff, quiz);
    // Nor what others chose, which hints at it, though results were to show after one's answer.
    expect(await answering(member, pollId, { options: [0] })).toMatchObject({ ok: true, results: null });
    expect(await codeOf(member.send('poll.results', { pollId, run: 1 }))).toBe('forbidden');
    expect(await codeOf(member.send('poll.answer', { ...another(pollId), answer: { options: [1] } }))).toBe('conflict');
    await emit(spy, 'poll.answer', { v, ...another(pollId), answer: { options: [1] } });
    await emit(spy, 'poll.results', { v, pollId, run: 1 });
    await emit(spy, 'room.join', { v, sessionId: room.sessionId, lastSeq: 0 });
    await emit(spy, 'room.join', { v, sessionId: room.sessionId });
    await seen(staff, pollId, ({ answered }) => answered === 2);
    await seen(member, pollId, ({ answered }) => answered === 2);
    const before = frames.join('\n');
    expect(before).toContain('Bunga majemuk?');
    expect(before).not.toMatch(/"(right|counts)":\s*\[/);
    expect(staff.state?.polls[0]).toMatchObject({ isQuiz: true, right: [1] });
    expect(member.state?.polls[0]).toMatchObject({ isQuiz: true, right: null });
    await act(staff, 'close', pollId);
    expect(await seen(member, pollId, ({ state }) => state === 'closed')).toMatchObject({
      ...{ right: [1], results: { counts: [1, 1, 0] } },
    });
  });

  const another = (pollId: string) => ({ id: newId(), pollId, run: 1 });
});

/** Anything, over a socket that the test looks into. */
function emit(socket: RoomSocket, event: string, payload: unknown): Promise<unknown> {
  const raw = socket as unknown as { emit(event: string, ...args: unknown[]): void };
  return new Promise((resolve) => {
    raw.emit(event, payload, resolve);
  });
}

describe('three hundred who answer at once', () => {
  it('are counted exactly, and told of in few events', async () => {
    const room = await aRoom(app, { members: 0 });
    const people = await somePeople(app, room.cooperativeId, 300, 'Anggota');
    await app.db.sql(
      `INSERT INTO registrations (id, cooperative_id, session_id, member_id, state, queued_at, confirmed_at, created_at, updated_at)
       SELECT gen_random_uuid(), $1, $2, member, 'confirmed', $4, $4, $4, $4 FROM unnest($3::uuid[]) AS member`,
      [room.cooperativeId, room.sessionId, people.map(({ id }) => id), app.clock.now()],
    );
    const staff = await entered(room, room.host);
    const members: RoomClient[] = [];
    for (let from = 0; from < people.length; from += 50) {
      members.push(...(await Promise.all(people.slice(from, from + 50).map((person) => entered(room, person)))));
    }
    const pollId = await opened(staff);
    const sent = members.flatMap((member, n) => {
      const id = newId();
      const send = (): Promise<PollAnswered> => answering(member, pollId, { options: [n % 3] }, { id });
      return n % 10 === 0 ? [send(), send()] : [send()];
    });
    await Promise.all(sent);
    const { results } = await seen(staff, pollId, ({ answered }) => answered === 300);
    expect(results).toEqual({ answered: 300, counts: [100, 100, 100], texts: [] });
    const [rows] = await app.db.sql<{ events: number }>(
      `SELECT count(*)::int AS events FROM room_events WHERE session_id = $1 AND kind = 'poll.counted'`,
      [room.sessionId],
    );
    // Three hundred in well under a minute: one event a second, at most.
    expect(rows?.events).toBeLessThan(60);
    await act(staff, 'close', pollId);
    expect((await seen(staff, pollId, ({ state }) => state === 'closed')).results).toEqual(results);
  }, 120_000);
});

describe('the stream', () => {
  type Step = ['save' | 'open' | 'close' | 'archive' | 'delete' | 'answer', number, number];
  const step: fc.Arbitrary<Step> = fc.tuple(
    fc.constantFrom('save', 'open', 'open', 'close', 'archive', 'delete', 'answer', 'answer'),
    fc.nat(2),
    fc.nat(2),
  );

  it('makes of a snapshot what a fresh one is, for a member and for staff, whatever was done', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const room = await aRoom(app, { members: 1 });
        const [member] = room.members;
        if (!member) throw new Error('One member');
        const [staff, other] = [await entered(room, room.host), await entered(room, member)];
        const ids = [newId(), newId(), newId()];
        for (const step of steps) await take(staff, other, step, ids);
        await expectSame(staff, room, room.host);
        await expectSame(other, room, member);
        for (const client of open.splice(0)) client.close();
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  /** The state that the stream made becomes the fresh snapshot's: a count may still be on its way to both. */
  async function expectSame(client: RoomClient, room: SeededRoom, person: Person): Promise<void> {
    for (;;) {
      const { state, joined } = await entered(room, person);
      const seq = joined?.seq ?? 0;
      const isSame = (): boolean => isDeepStrictEqual(client.state?.polls, state?.polls);
      await client.until((one) => one.lastSeq >= seq || isSame());
      if (client.lastSeq > seq && !isSame()) continue;
      expect(client.state?.polls).toEqual(state?.polls);
      return;
    }
  }

  async function take(staff: RoomClient, member: RoomClient, [kind, which, place]: Step, ids: string[]) {
    const pollId = ids[which] ?? '';
    const known = staff.state?.polls.find(({ id }) => id === pollId);
    const version = known?.version;
    if (kind === 'answer') {
      await member.send('poll.answer', { id: newId(), pollId, run: known?.run || 1, answer: { options: [place] } });
      return;
    }
    const command = { id: newId(), pollId };
    const answer =
      kind === 'save'
        ? await staff.send('poll.save', { ...command, ...WHICH, ...(version === undefined ? {} : { version }) })
        : await staff.send(`poll.${kind}`, { ...command, version: version ?? 1 });
    if ('ok' in answer) await staff.until((one) => one.lastSeq >= answer.seq);
  }
});
