// What staff read of a room afterwards: questions and polls beside the chat, nobody named who was promised not to be, and
// read as it is sent however long it is.
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { PollAnswer, PollInput } from '../../src/contracts/room-polls.js';
import type { Posted, Refusal } from '../../src/contracts/room-protocol.js';
import { newId } from '../../src/platform/ids.js';
import { signedIn } from '../factories/auth.js';
import { aRoom, type Person, type SeededRoom } from '../factories/room.js';
import { bootApp, type TestApp } from '../support/app.js';
import { RoomClient } from '../support/room-client.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
let app: TestApp;
const open: RoomClient[] = [];

beforeAll(async () => {
  app = await bootApp();
});

afterEach(() => {
  for (const client of open.splice(0)) client.close();
});

afterAll(async () => {
  await app.close();
});

interface Line {
  kind: string;
  by: { name: string } | null;
  about: { name: string } | null;
  text: string | null;
  count: number | null;
  notes: string[];
}

async function transcript(room: SeededRoom, format: 'csv' | 'json' = 'json'): Promise<Response> {
  return (await signedIn(app, room.host)).fetch(`/api/sessions/${room.sessionId}/room/transcript?format=${format}`);
}

/** As `kind | by | about | text | count | notes`. */
async function told(room: SeededRoom): Promise<string[]> {
  const lines = (await (await transcript(room)).json()) as Line[];
  return lines.map(({ kind, by, about, text, count, notes }) =>
    [kind, by?.name ?? '-', about?.name ?? '-', text ?? '-', count ?? '-', notes.join(' ')].join(' | '),
  );
}

async function entered(room: SeededRoom, person: Person | undefined): Promise<RoomClient> {
  const client = new RoomClient(app.url, (await signedIn(app, person ?? room.host)).cookie, room.sessionId);
  open.push(client);
  await client.enter();
  return client;
}

async function seqOf(sent: Promise<Posted | Refusal>): Promise<number> {
  const answer = await sent;
  if (!('ok' in answer)) throw new Error(answer.code);
  return answer.seq;
}

describe('questions in a transcript', () => {
  it('stand as they are now, with their votes and answers; who was promised no name has none', async () => {
    const room = await aRoom(app);
    const [first, second] = room.members;
    const [host, asker, other] = [
      await entered(room, room.host),
      await entered(room, first),
      await entered(room, second),
    ];
    const asks = async (text: string, isAnonymous = false): Promise<string> => {
      app.clock.advance({ seconds: 1 });
      const id = newId();
      const seq = await seqOf(asker.send('question.ask', { id, text, isAnonymous }));
      await host.until((one) => one.lastSeq >= seq);
      return host.state?.questions.find((one) => one.text === text)?.id ?? '';
    };
    const [aloud, written, hidden] = [
      await asks('Lisan?'),
      await asks('Tertulis?', true),
      await asks('Rahasia?', true),
    ];
    const [withdrawn, rejected] = [await asks('Tidak jadi?'), await asks('Iklan?')];
    await app.db.sql('UPDATE room_questions SET staff_sees_asker = true WHERE id = $1', [written]);
    await app.db.sql('UPDATE room_questions SET staff_sees_asker = false WHERE id = $1', [hidden]);
    for (const questionId of [aloud, written]) {
      await seqOf(host.send('question.approve', { id: newId(), questionId, version: 1 }));
      await seqOf(other.send('question.vote', { id: newId(), questionId, isFor: true }));
    }
    await seqOf(host.send('question.answer', { id: newId(), questionId: aloud, version: 2 }));
    await seqOf(host.send('question.answer', { id: newId(), questionId: written, version: 2, text: 'Bisa.' }));
    await seqOf(asker.send('question.withdraw', { id: newId(), questionId: withdrawn }));
    await seqOf(host.send('question.reject', { id: newId(), questionId: rejected, version: 1, reason: 'Promosi' }));
    expect(await told(room)).toEqual([
      'question | Anggota 1 | - | Lisan? | 1 | answered',
      'answer | Tuan Rumah 1 | Anggota 1 | - | - | aloud',
      'question | Anggota 1 | - | Tertulis? | 1 | answered anonymous',
      'answer | Tuan Rumah 1 | Anggota 1 | Bisa. | - | ',
      'question | - | - | Rahasia? | 0 | pending anonymous',
      'question | Anggota 1 | - | - | 0 | withdrawn',
      'question | Anggota 1 | - | Iklan? | 0 | rejected',
    ]);
    const table = await (await transcript(room, 'csv')).text();
    expect(table).toContain(';pertanyaan;;;;Rahasia?;0;belum ditinjau, tanpa nama');
  });

  it('come all, however many were asked in one moment', async () => {
    const room = await aRoom(app);
    await app.db.sql(
      `INSERT INTO room_questions (id, session_id, cooperative_id, asker_id, version, state, text, is_anonymous,
         staff_sees_asker, asked_at, search)
       SELECT gen_random_uuid(), $1, $2, $3, 1, 'pending', nth::text, false, true, $4, '' FROM generate_series(1, 2500) nth`,
      [room.sessionId, room.cooperativeId, room.members[0]?.id, app.clock.now()],
    );
    const lines = (await (await transcript(room)).json()) as Line[];
    expect(new Set(lines.map(({ text }) => text)).size).toBe(2_500);
    expect(lines).toHaveLength(2_500);
  });
});

