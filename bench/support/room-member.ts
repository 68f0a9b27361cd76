// A member in the live room, as docs/room-protocol.md asks, but light: a thousand of them fit in the load generator.
import { setTimeout as delay } from 'node:timers/promises';
import { v7 } from 'uuid';
import type {
  GoodbyeReason,
  Joined,
  Posted,
  Refusal,
  RoomCommand,
  RoomEvent,
  RoomPacket,
  RoomPulse,
} from '../../src/contracts/room-protocol.ts';
import { IoLine } from './io-line.ts';
import { ReadOnce } from './read-once.ts';

const { ROOM_PROTOCOL: v } = (await import(
  new URL('../../dist/contracts/room-command.js', import.meta.url).href
)) as typeof import('../../src/contracts/room-command.ts');

export interface RoomMemberOptions {
  readonly sessionId: string;
  readonly cookie: string;
  /** Where it may enter: the first, and when that fails the next, and so on round. */
  readonly urls: readonly string[];
  readonly mode?: 'full' | 'text';
  /** False for a control: it comes back without saying what it has, and keeps what it has. */
  readonly resumes?: boolean;
  /** Comes back by itself when its line is cut. */
  readonly returns?: boolean;
  /** New events, in order, each once. */
  readonly onEvents?: (events: readonly RoomEvent[], member: RoomMember) => void;
}

type Told =
  | ['room.events', RoomPacket]
  | ['room.pulse', RoomPulse]
  | ['room.goodbye', { reason: GoodbyeReason }]
  | ['room.refused', Refusal];

const RETURN_AFTER_MS = 200;
/** One for all: they are in one room, and told the same. */
const reader = new ReadOnce();

export class RoomMember {
  lastSeq = 0;
  unreadChat = 0;
  pulse: RoomPulse | undefined;
  /** How often it entered, and how often it found a gap on a line that stood. */
  entries = 0;
  catchUps = 0;
  packets = 0;
  readonly goodbyes: GoodbyeReason[] = [];
  private readonly options: RoomMemberOptions;
  private line: IoLine | undefined;
  private door = 0;
  /** Told before the answer to a join: applied after it. */
  private early: RoomPacket[] | undefined;
  private hasJoined = false;
  private isGone = false;
  private isReturning = false;
  private isSeated = false;
  private whenBack: Promise<void> = Promise.resolve();

  constructor(options: RoomMemberOptions) {
    this.options = options;
  }

  /** @throws Error when it is refused or the line is cut */
  async enter(): Promise<void> {
    const { urls, cookie } = this.options;
    const url = urls[this.door % urls.length] ?? '';
    // A line that never stood closes too: it was nobody's.
    const own: { line?: IoLine } = {};
    const isOwn = (): boolean => own.line !== undefined && this.line === own.line;
    own.line = await IoLine.open(url, cookie, {
      onEvent: (text) => {
        if (isOwn()) this.hear(text);
      },
      onClose: () => {
        if (isOwn()) this.comeBack();
      },
    });
    this.line = own.line;
    this.isSeated = false;
    await this.join();
    this.isSeated = true;
    this.entries += 1;
  }

  get isInside(): boolean {
    return this.isSeated && (this.line?.isOpen ?? false);
  }

  get bytesRead(): number {
    return this.line?.bytesRead ?? 0;
  }

  /** @returns its seq @throws Error when it is refused */
  async post(text: string, id: string = v7()): Promise<number> {
    return (await this.insist<Posted>('chat.post', { id, text })).seq;
  }

  /** Sent again, with the same id, until it is answered. @throws Error when it is refused */
  async insist<Answer extends { ok: true }>(command: RoomCommand, payload: object): Promise<Answer> {
    for (;;) {
      if (!this.isInside) await this.whenBack;
      try {
        const answer = await this.ask<Answer>(command, payload);
        if ('ok' in answer) return answer;
        if (answer.code !== 'rate-limited') throw new Error(`Refused: ${JSON.stringify(answer)}`);
        await delay((answer.retryAfterSeconds ?? 1) * 1_000);
      } catch (error) {
        if (this.isInside || this.options.returns !== true || this.isGone) throw error;
        await this.whenBack;
      }
    }
  }

  /** @returns whether it was taken */
  async vote(questionId: string): Promise<boolean> {
    const answer = await this.ask<Posted>('question.vote', { id: v7(), questionId, isFor: true }).catch(
      () => undefined,
    );
    return answer !== undefined && 'ok' in answer;
  }

  ask<Answer extends { ok: true }>(command: RoomCommand, payload: object): Promise<Answer | Refusal> {
    if (!this.line) return Promise.reject(new Error('Enter first.'));
    return this.line.ask<Answer | Refusal>(command, { v, ...payload });
  }

  /** The line is gone at once; with `returns` it comes back. */
  cut(): void {
    this.line?.cut();
  }

  leave(): void {
    this.isGone = true;
    this.cut();
  }

  private comeBack(): void {
    if (this.options.returns !== true || this.isGone || this.isReturning) return;
    this.isReturning = true;
    this.whenBack = this.tryAgain().finally(() => {
      this.isReturning = false;
    });
  }

  private async tryAgain(): Promise<void> {
    while (!this.isGone) {
      this.door += 1;
      await delay(RETURN_AFTER_MS * (0.5 + Math.random()));
      const hasEntered = await this.enter().then(
        () => true,
        () => false,
      );
      if (hasEntered) return;
      this.line?.cut();
      this.line = undefined;
    }
  }

  private async join(): Promise<void> {
    const { sessionId, mode = 'full', resumes = true } = this.options;
    this.early = [];
    const lastSeq = resumes && this.hasJoined ? { lastSeq: this.lastSeq } : {};
    const answer = await this.ask<Joined>('room.join', { sessionId, mode, ...lastSeq });
    if (!('ok' in answer)) throw new Error(`Refused: ${JSON.stringify(answer)}`);
    this.hasJoined = true;
    if (answer.mode === 'gap') {
      this.unreadChat += answer.unreadChat;
      this.apply(answer.events);
    }
    this.lastSeq = Math.max(this.lastSeq, answer.seq);
    const early = this.early;
    this.early = undefined;
    for (const packet of early) this.take(packet);
  }

  private hear(text: Buffer): void {
    const told = reader.read(text) as Told;
    if (told[0] === 'room.events') this.take(told[1]);
    else if (told[0] === 'room.pulse') this.pulse = told[1];
    else if (told[0] === 'room.goodbye') this.goodbyes.push(told[1].reason);
  }

  private take(packet: RoomPacket): void {
    if (this.early) {
      this.early.push(packet);
      return;
    }
    this.packets += 1;
    if (packet.seq <= this.lastSeq) return;
    if (packet.after > this.lastSeq) {
      this.catchUps += 1;
      this.join().catch(() => this.line?.cut());
      return;
    }
    this.unreadChat += packet.unreadChat ?? 0;
    this.apply(packet.events);
    this.lastSeq = packet.seq;
  }

  private apply(events: readonly RoomEvent[]): void {
    const last = this.lastSeq;
    const fresh = events.every((event) => event.seq > last) ? events : events.filter((event) => event.seq > last);
    if (fresh.length > 0) this.options.onEvents?.(fresh, this);
  }
}

/** Fifty at a time: a server lets so many in without their waiting for each other. */
export async function enterAll(members: readonly RoomMember[]): Promise<void> {
  for (let first = 0; first < members.length; first += 50) {
    await Promise.all(members.slice(first, first + 50).map((member) => member.enter()));
  }
}
