// A room through an ordinary session: 2,000 members for ten minutes who write, ask, vote and answer a poll, while lines
// break and come back. What the server holds must not grow with time, and its event loop must stay free. Nothing is lost.
import { setTimeout as delay } from 'node:timers/promises';
import { v7 } from 'uuid';
import type { RoomEvent } from '../src/contracts/room-protocol.ts';
import type { RoomPoll } from '../src/contracts/room-polls.ts';
import type { RoomQuestion } from '../src/contracts/room-questions.ts';
import { Deliveries, type Message } from './support/deliveries.ts';
import { comesToHold } from './support/mail-invariants.ts';
import { atPace } from './support/pace.ts';
import { aHome, aLiveSession, anOfficer, signIns } from './support/people.ts';
import { openPlace, type Place } from './support/place.ts';
import { median, report, rounded } from './support/report.ts';
import { enterAll, RoomMember } from './support/room-member.ts';
import { Server } from './support/server.ts';

/** `npm run -s bench -- room-day --short` takes under a minute, to try it: too short to say how memory goes on. */
const IS_SHORT = process.argv.includes('--short');
const CLIENTS = IS_SHORT ? 200 : 2_000;
const DAY_MS = IS_SHORT ? 30_000 : 600_000;
/** Of all together. */
const PER_SECOND = { messages: 4, questions: 0.2, votes: 3, reactions: 2, cuts: CLIENTS / 1_000 };
/** Parts of the day: when the poll is open, and between which moments the memory is compared. */
const POLL = { from: 0.4, to: 0.6 };
const EARLY = { from: 0.2, to: 0.3 };
const LATE = { from: 0.9, to: 1 };
const LOOK_MS = IS_SHORT ? 500 : 2_000;
const PATIENCE_MS = 20_000;
const TEXTS = [
  'Selamat pagi dari Makassar!',
  'Bagaimana cara menyisihkan tabungan kalau penghasilan tidak tetap tiap bulan?',
  'Setuju. Saya mulai dari seratus ribu sebulan, lalu ditambah sedikit demi sedikit setiap kali gaji naik.',
  'Halaman berapa?',
];

/** The session's day as its host sees it: lets questions in at once, and knows what may be voted for. */
class Desk {
  readonly open: RoomQuestion[] = [];
  poll: RoomPoll | undefined;
  private readonly host: RoomMember;
  private readonly asked = new Set<Promise<unknown>>();

  constructor(url: string, sessionId: string, cookie: string) {
    this.host = new RoomMember({
      ...{ sessionId, cookie, urls: [url], returns: true },
      onEvents: (events) => {
        for (const event of events) this.hear(event);
      },
    });
  }

  async enter(): Promise<void> {
    await this.host.enter();
  }

  async openPoll(): Promise<void> {
    const pollId = v7();
    const options = ['Tabungan', 'Di rumah', 'Belum punya'];
    const draft = { id: v7(), pollId, kind: 'single', text: 'Di mana dana darurat Anda?', options };
    await this.host.insist('poll.save', draft);
    await comesToHold(() => this.poll?.id === pollId, PATIENCE_MS);
    await this.host.insist('poll.open', { id: v7(), pollId, version: this.poll?.version });
    await comesToHold(() => this.poll?.state === 'open', PATIENCE_MS);
  }

  async closePoll(): Promise<void> {
    await this.host.insist('poll.close', { id: v7(), pollId: this.poll?.id, version: this.poll?.version });
    await comesToHold(() => this.poll?.state === 'closed', PATIENCE_MS);
  }

  /** Once every question is let in. */
  async done(): Promise<void> {
    await Promise.all(this.asked);
  }

  get lastSeq(): number {
    return this.host.lastSeq;
  }

  leave(): void {
    this.host.leave();
  }

  private hear(event: RoomEvent): void {
    if (event.kind === 'poll.changed') this.poll = event.poll;
    if (event.kind !== 'question.changed') return;
    const { question } = event;
    if (question.state === 'approved') this.open.push(question);
    if (question.state !== 'pending') return;
    this.asked.add(
      this.host.insist('question.approve', { id: v7(), questionId: question.id, version: question.version }),
    );
  }
}