describe('polls in a transcript', () => {
  it('tell what each run came to once it is over, and never who answered what', async () => {
    const room = await aRoom(app);
    const host = await entered(room, room.host);
    const members = [await entered(room, room.members[0]), await entered(room, room.members[1])];
    const save = async (poll: Pick<PollInput, 'kind' | 'text'> & Partial<PollInput>): Promise<string> => {
      const pollId = newId();
      await seqOf(host.send('poll.save', { id: newId(), pollId, ...poll }));
      return pollId;
    };
    const run = async (pollId: string, version: number, answers: PollAnswer[], isClosed = true): Promise<void> => {
      app.clock.advance({ seconds: 1 });
      await seqOf(host.send('poll.open', { id: newId(), pollId, version }));
      for (const [nth, answer] of answers.entries()) {
        const sent = await members[nth]?.send('poll.answer', {
          id: newId(),
          pollId,
          run: version === 1 ? 1 : 2,
          answer,
        });
        expect(sent).toMatchObject({ ok: true });
      }
      if (isClosed) await seqOf(host.send('poll.close', { id: newId(), pollId, version: version + 1 }));
    };
    const quiz = await save({ kind: 'single', text: 'Mana dulu?', options: ['Menabung', 'Belanja'], right: [0] });
    const words = await save({ kind: 'words', text: 'Satu kata' });
    await save({ kind: 'scale', text: 'Masih rancangan', scaleTo: 3 });
    await run(quiz, 1, [{ options: [0] }, { options: [1] }]);
    await run(quiz, 3, [{ options: [0] }]);
    await run(words, 1, [{ text: 'Hemat' }, { text: 'hemat' }]);
    await run(words, 3, [], false);
    expect(await told(room)).toEqual([
      'poll | - | - | Mana dulu? | 2 | quiz',
      'poll-result | - | - | Menabung | 1 | right',
      'poll-result | - | - | Belanja | 1 | ',
      'poll | - | - | Mana dulu? | 1 | quiz',
      'poll-result | - | - | Menabung | 1 | right',
      'poll-result | - | - | Belanja | 0 | ',
      'poll | - | - | Satu kata | 2 | ',
      'poll-result | - | - | hemat | 2 | ',
      'poll | - | - | Satu kata | 0 | running',
    ]);
  });
});

describe('a long transcript', () => {
  const [MESSAGES, LETTERS] = [70_000, 800];
  /** Twenty seconds and more on a machine that does much besides. */
  const PATIENCE_MS = 180_000;
  const EVERY_BYTES = 15_000_000;
  /** Less than the texts alone: some of it may wait for a reader who is slower than the database. */
  const MOST_BYTES = 45_000_000;

  let room: SeededRoom;

  beforeAll(async () => {
    room = await aRoom(app);
    await app.db.sql('INSERT INTO rooms (session_id, last_seq) VALUES ($1, $2)', [room.sessionId, MESSAGES]);
    await app.db.sql(
      `INSERT INTO room_events (session_id, seq, kind, payload, at, member_id, client_id)
       SELECT $1, seq, 'chat.posted', jsonb_build_object('text', repeat('x', $4), 'isStaff', false), $2, $3, gen_random_uuid()
       FROM generate_series(1, $5::int) AS seq`,
      [room.sessionId, app.clock.now(), room.members[0]?.id, LETTERS, MESSAGES],
    );
  });

  it.each(['csv', 'json'] as const)('is read as it is sent, and never held whole (%s)', read, PATIENCE_MS);

  async function read(format: 'csv' | 'json'): Promise<void> {
    const before = held();
    const response = await transcript(room, format);
    let [bytes, lines, most, looks] = [0, 0, 0, 0];
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      lines += Buffer.from(chunk).toString('latin1').split('\n').length - 1;
      if (bytes < looks * EVERY_BYTES) continue;
      looks += 1;
      most = Math.max(most, held() - before);
    }
    expect(lines).toBe(MESSAGES + (format === 'csv' ? 1 : 2));
    expect(bytes).toBeGreaterThan(MESSAGES * LETTERS);
    expect(most).toBeLessThan(MOST_BYTES);
  }

  /** Bytes that are in use once the garbage is gone: what the process has besides depends on when it was last collected. */
  function held(): number {
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  }
});
