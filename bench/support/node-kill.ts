// Kills one of two nodes in the middle of a talk, and counts what its members have once they are back on the other.
import { setTimeout as delay } from 'node:timers/promises';
import { v7 } from 'uuid';
import { comesToHold } from './mail-invariants.ts';
import { aHome, aLiveSession, signIns } from './people.ts';
import type { Place } from './place.ts';
import { enterAll, RoomMember, type RoomMemberOptions } from './room-member.ts';
import { ServingNode } from './serving-node.ts';

export interface NodeKill {
  readonly place: Place;
  readonly members: number;
  readonly redisUrl?: string;
  /** False for the control: who comes back does not say what they have. */
  readonly resumes: boolean;
  /** How long they talk before the kill. */
  readonly talkMs: number;
}

export interface NodeKillResult {
  readonly sessionId: string;
  readonly posted: number;
  readonly stored: number;
  /** Members who have every message, in the order of the rows, none twice. */
  readonly complete: number;
  /** Whose first node died, and those of them who entered again. */
  readonly orphans: number;
  readonly cameBack: number;
  /** The members that somebody is told are here, once everybody is back: no more for a span that nobody ended. */
  readonly counts: readonly number[];
  /** From the kill until the last of them was inside again. */
  readonly backMs: number;
  readonly deadNode: string;
  readonly killedAt: Date;
}

const MESSAGES_PER_SECOND = 40;
const TALK_AFTER_MS = 2_500;
const PATIENCE_MS = 15_000;

export async function killNode({ place, members: size, redisUrl, resumes, talkMs }: NodeKill): Promise<NodeKillResult> {
  const home = await aHome(place.pool, size);
  const sessionId = await aLiveSession(place.pool, home);
  const cookies = await signIns(place.pool, home.memberIds);
  const settings = redisUrl === undefined ? place : { ...place, redisUrl };
  const [dying, staying] = await Promise.all([ServingNode.start(settings), ServingNode.start(settings)]);
  const seen = cookies.map((): string[] => []);
  const members = cookies.map((cookie, index) => {
    const onEvents: RoomMemberOptions['onEvents'] = (events) => {
      for (const event of events) seen[index]?.push(event.kind === 'chat.posted' ? event.id : event.kind);
    };
    const urls = index % 2 === 0 ? [dying.url, staying.url] : [staying.url];
    return new RoomMember({ sessionId, cookie, urls, returns: true, resumes, onEvents });
  });
  const orphans = members.filter((_, index) => index % 2 === 0);
  try {
    await enterAll(members);
    const posted = new Set<string>();
    const answers: Promise<number>[] = [];
    const talk = setInterval(() => {
      const id = v7();
      const speaker = members[posted.size % size];
      posted.add(id);
      if (speaker) answers.push(speaker.post(`Pesan ${String(posted.size)}`, id));
    }, 1_000 / MESSAGES_PER_SECOND);
    await delay(talkMs);
    const { rows: nodes } = await place.pool.query<{ node: string }>(
      'SELECT node_id AS node FROM presence_spans WHERE session_id = $1 AND member_id = $2',
      [sessionId, home.memberIds[0]],
    );
    const [killedAt, killed] = [new Date(), performance.now()];
    await dying.kill();
    await comesToHold(() => orphans.every((one) => one.entries > 1 && one.isInside), PATIENCE_MS);
    const backMs = Math.round(performance.now() - killed);
    await delay(TALK_AFTER_MS);
    clearInterval(talk);
    await Promise.all(answers);
    await comesToHold(() => members.every((one) => one.pulse?.count === size), PATIENCE_MS);
    // The control never has all of it: it waits for the last message alone.
    const { rows } = await place.pool.query<{ id: string; seq: number }>(
      'SELECT client_id AS id, seq FROM room_events WHERE session_id = $1 ORDER BY seq',
      [sessionId],
    );
    await comesToHold(() => members.every((one) => one.lastSeq === rows.at(-1)?.seq), PATIENCE_MS);
    const order = rows.map(({ id }) => id).join();
    return {
      sessionId,
      posted: posted.size,
      stored: rows.filter(({ id }) => posted.has(id)).length,
      complete: seen.filter((ids) => ids.join() === order).length,
      orphans: orphans.length,
      cameBack: orphans.filter((one) => one.entries > 1).length,
      counts: [...new Set(members.map((one) => one.pulse?.count ?? 0))],
      backMs,
      deadNode: nodes[0]?.node ?? '',
      killedAt,
    };
  } finally {
    for (const member of members) member.leave();
    await Promise.all([dying.kill(), staying.close()]);
  }
}