const place = await openPlace();
try {
  const home = await aHome(place.pool, CLIENTS);
  const [hostCookie = ''] = await signIns(place.pool, [await anOfficer(place.pool, home, ['member', 'admin'])]);
  const sessionId = await aLiveSession(place.pool, home);
  const cookies = await signIns(place.pool, home.memberIds);
  const server = await Server.start(place);
  try {
    const desk = new Desk(server.url, sessionId, hostCookie);
    const deliveries = new Deliveries(CLIENTS);
    const members = crowd(server.url, sessionId, cookies, deliveries);
    await desk.enter();
    await enterAll(members);
    const startedAt = performance.now();
    const cpuBefore = process.cpuUsage();
    await server.delay();
    const memory: { at: number; megabytes: number }[] = [];
    const watch = setInterval(() => {
      memory.push({ at: (performance.now() - startedAt) / DAY_MS, megabytes: server.megabytes });
    }, LOOK_MS);
    const day = await spend(desk, members, deliveries, home.memberIds, startedAt);
    clearInterval(watch);
    const late = await server.delay();
    const { user, system } = process.cpuUsage(cpuBefore);
    const core = (user + system) / 1_000 / (performance.now() - startedAt);
    const isComplete = await comesToHold(
      () => deliveries.isComplete && members.every((one) => one.isInside),
      PATIENCE_MS,
    );
    const stored = await rowsOf(place, sessionId);
    const areLevel = await comesToHold(() => members.every(({ lastSeq }) => lastSeq === desk.lastSeq), PATIENCE_MS);
    const megabytes = (part: { from: number; to: number }): number =>
      median(memory.filter(({ at }) => at >= part.from && at <= part.to).map((one) => one.megabytes));
    report({
      name: 'room-day',
      ratio: rounded(megabytes(LATE) / megabytes(EARLY)),
      goal: '<= 1.1',
      unit: 'x the memory of minutes 2 to 3 in minutes 9 to 10',
      yardstick: null,
      clients: CLIENTS,
      minutes: rounded(DAY_MS / 60_000),
      megabytes: { early: rounded(megabytes(EARLY)), late: rounded(megabytes(LATE)) },
      eventLoopDelayMs: { p99: { value: rounded(late.p99), goal: '<= 50' }, most: rounded(late.most) },
      deliveryMs: { p50: rounded(deliveries.percentile(0.5)), p99: rounded(deliveries.percentile(0.99)) },
      loadGenerator: { core: rounded(core), isOverloaded: core > 0.8 },
      said: day,
      invariants: {
        'every member got every message, in one order, none twice': isComplete && deliveries.wrong === 0,
        'the rows are numbered without a gap': stored.events > 0 && stored.events === stored.lastSeq,
        'every member has come as far as the room': areLevel,
        'every message, question, vote and answer was stored once':
          stored.messages === day.messages &&
          stored.questions === day.questions &&
          stored.votes === day.votes &&
          stored.answers === day.answers &&
          stored.counted === day.answers,
        'every line that broke came back': members.reduce((sum, one) => sum + one.entries - 1, 0) >= day.cuts,
        'nothing was logged': server.log === '',
      },
      samples: memory.filter((_, nth) => nth % 10 === 0).map((one) => rounded(one.megabytes)),
    });
    for (const member of members) member.leave();
    desk.leave();
  } finally {
    await server.close();
  }
} finally {
  await place.close();
}

function crowd(url: string, sessionId: string, cookies: readonly string[], deliveries: Deliveries): RoomMember[] {
  const messages = new WeakMap<RoomEvent, Message>();
  return cookies.map(
    (cookie, client) =>
      new RoomMember({
        ...{ sessionId, cookie, urls: [url], returns: true },
        onEvents: (events) => {
          const now = performance.now();
          for (const event of events) {
            if (event.kind !== 'chat.posted') continue;
            const message = messages.get(event) ?? deliveries.message(event.id);
            messages.set(event, message);
            deliveries.arrived(client, message, now);
          }
        },
      }),
  );
}

