// What a phone that counts its kilobytes receives: a member in text mode in a room of 2,000 with 20 messages a second, every
// byte of the line counted, frames and heartbeats too; and what one in full mode does.
import { setTimeout as delay } from 'node:timers/promises';
import { aHome, aLiveSession, signIns } from './support/people.ts';
import { openPlace } from './support/place.ts';
import { median, report, rounded } from './support/report.ts';
import { enterAll, RoomMember } from './support/room-member.ts';
import { Server } from './support/server.ts';

/** Fewer by `npm run -s bench -- room-text 200`, to try it. */
const CLIENTS = Number(process.argv[2] ?? 2_000);
const MESSAGES_PER_SECOND = 20;
const SAMPLES = 3;
const SAMPLE_MS = 8_000;
const TEXT = 'Bagaimana cara menyisihkan tabungan kalau penghasilan tidak tetap tiap bulan?';

const place = await openPlace();
try {
  const home = await aHome(place.pool, CLIENTS);
  const sessionId = await aLiveSession(place.pool, home);
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
        }),
    );
    if (!text || !full) throw new Error('A room needs some members.');
    await enterAll([text, full, ...others]);
    const samples: { said: number; told: number; textBytes: number; fullBytes: number }[] = [];
    let speaker = 0;
    for (let sample = 0; sample < SAMPLES; sample += 1) {
      const before = { text: text.bytesRead, full: full.bytesRead, unread: text.unreadChat };
      const answers: Promise<unknown>[] = [];
      const startedAt = performance.now();
      for (let said = 0; said < (MESSAGES_PER_SECOND * SAMPLE_MS) / 1_000; said += 1) {
        speaker = (speaker + 1) % others.length;
        answers.push(others[speaker]?.post(TEXT) ?? Promise.resolve());
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
