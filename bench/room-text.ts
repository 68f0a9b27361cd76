// What a phone that counts its kilobytes receives: a member in text mode in a room of 2,000 with 20 messages and 20 votes a
// second, every byte of the line counted, frames and heartbeats too; and what one in full mode does.
import { setTimeout as delay } from 'node:timers/promises';
import { aHome, aLiveSession, anOfficer, signIns, someQuestions } from './support/people.ts';
import { openPlace } from './support/place.ts';
import { median, report, rounded } from './support/report.ts';
import { enterAll, RoomMember } from './support/room-member.ts';
import { Server } from './support/server.ts';

/** Fewer by `npm run -s bench -- room-text 200`, to try it. */
const CLIENTS = Number(process.argv[2] ?? 2_000);
const MESSAGES_PER_SECOND = 20;
/** Each message's author votes too, for one question after the other. */
const QUESTIONS = 20;
const SAMPLES = 3;
const SAMPLE_MS = 8_000;
const TEXT = 'Bagaimana cara menyisihkan tabungan kalau penghasilan tidak tetap tiap bulan?';

const place = await openPlace();
try {
  const home = await aHome(place.pool, CLIENTS);
  const sessionId = await aLiveSession(place.pool, home);
  const asker = await anOfficer(place.pool, home, ['member']);
  const questionIds = await someQuestions(place.pool, home, sessionId, asker, QUESTIONS);
  const votes = new Map<string, number>();
  const cookies = await signIns(place.pool, home.memberIds);
  const server = await Server.start(place);
  try {
    const [text, full, ...others] = cookies.map(
      (cookie, index) =>
        new RoomMember({
          sessionId,
          cookie,
          urls: [server.url],
          mode: index === 0 ? 'text' : 'full',
          returns: index > 1,
          onEvents: (events) => {
            if (index > 0) return;
            for (const event of events)
              if (event.kind === 'question.voted')
                for (const total of event.totals) votes.set(total.questionId, total.votes);
          },
        }),
    );
    if (!text || !full) throw new Error('A room needs some members.');
    await enterAll([text, full, ...others]);
    const samples: { said: number; told: number; textBytes: number; fullBytes: number }[] = [];
    let speaker = 0;
    let voted = 0;
    for (let sample = 0; sample < SAMPLES; sample += 1) {
      const before = { text: text.bytesRead, full: full.bytesRead, unread: text.unreadChat };
      const answers: Promise<unknown>[] = [];
      const startedAt = performance.now();
      for (let said = 0; said < (MESSAGES_PER_SECOND * SAMPLE_MS) / 1_000; said += 1) {
        speaker = (speaker + 1) % others.length;
        answers.push(others[speaker]?.post(TEXT) ?? Promise.resolve());
        // Round by round another question: nobody votes twice for one.
        const place = (voted + Math.floor(voted / others.length)) % QUESTIONS;
        if (others[voted % others.length]?.isInside === true) {
          void others[voted % others.length]?.vote(questionIds[place] ?? '');
        }
        voted += 1;
        // Each second somebody's line breaks, and they come back: who is here changes, and is told.
        if (said % MESSAGES_PER_SECOND === 0) others[((speaker + others.length / 2) % others.length) | 0]?.cut();
        await delay(Math.max(0, ((said + 1) * 1_000) / MESSAGES_PER_SECOND - (performance.now() - startedAt)));
      }
      await Promise.all(answers);
      const seconds = (performance.now() - startedAt) / 1_000;
      samples.push({
        said: answers.length,
        told: text.unreadChat - before.unread,
        textBytes: rounded((text.bytesRead - before.text) / seconds),
        fullBytes: rounded((full.bytesRead - before.full) / seconds),
      });
    }
    const said = samples.reduce((sum, sample) => sum + sample.said, 0);
    const isTold = await comesToTell(text, said);
    report({
      name: 'room-text',
      ratio: rounded(median(samples.map(({ textBytes }) => textBytes)) / 1024),
      goal: '<= 2',
      unit: 'KB/s received',
      yardstick: null,
      clients: CLIENTS,
      fullModeKilobytes: rounded(median(samples.map(({ fullBytes }) => fullBytes)) / 1024),
      invariants: {
        'every message was counted for whoever reads text only': isTold,
        'every vote was counted for whoever reads text only': await tellsVotes(votes),
        'both were inside all the time': text.entries === 1 && full.entries === 1 && text.isInside && full.isInside,
      },
      samples,
    });
    for (const member of [text, full, ...others]) member.leave();
  } finally {
    await server.close();
  }
} finally {
  await place.close();
}

/** Counts come at most each two seconds. */
async function comesToTell(member: RoomMember, count: number): Promise<boolean> {
  const until = performance.now() + 5_000;
  while (member.unreadChat < count && performance.now() < until) await delay(20);
  return member.unreadChat === count;
}

/** What the room tells of votes in the end is what its rows hold. */
async function tellsVotes(votes: ReadonlyMap<string, number>): Promise<boolean> {
  const until = performance.now() + 10_000;
  for (;;) {
    const { rows } = await place.pool.query<{ id: string; votes: number }>(
      'SELECT id, votes FROM room_questions WHERE votes > 0',
    );
    const isTold = rows.length > 0 && rows.every(({ id, votes: total }) => votes.get(id) === total);
    if (isTold || performance.now() > until) return isTold;
    await delay(100);
  }
}