/** @returns how much of each was done; each was answered */
async function spend(
  desk: Desk,
  members: readonly RoomMember[],
  deliveries: Deliveries,
  memberIds: readonly string[],
  startedAt: number,
) {
  const said = { messages: 0, questions: 0, answers: 0, cuts: 0 };
  const votes = new Set<string>();
  const until = startedAt + DAY_MS;
  const somebody = (): number => Math.floor(Math.random() * members.length);
  const talk = async (): Promise<void> => {
    const id = v7();
    void deliveries.send(id);
    said.messages += 1;
    await members[somebody()]?.post(TEXTS[said.messages % TEXTS.length] ?? '', id);
  };
  const ask = async (): Promise<void> => {
    said.questions += 1;
    const text = `Pertanyaan nomor ${String(said.questions)}: bagaimana memulainya?`;
    await members[somebody()]?.insist('question.ask', { id: v7(), text });
  };
  const vote = async (): Promise<void> => {
    const question = desk.open.at(-1 - Math.floor(Math.random() * 5));
    const voter = somebody();
    if (!question || question.author?.memberId === memberIds[voter]) return;
    await members[voter]?.insist('question.vote', { id: v7(), questionId: question.id, isFor: true });
    votes.add(`${question.id} ${String(voter)}`);
  };
  const react = async (): Promise<void> => {
    // Nobody misses one: it is not sent again.
    await members[somebody()]?.ask('room.react', { reaction: 'clap' }).catch(() => undefined);
  };
  const cut = (): Promise<void> => {
    const member = members[somebody()];
    if (member?.isInside) {
      said.cuts += 1;
      member.cut();
    }
    return Promise.resolve();
  };
  const poll = async (): Promise<void> => {
    await delay(POLL.from * DAY_MS);
    await desk.openPoll();
    const { id: pollId, run } = desk.poll ?? {};
    const share = (DAY_MS * (POLL.to - POLL.from) * 0.8) / members.length;
    await Promise.all(
      members.map(async (member, nth) => {
        await delay(nth * share);
        await member.insist('poll.answer', { id: v7(), pollId, run, answer: { options: [nth % 3] } });
        said.answers += 1;
      }),
    );
    await desk.closePoll();
  };
  await Promise.all([
    atPace(PER_SECOND.messages, until, talk),
    atPace(PER_SECOND.questions, until, ask),
    atPace(PER_SECOND.votes, until, vote),
    atPace(PER_SECOND.reactions, until, react),
    atPace(PER_SECOND.cuts, until, cut),
    poll(),
  ]);
  await desk.done();
  return { ...said, votes: votes.size };
}

interface Stored {
  readonly events: number;
  readonly lastSeq: number;
  readonly messages: number;
  readonly questions: number;
  readonly votes: number;
  readonly answers: number;
  /** As the room was told when the poll was closed. */
  readonly counted: number;
}

async function rowsOf({ pool }: Place, sessionId: string): Promise<Stored> {
  const { rows } = await pool.query<Stored>(
    `SELECT (SELECT count(*)::int FROM room_events WHERE session_id = $1) AS events,
       (SELECT last_seq FROM rooms WHERE session_id = $1) AS "lastSeq",
       (SELECT count(*)::int FROM room_events WHERE session_id = $1 AND kind = 'chat.posted') AS messages,
       (SELECT count(*)::int FROM room_questions WHERE session_id = $1) AS questions,
       (SELECT count(*)::int FROM room_question_votes vote JOIN room_questions question ON question.id = vote.question_id
        WHERE question.session_id = $1) AS votes,
       (SELECT count(*)::int FROM poll_answers answer JOIN polls poll ON poll.id = answer.poll_id
        WHERE poll.session_id = $1) AS answers,
       (SELECT (payload->'poll'->'results'->>'answered')::int FROM room_events
        WHERE session_id = $1 AND kind = 'poll.changed' ORDER BY seq DESC LIMIT 1) AS counted`,
    [sessionId],
  );
  const [row] = rows;
  if (!row) throw new Error('PostgreSQL answered nothing.');
  return row;
}
